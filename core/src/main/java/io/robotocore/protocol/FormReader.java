package io.robotocore.protocol;

import io.robotocore.model.ListShape;
import io.robotocore.model.MapShape;
import io.robotocore.model.Member;
import io.robotocore.model.TimestampFormat;
import io.robotocore.wire.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the parameters of a query into values.
 *
 * @param ec2 whether names and lists are those of the EC2 protocol, where every list is flat
 */
record FormReader(boolean ec2) {

  private static final String QUEUE_URL = "QueueUrl";

  Object read(HttpRequest request, Binding input) {
    FormNode root = FormNode.of(form(request), request.query());
    if (namesQueueByPath(request, root, input)) {
      root.add(QUEUE_URL, request.path());
    }
    return structure(root, input);
  }

  /**
   * Whether a request is sent to the URL of the queue that it is about, as SQS documents it,
   * instead of naming it in a parameter.
   */
  private static boolean namesQueueByPath(HttpRequest request, FormNode root, Binding input) {
    return request.path().length() > 1
        && root.child(QUEUE_URL).isEmpty()
        && input.shape().member(QUEUE_URL).isPresent();
  }

  private static String form(HttpRequest request) {
    return request.mediaType().equalsIgnoreCase("application/x-www-form-urlencoded")
        ? new String(request.body().bytes(), StandardCharsets.UTF_8)
        : "";
  }

  private Object structure(FormNode node, Binding binding) {
    Object builder = binding.builder();
    for (Member member : binding.shape().members()) {
      node.child(ec2 ? member.ec2Name() : member.xmlName())
          .flatMap(child -> value(member, child, binding.of(member)))
          .ifPresent(value -> binding.set(builder, member, value));
    }
    return binding.build(builder);
  }

  private Optional<Object> value(Member member, FormNode node, Binding inside) {
    return switch (member.target().type()) {
      case STRUCTURE -> Optional.of(structure(node, inside));
      case LIST -> list(member, node, inside);
      case MAP -> map(member, node, inside);
      default -> Optional.of(simple(member, node));
    };
  }

  private static Object simple(Member member, FormNode node) {
    if (node.hasChildren()) {
      throw Texts.LENIENT.refused("Start of structure or map found where not expected.");
    }
    return Texts.LENIENT.parse(member, node.text(), TimestampFormat.ISO8601);
  }

  private Optional<Object> list(Member member, FormNode node, Binding inside) {
    if (!node.hasChildren()) {
      return node.text().isEmpty() ? Optional.of(List.of()) : refuse();
    }
    Member element = ((ListShape) member.target()).member();
    Optional<FormNode> elements =
        ec2 || member.flattened() ? Optional.of(node) : node.child(element.xmlName());
    List<Object> list = new ArrayList<>();
    for (FormNode child : elements.map(FormNode::numbered).orElse(List.of())) {
      value(element, child, inside).ifPresent(list::add);
    }
    return Optional.of(list);
  }

  private Optional<Object> map(Member member, FormNode node, Binding inside) {
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
    throw Texts.LENIENT.refused("Unexpected text where a list or map is expected.");
  }
}
