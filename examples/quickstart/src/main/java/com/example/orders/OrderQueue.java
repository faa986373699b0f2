package com.example.orders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Orders that wait to be shipped, in an SQS queue. */
public final class OrderQueue {

  /** For how many seconds an order is out of sight while somebody ships it. */
  public static final int SHIPPING_SECONDS = 300;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final SqsClient sqs;
  private final String url;

  private OrderQueue(SqsClient sqs, String url) {
    this.sqs = sqs;
    this.url = url;
  }

  /** The queue of this name, made if there is none. */
  public static OrderQueue open(SqsClient sqs, String name) {
    String url =
        sqs.createQueue(
                queue ->
                    queue
                        .queueName(name)
                        .attributesWithStrings(
                            java.util.Map.of(
                                QueueAttributeName.VISIBILITY_TIMEOUT.toString(),
                                Integer.toString(SHIPPING_SECONDS))))
            .queueUrl();
    return new OrderQueue(sqs, url);
  }

  /** Puts an order in. */
  public void add(Order order) {
    sqs.sendMessage(message -> message.queueUrl(url).messageBody(toJson(order)));
  }

  /** The next order, which nobody else gets to see for a while; empty when there is none. */
  public Optional<Task> next() {
    return sqs
        .receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(1))
        .messages()
        .stream()
        .findFirst()
        .map(message -> new Task(fromJson(message.body()), message));
  }

  /** Takes an order out that has been shipped. */
  public void done(Task task) {
    sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(task.message.receiptHandle()));
  }

  private static String toJson(Order order) {
    try {
      return JSON.writeValueAsString(order);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not an order that can be sent: " + order, e);
    }
  }

  private static Order fromJson(String json) {
    try {
      return JSON.readValue(json, Order.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not an order: " + json, e);
    }
  }

  /**
   * An order that somebody has taken on.
   *
   * @param order the order
   * @param message the message that it came in
   */
  public record Task(Order order, Message message) {}
}
