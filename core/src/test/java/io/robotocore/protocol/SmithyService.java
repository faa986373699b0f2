package io.robotocore.protocol;

import io.robotocore.model.ProtocolId;
import io.robotocore.model.ServiceModel;
import io.robotocore.model.TestModels;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.smithy.aws.traits.protocols.AwsQueryCompatibleTrait;
import software.amazon.smithy.aws.traits.protocols.AwsQueryErrorTrait;
import software.amazon.smithy.aws.traits.protocols.Ec2QueryNameTrait;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.knowledge.TopDownIndex;
import software.amazon.smithy.model.neighbor.Walker;
import software.amazon.smithy.model.node.ArrayNode;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.shapes.ListShape;
import software.amazon.smithy.model.shapes.MapShape;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.traits.EnumDefinition;
import software.amazon.smithy.model.traits.EnumTrait;
import software.amazon.smithy.model.traits.ErrorTrait;
import software.amazon.smithy.model.traits.HttpErrorTrait;
import software.amazon.smithy.model.traits.HttpHeaderTrait;
import software.amazon.smithy.model.traits.HttpLabelTrait;
import software.amazon.smithy.model.traits.HttpPayloadTrait;
import software.amazon.smithy.model.traits.HttpPrefixHeadersTrait;
import software.amazon.smithy.model.traits.HttpQueryParamsTrait;
import software.amazon.smithy.model.traits.HttpQueryTrait;
import software.amazon.smithy.model.traits.HttpResponseCodeTrait;
import software.amazon.smithy.model.traits.HttpTrait;
import software.amazon.smithy.model.traits.JsonNameTrait;
import software.amazon.smithy.model.traits.LengthTrait;
import software.amazon.smithy.model.traits.MediaTypeTrait;
import software.amazon.smithy.model.traits.PatternTrait;
import software.amazon.smithy.model.traits.RangeTrait;
import software.amazon.smithy.model.traits.SensitiveTrait;
import software.amazon.smithy.model.traits.SparseTrait;
import software.amazon.smithy.model.traits.StreamingTrait;
import software.amazon.smithy.model.traits.TimestampFormatTrait;
import software.amazon.smithy.model.traits.UniqueItemsTrait;
import software.amazon.smithy.model.traits.XmlAttributeTrait;
import software.amazon.smithy.model.traits.XmlFlattenedTrait;
import software.amazon.smithy.model.traits.XmlNameTrait;
import software.amazon.smithy.model.traits.XmlNamespaceTrait;

/** A service of Smithy's models, written as the model files of AWS's services are. */
final class SmithyService {

  private static final Map<String, String> PROTOCOLS =
      Map.of(
          "awsJson1_0", "json",
          "awsJson1_1", "json",
          "awsQuery", "query",
          "ec2Query", "ec2",
          "restJson1", "rest-json",
          "restXml", "rest-xml",
          "rpcv2Cbor", "smithy-rpc-v2-cbor");

  private static final Map<String, String> IDS = Map.of("AmazonS3", "s3");

  private final Model smithy;
  private final ServiceShape service;
  private final String protocol;
  private final Set<ShapeId> outermost = new HashSet<>();
  private final Map<String, ShapeId> names = new TreeMap<>();
  private final Map<String, ObjectNode> shapes = new TreeMap<>();

  private SmithyService(Model smithy, ServiceShape service) {
    this.smithy = smithy;
    this.service = service;
    protocol =
        service.getAllTraits().keySet().stream()
            .map(ShapeId::getName)
            .filter(PROTOCOLS::containsKey)
            .findFirst()
            .orElseThrow();
  }

  static ServiceModel model(Model smithy, ServiceShape service) {
    return new SmithyService(smithy, service).model();
  }

  /** The protocol of a service. */
  static ProtocolId protocol(ServiceModel service) {
    return service.protocols().get(0);
  }

  private ServiceModel model() {
    Map<String, ObjectNode> operations = new TreeMap<>();
    for (OperationShape operation : TopDownIndex.of(smithy).getContainedOperations(service)) {
      operations.put(operation.getId().getName(), operation(operation));
    }
    for (Shape shape : new Walker(smithy).walkShapes(service)) {
      if (shape.isStructureShape() || shape.isUnionShape() || !shape.isMemberShape()) {
        if (!shape.isServiceShape() && !shape.isOperationShape() && !shape.isResourceShape()) {
          shapes.put(name(shape.getId()), shape(shape));
        }
      }
    }
    String name = service.getId().getName();
    String text =
        "{\"metadata\":%s,\n\"operations\":{\n%s\n},\n\"shapes\":{\n%s\n}}\n"
            .formatted(Node.printJson(metadata()), lines(operations), lines(shapes));
    return TestModels.of(IDS.getOrDefault(name, name), text);
  }

  private static String lines(Map<String, ObjectNode> byName) {
    return byName.entrySet().stream()
        .map(entry -> "\"" + entry.getKey() + "\":" + Node.printJson(entry.getValue()))
        .collect(Collectors.joining(",\n"));
  }

  private ObjectNode metadata() {
    ObjectNode.Builder facts =
        Node.objectNodeBuilder()
            .withMember("serviceId", service.getId().getName())
            .withMember("protocols", Node.fromStrings(PROTOCOLS.get(protocol)))
            .withMember("jsonVersion", protocol.equals("awsJson1_0") ? "1.0" : "1.1");
    service
        .getTrait(XmlNamespaceTrait.class)
        .ifPresent(namespace -> facts.withMember("xmlNamespace", namespace.getUri()));
    if (service.hasTrait(AwsQueryCompatibleTrait.class)) {
      facts.withMember("awsQueryCompatible", Node.objectNode());
    }
    return facts.build();
  }

  private ObjectNode operation(OperationShape operation) {
    ObjectNode.Builder facts = Node.objectNodeBuilder().withMember("name", "");
    operation
        .getTrait(HttpTrait.class)
        .filter(http -> protocol.startsWith("rest"))
        .ifPresent(
            http ->
                facts.withMember(
                    "http",
                    Node.objectNodeBuilder()
                        .withMember("method", http.getMethod())
                        .withMember("requestUri", http.getUri().toString())
                        .withMember("responseCode", http.getCode())
                        .build()));
    operation.getOutput().ifPresent(outermost::add);
    operation.getInput().ifPresent(input -> facts.withMember("input", reference(input)));
    operation.getOutput().ifPresent(output -> facts.withMember("output", reference(output)));
    facts.withMember(
        "errors",
        operation.getErrors(service).stream()
            .map(error -> Node.objectNode().withMember("shape", name(error)))
            .collect(ArrayNode.collect()));
    return facts.build();
  }

  private ObjectNode reference(ShapeId shape) {
    ObjectNode.Builder facts = Node.objectNodeBuilder().withMember("shape", name(shape));
    smithy
        .expectShape(shape)
        .getTrait(XmlNameTrait.class)
        .ifPresent(name -> facts.withMember("locationName", name.getValue()));
    return facts.build();
  }

  /** Names are unique in a service, though not in Smithy's model. */
  private String name(ShapeId id) {
    ShapeId first = names.computeIfAbsent(id.getName(), name -> id);
    return first.equals(id) ? id.getName() : id.getName() + "_" + id.getNamespace().hashCode();
  }

  private ObjectNode shape(Shape shape) {
    ObjectNode.Builder facts = Node.objectNodeBuilder().withMember("type", type(shape));
    common(facts, shape);
    constraints(facts, shape);
    if (shape.isStructureShape() || shape.isUnionShape()) {
      structure(facts, shape);
    } else if (shape instanceof ListShape list) {
      facts.withMember("member", member(list.getMember(), true));
      facts.withMember("sparse", shape.hasTrait(SparseTrait.class));
    } else if (shape instanceof MapShape map) {
      facts.withMember("key", member(map.getKey(), true));
      facts.withMember("value", member(map.getValue(), true));
      facts.withMember("sparse", shape.hasTrait(SparseTrait.class));
    } else if (shape.isDocumentShape()) {
      facts.withMember("document", true);
    }
    return facts.build();
  }

  private static String type(Shape shape) {
    return switch (shape.getType()) {
      case STRUCTURE, UNION, DOCUMENT -> "structure";
      case LIST, SET -> "list";
      case MAP -> "map";
      case STRING, ENUM -> "string";
      case BYTE -> "byte";
      case SHORT -> "short";
      case INTEGER, INT_ENUM -> "integer";
      case LONG, BIG_INTEGER -> "long";
      case FLOAT -> "float";
      case DOUBLE, BIG_DECIMAL -> "double";
      case BOOLEAN -> "boolean";
      case BLOB -> "blob";
      case TIMESTAMP -> "timestamp";
      default -> throw new IllegalArgumentException(shape.toString());
    };
  }

  /** What shapes and members may both have. */
  private void common(ObjectNode.Builder facts, Shape shape) {
    shape
        .getTrait(TimestampFormatTrait.class)
        .map(
            format ->
                switch (format.getFormat()) {
                  case DATE_TIME -> "iso8601";
                  case HTTP_DATE -> "rfc822";
                  default -> "unixTimestamp";
                })
        .ifPresent(format -> facts.withMember("timestampFormat", format));
    shape
        .getTrait(XmlNamespaceTrait.class)
        .filter(namespace -> !shape.isStructureShape() || outermost.contains(shape.getId()))
        .ifPresent(namespace -> namespace(facts, namespace));
    if (shape.hasTrait(SensitiveTrait.class)) {
      facts.withMember("sensitive", true);
    }
    if (shape.hasTrait(StreamingTrait.class) && !shape.isUnionShape()) {
      facts.withMember("streaming", true);
    }
  }

  private static void constraints(ObjectNode.Builder facts, Shape shape) {
    shape.getTrait(LengthTrait.class).ifPresent(limits -> limits(facts, limits));
    shape
        .getTrait(RangeTrait.class)
        .ifPresent(
            limits -> {
              limits.getMin().ifPresent(min -> facts.withMember("min", min));
              limits.getMax().ifPresent(max -> facts.withMember("max", max));
            });
    shape
        .getTrait(PatternTrait.class)
        .ifPresent(pattern -> facts.withMember("pattern", pattern.getValue()));
    shape
        .getTrait(EnumTrait.class)
        .ifPresent(values -> facts.withMember("enum", Node.fromStrings(published(values))));
    if (shape.hasTrait(UniqueItemsTrait.class)) {
      facts.withMember("uniqueItems", true);
    }
  }

  private static void limits(ObjectNode.Builder facts, LengthTrait limits) {
    limits.getMin().ifPresent(min -> facts.withMember("min", min));
    limits.getMax().ifPresent(max -> facts.withMember("max", max));
  }

  /** AWS publishes its models without what is internal. */
  private static List<String> published(EnumTrait values) {
    return values.getValues().stream()
        .filter(value -> !value.getTags().contains("internal") || value.getTags().size() > 1)
        .map(EnumDefinition::getValue)
        .toList();
  }

  private static void namespace(ObjectNode.Builder facts, XmlNamespaceTrait namespace) {
    facts.withMember(
        "xmlNamespace",
        Node.objectNode()
            .withMember("uri", namespace.getUri())
            .withMember("prefix", namespace.getPrefix().orElse("")));
  }

  private void structure(ObjectNode.Builder facts, Shape shape) {
    ObjectNode.Builder members = Node.objectNodeBuilder();
    for (MemberShape member : shape.members()) {
      members.withMember(member.getMemberName(), member(member, false));
      if (member.hasTrait(HttpPayloadTrait.class) && protocol.startsWith("rest")) {
        facts.withMember("payload", member.getMemberName());
      }
    }
    facts.withMember("members", members.build());
    facts.withMember(
        "required",
        shape.members().stream()
            .filter(MemberShape::isRequired)
            .map(member -> Node.from(member.getMemberName()))
            .collect(ArrayNode.collect()));
    if (shape.isUnionShape()) {
      facts.withMember("union", true);
      facts.withMember("eventstream", shape.hasTrait(StreamingTrait.class));
    }
    shape.getTrait(ErrorTrait.class).ifPresent(error -> error(facts, shape, error));
  }

  private void error(ObjectNode.Builder facts, Shape shape, ErrorTrait error) {
    ObjectNode.Builder wire = Node.objectNodeBuilder();
    int status =
        shape
            .getTrait(AwsQueryErrorTrait.class)
            .filter(query -> protocol.equals("awsQuery"))
            .map(AwsQueryErrorTrait::getHttpResponseCode)
            .or(() -> shape.getTrait(HttpErrorTrait.class).map(HttpErrorTrait::getCode))
            .orElse(error.getDefaultHttpStatusCode());
    wire.withMember("httpStatusCode", status);
    shape
        .getTrait(AwsQueryErrorTrait.class)
        .ifPresent(query -> wire.withMember("code", query.getCode()));
    facts.withMember("exception", true).withMember("error", wire.build());
  }

  private ObjectNode member(MemberShape member, boolean inCollection) {
    ObjectNode.Builder facts = Node.objectNodeBuilder();
    boolean flattened = member.hasTrait(XmlFlattenedTrait.class);
    if (member.hasTrait(HttpPayloadTrait.class)) {
      smithy
          .expectShape(member.getTarget())
          .getTrait(XmlNamespaceTrait.class)
          .ifPresent(namespace -> namespace(facts, namespace));
    }
    facts.withMember("shape", target(member));
    common(facts, member);
    if (flattened) {
      facts.withMember("flattened", true);
    }
    if (member.hasTrait(XmlAttributeTrait.class)) {
      facts.withMember("xmlAttribute", true);
    }
    name(facts, member);
    member
        .getTrait(Ec2QueryNameTrait.class)
        .ifPresent(name -> facts.withMember("queryName", name.getValue()));
    if (!inCollection && protocol.startsWith("rest")) {
      location(facts, member);
    }
    return facts.build();
  }

  private String target(MemberShape member) {
    return member.hasTrait(XmlFlattenedTrait.class)
        ? flat(member.getTarget())
        : member.hasTrait(LengthTrait.class)
                || member.hasTrait(RangeTrait.class)
                || member.hasTrait(PatternTrait.class)
            ? narrowed(member)
            : name(member.getTarget());
  }

  /** AWS's models have constraints at shapes alone, so a member with its own has its own shape. */
  private String narrowed(MemberShape member) {
    String name = name(member.getContainer()) + "_" + member.getMemberName();
    ObjectNode.Builder facts = shape(smithy.expectShape(member.getTarget())).toBuilder();
    constraints(facts, member);
    shapes.put(name, facts.build());
    return name;
  }

  /** A flat list goes by the name of its member, whatever its entries are called elsewhere. */
  private String flat(ShapeId target) {
    if (!(smithy.expectShape(target) instanceof ListShape list)) {
      return name(target);
    }
    String name = name(target) + "Flat";
    ObjectNode entries = member(list.getMember(), true).withoutMember("locationName");
    shapes.put(name, shape(list).withMember("member", entries));
    return name;
  }

  private void name(ObjectNode.Builder facts, MemberShape member) {
    if (protocol.equals("restJson1")) {
      member
          .getTrait(JsonNameTrait.class)
          .ifPresent(name -> facts.withMember("locationName", name.getValue()));
    } else if (List.of("restXml", "awsQuery", "ec2Query").contains(protocol)) {
      boolean payload = member.hasTrait(HttpPayloadTrait.class);
      member
          .getTrait(XmlNameTrait.class)
          .or(
              () ->
                  smithy
                      .expectShape(member.getTarget())
                      .getTrait(XmlNameTrait.class)
                      .filter(name -> payload))
          .ifPresent(name -> facts.withMember("locationName", name.getValue()));
    }
  }

  private void location(ObjectNode.Builder facts, MemberShape member) {
    if (member.hasTrait(HttpLabelTrait.class)) {
      facts.withMember("location", "uri");
    } else if (member.hasTrait(HttpResponseCodeTrait.class)) {
      facts.withMember("location", "statusCode");
    } else if (member.hasTrait(HttpQueryParamsTrait.class)) {
      facts.withMember("location", "querystring");
    }
    member
        .getTrait(HttpQueryTrait.class)
        .ifPresent(
            query ->
                facts
                    .withMember("location", "querystring")
                    .withMember("locationName", query.getValue()));
    member
        .getTrait(HttpPrefixHeadersTrait.class)
        .ifPresent(
            prefix ->
                facts
                    .withMember("location", "headers")
                    .withMember("locationName", prefix.getValue()));
    member
        .getTrait(HttpHeaderTrait.class)
        .ifPresent(
            header -> {
              facts.withMember("location", "header").withMember("locationName", header.getValue());
              if (member.getMemberTrait(smithy, MediaTypeTrait.class).isPresent()) {
                facts.withMember("jsonvalue", true);
              }
            });
  }
}
