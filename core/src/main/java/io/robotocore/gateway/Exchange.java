package io.robotocore.gateway;

import io.robotocore.eventstream.EventWriter;
import io.robotocore.model.Route;
import io.robotocore.protocol.Fault;
import io.robotocore.protocol.Protocol;
import io.robotocore.service.Call;
import io.robotocore.service.EventAnswer;
import io.robotocore.state.State;
import io.robotocore.wire.Body;
import io.robotocore.wire.Endpoint;
import io.robotocore.wire.HttpRequest;
import io.robotocore.wire.HttpResponse;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A request to a typed service that is understood as far as its operation.
 *
 * @param route what it asks for
 * @param target what answers
 * @param request the request itself
 * @param caller who asks
 */
record Exchange(Route route, Target target, HttpRequest request, Caller caller)
    implements Endpoint.Task {

  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

  @Override
  public Optional<HttpResponse> answerAtOnce() {
    try {
      return Optional.of(answer(caller.call.hurried()));
    } catch (State.WouldBlock e) {
      return Optional.empty();
    }
  }

  @Override
  public HttpResponse answer() {
    return answer(caller.call);
  }

  private HttpResponse answer(Call call) {
    Protocol protocol = Protocol.of(route.protocol());
    Outcome outcome =
        caller.calls.make(
            target,
            call,
            () -> protocol.read(route, request, target.operation().input()),
            request.body().length());
    if (outcome instanceof Outcome.Failed failed) {
      return failed(protocol, failed.fault());
    }
    Object output = ((Outcome.Returned) outcome).output();
    try {
      return output instanceof EventAnswer answer
          ? streamed(protocol, answer)
          : written(protocol, output);
    } catch (RuntimeException e) {
      LOG.error("An answer of {} cannot be written", route.operation(), e);
      return failed(protocol, Faults.defect(e));
    }
  }

  private HttpResponse written(Protocol protocol, Object output) {
    return protocol.write(
        route.operation(), caller.call.requestId(), target.operation().output(), output);
  }

  /** A REST protocol has the rest of the output in headers, the others in a message of its own. */
  private HttpResponse streamed(Protocol protocol, EventAnswer answer) {
    HttpResponse head = written(protocol, answer.response());
    EventWriter writer = new EventWriter(route.operation(), route.protocol());
    byte[] first =
        route.protocol().isRest() ? new byte[0] : writer.initialResponse(head.body().bytes());
    return new HttpResponse(
        head.status(),
        head.headers().without("Content-Type").with("Content-Type", EventWriter.CONTENT_TYPE),
        Body.of(new EventMessages(route.operation(), writer, answer.events(), first), -1));
  }

  private HttpResponse failed(Protocol protocol, Fault fault) {
    return protocol.write(Optional.of(route.operation().service()), caller.call.requestId(), fault);
  }

  /**
   * Who asks, and what makes the call.
   *
   * @param call the call
   * @param calls what makes it
   */
  record Caller(Call call, Calls calls) {}
}
