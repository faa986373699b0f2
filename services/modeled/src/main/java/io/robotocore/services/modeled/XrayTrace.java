package io.robotocore.services.modeled;

import io.robotocore.service.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.core.document.Document;

/**
 * All segments of a trace.
 *
 * @param segments the segments, at least one
 * @see <a href="https://docs.aws.amazon.com/xray/latest/api/API_TraceSummary.html">TraceSummary</a>
 */
record XrayTrace(List<XraySegment> segments) {

  private static final double MILLIS = 1000;

  /** What filters can speak of, besides annotations and services. */
  static final Set<String> KEYWORDS =
      Set.of(
          "ok",
          "error",
          "throttle",
          "fault",
          "partial",
          "duration",
          "responsetime",
          "http.status",
          "http.url",
          "http.method",
          "http.useragent",
          "http.clientip",
          "user");

  /** What filters can speak of, by keyword. */
  Map<String, Object> facts() {
    XraySegment root = root();
    boolean failed = root.is("error") || root.is("fault") || root.is("throttle");
    Map<String, Object> facts = new HashMap<>();
    facts.put("ok", !failed);
    List.of("error", "throttle", "fault").forEach(flag -> facts.put(flag, root.is(flag)));
    facts.put("partial", isPartial());
    facts.put("duration", duration());
    facts.put("responsetime", rounded(root.end() - root.start()));
    http(root)
        .forEach(
            (name, value) ->
                facts.put(
                    "http." + name.toLowerCase(Locale.ROOT).replace("http", ""),
                    value instanceof Integer status ? (Object) status.doubleValue() : value));
    if (!root.text("user").isEmpty()) {
      facts.put("user", root.text("user"));
    }
    return facts;
  }

  /** The values of an annotation. */
  List<Object> annotated(String key) {
    return segments.stream()
        .flatMap(XraySegment::annotations)
        .filter(one -> one.getKey().equals(key))
        .flatMap(one -> value(one.getValue()).values().stream())
        .toList();
  }

  /** The segments of a service, each as if it were a trace. */
  Stream<XrayTrace> ofService(String name) {
    return segments.stream()
        .filter(one -> one.text("name").equals(name))
        .map(one -> new XrayTrace(List.of(one)));
  }

  private boolean isPartial() {
    return segments.stream().anyMatch(one -> one.is("in_progress"));
  }

  /** From the start of the first segment to the end of the last one, in seconds. */
  double duration() {
    double start = segments.stream().mapToDouble(XraySegment::start).min().orElse(0);
    double end = segments.stream().mapToDouble(XraySegment::end).max().orElse(0);
    return rounded(end - start);
  }

  private static double rounded(double seconds) {
    return Math.round(seconds * MILLIS) / MILLIS;
  }

  /** The segment that all began with, as far as it is known. */
  private XraySegment root() {
    return segments.stream()
        .filter(XraySegment::isRoot)
        .findFirst()
        .orElseGet(
            () -> segments.stream().min(Comparator.comparing(XraySegment::start)).orElseThrow());
  }

  Map<String, Object> summary(Call call) {
    XraySegment root = root();
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("Id", root.trace());
    summary.put("StartTime", Instant.ofEpochMilli(Math.round(root.start() * MILLIS)));
    summary.put("Duration", duration());
    summary.put("ResponseTime", rounded(root.end() - root.start()));
    summary.put("HasFault", root.is("fault"));
    summary.put("HasError", root.is("error"));
    summary.put("HasThrottle", root.is("throttle"));
    summary.put("IsPartial", isPartial());
    summary.put("Http", http(root));
    summary.put("Annotations", annotations(call));
    summary.put("Users", users(call));
    summary.put("ServiceIds", services(call));
    summary.put("EntryPoint", service(call, root));
    return summary;
  }

  private static Map<String, Object> http(XraySegment root) {
    Document request = XraySegment.member(root.member("http"), "request");
    Document status =
        XraySegment.member(XraySegment.member(root.member("http"), "response"), "status");
    Map<String, Object> http = new LinkedHashMap<>();
    Map.of(
            "HttpURL", "url",
            "HttpMethod", "method",
            "UserAgent", "user_agent",
            "ClientIp", "client_ip")
        .forEach(
            (member, name) ->
                Optional.of(XraySegment.text(request, name))
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> http.put(member, text)));
    if (status.isNumber()) {
      http.put("HttpStatus", status.asNumber().intValue());
    }
    return http;
  }

  private Map<String, List<Object>> annotations(Call call) {
    Map<String, List<Object>> annotations = new LinkedHashMap<>();
    for (XraySegment segment : segments) {
      segment
          .annotations()
          .forEach(
              one ->
                  annotations
                      .computeIfAbsent(one.getKey(), name -> new ArrayList<>())
                      .add(
                          Map.of(
                              "AnnotationValue",
                              value(one.getValue()),
                              "ServiceIds",
                              List.of(service(call, segment)))));
    }
    return annotations;
  }

  private static Map<String, Object> value(Document value) {
    if (value.isNumber()) {
      return Map.of("NumberValue", value.asNumber().doubleValue());
    }
    return value.isBoolean()
        ? Map.of("BooleanValue", value.asBoolean())
        : Map.of("StringValue", value.isString() ? value.asString() : "");
  }

  private List<Map<String, Object>> users(Call call) {
    return segments.stream()
        .filter(one -> !one.text("user").isEmpty())
        .map(
            one ->
                Map.<String, Object>of(
                    "UserName", one.text("user"), "ServiceIds", List.of(service(call, one))))
        .toList();
  }

  private List<Map<String, Object>> services(Call call) {
    return segments.stream()
        .filter(one -> !one.text("type").equals("subsegment"))
        .map(one -> service(call, one))
        .distinct()
        .toList();
  }

  private static Map<String, Object> service(Call call, XraySegment segment) {
    Map<String, Object> service = new LinkedHashMap<>();
    service.put("Name", segment.text("name"));
    service.put("Names", List.of(segment.text("name")));
    service.put("AccountId", call.account());
    if (!segment.text("origin").isEmpty()) {
      service.put("Type", segment.text("origin"));
    }
    return service;
  }
}
