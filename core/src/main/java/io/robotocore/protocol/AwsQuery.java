package io.robotocore.protocol;

import io.robotocore.model.ListShape;
import io.robotocore.model.MapShape;
import io.robotocore.model.Member;
import io.robotocore.model.OperationModel;
import io.robotocore.model.Route;
import io.robotocore.model.ServiceModel;
import io.robotocore.model.TimestampFormat;
import io.robotocore.wire.Body;
import io.robotocore.wire.Headers;
import io.robotocore.wire.HttpRequest;
import io.robotocore.wire.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The AWS Query protocol: the operation and its input in the parameters of a form or a query
 * string, output in XML.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html">awsQuery</a>
 */
record AwsQuery() implements Protocol {

  static final AwsQuery CODEC = new AwsQuery();

  @Override
  public Object read(Route route, HttpRequest request, Binding input) {
    return structure(FormNode.of(form(request), request.query()), input);
  }

  private static String form(HttpRequest request) {
    return request.mediaType().equalsIgnoreCase("application/x-www-form-urlencoded")
        ? new String(request.body().bytes(), StandardCharsets.UTF_8)
        : "";
  }

  private static Object structure(FormNode node, Binding binding) {
    Object builder = binding.builder();
    for (Member member : binding.shape().members()) {
      node.child(member.xmlName())
          .flatMap(child -> value(member, child, binding.of(member)))
          .ifPresent(value -> binding.set(builder, member, value));
    }
    return binding.build(builder);
  }

  private static Optional<Object> value(Member member, FormNode node, Binding inside) {
    return switch (member.target().type()) {
      case STRUCTURE -> Optional.of(structure(node, inside));
      case LIST -> list(member, node, inside);
      case MAP -> map(member, node, inside);
      default -> Optional.of(simple(member, node));
    };
  }

  private static Object simple(Member member, FormNode node) {
    if (node.hasChildren()) {
      throw new WireException(
          "MalformedInput", "Start of structure or map found where not expected.");
    }
    return Texts.parse(member, node.text(), TimestampFormat.ISO8601);
  }

  private static Optional<Object> list(Member member, FormNode node, Binding inside) {
    if (!node.hasChildren()) {
      return node.text().isEmpty() ? Optional.of(List.of()) : refuse();
    }
    Member element = ((ListShape) member.target()).member();
    Optional<FormNode> elements =
        member.flattened() ? Optional.of(node) : node.child(element.xmlName());
    List<Object> list = new ArrayList<>();
    for (FormNode child : elements.map(FormNode::numbered).orElse(List.of())) {
      value(element, child, inside).ifPresent(list::add);
    }
    return Optional.of(list);
  }

  private static Optional<Object> map(Member member, FormNode node, Binding inside) {
    if (!node.hasChildren()) {
      return node.text().isEmpty() ? Optional.of(Map.of()) : refuse();
    }
    MapShape shape = (MapShape) member.target();
    Optional<FormNode> entries = member.flattened() ? Optional.of(node) : node.child("entry");
    Map<String, Object> map = new LinkedHashMap<>();
    for (FormNode entry : entries.map(FormNode::numbered).orElse(List.of())) {
      String key = entry.child(shape.key().xmlName()).map(FormNode::text).orElse("");
      entry
          .child(shape.value().xmlName())
          .flatMap(value -> value(shape.value(), value, inside))
          .ifPresent(value -> map.put(key, value));
    }
    return Optional.of(map);
  }

  private static Optional<Object> refuse() {
    throw new WireException("MalformedInput", "Unexpected text where a list or map is expected.");
  }

  @Override
  public HttpResponse write(
      OperationModel operation, String requestId, Binding binding, Object output) {
    XmlWriter xml = new XmlWriter();
    xml.open(operation.name() + "Response", operation.service().xmlNamespace());
    operation.resultWrapper().ifPresent(xml::open);
    new XmlValues(xml, TimestampFormat.ISO8601).members(binding, output);
    operation.resultWrapper().ifPresent(xml::close);
    xml.open("ResponseMetadata").text("RequestId", requestId).close("ResponseMetadata");
    xml.close(operation.name() + "Response");
    return response(operation.responseCode(), requestId, xml);
  }

  @Override
  public HttpResponse write(Optional<ServiceModel> service, String requestId, Fault fault) {
    XmlWriter xml = new XmlWriter();
    xml.open("ErrorResponse", service.flatMap(ServiceModel::xmlNamespace)).open("Error");
    xml.text("Type", fault.sender() ? "Sender" : "Receiver").text("Code", fault.code());
    xml.text("Message", fault.message());
    fault
        .detail()
        .ifPresent(
            detail ->
                new XmlValues(xml, TimestampFormat.ISO8601)
                    .members(detail.binding(), detail.value()));
    xml.close("Error").text("RequestId", requestId).close("ErrorResponse");
    return response(fault.status(), requestId, xml);
  }

  private static HttpResponse response(int status, String requestId, XmlWriter xml) {
    Headers headers = Headers.of("Content-Type", "text/xml", "x-amzn-RequestId", requestId);
    return new HttpResponse(status, headers, Body.of(xml.toString()));
  }
}
