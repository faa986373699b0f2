package io.robotocore.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The same calls to all servers in one JVM, a few hundred to each in turn, so that whatever else
 * the machine does hits them alike. Prints the median of single calls and how it stands to the
 * floor's.
 */
public final class SideBySide {

  private static final int CALLS = 300;
  private static final int ROUNDS = 60;
  private static final int MEASURED = 30;

  private SideBySide() {}

  /** Measures. */
  public static void main(String[] arguments) {
    List<Contestant> contestants =
        Stream.of("floor", "robotocore", "robotocoreInProcess", "elasticmq")
            .map(Contestant::start)
            .toList();
    measure("send", contestants, Contestant::send);
    measure("send, receive and delete", contestants, Contestant::sendReceiveDelete);
    contestants.forEach(contestant -> contestant.server.close());
  }

  private static void measure(
      String what, List<Contestant> contestants, Consumer<Contestant> call) {
    for (int round = 0; round < ROUNDS; round++) {
      for (Contestant contestant : contestants) {
        for (int i = 0; i < CALLS; i++) {
          long start = System.nanoTime();
          call.accept(contestant);
          contestant.times[round % MEASURED * CALLS + i] = System.nanoTime() - start;
        }
      }
    }
    double floor = contestants.get(0).median();
    for (Contestant contestant : contestants) {
      System.out.printf(
          "%-26s %-20s %8.1f us %6.2f x floor%n",
          what, contestant.name, contestant.median() / 1e3, contestant.median() / floor);
    }
  }

  /**
   * A server with a queue.
   *
   * @param times how long its last calls took, in nanoseconds
   */
  private record Contestant(String name, SqsServer server, String url, long[] times) {

    private static Contestant start(String name) {
      SqsServer server = SqsServer.of(name);
      server.client().createQueue(queue -> queue.queueName("q"));
      String url = server.client().getQueueUrl(get -> get.queueName("q")).queueUrl();
      return new Contestant(name, server, url, new long[MEASURED * CALLS]);
    }

    private void send() {
      server.client().sendMessage(message -> message.queueUrl(url).messageBody("hello"));
    }

    private void sendReceiveDelete() {
      send();
      SqsClient sqs = server.client();
      String handle =
          sqs.receiveMessage(receive -> receive.queueUrl(url)).messages().get(0).receiptHandle();
      sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(handle));
    }

    private double median() {
      long[] sorted = times.clone();
      Arrays.sort(sorted);
      return sorted[sorted.length / 2];
    }
  }
}
