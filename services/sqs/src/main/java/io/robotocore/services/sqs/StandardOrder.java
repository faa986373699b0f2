package io.robotocore.services.sqs;

import java.util.List;
import org.pcollections.TreePMap;

/**
 * The order of a standard queue: visible messages in turn. A message that becomes visible again
 * goes to the end, so that one that nobody can process does not stand in the way of the others.
 */
record StandardOrder(TreePMap<Long, Moment> line) implements Order {

  static final Order EMPTY = new StandardOrder(TreePMap.empty());

  @Override
  public Order with(QueuedMessage message) {
    return message.visibility() instanceof Visibility.Visible visible
        ? new StandardOrder(line.plus(visible.turn(), message.key()))
        : this;
  }

  @Override
  public Order without(QueuedMessage message) {
    return message.visibility() instanceof Visibility.Visible visible
        ? new StandardOrder(line.minus(visible.turn()))
        : this;
  }

  @Override
  public List<Moment> first(int max) {
    return line.values().stream().limit(max).toList();
  }
}
