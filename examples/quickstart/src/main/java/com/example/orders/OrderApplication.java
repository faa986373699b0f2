package com.example.orders;

import software.amazon.awssdk.services.sqs.SqsClient;

/** The application: where it is, and as whom it calls AWS, is for the SDK to find out. */
public final class OrderApplication implements AutoCloseable {

  private final SqsClient sqs = SqsClient.create();
  private final OrderService orders;

  /** Starts the application with the carrier that prints. */
  public OrderApplication() {
    orders =
        new OrderService(
            OrderQueue.open(sqs, "orders"), order -> System.out.println("shipped " + order));
  }

  /** The orders of the application. */
  public OrderService orders() {
    return orders;
  }

  @Override
  public void close() {
    sqs.close();
  }
}
