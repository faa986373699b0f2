package io.robotocore.services.sqs;

import io.robotocore.services.sqs.Visibility.Delayed;
import io.robotocore.services.sqs.Visibility.InFlight;
import io.robotocore.services.sqs.Visibility.Visible;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pcollections.TreePMap;

/**
 * The messages of a queue. What time does to them is done when somebody looks: {@link #at} lets
 * expire what is too old and shows what is hidden no longer.
 *
 * @param messages all of them, the oldest first
 * @param hidden the delayed ones and those in flight, by the time that they become visible
 * @param order which one a receive gets first
 * @param inFlight how many are in flight
 * @param next the number of the next message or turn
 */
record Backlog(
    TreePMap<Moment, QueuedMessage> messages,
    TreePMap<Moment, Moment> hidden,
    Order order,
    int inFlight,
    long next) {

  static Backlog empty(boolean fifo) {
    return new Backlog(TreePMap.empty(), TreePMap.empty(), Order.of(fifo), 0, 0);
  }

  /** This backlog with all messages gone. */
  Backlog purged(boolean fifo) {
    return new Backlog(TreePMap.empty(), TreePMap.empty(), Order.of(fifo), 0, next);
  }

  /** This backlog with one message more, which gets the number {@link #next}. */
  Backlog plus(QueuedMessage message) {
    QueuedMessage numbered = message.numbered(next);
    Backlog counted = counted();
    return counted.with(
        message.visibility() instanceof Visible ? numbered.with(new Visible(next)) : numbered);
  }

  /** This backlog without one of its messages. */
  Backlog minus(QueuedMessage message) {
    return new Backlog(
        messages.minus(message.key()),
        hiddenUntil(message)
            .map(until -> hidden.minus(new Moment(until, message.number())))
            .orElse(hidden),
        order.without(message),
        message.visibility() instanceof InFlight ? inFlight - 1 : inFlight,
        next);
  }

  /** This backlog with one of its messages changed. */
  Backlog replace(QueuedMessage old, QueuedMessage now) {
    return minus(old).with(now);
  }

  /** This backlog with one of its hidden messages visible. */
  Backlog show(QueuedMessage message) {
    return counted().replace(message, message.with(new Visible(next)));
  }

  private Backlog counted() {
    return new Backlog(messages, hidden, order, inFlight, next + 1);
  }

  private Backlog with(QueuedMessage message) {
    return new Backlog(
        messages.plus(message.key(), message),
        hiddenUntil(message)
            .map(until -> hidden.plus(new Moment(until, message.number()), message.key()))
            .orElse(hidden),
        order.with(message),
        message.visibility() instanceof InFlight ? inFlight + 1 : inFlight,
        next);
  }

  private static Optional<Instant> hiddenUntil(QueuedMessage message) {
    if (message.visibility() instanceof InFlight flight) {
      return Optional.of(flight.until());
    }
    return message.visibility() instanceof Delayed delay
        ? Optional.of(delay.until())
        : Optional.empty();
  }

  /** This backlog as time has left it. */
  Backlog at(Instant now, Duration retention) {
    Backlog backlog = this;
    Instant tooOld = now.minus(retention);
    while (!backlog.messages.isEmpty() && !backlog.messages.firstKey().at().isAfter(tooOld)) {
      backlog = backlog.minus(backlog.messages.firstEntry().getValue());
    }
    while (backlog.nextShown().filter(at -> !at.isAfter(now)).isPresent()) {
      backlog = backlog.show(backlog.find(backlog.hidden.firstEntry().getValue()).orElseThrow());
    }
    return backlog;
  }

  /** Whether a message has come, gone or become visible since then. */
  boolean changedSince(Backlog before) {
    return next != before.next || messages.size() != before.messages.size();
  }

  /** When the next hidden message becomes visible. */
  Optional<Instant> nextShown() {
    return hidden.isEmpty() ? Optional.empty() : Optional.of(hidden.firstKey().at());
  }

  /** This backlog with all messages that were never received delayed anew. */
  Backlog delayedBy(Duration delay, Instant now) {
    Backlog backlog = this;
    for (QueuedMessage message : messages.values()) {
      boolean waiting =
          !(message.visibility() instanceof InFlight) && message.receives().total() == 0;
      if (waiting) {
        Instant until = message.sent().plus(delay);
        backlog =
            until.isAfter(now)
                ? backlog.replace(message, message.with(new Delayed(until)))
                : backlog.show(message);
      }
    }
    return backlog;
  }

  /** The messages that a receive would get now, at most so many. */
  List<QueuedMessage> first(int max) {
    return order.first(max).stream().flatMap(key -> find(key).stream()).toList();
  }

  Optional<QueuedMessage> find(Moment key) {
    return Optional.ofNullable(messages.get(key));
  }

  int visible() {
    return messages.size() - hidden.size();
  }

  int delayed() {
    return hidden.size() - inFlight;
  }
}
