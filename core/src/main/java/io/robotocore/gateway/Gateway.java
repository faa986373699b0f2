package io.robotocore.gateway;

import io.robotocore.Fidelity;
import io.robotocore.Signatures;
import io.robotocore.model.Addressee;
import io.robotocore.model.AwsModels;
import io.robotocore.model.OperationModel;
import io.robotocore.model.Route;
import io.robotocore.model.Router;
import io.robotocore.model.SigningScope;
import io.robotocore.model.Unroutable;
import io.robotocore.protocol.AwsChunked;
import io.robotocore.protocol.BodyChecksums;
import io.robotocore.protocol.Fault;
import io.robotocore.protocol.Protocol;
import io.robotocore.protocol.WireException;
import io.robotocore.service.Call;
import io.robotocore.service.Partitions;
import io.robotocore.service.Principal;
import io.robotocore.signature.Rejected;
import io.robotocore.signature.Rejected.Reason;
import io.robotocore.signature.Verifier;
import io.robotocore.wire.Endpoint;
import io.robotocore.wire.HttpRequest;
import io.robotocore.wire.HttpResponse;
import io.robotocore.wire.Spool;
import java.io.IOException;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a request from the wire to a service and its answer back. */
public final class Gateway implements Endpoint {

  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String UPLOAD_FORM = "multipart/form-data";

  /** What S3 takes in one request, 5 GiB, and the frame around its chunks. */
  private static final long LARGEST_UPLOAD = 5L * 1024 * 1024 * 1024 + 64 * 1024 * 1024;

  private final Settings settings;
  private final Surroundings surroundings;
  private final Router router;
  private final Services services;
  private final Calls calls;
  private final Timers timers;
  private final Identity identity;
  private final Authentication authentication;
  private final Control control;
  private final ContentEncoding encoding;
  private volatile Home home = new Home("", URI.create("http://localhost"));

  /**
   * A gateway to the services that a class loader sees.
   *
   * @param settings how it is set up
   * @param surroundings what it works with
   * @param loader where services are looked for
   * @param reset empties every account and region
   */
  public Gateway(Settings settings, Surroundings surroundings, ClassLoader loader, Runnable reset) {
    AwsModels models = AwsModels.load();
    this.settings = settings;
    this.surroundings = surroundings;
    this.router = new Router(models);
    this.services = new Services(models, loader);
    this.calls = new Calls(surroundings, services);
    this.timers = new Timers(surroundings, services, calls);
    this.identity = new Identity(settings.account, calls.accessKeys(), surroundings.clock());
    this.authentication =
        new Authentication(settings.signatures, new Verifier(identity::key), surroundings.clock());
    this.control = new Control(services, models, reset);
    this.encoding = new ContentEncoding(settings.maxBodySize);
  }

  /** What lets events of the states happen. */
  public Timers timers() {
    return timers;
  }

  @Override
  public long maxBodySize(HttpRequest head) {
    try {
      return maxBodySize(router.route(head).operation());
    } catch (Unroutable e) {
      return maxPlainBodySize(head);
    }
  }

  private long maxPlainBodySize(HttpRequest head) {
    return head.mediaType().equalsIgnoreCase(UPLOAD_FORM)
        ? Math.max(settings.maxBodySize, LARGEST_UPLOAD)
        : settings.maxBodySize;
  }

  private long maxBodySize(OperationModel operation) {
    return operation.streamsInput()
        ? Math.max(settings.maxBodySize, LARGEST_UPLOAD)
        : settings.maxBodySize;
  }

  @Override
  public Spool spool() {
    return new BlobSpool(surroundings.blobs().writer());
  }

  @Override
  public Task prepare(HttpRequest request) {
    if (request.path().startsWith(Control.PREFIX)) {
      return new Answered(control.answer(request));
    }
    try {
      return route(request);
    } catch (ContentEncoding.Refused e) {
      return new Answered(refuse(request, e.refusal()));
    } catch (RuntimeException e) {
      LOG.error(
          "{} {} failed, which is a defect of the emulator", request.method(), request.path(), e);
      Call call = call(Optional.empty(), request.host(), surroundings.random().uuid());
      return new Answered(refused(Addressee.unknown(request), call, Faults.defect(e), e));
    }
  }

  /** A form may name the operation, so it has to be readable. */
  private Task route(HttpRequest request) {
    boolean isForm = request.mediaType().equalsIgnoreCase(FORM);
    HttpRequest readable = isForm ? encoding.takenOff(request) : request;
    String requestId = surroundings.random().uuid();
    try {
      return answering(router.route(readable), request, requestId);
    } catch (Unroutable e) {
      if (request.body().length() > maxPlainBodySize(request)) {
        return new Answered(refuse(request, Refusal.TOO_LARGE));
      }
      Call call = call(SigningScope.of(readable), request.host(), requestId);
      Call caller = authentication.isAsked() ? call.as(Principal.ANONYMOUS) : call;
      return new Answered(plainly(e, caller, request).orElseGet(() -> unroutable(e, call)));
    }
  }

  /** The answer to a request that is for no operation, but perhaps still for a service. */
  private Optional<HttpResponse> plainly(Unroutable e, Call call, HttpRequest request) {
    return e.service()
        .flatMap(service -> services.find(service.id()))
        .flatMap(service -> service.plainRequests(surroundings.stores()))
        .flatMap(plain -> plain.answer(call, request.withPath(e.path())));
  }

  private HttpResponse unroutable(Unroutable e, Call call) {
    Fault fault = Fault.of(e.code(), e.message(), e.httpStatus());
    return refused(Addressee.of(e), call, fault, e);
  }

  private Task answering(Route route, HttpRequest request, String requestId) {
    OperationModel operation = route.operation();
    if (request.body().length() > maxBodySize(operation)) {
      return new Answered(refuse(request, Refusal.TOO_LARGE));
    }
    Call call = call(route.scope(), request.host(), requestId);
    try {
      identity.checkExpiry(route.scope());
      Call caller = authenticated(call, route, request);
      Optional<Target> target = target(operation);
      if (target.isEmpty()) {
        Fault fault = Faults.notImplemented(operation);
        Throwable cause = new UnsupportedOperationException(fault.message());
        return new Answered(refused(Addressee.of(route), call, fault, cause));
      }
      HttpRequest plain = plain(operation, request);
      return new Exchange(route, target.get(), plain, new Exchange.Caller(caller, calls));
    } catch (Rejected e) {
      return new Answered(dated(refused(Addressee.of(route), call, Rejections.of(route, e), e)));
    } catch (WireException | Services.NotAvailable e) {
      return new Answered(refused(Addressee.of(route), call, Faults.of(operation, e), e));
    }
  }

  /** The call by whoever has signed the request, or by nobody if that is enough for the service. */
  private Call authenticated(Call call, Route route, HttpRequest request) {
    try {
      authentication.check(route, request);
      return call;
    } catch (Rejected e) {
      if (e.reason() == Reason.MISSING && isForAnybody(route.operation())) {
        return call.as(Principal.ANONYMOUS);
      }
      throw e;
    }
  }

  private boolean isForAnybody(OperationModel operation) {
    return services
        .find(operation.service().id())
        .filter(typed -> typed.service().isForAnybody())
        .isPresent();
  }

  /** The request with its body as the operation is about it: no chunks, no compression. */
  private HttpRequest plain(OperationModel operation, HttpRequest request) {
    HttpRequest whole = AwsChunked.takenOff(request, this::spool);
    BodyChecksums.verify(operation, whole);
    return ContentEncoding.belongsTo(operation) ? whole : encoding.takenOff(whole);
  }

  /** The answer with the emulator's time, by which SDKs set the clock that they sign with. */
  private HttpResponse dated(HttpResponse response) {
    ZonedDateTime now = ZonedDateTime.now(surroundings.clock()).withZoneSameInstant(ZoneOffset.UTC);
    return response.with("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now));
  }

  private Optional<Target> target(OperationModel operation) {
    return services
        .target(operation)
        .filter(found -> !(settings.strict && found.fidelity() == Fidelity.SYNTHESIZED));
  }

  private Call call(Optional<SigningScope> scope, String host, String requestId) {
    String region =
        scope.map(SigningScope::region).filter(name -> !name.isEmpty()).orElse(settings.region);
    Principal principal = identity.of(scope, Partitions.of(region));
    return new Call(principal, region, requestId, home(host), calls, true);
  }

  /** The address that a client used; nearly always the one that the client before used. */
  private URI home(String host) {
    Home last = home;
    if (!last.host.equals(host)) {
      last = new Home(host, address(host));
      home = last;
    }
    return last.address;
  }

  private static URI address(String host) {
    try {
      return URI.create("http://" + host);
    } catch (IllegalArgumentException e) {
      return URI.create("http://localhost");
    }
  }

  @Override
  public HttpResponse refuse(HttpRequest head, Refusal refusal) {
    Addressee addressee = router.addressee(head);
    Call call = call(SigningScope.of(head), head.host(), surroundings.random().uuid());
    Fault fault = Faults.of(refusal, addressee);
    return refused(addressee, call, fault, new IOException(fault.message()));
  }

  /** The answer to a request that does not get as far as its service, in its client's protocol. */
  private HttpResponse refused(Addressee addressee, Call call, Fault fault, Throwable cause) {
    calls.refused(addressee, call, new Outcome.Failed(fault, cause));
    return Protocol.of(addressee.protocol()).write(addressee.service(), call.requestId(), fault);
  }

  /**
   * How a gateway is set up.
   *
   * @param account the account of requests whose access key says nothing of one
   * @param region the region of requests that are not signed
   * @param signatures whether signatures matter
   * @param maxBodySize the largest body, in bytes, that is read into memory
   * @param strict whether answers without meaning are refused
   */
  public record Settings(
      String account, String region, Signatures signatures, long maxBodySize, boolean strict) {}

  private record Home(String host, URI address) {}

  private record Answered(HttpResponse answer) implements Task {
    @Override
    public Optional<HttpResponse> answerAtOnce() {
      return Optional.of(answer);
    }
  }
}
