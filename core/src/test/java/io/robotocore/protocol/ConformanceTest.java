package io.robotocore.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.gateway.TestValidation;
import io.robotocore.model.Location;
import io.robotocore.model.Member;
import io.robotocore.model.OperationModel;
import io.robotocore.model.ProtocolId;
import io.robotocore.model.Route;
import io.robotocore.model.ServiceModel;
import io.robotocore.model.ShapeType;
import io.robotocore.model.StructureShape;
import io.robotocore.model.TestModels;
import io.robotocore.wire.Body;
import io.robotocore.wire.Headers;
import io.robotocore.wire.HttpRequest;
import io.robotocore.wire.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.knowledge.TopDownIndex;
import software.amazon.smithy.model.loader.ModelAssembler;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.protocoltests.traits.AppliesTo;
import software.amazon.smithy.protocoltests.traits.HttpMalformedRequestDefinition;
import software.amazon.smithy.protocoltests.traits.HttpMalformedRequestTestCase;
import software.amazon.smithy.protocoltests.traits.HttpMalformedRequestTestsTrait;
import software.amazon.smithy.protocoltests.traits.HttpMalformedResponseBodyDefinition;
import software.amazon.smithy.protocoltests.traits.HttpMessageTestCase;
import software.amazon.smithy.protocoltests.traits.HttpRequestTestCase;
import software.amazon.smithy.protocoltests.traits.HttpRequestTestsTrait;
import software.amazon.smithy.protocoltests.traits.HttpResponseTestCase;
import software.amazon.smithy.protocoltests.traits.HttpResponseTestsTrait;

/**
 * Every test case that Smithy publishes for AWS's protocols, in the server's direction: requests
 * are read into the parameters that they stand for, outputs and errors are written as published,
 * and malformed requests are refused.
 *
 * @see <a href="https://smithy.io/2.0/additional-specs/http-protocol-compliance-tests.html">HTTP
 *     protocol compliance tests</a>
 */
class ConformanceTest {

  /** The member of an input at which AWS finds fault, and the same as Smithy publishes it. */
  private static final Pattern AT = Pattern.compile(" at '(\\w+)");

  private static final Pattern PATH = Pattern.compile("\"path\" *: *\"/(\\w+)");

  private final Model smithy =
      Model.assembler()
          .discoverModels()
          .putProperty(ModelAssembler.ALLOW_UNKNOWN_TRAITS, true)
          .assemble()
          .getResult()
          .orElseThrow();

  private final Map<String, int[]> counts = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private final Set<String> skipped = new TreeSet<>();
  private final Set<String> ofClients = new TreeSet<>();

  @Test
  void conformance_everyPublishedCase_passes() {
    smithy.getServiceShapes().forEach(this::run);

    counts.forEach(
        (protocol, count) ->
            System.out.printf(
                "Smithy protocol tests, %-9s %4d run, %4d passed, %2d skipped%n",
                protocol, count[0], count[1], count[2]));
    int run = counts.values().stream().mapToInt(count -> count[0]).sum();
    int skips = counts.values().stream().mapToInt(count -> count[2]).sum();
    System.out.printf("Smithy protocol tests, all      %4d run, %d skipped%n", run, skips);
    skipped.stream()
        .collect(Collectors.groupingBy(Skips.REASONS::get))
        .forEach((reason, cases) -> System.out.printf("Skipped, since %s: %s%n", reason, cases));
    assertThat(failures).isEmpty();
    assertThat(run).isGreaterThan(1_200);
    assertThat(skipped).as("each skip is of a case that fails").isEqualTo(Skips.REASONS.keySet());
    assertThat(ofClients).as("no server passes these").isEqualTo(Skips.OF_CLIENTS.keySet());
    assertThat(skips).isLessThanOrEqualTo(run * 2 / 100);
  }

  private void run(ServiceShape service) {
    ServiceModel model = SmithyService.model(smithy, service);
    for (OperationShape shape : TopDownIndex.of(smithy).getContainedOperations(service)) {
      OperationModel operation = model.operation(shape.getId().getName()).orElseThrow();
      shape
          .getTrait(HttpRequestTestsTrait.class)
          .ifPresent(
              cases ->
                  cases
                      .getTestCasesFor(AppliesTo.SERVER)
                      .forEach(test -> judge(model, test.getId(), () -> request(operation, test))));
      shape
          .getTrait(HttpResponseTestsTrait.class)
          .ifPresent(
              cases ->
                  cases
                      .getTestCasesFor(AppliesTo.SERVER)
                      .forEach(
                          test -> judge(model, test.getId(), () -> response(operation, test))));
      shape
          .getTrait(HttpMalformedRequestTestsTrait.class)
          .ifPresent(
              cases ->
                  cases
                      .getTestCases()
                      .forEach(test -> judge(model, test.getId(), () -> malformed(model, test))));
    }
    errors(service, model);
  }

  private void errors(ServiceShape service, ServiceModel model) {
    Set<ShapeId> errors = new TreeSet<>();
    for (OperationShape operation : TopDownIndex.of(smithy).getContainedOperations(service)) {
      errors.addAll(operation.getErrors(service));
    }
    for (ShapeId id : errors) {
      Shape error = smithy.expectShape(id);
      StructureShape shape = (StructureShape) model.shape(id.getName());
      error
          .getTrait(HttpResponseTestsTrait.class)
          .ifPresent(
              cases ->
                  cases.getTestCasesFor(AppliesTo.SERVER).stream()
                      .filter(test -> service.hasTrait(test.getProtocol()))
                      .forEach(
                          test -> judge(model, test.getId(), () -> error(model, shape, test))));
    }
  }

  private interface Case {
    void run() throws Exception;
  }

  private void judge(ServiceModel service, String id, Case test) {
    int[] count =
        counts.computeIfAbsent(
            SmithyService.protocol(service).name().toLowerCase(Locale.ROOT),
            protocol -> new int[3]);
    try {
      test.run();
      count[0]++;
      count[1]++;
    } catch (Throwable e) {
      Set<String> judgesClients = Skips.of(id, Skips.OF_CLIENTS);
      ofClients.addAll(judgesClients);
      if (judgesClients.isEmpty()) {
        failed(count, id, e);
      }
    }
  }

  private void failed(int[] count, String id, Throwable e) {
    count[0]++;
    count[2]++;
    Set<String> reasons = Skips.of(id, Skips.REASONS);
    skipped.addAll(reasons);
    if (reasons.isEmpty()) {
      failures.add(id + ": " + e);
    }
  }

  private static void request(OperationModel operation, HttpRequestTestCase test) {
    String uri = bucket(operation.service(), test) + test.getUri();
    HttpRequest request = request(test.getMethod(), uri, test.getQueryParams(), test);
    Object read = read(operation.service(), operation.name(), request);

    Map<String, Object> expected = SmithyValues.structure(operation.input(), test.getParams());
    Map<String, Object> actual = SmithyValues.withoutStreams(read);
    actual.keySet().removeIf(name -> !expected.containsKey(name) && isWholeQuery(operation, name));
    assertThat(actual).isEqualTo(expected);
  }

  /** What the router puts in front of the path when the host names a bucket of S3. */
  private static String bucket(ServiceModel service, HttpRequestTestCase test) {
    boolean inHost =
        service.id().equals("s3") && test.getResolvedHost().orElse("").startsWith("mybucket.");
    return inHost ? "/mybucket" : "";
  }

  /** Servers put every field of a query string into it, also those that a case says nothing of. */
  private static boolean isWholeQuery(OperationModel operation, String name) {
    Member member = operation.input().member(name).orElseThrow();
    return member.location() == Location.QUERY && member.target().type() == ShapeType.MAP;
  }

  private static HttpRequest request(
      String method, String uri, List<String> query, HttpMessageTestCase test) {
    byte[] body = body(test.getBody().orElse(""), mediaType(test));
    return request(method, uri, query, test.getHeaders(), body);
  }

  private static HttpRequest request(
      String method, String uri, List<String> query, Map<String, String> sent, byte[] body) {
    Headers.Builder headers = Headers.builder();
    sent.forEach(headers::add);
    int question = uri.indexOf('?');
    String path = question < 0 ? uri : uri.substring(0, question);
    List<String> fields = new ArrayList<>(query);
    if (question >= 0) {
      fields.add(0, uri.substring(question + 1));
    }
    return new HttpRequest(method, path, String.join("&", fields), headers.build(), Body.of(body));
  }

  private static String mediaType(HttpMessageTestCase test) {
    boolean cbor = test.getProtocol().getName().equals("rpcv2Cbor");
    return test.getBodyMediaType().orElse(cbor ? "application/cbor" : "");
  }

  private static byte[] body(String body, String mediaType) {
    return mediaType.equals("application/cbor")
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }

  private static Object read(ServiceModel service, String operation, HttpRequest request) {
    ProtocolId protocol = SmithyService.protocol(service);
    Route route =
        protocol.isRest()
            ? TestModels.route(service, request).orElseThrow()
            : new Route(
                service.operation(operation).orElseThrow(),
                protocol,
                request.path(),
                Map.of(),
                Optional.empty());
    Binding input = new DocumentBinding(route.operation().input());
    return Protocol.of(protocol).read(route, request, input);
  }

  private static void response(OperationModel operation, HttpResponseTestCase test)
      throws Exception {
    Map<String, Object> output = SmithyValues.structure(operation.output(), test.getParams());
    HttpResponse response =
        Protocol.of(SmithyService.protocol(operation.service()))
            .write(operation, requestId(test), new DocumentBinding(operation.output()), output);

    check(response, test);
  }

  private static void error(ServiceModel service, StructureShape shape, HttpResponseTestCase test)
      throws Exception {
    Map<String, Object> error = SmithyValues.structure(shape, test.getParams());
    String message =
        error.entrySet().stream()
            .filter(entry -> entry.getKey().equalsIgnoreCase("message"))
            .map(entry -> (String) entry.getValue())
            .findFirst()
            .orElse("");
    Fault fault =
        new Fault(
            shape.name(),
            shape.error().orElseThrow().code(),
            message,
            shape.error().orElseThrow().httpStatus(),
            Optional.of(new Fault.Detail(new DocumentBinding(shape), error)));
    HttpResponse response =
        Protocol.of(SmithyService.protocol(service)).write(Optional.of(service), "id", fault);

    check(response, test);
  }

  private static String requestId(HttpResponseTestCase test) {
    return test.getHeaders().getOrDefault("X-Amzn-Requestid", "id");
  }

  private static String header(HttpResponse response, String name) {
    return name.equals("Content-Length")
        ? Long.toString(response.body().length())
        : String.join(", ", response.headers().all(name));
  }

  /** One case expects a header in a response that only requests have. */
  private static void checkHeader(HttpResponse response, String name, String value) {
    if (!name.equals("X-Amz-Target")) {
      assertThat(header(response, name)).as(name).isEqualTo(value);
    }
  }

  private static void check(HttpResponse response, HttpResponseTestCase test) throws Exception {
    assertThat(response.status()).isEqualTo(test.getCode());
    test.getHeaders().forEach((name, value) -> checkHeader(response, name, value));
    test.getForbidHeaders()
        .forEach(name -> assertThat(response.headers().contains(name)).as(name).isFalse());
    test.getRequireHeaders()
        .forEach(name -> assertThat(response.headers().contains(name)).as(name).isTrue());
    if (test.getBody().isPresent()) {
      String mediaType = test.getBodyMediaType().orElse("");
      assertThat(Trees.of(mediaType, response.body().bytes()))
          .isEqualTo(Trees.of(mediaType, body(test.getBody().get(), mediaType)));
    }
  }

  /** What is malformed, or violates constraints that only the caller of a codec checks. */
  private static void malformed(ServiceModel service, HttpMalformedRequestTestCase test) {
    HttpMalformedRequestDefinition sent = test.getRequest();
    HttpRequest request =
        request(
            sent.getMethod(),
            sent.getUri().orElse("/"),
            sent.getQueryParams(),
            sent.getHeaders(),
            body(sent.getBody().orElse(""), ""));
    HttpResponse response = refusal(service, request);

    test.getResponse()
        .getHeaders()
        .forEach(
            (name, value) -> assertThat(response.headers().firstOr(name, "")).isEqualTo(value));
    assertThat(response.status()).isEqualTo(test.getResponse().getCode());
    test.getResponse()
        .getBody()
        .flatMap(HttpMalformedResponseBodyDefinition::getContents)
        .ifPresent(
            published -> assertThat(places(AT, text(response))).isEqualTo(places(PATH, published)));
  }

  /** Where the published answer and ours find fault; the words for what it is are AWS's own. */
  private static Set<String> places(Pattern pattern, String message) {
    return pattern
        .matcher(message)
        .results()
        .map(place -> place.group(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private static String text(HttpResponse response) {
    return new String(response.body().bytes(), StandardCharsets.UTF_8);
  }

  private static HttpResponse refusal(ServiceModel service, HttpRequest request) {
    try {
      Route route = TestModels.route(service, request).orElseThrow();
      Binding input = new DocumentBinding(route.operation().input());
      TestValidation.check(
          service, input, Protocol.of(route.protocol()).read(route, request, input));
    } catch (WireException e) {
      Fault fault = Fault.of(e.code(), e.message(), e.status());
      return Protocol.of(SmithyService.protocol(service)).write(Optional.of(service), "id", fault);
    }
    return new HttpResponse(200, Headers.none(), Body.EMPTY);
  }
}
