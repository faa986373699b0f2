package io.robotocore.services.sqs;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * The order of a FIFO queue: as sent, group by group. While a message of a group is in flight the
 * whole group waits, and a message never overtakes one of its group that is still delayed.
 *
 * @param groups the message groups that have messages
 * @param ready the groups that can be received from, by the number of their first message
 */
record FifoOrder(PMap<String, Group> groups, TreePMap<Long, String> ready) implements Order {

  static final Order EMPTY = new FifoOrder(HashTreePMap.empty(), TreePMap.empty());

  @Override
  public Order with(QueuedMessage message) {
    Group group = groups.getOrDefault(message.group(), Group.EMPTY);
    return replaced(message.group(), group, group.with(message));
  }

  @Override
  public Order without(QueuedMessage message) {
    Group group = groups.getOrDefault(message.group(), Group.EMPTY);
    return replaced(message.group(), group, group.without(message));
  }

  private Order replaced(String name, Group old, Group now) {
    TreePMap<Long, String> others = old.head().map(ready::minus).orElse(ready);
    return new FifoOrder(
        now.equals(Group.EMPTY) ? groups.minus(name) : groups.plus(name, now),
        now.head().map(head -> others.plus(head, name)).orElse(others));
  }

  @Override
  public List<Moment> first(int max) {
    List<Moment> first = new ArrayList<>(max);
    Iterator<String> names = ready.values().iterator();
    while (first.size() < max && names.hasNext()) {
      Group group = groups.getOrDefault(names.next(), Group.EMPTY);
      first.addAll(group.first(max - first.size()));
    }
    return first;
  }

  /**
   * The messages of one group, by number.
   *
   * @param visible those whose delay or visibility timeout is over
   * @param delayed those whose delay is not over
   * @param inFlight how many are in flight
   */
  record Group(TreePMap<Long, Moment> visible, TreePMap<Long, Moment> delayed, int inFlight) {

    static final Group EMPTY = new Group(TreePMap.empty(), TreePMap.empty(), 0);

    private Group with(QueuedMessage message) {
      if (message.visibility() instanceof Visibility.InFlight) {
        return new Group(visible, delayed, inFlight + 1);
      }
      return message.visibility() instanceof Visibility.Delayed
          ? new Group(visible, delayed.plus(message.number(), message.key()), inFlight)
          : new Group(visible.plus(message.number(), message.key()), delayed, inFlight);
    }

    private Group without(QueuedMessage message) {
      if (message.visibility() instanceof Visibility.InFlight) {
        return new Group(visible, delayed, inFlight - 1);
      }
      return message.visibility() instanceof Visibility.Delayed
          ? new Group(visible, delayed.minus(message.number()), inFlight)
          : new Group(visible.minus(message.number()), delayed, inFlight);
    }

    /** The number of the first message that can be received. */
    private Optional<Long> head() {
      return inFlight > 0 || visible.isEmpty() || behindDelayed(visible.firstKey())
          ? Optional.empty()
          : Optional.of(visible.firstKey());
    }

    private boolean behindDelayed(long number) {
      return !delayed.isEmpty() && delayed.firstKey() < number;
    }

    private List<Moment> first(int max) {
      return visible.entrySet().stream()
          .takeWhile(entry -> !behindDelayed(entry.getKey()))
          .limit(max)
          .map(Map.Entry::getValue)
          .toList();
    }
  }
}
