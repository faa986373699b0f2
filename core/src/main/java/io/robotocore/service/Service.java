package io.robotocore.service;

import io.robotocore.state.State;
import io.robotocore.state.Timetable;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkRequest;

/**
 * An AWS service: the SDK client interface that it speaks, the state that it keeps, and the view
 * that it gives one call of that state. Operations that the view does not override answer "not
 * implemented".
 *
 * @param <C> the SDK client interface
 * @param <S> the state
 */
public final class Service<C extends SdkClient, S extends State> {

  private final Class<C> client;
  private final Supplier<S> freshState;
  private final BiFunction<Call, S, ? extends C> view;
  private final Options<S> options;

  private Service(
      Class<C> client,
      Supplier<S> freshState,
      BiFunction<Call, S, ? extends C> view,
      Options<S> options) {
    this.client = client;
    this.freshState = freshState;
    this.view = view;
    this.options = options;
  }

  /**
   * A service with a state per account and region that does its own checks.
   *
   * @param client the SDK client interface that the service speaks
   * @param freshState makes the state of an account and region that nobody has used
   * @param view makes what serves one call of a state
   */
  public static <C extends SdkClient, S extends State> Service<C, S> of(
      Class<C> client, Supplier<S> freshState, BiFunction<Call, S, ? extends C> view) {
    return new Service<>(
        client,
        freshState,
        view,
        new Options<>(
            Keeping.OF_ITS_OWN,
            Constraints.NONE,
            Marks.NONE,
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Optional.empty()));
  }

  /** This service with a state that reaches as far as said. */
  public Service<C, S> livesPer(Extent extent) {
    return with(options.with(options.keeping.with(extent)));
  }

  /**
   * This service as another view of the states that another service keeps, which must be of the
   * same class: DynamoDB Streams shows what DynamoDB keeps.
   *
   * @param id the id of the other service
   */
  public Service<C, S> sharesStateOf(String id) {
    return with(options.with(options.keeping.with(id)));
  }

  /** This service with these checks in front of each operation. */
  public Service<C, S> checks(Constraints constraints) {
    return with(options.with(constraints));
  }

  /**
   * This service with these operations marked as ones that take long, because they compute much or
   * call code of users; each such call has a thread of its own. To wait for a change of the state
   * needs no mark.
   */
  public Service<C, S> takesLong(String... operations) {
    return with(options.with(new Marks(Set.of(operations), options.marks.completedByModel)));
  }

  /**
   * This service with the operations that its view does not override left to its model: what they
   * create can be described, listed, changed and deleted, and has no other effect. Otherwise they
   * are answered as not implemented.
   *
   * @param viewOfTheCode the class of the views
   */
  public Service<C, S> leavesRestToModel(Class<? extends C> viewOfTheCode) {
    return with(options.with(new Marks(options.marks.slow, Optional.of(viewOfTheCode))));
  }

  /** This service for anonymous callers too: it decides by itself what they may do. */
  public Service<C, S> servesAnybody() {
    return with(options.with(options.keeping.withAnybody()));
  }

  /**
   * This service with a timetable, whose events are handed over when they are due.
   *
   * @throws IllegalStateException if it has one: events that are due in one order need one
   */
  public <E> Service<C, S> onDue(Function<S, Timetable<E>> timetable, EventHandler<S, E> handler) {
    if (options.events.isPresent()) {
      throw new IllegalStateException("a service has one timetable");
    }
    DueEvents<S> events =
        (call, state, now) -> {
          Optional<E> event = timetable.apply(state).takeDue(now);
          event.ifPresent(due -> handler.handle(call, state, due));
          return event.isPresent();
        };
    return with(options.with(events));
  }

  /**
   * This service with an operation that answers with a stream of events. The SDK has such
   * operations in its asynchronous clients only, so no view can override them.
   *
   * @param request the SDK's class for the operation's request, which also says what it is called
   * @param operation how it is answered
   */
  public <I extends SdkRequest> Service<C, S> streams(
      Class<I> request, EventOperation<S, I> operation) {
    Map<String, EventOperation<S, ?>> streams = new HashMap<>(options.streams);
    streams.put(request.getSimpleName().replaceFirst("Request$", ""), operation);
    return with(options.withStreams(Map.copyOf(streams)));
  }

  /** This service with what it does with HTTP beyond its operations. */
  public Service<C, S> plainHttp(PlainHttp<S> plain) {
    return with(options.with(plain));
  }

  /** This service with a log that is told of each call of an operation after it was made. */
  public Service<C, S> tells(CallLog<S> log) {
    return with(options.with(log));
  }

  private Service<C, S> with(Options<S> other) {
    return new Service<>(client, freshState, view, other);
  }

  /** The SDK client interface that the service speaks. */
  public Class<C> client() {
    return client;
  }

  /** Makes the state of an account and region that nobody has used. */
  public Supplier<S> freshState() {
    return freshState;
  }

  /** The view that a call has of a state. */
  public C view(Call call, S state) {
    return view.apply(call, state);
  }

  /** How far a state of this service reaches. */
  public Extent extent() {
    return options.keeping.extent;
  }

  /** The id of the service whose states this one shows, if they are not its own. */
  public Optional<String> stateOwner() {
    return options.keeping.owner;
  }

  /** Whether anonymous callers get as far as its operations. */
  public boolean isForAnybody() {
    return options.keeping.anybody;
  }

  /** What is checked in front of each operation. */
  public Constraints constraints() {
    return options.constraints;
  }

  /** Whether an operation takes long. */
  public boolean isSlow(String operation) {
    return options.marks.slow.contains(operation);
  }

  /** The class of the views, if operations that it does not override are left to the model. */
  public Optional<Class<?>> completedByModel() {
    return options.marks.completedByModel;
  }

  /** How an operation is answered with a stream of events; empty if it is not. */
  public Optional<EventOperation<S, ?>> streaming(String operation) {
    return Optional.ofNullable(options.streams.get(operation));
  }

  /** What the service does with HTTP beyond its operations. */
  public Optional<PlainHttp<S>> plainHttp() {
    return options.plain;
  }

  /** What is told of each call after it was made. */
  public Optional<CallLog<S>> log() {
    return options.log;
  }

  /** Lets the next event happen that is due; false when there is none. */
  @SuppressWarnings("unchecked")
  public boolean runDue(Call call, State state, Instant now) {
    return options.events.isPresent() && options.events.get().runOne(call, (S) state, now);
  }

  /** What happens when an event is due. */
  @FunctionalInterface
  public interface EventHandler<S extends State, E> {

    /**
     * Lets an event happen; the call has the account and region of the state and the service itself
     * as principal.
     */
    void handle(Call call, S state, E event);
  }

  private interface DueEvents<S extends State> {
    boolean runOne(Call call, S state, Instant now);
  }

  /** Operations that differ from others: those that take long, and those that are not there. */
  private record Marks(Set<String> slow, Optional<Class<?>> completedByModel) {
    private static final Marks NONE = new Marks(Set.of(), Optional.empty());
  }

  /**
   * Where states are kept, and for whom: how far one reaches, the service that keeps them, if
   * another, and whether anonymous callers get there.
   */
  private record Keeping(Extent extent, Optional<String> owner, boolean anybody) {
    private static final Keeping OF_ITS_OWN = new Keeping(Extent.REGION, Optional.empty(), false);

    private Keeping with(Extent other) {
      return new Keeping(other, owner, anybody);
    }

    private Keeping with(String other) {
      return new Keeping(extent, Optional.of(other), anybody);
    }

    private Keeping withAnybody() {
      return new Keeping(extent, owner, true);
    }
  }

  private record Options<S extends State>(
      Keeping keeping,
      Constraints constraints,
      Marks marks,
      Optional<DueEvents<S>> events,
      Map<String, EventOperation<S, ?>> streams,
      Optional<PlainHttp<S>> plain,
      Optional<CallLog<S>> log) {

    private Options<S> with(Keeping other) {
      return new Options<>(other, constraints, marks, events, streams, plain, log);
    }

    private Options<S> with(Constraints other) {
      return new Options<>(keeping, other, marks, events, streams, plain, log);
    }

    private Options<S> with(Marks other) {
      return new Options<>(keeping, constraints, other, events, streams, plain, log);
    }

    private Options<S> with(DueEvents<S> other) {
      return new Options<>(keeping, constraints, marks, Optional.of(other), streams, plain, log);
    }

    private Options<S> with(PlainHttp<S> other) {
      return new Options<>(keeping, constraints, marks, events, streams, Optional.of(other), log);
    }

    private Options<S> with(CallLog<S> other) {
      return new Options<>(keeping, constraints, marks, events, streams, plain, Optional.of(other));
    }

    private Options<S> withStreams(Map<String, EventOperation<S, ?>> other) {
      return new Options<>(keeping, constraints, marks, events, other, plain, log);
    }
  }
}
