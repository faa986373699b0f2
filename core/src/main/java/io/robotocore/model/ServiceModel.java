package io.robotocore.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The API of one AWS service. */
public final class ServiceModel {

  private final String id;
  private final ModelText text;
  private final JsonObject metadata;
  private final List<ProtocolId> protocols;
  private final Map<String, OperationModel> operations = new ConcurrentHashMap<>();
  private final Map<String, Shape> shapes = new ConcurrentHashMap<>();
  private @Nullable Map<String, StructureShape> errorsByCode;

  ServiceModel(String id, ModelText text) {
    this.id = id;
    this.text = text;
    metadata = text.metadata();
    protocols = protocols(metadata);
  }

  private static List<ProtocolId> protocols(JsonObject metadata) {
    List<ProtocolId> protocols = new ArrayList<>();
    for (String name : metadata.texts("protocols")) {
      protocols.add(ProtocolId.of(name, metadata.text("jsonVersion")));
    }
    return List.copyOf(protocols);
  }

  /**
   * The name that this project uses: {@code sqs}, {@code dynamodbstreams}, {@code apigatewayv2}.
   */
  public String id() {
    return id;
  }

  /** The name that AWS uses: {@code SQS}, {@code DynamoDB Streams}, {@code ApiGatewayV2}. */
  public String serviceId() {
    return metadata.text("serviceId");
  }

  /** The name in full: {@code Amazon Simple Queue Service}. */
  public String fullName() {
    return metadata.text("serviceFullName");
  }

  /** The first part of the host name. */
  public String endpointPrefix() {
    return metadata.text("endpointPrefix");
  }

  /** The service in the scope of a signature. */
  public String signingName() {
    return metadata.textOr("signingName", endpointPrefix());
  }

  /** The version of the API, a date. */
  public String apiVersion() {
    return metadata.text("apiVersion");
  }

  /** What stands before the operation in {@code X-Amz-Target}. */
  public Optional<String> targetPrefix() {
    return metadata.optional("targetPrefix");
  }

  /** The namespace of XML answers. */
  public Optional<String> xmlNamespace() {
    return metadata.optional("xmlNamespace");
  }

  /**
   * The version of AWS JSON: {@code 1.0} or {@code 1.1}; empty for a service that does not speak
   * it.
   */
  public String jsonVersion() {
    return metadata.text("jsonVersion");
  }

  /** Whether one endpoint serves all regions. */
  public boolean isGlobal() {
    return metadata.has("globalEndpoint");
  }

  /** Whether errors in other protocols carry the code that they have in the query protocol. */
  public boolean awsQueryCompatible() {
    return metadata.has("awsQueryCompatible");
  }

  /** Whether clients may show a bearer token instead of a signature. */
  public boolean takesBearerTokens() {
    return metadata.texts("auth").contains("smithy.api#httpBearerAuth");
  }

  /** Every protocol that the service speaks, the one that SDKs prefer first. */
  public List<ProtocolId> protocols() {
    return protocols;
  }

  /** The operation of this name. */
  public Optional<OperationModel> operation(String name) {
    @Nullable OperationModel known = operations.get(name);
    return known != null ? Optional.of(known) : readOperation(name);
  }

  private Optional<OperationModel> readOperation(String name) {
    Optional<JsonObject> facts = text.operation(name);
    if (facts.isEmpty()) {
      return Optional.empty();
    }
    OperationModel read = new OperationModel(this, name, facts.get());
    @Nullable OperationModel other = operations.putIfAbsent(name, read);
    return Optional.of(other == null ? read : other);
  }

  /** The names of all operations, sorted. */
  public Collection<String> operationNames() {
    return text.operationNames();
  }

  /**
   * The shape of this name.
   *
   * @throws IllegalArgumentException if the service has none
   */
  public Shape shape(String name) {
    @Nullable Shape known = shapes.get(name);
    return known != null ? known : readShape(name);
  }

  private Shape readShape(String name) {
    Shape read = Shape.of(this, name, text.shape(name));
    @Nullable Shape other = shapes.putIfAbsent(name, read);
    return other == null ? read : other;
  }

  /** The names of all shapes, sorted. */
  public Collection<String> shapeNames() {
    return text.shapeNames();
  }

  StructureShape structure(String name) {
    return (StructureShape) shape(name);
  }

  /** The modelled error whose shape or code is called so. */
  public Optional<StructureShape> error(String shapeNameOrCode) {
    @Nullable Map<String, StructureShape> known = errorsByCode;
    if (known == null) {
      known = readErrors();
      errorsByCode = known;
    }
    return Optional.ofNullable(known.get(shapeNameOrCode));
  }

  private Map<String, StructureShape> readErrors() {
    Map<String, StructureShape> errors = new HashMap<>();
    for (String name : text.errorNames()) {
      StructureShape shape = structure(name);
      shape.error().ifPresent(error -> errors.putIfAbsent(error.code(), shape));
    }
    for (String name : text.errorNames()) {
      errors.put(name, structure(name));
    }
    return Map.copyOf(errors);
  }

  @Override
  public String toString() {
    return id;
  }
}
