package io.robotocore.services.modeled;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tasks that wait for somebody who takes them: those of a higher priority first, else the oldest.
 *
 * @param view the call's view of SWF
 * @param kind what the tasks are
 * @param domain the domain of the list
 * @param name the list's name
 */
record SwfTaskList(SwfView view, Kind kind, String domain, String name) {

  /** What there are lists of. */
  enum Kind {
    DECISION,
    ACTIVITY
  }

  /**
   * A task that waits.
   *
   * @param run the id of its run
   * @param scheduled the event that has scheduled it
   */
  record Waiting(String run, long scheduled) {}

  /** What changes when a task comes in. */
  EntityKey key() {
    return new EntityKey("tasklist", domain + "/" + kind, name);
  }

  private String noun() {
    return "waiting" + kind;
  }

  private String scope() {
    return domain + "/" + name;
  }

  /**
   * Takes a task in.
   *
   * @return where it is, to be forgotten when nobody is to take it any more
   */
  EntityKey add(Waiting task, SwfFacts settings) {
    long number = view.next(key());
    String priority = settings.text("taskPriority");
    long rank = Integer.MAX_VALUE - (priority.isEmpty() ? 0 : Long.parseLong(priority));
    EntityKey place = new EntityKey(noun(), scope(), "%012d %019d".formatted(rank, number));
    view.keep(place, SwfFacts.of("run", task.run).and("scheduled", task.scheduled));
    return place;
  }

  /** Gives out the first task. */
  Optional<Waiting> take() {
    return all()
        .findFirst()
        .map(
            first -> {
              view.state().remove(first);
              SwfFacts task = new SwfFacts(first.attributes());
              return new Waiting(task.text("run"), task.number("scheduled"));
            });
  }

  /** How many there are, as the operations say it that count them. */
  Map<String, Object> count() {
    return Map.of("count", (int) all().count(), "truncated", false);
  }

  private Stream<Entity> all() {
    return view.state().all(noun(), scope());
  }
}
