package io.robotocore.gateway;

import io.robotocore.Fidelity;
import io.robotocore.RecordedCall;
import io.robotocore.model.Addressee;
import io.robotocore.model.OperationModel;
import io.robotocore.model.ServiceModel;
import io.robotocore.service.AccessKeys;
import io.robotocore.service.Call;
import io.robotocore.service.Randomness;
import io.robotocore.service.Tagged;
import io.robotocore.service.World;
import io.robotocore.state.Blobs;
import io.robotocore.state.Place;
import io.robotocore.state.State;
import io.robotocore.wire.HttpRequest;
import io.robotocore.wire.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkClient;

/**
 * Makes calls of services, whether they came over the wire or from another service, and keeps them
 * in the journal.
 */
final class Calls implements World {

  private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

  private final Surroundings surroundings;
  private final Services services;
  private final AccessKeys accessKeys;
  private final Validation validation = new Validation();
  private final Observers observers = new Observers();

  Calls(Surroundings surroundings, Services services) {
    this.surroundings = surroundings;
    this.services = services;
    this.accessKeys = new AccessKeys(surroundings.stores(), surroundings.random());
  }

  /**
   * Makes a call.
   *
   * @param target what is called
   * @param call who calls
   * @param input what goes into the call
   * @throws State.WouldBlock if the call comes to a wait and its thread must not be made to
   */
  Outcome make(Target target, Call call, Input input) {
    Instant start = call.now();
    long began = System.nanoTime();
    Kept read = new Kept(input.request());
    Outcome outcome = outcome(target, call, new Input(read, input.content(), input.size()));
    Duration duration = Duration.ofNanos(System.nanoTime() - began);
    Course course = new Course(start, duration, read.value, outcome);
    target.tell(call, surroundings.stores(), record(Called.of(target), call, course, input.size()));
    return outcome;
  }

  /** Keeps in the journal a call that does not get as far as its service. */
  void refused(Addressee addressee, Call call, Outcome.Failed outcome) {
    Course course = new Course(call.now(), Duration.ZERO, Optional.empty(), outcome);
    record(Called.of(addressee), call, course, 0);
  }

  /** An answer with the headers that it has because of the page that a browser shows. */
  HttpResponse completed(Target target, Call call, HttpRequest request, HttpResponse answer) {
    return target.completed(call, surroundings.stores(), request, answer);
  }

  private RecordedCall record(Called called, Call call, Course course, long size) {
    if (!called.operation.isEmpty()) {
      observers.called(called.service, called.operation);
    }
    RecordedCall recorded =
        new RecordedCall(
            called.service,
            called.operation,
            call.account(),
            call.region(),
            call.requestId(),
            course.start,
            course.duration,
            called.fidelity,
            course.input,
            course.outcome.recorded());
    surroundings.journal().add(recorded, size);
    return recorded;
  }

  /** The one place where exceptions become answers. */
  private Outcome outcome(Target target, Call call, Input input) {
    if (target.slow() && !call.mayBlock()) {
      throw new State.WouldBlock();
    }
    try {
      Object request = input.request().get();
      validation.check(target.constraints(), target.model().service(), target.input(), request);
      return new Outcome.Returned(target.invoke(call, surroundings.stores(), request, input));
    } catch (State.WouldBlock e) {
      throw e;
    } catch (Throwable thrown) {
      if (!Faults.isExpected(thrown)) {
        LOG.error("{} failed, which is a defect of the emulator", target.model(), thrown);
      }
      return new Outcome.Failed(Faults.of(target.model(), thrown), thrown);
    }
  }

  @Override
  public Clock clock() {
    return surroundings.clock();
  }

  @Override
  public Duration transitionTime() {
    return surroundings.transitionTime();
  }

  @Override
  public Randomness random() {
    return surroundings.random();
  }

  @Override
  public <S extends State> Map<Place, S> states(Call call, Class<S> type) {
    Map<Place, S> states = new HashMap<>();
    surroundings
        .stores()
        .forEach(
            (place, state) -> {
              boolean near = place.region().isEmpty() || place.region().equals(call.region());
              if (near && place.account().equals(call.account()) && type.isInstance(state)) {
                states.put(place, type.cast(state));
              }
            });
    return states;
  }

  @Override
  public List<Tagged> tagged(Call call) {
    return services.tagged(call, surroundings.stores());
  }

  @Override
  public Blobs blobs() {
    return surroundings.blobs();
  }

  @Override
  public AccessKeys accessKeys() {
    return accessKeys;
  }

  @Override
  public <C extends SdkClient> C client(Call call, Class<C> client) {
    TypedService<?, ?> service =
        services
            .speaking(client)
            .orElseThrow(
                () ->
                    new Services.NotAvailable(
                        "Service %s is not available in this emulator"
                            .formatted(client.getSimpleName().replaceFirst("Client$", "")),
                        null));
    return ServiceClient.of(client, service, this, call);
  }

  @Override
  public boolean offers(String service) {
    try {
      return services.find(service).isPresent();
    } catch (Services.NotAvailable e) {
      return false;
    }
  }

  @Override
  public void deliver(Runnable delivery) {
    surroundings.work().deliver(delivery);
  }

  /** What was called by name; empty where that is not known. */
  private record Called(String service, String operation, Fidelity fidelity) {

    private static Called of(Target target) {
      OperationModel operation = target.model();
      return new Called(operation.service().id(), operation.name(), target.fidelity());
    }

    private static Called of(Addressee addressee) {
      return new Called(
          addressee.service().map(ServiceModel::id).orElse(""),
          addressee.operation().map(OperationModel::name).orElse(""),
          Fidelity.EMULATED);
    }
  }

  /** How a call went. */
  private record Course(
      Instant start, Duration duration, Optional<Object> input, Outcome outcome) {}

  /** Holds on to a request, so that it is in the journal even if the call fails. */
  private static final class Kept implements Supplier<Object> {
    private final Supplier<Object> source;
    private Optional<Object> value = Optional.empty();

    private Kept(Supplier<Object> source) {
      this.source = source;
    }

    @Override
    public Object get() {
      Object read = source.get();
      value = Optional.of(read);
      return read;
    }
  }
}
