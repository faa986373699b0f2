package io.robotocore.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An operation of a service. */
public final class OperationModel {

  private final ServiceModel service;
  private final String name;
  private final JsonObject facts;
  private final String httpMethod;
  private final String requestUri;
  private final int responseCode;
  private final Optional<String> resultWrapper;
  private @Nullable StructureShape input;
  private @Nullable StructureShape output;

  OperationModel(ServiceModel service, String name, JsonObject facts) {
    this.service = service;
    this.name = name;
    this.facts = facts;
    JsonObject http = facts.object("http");
    httpMethod = http.textOr("method", "POST");
    requestUri = http.textOr("requestUri", "/");
    responseCode = http.intOr("responseCode", 200);
    resultWrapper = resultWrapper(facts.object("output").optional("resultWrapper"));
  }

  private Optional<String> resultWrapper(Optional<String> given) {
    boolean usual = hasOutput() && service.protocols().contains(ProtocolId.AWS_QUERY);
    return given.isEmpty() && usual ? Optional.of(name.concat("Result")) : given;
  }

  private StructureShape structure(String role) {
    String shapeName = facts.object(role).text("shape");
    return shapeName.isEmpty()
        ? new StructureShape(service, name.concat(".").concat(role), JsonObject.EMPTY)
        : service.structure(shapeName);
  }

  /** The service whose operation this is. */
  public ServiceModel service() {
    return service;
  }

  /** The name, as in {@code SendMessage}. */
  public String name() {
    return name;
  }

  /** The HTTP method. */
  public String httpMethod() {
    return httpMethod;
  }

  /**
   * The path with labels in braces, and perhaps a query string, as in <code>/{Bucket}/{Key+}?acl
   * </code>.
   */
  public String requestUri() {
    return requestUri;
  }

  /** The HTTP status of success. */
  public int responseCode() {
    return responseCode;
  }

  /** The input; a structure without members where the model has none. */
  public StructureShape input() {
    @Nullable StructureShape known = input;
    if (known == null) {
      known = structure("input");
      input = known;
    }
    return known;
  }

  /** The output; a structure without members where the model has none. */
  public StructureShape output() {
    @Nullable StructureShape known = output;
    if (known == null) {
      known = structure("output");
      output = known;
    }
    return known;
  }

  /** Whether the model gives an output. */
  public boolean hasOutput() {
    return facts.has("output");
  }

  /**
   * The element around the output in XML answers of the query protocol: the model's, or the usual
   * one.
   */
  public Optional<String> resultWrapper() {
    return resultWrapper;
  }

  /** The errors that the model declares, in its order. */
  public List<StructureShape> errors() {
    return facts.objects("errors").stream()
        .map(error -> service.structure(error.text("shape")))
        .toList();
  }

  /** How the result comes in pages. */
  public Optional<Paginator> paginator() {
    return Paginator.in(facts);
  }

  /** What clients put in front of the host name, with labels in braces. */
  public Optional<String> hostPrefix() {
    return facts.object("endpoint").optional("hostPrefix");
  }

  /** Whether clients send it without a signature. */
  public boolean unsigned() {
    return facts.text("authtype").equals("none");
  }

  /** Whether the signature does not cover the body. */
  public boolean unsignedPayload() {
    return facts.text("authtype").equals("v4-unsigned-body") || facts.flag("unsignedPayload");
  }

  /** Whether the request's body is a blob that may be too long for memory. */
  public boolean streamsInput() {
    return input().payload().filter(Member::streaming).isPresent();
  }

  /** Whether the response's body is a blob that may be too long for memory. */
  public boolean streamsOutput() {
    return output().payload().filter(Member::streaming).isPresent();
  }

  /** The member of the input that is a stream of events. */
  public Optional<Member> eventStreamInput() {
    return eventStream(input());
  }

  /** The member of the output that is a stream of events. */
  public Optional<Member> eventStreamOutput() {
    return eventStream(output());
  }

  private static Optional<Member> eventStream(StructureShape structure) {
    return structure.members().stream()
        .filter(member -> member.target() instanceof StructureShape target && target.eventStream())
        .findFirst();
  }

  /** The name of the XML element around the input, where it is not that of the shape. */
  public Optional<String> inputLocationName() {
    return facts.object("input").optional("locationName");
  }

  /** The name of the XML element around the output, where it is not that of the shape. */
  public Optional<String> outputLocationName() {
    return facts.object("output").optional("locationName");
  }

  /** The namespace of the XML element around the input. */
  public Optional<XmlNamespace> inputXmlNamespace() {
    return XmlNamespace.in(facts.object("input"));
  }

  /** The checksums of the bodies. */
  public HttpChecksum httpChecksum() {
    return HttpChecksum.in(facts);
  }

  /** Whether doing it twice is the same as doing it once, in the words of the model. */
  public boolean idempotent() {
    return facts.flag("idempotent");
  }

  /** Whether AWS advises against it. */
  public boolean deprecated() {
    return facts.flag("deprecated");
  }

  /** Whether it changes nothing, in the words of the model. */
  public boolean readOnly() {
    return facts.flag("readonly");
  }

  @Override
  public String toString() {
    return service.id() + "." + name;
  }
}
