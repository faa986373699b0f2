package io.robotocore.gateway;

import io.robotocore.Fidelity;
import io.robotocore.RecordedCall;
import io.robotocore.model.OperationModel;
import io.robotocore.protocol.Fault;
import io.robotocore.service.AccessKeys;
import io.robotocore.service.Call;
import io.robotocore.service.Randomness;
import io.robotocore.service.World;
import io.robotocore.state.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
   * @param input gives the request, or throws what is wrong with it
   * @param size about how many bytes the request has
   * @throws State.WouldBlock if the call comes to a wait and its thread must not be made to
   */
  Outcome make(Target target, Call call, Supplier<Object> input, long size) {
    Instant start = call.now();
    long began = System.nanoTime();
    Input read = new Input();
    Outcome outcome = outcome(target, call, () -> read.keep(input.get()));
    Duration duration = Duration.ofNanos(System.nanoTime() - began);
    record(target.model(), call, new Course(start, duration, read.value, outcome), size);
    return outcome;
  }

  /** Keeps in the journal that nobody has written the operation that was called. */
  Fault notImplemented(OperationModel operation, Call call) {
    Fault fault = Faults.notImplemented(operation);
    Outcome outcome = new Outcome.Failed(fault, new UnsupportedOperationException(fault.message()));
    record(operation, call, new Course(call.now(), Duration.ZERO, Optional.empty(), outcome), 0);
    return fault;
  }

  private void record(OperationModel operation, Call call, Course course, long size) {
    observers.called(operation);
    surroundings
        .journal()
        .add(
            new RecordedCall(
                operation.service().id(),
                operation.name(),
                call.account(),
                call.region(),
                call.requestId(),
                course.start,
                course.duration,
                Fidelity.EMULATED,
                course.input,
                course.outcome.recorded()),
            size);
  }

  /** The one place where exceptions become answers. */
  private Outcome outcome(Target target, Call call, Supplier<Object> input) {
    if (target.operation().slow() && !call.mayBlock()) {
      throw new State.WouldBlock();
    }
    try {
      Object request = input.get();
      validation.check(
          target.constraints(), target.model().service(), target.operation().input(), request);
      return new Outcome.Returned(target.invoke(call, surroundings.stores(), request));
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
  public Randomness random() {
    return surroundings.random();
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
  public void deliver(Runnable delivery) {
    surroundings.work().deliver(delivery);
  }

  /** How a call went. */
  private record Course(
      Instant start, Duration duration, Optional<Object> input, Outcome outcome) {}

  /** Holds on to an input, so that it is in the journal even if the call fails. */
  private static final class Input {
    private Optional<Object> value = Optional.empty();

    private Object keep(Object read) {
      value = Optional.of(read);
      return read;
    }
  }
}
