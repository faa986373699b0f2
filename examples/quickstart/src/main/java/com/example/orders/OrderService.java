package com.example.orders;

import java.util.Optional;
import java.util.function.Consumer;

/** Takes orders and has them shipped. */
public final class OrderService {

  private final OrderQueue queue;
  private final Consumer<Order> carrier;

  /**
   * A service.
   *
   * @param queue where orders wait
   * @param carrier what ships them, or throws
   */
  public OrderService(OrderQueue queue, Consumer<Order> carrier) {
    this.queue = queue;
    this.carrier = carrier;
  }

  /** Takes an order. */
  public void place(Order order) {
    queue.add(order);
  }

  /**
   * Ships the next order. If the carrier fails, the order stays, and can be shipped again after a
   * while.
   *
   * @return the order that was shipped; empty when none waits
   */
  public Optional<Order> shipNext() {
    Optional<OrderQueue.Task> task = queue.next();
    task.ifPresent(
        taken -> {
          carrier.accept(taken.order());
          queue.done(taken);
        });
    return task.map(OrderQueue.Task::order);
  }
}
