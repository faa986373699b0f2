package io.robotocore.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The same calls to all servers in one JVM, a few hundred to each in turn, so that whatever else
 * the machine does hits them alike. Prints the median of single calls and how it stands to the
 * floor's, or to the first server's where there is none.
 */
public final class SideBySide {

  private static final int CALLS = 300;
  private static final int ROUNDS = 150;
  private static final int MEASURED = 50;

  private SideBySide() {}

  /** Measures the services that are named; all if none is. */
  public static void main(String[] services) throws Exception {
    List<String> named =
        services.length == 0 ? List.of("sqs", "s3", "dynamodb", "modeled") : List.of(services);
    if (named.contains("sqs")) {
      sqs();
    }
    if (named.contains("s3")) {
      s3();
    }
    if (named.contains("dynamodb")) {
      dynamoDb();
    }
    if (named.contains("modeled")) {
      modeled();
    }
    System.exit(0); // DynamoDB Local leaves threads behind
  }

  private static void sqs() {
    List<Queue> queues =
        Stream.of("floor", "robotocore", "robotocoreInProcess", "elasticmq")
            .map(Queue::start)
            .toList();
    measure("send", queues, queue -> new Contestant(queue.name, queue::send));
    measure(
        "send, receive and delete",
        queues,
        queue -> new Contestant(queue.name, queue::sendReceiveDelete));
    queues.forEach(queue -> queue.server.close());
  }

  private static void s3() {
    List<Bucket> buckets =
        Stream.of("floor", "robotocore", "robotocoreInProcess", "s3mock")
            .map(name -> new Bucket(name, S3Server.of(name)))
            .toList();
    measure("put 1 KiB", buckets, bucket -> new Contestant(bucket.name, bucket.server::put));
    measure("get 1 KiB", buckets, bucket -> new Contestant(bucket.name, bucket.server::get));
    buckets.forEach(bucket -> bucket.server.close());
  }

  private static void dynamoDb() throws Exception {
    List<Table> tables = new ArrayList<>();
    for (String name : List.of("floor", "robotocore", "robotocoreInProcess", "local")) {
      DynamoDbServer server = DynamoDbServer.of(name);
      tables.add(new Table(name, server, Things.create(server.client(), 1_000)));
    }
    measure("GetItem", tables, table -> new Contestant(table.name, table.things::get));
    measure("PutItem", tables, table -> new Contestant(table.name, table.things::put));
    measure("Query of 20", tables, table -> new Contestant(table.name, table.things::query));
    measure(
        "TransactWrite of 4",
        tables,
        table -> new Contestant(table.name, table.things::transactWrite));
    for (Table table : tables) {
      table.server.close();
    }
  }

  /** The same operation of the same service, with code and from its model. */
  private static void modeled() throws Exception {
    List<Table> tables = new ArrayList<>();
    for (String name : List.of("robotocore", "modeled")) {
      DynamoDbServer server = DynamoDbServer.of(name);
      tables.add(new Table(name, server, Things.createTables(server.client(), 10_000)));
    }
    measure(
        "describe one of 10,000",
        tables,
        table -> new Contestant(table.name, table.things::describe));
    for (Table table : tables) {
      table.server.close();
    }
  }

  private static <T> void measure(String what, List<T> servers, Function<T, Contestant> entry) {
    List<Contestant> contestants = servers.stream().map(entry).toList();
    List<Contestant> turns = new ArrayList<>(contestants);
    for (int round = 0; round < ROUNDS; round++) {
      Collections.shuffle(turns); // who follows whom makes a difference of half a call
      for (Contestant contestant : turns) {
        for (int i = 0; i < CALLS; i++) {
          long start = System.nanoTime();
          contestant.call.run();
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
   * A call to a server.
   *
   * @param times how long its last calls took, in nanoseconds
   */
  private record Contestant(String name, Runnable call, long[] times) {

    private Contestant(String name, Runnable call) {
      this(name, call, new long[MEASURED * CALLS]);
    }

    private double median() {
      long[] sorted = times.clone();
      Arrays.sort(sorted);
      return sorted[sorted.length / 2];
    }
  }

  /** A DynamoDB server with a table. */
  private record Table(String name, DynamoDbServer server, Things things) {}

  /** An S3 server with a bucket. */
  private record Bucket(String name, S3Server server) {}

  /** An SQS server with a queue. */
  private record Queue(String name, SqsServer server, String url) {

    private static Queue start(String name) {
      SqsServer server = SqsServer.of(name);
      server.client().createQueue(queue -> queue.queueName("q"));
      String url = server.client().getQueueUrl(get -> get.queueName("q")).queueUrl();
      return new Queue(name, server, url);
    }

    private void send() {
      server.client().sendMessage(message -> message.queueUrl(url).messageBody("hello"));
    }

    private void sendReceiveDelete() {
      send();
      String handle =
          server
              .client()
              .receiveMessage(receive -> receive.queueUrl(url))
              .messages()
              .get(0)
              .receiptHandle();
      server.client().deleteMessage(delete -> delete.queueUrl(url).receiptHandle(handle));
    }
  }
}
