package io.robotocore.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class StoresTest {

  private static final Place HERE = new Place("counts", "111111111111", "us-east-1");
  private static final Place THERE = new Place("counts", "222222222222", "us-east-1");
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  private final Stores stores = new Stores();

  @Test
  void restore_afterChanges_bringsBackEveryPlace() {
    at(HERE).numbers.put("a", 1L);
    Stores.Content snapshot = stores.snapshot();
    at(HERE).numbers.put("a", 2L);
    at(THERE).numbers.put("b", 3L);
    stores.restore(snapshot);
    assertThat(at(HERE).numbers.asMap()).containsOnly(java.util.Map.entry("a", 1L));
    assertThat(at(THERE).numbers.size()).isZero();
  }

  @Test
  void restore_oftenFromOneSnapshot_isAlwaysTheSame() {
    at(HERE).numbers.put("a", 1L);
    Stores.Content snapshot = stores.snapshot();
    for (int i = 0; i < 3; i++) {
      at(HERE).numbers.remove("a");
      stores.restore(snapshot);
      assertThat(at(HERE).numbers.get("a")).contains(1L);
    }
  }

  @Test
  void reset_byOneWhoStillHoldsTheOldState_isNotUndone() {
    Counts old = at(HERE);
    stores.reset();
    old.numbers.put("late", 1L);
    assertThat(at(HERE).numbers.containsKey("late")).isFalse();
  }

  @Test
  void snapshot_whileOthersWriteTwoTablesAtomically_neverSeesHalf() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    CountDownLatch writing = new CountDownLatch(2);
    List<CompletableFuture<Void>> writers = new ArrayList<>();
    for (Place place : List.of(HERE, THERE)) {
      writers.add(CompletableFuture.runAsync(() -> countUp(at(place), done, writing)));
    }
    writing.await();
    for (int i = 0; i < 1_000; i++) {
      Stores copy = new Stores();
      copy.restore(stores.snapshot());
      copy.forEach(
          (place, state) ->
              assertThat(((Counts) state).numbers.get("n"))
                  .isEqualTo(((Counts) state).doubles.get("n").map(twice -> twice / 2)));
    }
    done.set(true);
    CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new)).get(10, TimeUnit.SECONDS);
  }

  private static void countUp(Counts counts, AtomicBoolean done, CountDownLatch writing) {
    for (long i = 0; !done.get(); i++) {
      long number = i;
      counts.run(
          () -> {
            counts.numbers.put("n", number);
            counts.doubles.put("n", number * 2);
          });
      writing.countDown();
    }
  }

  @Test
  void await_keyThatIsChanged_wakesAtOnce() throws Exception {
    Counts counts = at(HERE);
    CompletableFuture<Optional<Long>> waiting = waitFor(counts, "a");
    counts.numbers.put("other", 1L);
    counts.numbers.put("a", 2L);
    assertThat(waiting.get(10, TimeUnit.SECONDS)).contains(2L);
  }

  @Test
  void await_stateThatIsLeftBehind_returnsNothingAtOnce() throws Exception {
    CompletableFuture<Optional<Long>> waiting = waitFor(at(HERE), "a");
    stores.reset();
    assertThat(waiting.get(10, TimeUnit.SECONDS)).isEmpty();
  }

  @Test
  void await_onAThreadThatMustNotWait_isRefusedUnlessThereIsAResult() {
    Counts counts = at(HERE);
    State.Wait wait =
        new State.Wait(Duration.ofMinutes(1), Clock.systemUTC(), Optional::empty, false);
    assertThatThrownBy(() -> counts.await("a", wait, () -> counts.numbers.get("a")))
        .isInstanceOf(State.WouldBlock.class);
    counts.numbers.put("a", 1L);
    assertThat(counts.await("a", wait, () -> counts.numbers.get("a"))).contains(1L);
  }

  @Test
  void await_insideOfAtomically_isRefused() {
    Counts counts = at(HERE);
    assertThatThrownBy(() -> counts.run(() -> counts.await("a", forAMinute(), Optional::empty)))
        .isInstanceOf(IllegalStateException.class);
  }

  /** Begins to wait on another thread, and returns when it does. */
  private static CompletableFuture<Optional<Long>> waitFor(Counts counts, String key)
      throws InterruptedException {
    CountDownLatch tried = new CountDownLatch(1);
    CompletableFuture<Optional<Long>> waiting =
        CompletableFuture.supplyAsync(
            () ->
                counts.await(
                    key,
                    forAMinute(),
                    () -> {
                      tried.countDown();
                      return counts.numbers.get(key);
                    }));
    tried.await();
    return waiting;
  }

  private static State.Wait forAMinute() {
    return new State.Wait(Duration.ofMinutes(1), Clock.systemUTC(), Optional::empty, true);
  }

  @Test
  void await_chanceThatTimeBrings_isTakenWithoutAnyChange() {
    Counts counts = at(HERE);
    Clock clock = Clock.systemUTC();
    Instant soon = clock.instant().plusMillis(5);
    State.Wait wait = new State.Wait(Duration.ofMinutes(1), clock, () -> Optional.of(soon), true);
    Optional<Instant> result =
        counts.await(
            "a", wait, () -> Optional.of(clock.instant()).filter(now -> now.isAfter(soon)));
    assertThat(result).isPresent();
  }

  @Test
  void await_limitByAFrozenClock_endsByTheWalls() {
    Clock frozen = Clock.fixed(NOON, ZoneOffset.UTC);
    State.Wait wait = new State.Wait(Duration.ofMillis(5), frozen, Optional::empty, true);
    assertThat(at(HERE).await("a", wait, Optional::empty)).isEmpty();
  }

  @Test
  void timetable_events_comeInOrderAndOnce() {
    Counts counts = at(HERE);
    counts.events.plan("late", NOON.plusSeconds(2), "second");
    counts.events.plan("early", NOON.plusSeconds(1), "first");
    counts.events.plan("moved", NOON, "never");
    counts.events.plan("moved", NOON.plusSeconds(9), "third");
    counts.events.plan("cancelled", NOON, "never");
    counts.events.cancel("cancelled");
    assertThat(stores.nextDue()).contains(NOON.plusSeconds(1));
    assertThat(counts.events.takeDue(NOON)).isEmpty();
    List<Optional<String>> taken = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      taken.add(counts.events.takeDue(NOON.plusSeconds(10)));
    }
    assertThat(taken)
        .containsExactly(
            Optional.of("first"), Optional.of("second"), Optional.of("third"), Optional.empty());
  }

  @Test
  void timetable_afterRestore_isThatOfTheSnapshotAndSetsTheAlarm() {
    List<Instant> alarms = new ArrayList<>();
    stores.onEarlierEvent(alarms::add);
    at(HERE).events.plan("e", NOON, "event");
    Stores.Content snapshot = stores.snapshot();
    at(HERE).events.takeDue(NOON);
    assertThat(stores.nextDue()).isEmpty();
    stores.restore(snapshot);
    assertThat(stores.nextDue()).contains(NOON);
    assertThat(alarms).containsExactly(NOON, NOON);
  }

  private Counts at(Place place) {
    return stores.at(place, Counts::new);
  }

  private static final class Counts extends State {
    private final Table<String, Long> numbers = table();
    private final Table<String, Long> doubles = table();
    private final Timetable<String> events = timetable();
  }
}
