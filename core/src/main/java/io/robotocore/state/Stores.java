package io.robotocore.state;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The states of all services, accounts and regions of one emulator. */
public final class Stores {

  private final Object generation = new Object();
  private volatile Map<Place, Kept> states = new ConcurrentHashMap<>();
  private volatile State.Alarm alarm = State.Alarm.NONE;

  /** The state at a place, made when it is first asked for. */
  @SuppressWarnings("unchecked")
  public <S extends State> S at(Place place, Supplier<S> fresh) {
    @Nullable Kept kept = states.get(place);
    return (S) (kept != null ? kept.state : added(place, fresh));
  }

  private State added(Place place, Supplier<? extends State> fresh) {
    synchronized (generation) {
      return states.computeIfAbsent(place, p -> kept(fresh, List.of())).state;
    }
  }

  private Kept kept(Supplier<? extends State> fresh, List<Object> contents) {
    State state = fresh.get();
    state.restore(contents);
    state.alarm(alarm);
    return new Kept(state, fresh);
  }

  /** What all states contain at one instant. */
  public Content snapshot() {
    synchronized (generation) {
      Map<Place, Kept> current = states;
      current.values().forEach(kept -> kept.state.hold());
      try {
        Map<Place, Saved> saved = new HashMap<>();
        current.forEach(
            (place, kept) -> saved.put(place, new Saved(kept.fresh, kept.state.contents())));
        return new Content(saved);
      } finally {
        current.values().forEach(kept -> kept.state.release());
      }
    }
  }

  /** Leaves all states behind and goes on from what they contained when a snapshot was taken. */
  public void restore(Content content) {
    synchronized (generation) {
      Map<Place, Kept> old = states;
      Map<Place, Kept> restored = new ConcurrentHashMap<>();
      content.saved.forEach(
          (place, saved) -> restored.put(place, kept(saved.fresh, saved.contents)));
      states = restored;
      old.values().forEach(kept -> kept.state.leaveBehind());
    }
    nextDue().ifPresent(alarm::due);
  }

  /** Leaves all states behind and starts from nothing. */
  public void reset() {
    restore(Content.NOTHING);
  }

  /** Hands over every state that is in use. */
  public void forEach(BiConsumer<Place, State> consumer) {
    states.forEach((place, kept) -> consumer.accept(place, kept.state));
  }

  /** Wakes everybody who waits on any state, because the time has changed. */
  public void timeChanged() {
    states.values().forEach(kept -> kept.state.signalAll());
  }

  /** The time of the first event in any state. */
  public Optional<Instant> nextDue() {
    return states.values().stream()
        .flatMap(kept -> kept.state.nextDue().stream())
        .min(Instant::compareTo);
  }

  /** Says who is to be told when an event is due earlier than those before. */
  public void onEarlierEvent(Consumer<Instant> listener) {
    alarm = listener::accept;
  }

  /** What all states contained at one instant: references, not copies. */
  public static final class Content {

    /** The content of an emulator that nobody has used. */
    public static final Content NOTHING = new Content(Map.of());

    private final Map<Place, Saved> saved;

    private Content(Map<Place, Saved> saved) {
      this.saved = saved;
    }
  }

  private record Kept(State state, Supplier<? extends State> fresh) {}

  private record Saved(Supplier<? extends State> fresh, List<Object> contents) {}
}
