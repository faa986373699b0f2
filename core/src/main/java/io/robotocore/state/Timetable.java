package io.robotocore.state;

import java.time.Instant;
import java.util.Optional;

/**
 * What must happen later, as data: events with the time at which they are due. The emulator hands
 * each to its service when the clock gets there.
 *
 * @param <E> the event, an immutable value
 */
public final class Timetable<E> {

  private final State state;
  private final Table<Slot, E> events;
  private final Table<String, Slot> slots;

  Timetable(State state, Table<Slot, E> events, Table<String, Slot> slots) {
    this.state = state;
    this.events = events;
    this.slots = slots;
  }

  /**
   * Plans an event, in place of the one planned before under the same id.
   *
   * @param id names the event within this timetable
   * @param at when it is due; an event of the past happens at once
   * @param event what is to happen
   */
  public void plan(String id, Instant at, E event) {
    state.run(
        () -> {
          cancel(id);
          Slot slot = new Slot(at, id);
          slots.put(id, slot);
          events.put(slot, event);
          if (events.asMap().firstKey().equals(slot)) {
            state.due(at);
          }
        });
  }

  /** Takes an event out again; nothing happens when there is none of this id. */
  public void cancel(String id) {
    state.run(() -> slots.remove(id).ifPresent(events::remove));
  }

  /** The time of the first event. */
  Optional<Instant> first() {
    return events.size() == 0 ? Optional.empty() : Optional.of(events.asMap().firstKey().at());
  }

  /** Takes out the first event if it is due. */
  public Optional<E> takeDue(Instant now) {
    return state.atomically(
        () ->
            first()
                .filter(at -> !at.isAfter(now))
                .map(at -> events.asMap().firstKey())
                .flatMap(
                    slot -> {
                      slots.remove(slot.id());
                      return events.remove(slot);
                    }));
  }

  /** The place of an event: by time, and by id at the same time. */
  record Slot(Instant at, String id) implements Comparable<Slot> {
    @Override
    public int compareTo(Slot other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : id.compareTo(other.id);
    }
  }
}
