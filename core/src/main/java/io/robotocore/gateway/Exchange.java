package io.robotocore.gateway;

import io.robotocore.Fidelity;
import io.robotocore.eventstream.EventWriter;
import io.robotocore.model.Route;
import io.robotocore.protocol.Fault;
import io.robotocore.protocol.Protocol;
import io.robotocore.service.Call;
import io.robotocore.service.ErrorFields;
import io.robotocore.service.EventAnswer;
import io.robotocore.state.Blob;
import io.robotocore.state.State;
import io.robotocore.wire.Body;
import io.robotocore.wire.Endpoint;
import io.robotocore.wire.Headers;
import io.robotocore.wire.HttpRequest;
import io.robotocore.wire.HttpResponse;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.sync.RequestBody;

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
  private static final String OCTETS = "application/octet-stream";

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
            new Input(
                () -> protocol.read(route, request, target.input()),
                () -> content(request.body()),
                route.operation().streamsInput() ? 0 : request.body().length()));
    HttpResponse answer = worth(answer(protocol, outcome));
    return request.headers().contains("Origin")
        ? caller.completed(target, request.withPath(route.path()), answer)
        : answer;
  }

  /** An answer that does not come from code says so. */
  private HttpResponse worth(HttpResponse answer) {
    return target.fidelity() == Fidelity.EMULATED
        ? answer
        : answer.with("x-robotocore-fidelity", target.fidelity().name().toLowerCase(Locale.ROOT));
  }

  private HttpResponse answer(Protocol protocol, Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed) {
      return withHeaders(failed.cause(), failed(protocol, failed.fault()));
    }
    try {
      return answer(protocol, ((Outcome.Returned) outcome).output());
    } catch (RuntimeException e) {
      LOG.error("An answer of {} cannot be written", route.operation(), e);
      return failed(protocol, Faults.defect(e));
    }
  }

  /** Small contents are blobs already, so that a service can keep them without a copy. */
  private static RequestBody content(Body body) {
    Supplier<InputStream> stream =
        body instanceof Body.Bytes few ? Blob.of(few.bytes())::stream : body::stream;
    return RequestBody.fromContentProvider(stream::get, body.length(), OCTETS);
  }

  private HttpResponse answer(Protocol protocol, Object output) {
    if (output instanceof EventAnswer events) {
      return streamed(protocol, events);
    }
    return output instanceof Download download
        ? downloaded(protocol, download)
        : written(protocol, output);
  }

  /** What is small is read at once, so that the thread at hand can send it. */
  private HttpResponse downloaded(Protocol protocol, Download download) {
    HttpResponse head = written(protocol, download.response());
    long length = head.headers().first("Content-Length").map(Long::parseLong).orElse(-1L);
    Body.Stream content = new Body.Stream(download.content(), length);
    boolean few = length >= 0 && length <= Endpoint.IN_MEMORY;
    Headers headers =
        head.headers().contains("Content-Type")
            ? head.headers()
            : head.headers().with("Content-Type", OCTETS);
    return new HttpResponse(head.status(), headers, few ? Body.of(content.bytes()) : content);
  }

  private static HttpResponse withHeaders(Throwable cause, HttpResponse failure) {
    HttpResponse response = failure;
    if (cause.getCause() instanceof ErrorFields fields) {
      for (Map.Entry<String, String> header : fields.headers().entrySet()) {
        response = response.with(header.getKey(), header.getValue());
      }
    }
    return response;
  }

  /** The status is the model's, unless the response says which of several it has. */
  private HttpResponse written(Protocol protocol, Object output) {
    HttpResponse response =
        protocol.write(route.operation(), caller.call.requestId(), target.output(), output);
    return output instanceof SdkResponse sdk && sdk.sdkHttpResponse() != null
        ? new HttpResponse(sdk.sdkHttpResponse().statusCode(), response.headers(), response.body())
        : response;
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
  record Caller(Call call, Calls calls) {

    private HttpResponse completed(Target target, HttpRequest request, HttpResponse answer) {
      return calls.completed(target, call, request, answer);
    }
  }
}
