package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * AWS X-Ray: the segments that applications send, and the traces that they make up.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html">X-Ray
 *     segment documents</a>
 */
final class Xray implements Behaviour {

  private static final String SEGMENT = "tracesegment";
  private static final String CONTENT = "content";
  private static final String DOCUMENT = "document";

  @Override
  public Map<String, Answer> operations() {
    return Map.of(
        "PutTraceSegments", Xray::put,
        "BatchGetTraces", Xray::traces,
        "GetTraceSummaries", Xray::summaries);
  }

  private static Map<String, Object> put(Scene scene) {
    List<Map<String, Object>> unprocessed = new ArrayList<>();
    for (String document : texts(scene, "TraceSegmentDocuments")) {
      Optional<XraySegment> segment = XraySegment.read(document);
      Optional<String> fault =
          segment.isEmpty() ? Optional.of("ParseError") : segment.get().fault();
      fault.ifPresent(
          code -> unprocessed.add(refused(segment.map(XraySegment::id).orElse(""), code)));
      if (fault.isEmpty()) {
        keep(scene, document, segment.orElseThrow());
      }
    }
    return Map.of("UnprocessedTraceSegments", unprocessed);
  }

  private static Map<String, Object> refused(String id, String code) {
    Map<String, Object> refused = new LinkedHashMap<>();
    refused.put("ErrorCode", code);
    refused.put("Message", "Invalid segment. ErrorCode: " + code);
    if (!id.isEmpty()) {
      refused.put("Id", id);
    }
    return refused;
  }

  /** Keeps a segment, in place of what was sent of it before. */
  private static void keep(Scene scene, String document, XraySegment segment) {
    scene
        .state()
        .put(
            Entity.of(
                new EntityKey(SEGMENT, segment.trace(), segment.id()),
                Map.of(DOCUMENT, document, CONTENT, segment),
                scene.call().now()));
  }

  private static Map<String, Object> traces(Scene scene) {
    List<Map<String, Object>> traces = new ArrayList<>();
    List<String> unprocessed = new ArrayList<>();
    for (String id : texts(scene, "TraceIds")) {
      List<Entity> segments = scene.state().all(SEGMENT, id).toList();
      if (segments.isEmpty()) {
        unprocessed.add(id);
      } else {
        traces.add(trace(id, segments));
      }
    }
    return Map.of("Traces", traces, "UnprocessedTraceIds", unprocessed);
  }

  private static Map<String, Object> trace(String id, List<Entity> segments) {
    return Map.of(
        "Id",
        id,
        "Duration",
        trace(segments.stream()).duration(),
        "LimitExceeded",
        false,
        "Segments",
        segments.stream()
            .map(
                one -> Map.of("Id", one.key().id(), "Document", one.attribute(DOCUMENT).orElse("")))
            .toList());
  }

  private static XrayTrace trace(Stream<Entity> segments) {
    return new XrayTrace(
        segments.map(one -> (XraySegment) one.attribute(CONTENT).orElseThrow()).toList());
  }

  private static Map<String, Object> summaries(Scene scene) {
    Instant start = time(scene, "StartTime");
    Instant end = time(scene, "EndTime");
    if (end.isBefore(start)) {
      throw new DocumentError(
          "InvalidRequestException",
          "StartTime must be before EndTime",
          Map.of("Message", "StartTime must be before EndTime"));
    }
    Map<String, List<Entity>> byTrace = new LinkedHashMap<>();
    scene
        .state()
        .all(SEGMENT)
        .forEach(
            one -> byTrace.computeIfAbsent(one.key().scope(), id -> new ArrayList<>()).add(one));
    boolean byEvent = !"TraceId".equals(scene.input().getOrDefault("TimeRangeType", "TraceId"));
    byTrace
        .values()
        .removeIf(
            segments ->
                segments.stream()
                    .map(one -> byEvent ? one.life().changed() : began(one))
                    .noneMatch(at -> !at.isBefore(start) && !at.isAfter(end)));
    return Map.of(
        "TraceSummaries",
        byTrace.values().stream()
            .map(segments -> trace(segments.stream()))
            .filter(filter(scene))
            .map(trace -> trace.summary(scene.call()))
            .toList(),
        "ApproximateTime",
        scene.call().now(),
        "TracesProcessedCount",
        (long) byTrace.size());
  }

  private static Predicate<XrayTrace> filter(Scene scene) {
    return scene.input().get("FilterExpression") instanceof String filter && !filter.isBlank()
        ? XrayFilter.of(filter)
        : trace -> true;
  }

  private static Instant began(Entity segment) {
    return ((XraySegment) segment.attribute(CONTENT).orElseThrow()).traceTime();
  }

  private static Instant time(Scene scene, String member) {
    return scene.input().get(member) instanceof Instant time ? time : scene.call().now();
  }

  private static List<String> texts(Scene scene, String member) {
    return scene.input().get(member) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }
}
