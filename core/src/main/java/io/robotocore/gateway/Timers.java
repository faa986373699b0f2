package io.robotocore.gateway;

import io.robotocore.service.Call;
import io.robotocore.service.Principal;
import io.robotocore.state.Place;
import io.robotocore.state.State;
import io.robotocore.state.Stores;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets events of the states happen when they are due. The events themselves are data in the states;
 * here is only an alarm for the first of them.
 */
public final class Timers implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Timers.class);
  private static final URI HOME = URI.create("http://localhost");

  private final Surroundings surroundings;
  private final Services services;
  private final Calls calls;
  private final Object running = new Object();
  private @Nullable ScheduledThreadPoolExecutor alarms;
  private @Nullable ScheduledFuture<?> alarm;
  private boolean closed;

  Timers(Surroundings surroundings, Services services, Calls calls) {
    this.surroundings = surroundings;
    this.services = services;
    this.calls = calls;
    surroundings.stores().onEarlierEvent(this::setAlarm);
  }

  /** The time of the next event. */
  public Optional<Instant> next() {
    return surroundings.stores().nextDue();
  }

  /** Lets everything happen that is due at a time, in order. */
  public void runDue(Instant now) {
    boolean more = true;
    while (more) {
      more = runFirst(now);
    }
  }

  /** Lets the first thing happen that is due at a time; false if there is none. */
  private boolean runFirst(Instant now) {
    synchronized (running) {
      Optional<Due> first = first(now);
      first.ifPresent(due -> run(due, now));
      return first.isPresent();
    }
  }

  /** Looks at the clock again, because it shows another time than it would have by itself. */
  public void timeChanged() {
    surroundings.stores().timeChanged();
    next().ifPresent(this::setAlarm);
  }

  private synchronized void setAlarm(Instant at) {
    if (closed) {
      return;
    }
    if (alarms == null) {
      alarms = new ScheduledThreadPoolExecutor(1, Timers::daemon);
      alarms.setRemoveOnCancelPolicy(true);
    }
    if (alarm != null) {
      alarm.cancel(false);
    }
    long wait = Math.max(0, Duration.between(surroundings.clock().instant(), at).toMillis());
    alarm = alarms.schedule(this::ring, wait, TimeUnit.MILLISECONDS);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "robotocore-timers");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * The time has come by the system's clock; by the emulator's, which may be frozen, perhaps not,
   * and which may be set back at any moment.
   */
  private void ring() {
    boolean more = true;
    while (more) {
      more = runFirst(surroundings.clock().instant());
    }
    Instant now = surroundings.clock().instant();
    next().filter(at -> at.isAfter(now)).ifPresent(this::setAlarm);
  }

  private Optional<Due> first(Instant now) {
    List<Due> due = new ArrayList<>();
    Stores stores = surroundings.stores();
    stores.forEach(
        (place, state) ->
            state
                .nextDue()
                .filter(at -> !at.isAfter(now))
                .ifPresent(at -> due.add(new Due(place, state, at))));
    return due.stream().min(Comparator.comparing(Due::at));
  }

  private void run(Due due, Instant now) {
    try {
      Optional<String> model = DocumentTarget.modelAt(due.place);
      if (model.isPresent()) {
        services
            .document(model.get())
            .ifPresent(service -> service.runDue(call(due.place, model.get()), due.state, now));
      } else {
        services
            .find(due.place.service())
            .ifPresent(
                service ->
                    service.service().runDue(call(due.place, due.place.service()), due.state, now));
      }
    } catch (RuntimeException e) {
      LOG.error("An event of {} failed, which is a defect of the emulator", due.place, e);
    }
  }

  private Call call(Place place, String service) {
    Principal principal = Principal.service(service, place.account());
    String region = place.region().isEmpty() ? "us-east-1" : place.region();
    return new Call(principal, region, surroundings.random().uuid(), HOME, calls, true);
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (alarms != null) {
      alarms.shutdownNow();
    }
  }

  private record Due(Place place, State state, Instant at) {}
}
