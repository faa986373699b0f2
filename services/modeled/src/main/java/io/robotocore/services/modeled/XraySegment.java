package io.robotocore.services.modeled;

import io.robotocore.service.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.document.Document;

/**
 * A segment, or a part of one.
 *
 * @param content what an application tells of it
 */
record XraySegment(Document content) {

  private static final String TRACE = "1-[0-9a-f]{8}-[0-9a-f]{24}";

  /** The segment of a document; empty if it is not an object of JSON. */
  static Optional<XraySegment> read(String document) {
    return Json.read(document.getBytes(StandardCharsets.UTF_8))
        .filter(Document::isMap)
        .map(XraySegment::new);
  }

  /** The code of what is wrong with it; empty if nothing is. */
  Optional<String> fault() {
    if (!trace().matches(TRACE)) {
      return Optional.of("InvalidTraceId");
    }
    if (!id().matches("[0-9a-f]{16}")) {
      return Optional.of("InvalidSegmentId");
    }
    boolean timed = member("start_time").isNumber();
    boolean over = member("end_time").isNumber() || is("in_progress");
    boolean named = !text("name").isEmpty();
    return timed && over && named ? Optional.empty() : Optional.of("MissingField");
  }

  String id() {
    return text("id");
  }

  String trace() {
    return text("trace_id");
  }

  /** The time that is part of the trace's id. */
  Instant traceTime() {
    return Instant.ofEpochSecond(HexFormat.fromHexDigitsToLong(trace().split("-", 3)[1]));
  }

  /** Whether no other segment has called for it. */
  boolean isRoot() {
    return text("parent_id").isEmpty();
  }

  double start() {
    return member("start_time").asNumber().doubleValue();
  }

  /** When it ended, or what is known of it. */
  double end() {
    return member("end_time").isNumber() ? member("end_time").asNumber().doubleValue() : start();
  }

  boolean is(String flag) {
    return member(flag).isBoolean() && member(flag).asBoolean();
  }

  String text(String name) {
    return text(content, name);
  }

  static String text(Document of, String name) {
    Document value = member(of, name);
    return value.isString() ? value.asString() : "";
  }

  Document member(String name) {
    return member(content, name);
  }

  static Document member(Document of, String name) {
    return of.isMap() ? of.asMap().getOrDefault(name, Document.fromNull()) : Document.fromNull();
  }

  /** The annotations of it and of all its parts. */
  Stream<Map.Entry<String, Document>> annotations() {
    Document own = member("annotations");
    Document parts = member("subsegments");
    List<Document> within = parts.isList() ? parts.asList() : List.of();
    return Stream.concat(
        own.isMap() ? own.asMap().entrySet().stream() : Stream.empty(),
        within.stream().flatMap(part -> new XraySegment(part).annotations()));
  }
}
