package io.robotocore.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Emulators come and go, as in a suite of many classes, and leave nothing. */
class ManyEmulatorsTest {

  private static final long TWENTY_MEBIBYTES = 20L * 1024 * 1024;

  @Test
  void emulators_200InTurn_leaveNoThreadPortOrHeap() {
    int first = runEmulators(20);
    Set<String> threads = ownThreads();
    long heap = heapInUse();
    int last = runEmulators(200);
    assertThat(heapInUse()).isLessThan(heap + TWENTY_MEBIBYTES);
    assertThat(ownThreads()).isSubsetOf(threads);
    assertThat(first).isNotZero();
    assertThat(isListening(last)).isFalse();
  }

  /** Runs some emulators, each of which is used, and gives the port of the last one. */
  private static int runEmulators(int count) {
    URI endpoint = URI.create("http://localhost:0");
    for (int i = 0; i < count; i++) {
      try (Emulator emulator = Emulator.start()) {
        endpoint = emulator.endpoint();
        SqsClient sqs = emulator.client(SqsClient.class);
        String url = sqs.createQueue(queue -> queue.queueName("q")).queueUrl();
        sqs.sendMessage(message -> message.queueUrl(url).messageBody("x".repeat(100_000)));
        assertThat(
                sqs.receiveMessage(receive -> receive.queueUrl(url).waitTimeSeconds(1)).messages())
            .hasSize(1);
      }
    }
    return endpoint.getPort();
  }

  private static Set<String> ownThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .map(Thread::getName)
        .filter(name -> name.startsWith("robotocore"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static long heapInUse() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static boolean isListening(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (ConnectException e) {
      return false;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
