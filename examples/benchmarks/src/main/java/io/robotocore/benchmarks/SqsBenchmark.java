package io.robotocore.benchmarks;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** Calls of SQS through the same SDK client. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SqsBenchmark {

  /** What answers. */
  @Param({"floor", "robotocore", "robotocoreInProcess", "elasticmq"})
  public String server = "";

  private Optional<SqsServer> running = Optional.empty();
  private String url = "";
  private int iteration;

  /** Starts the server and makes the queues. */
  @Setup(Level.Trial)
  public void start() {
    running = Optional.of(SqsServer.of(server));
    client().createQueue(queue -> queue.queueName("q"));
  }

  /** Makes a new queue for messages, in place of the one that the iteration before has filled. */
  @Setup(Level.Iteration)
  public void makeQueue() {
    String name = "messages-" + iteration++;
    client().createQueue(queue -> queue.queueName(name));
    url = client().getQueueUrl(get -> get.queueName(name)).queueUrl();
  }

  /** Deletes the queue with its messages. */
  @TearDown(Level.Iteration)
  public void deleteQueue() {
    client().deleteQueue(delete -> delete.queueUrl(url));
  }

  /** Ends the server. */
  @TearDown(Level.Trial)
  public void stop() {
    running.ifPresent(SqsServer::close);
  }

  private SqsClient client() {
    return running.orElseThrow().client();
  }

  /** A call that changes nothing. */
  @Benchmark
  public GetQueueUrlResponse getQueueUrl() {
    return client().getQueueUrl(get -> get.queueName("q"));
  }

  /** A call that adds a message. */
  @Benchmark
  public SendMessageResponse send() {
    return client().sendMessage(message -> message.queueUrl(url).messageBody("hello"));
  }

  /** The life of a message: three calls. */
  @Benchmark
  public Message sendReceiveDelete() {
    SqsClient sqs = client();
    sqs.sendMessage(message -> message.queueUrl(url).messageBody("hello"));
    Message message = sqs.receiveMessage(receive -> receive.queueUrl(url)).messages().get(0);
    sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
    return message;
  }
}
