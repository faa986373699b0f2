package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Segments that make up traces. */
@AwsEmulator
final class XrayTest {

  private static final Instant START = Instant.ofEpochSecond(0x69a7bf00L);
  private static final String TRACE = "1-69a7bf00-aaaaaaaaaaaaaaaaaaaaaaaa";

  private Catalogue xray;

  @BeforeEach
  void prepare(Emulator emulator) {
    emulator.clock().freeze();
    emulator.clock().set(START.plusSeconds(60));
    xray = new Catalogue(emulator, "xray");
  }

  private static String segment(String id, double start, String more) {
    return "{'name':'shop','id':'%s','trace_id':'%s','start_time':%s%s}"
        .formatted(id.repeat(16), TRACE, START.getEpochSecond() + start, more)
        .replace('\'', '"');
  }

  private static String end(double end) {
    return ",'end_time':" + (START.getEpochSecond() + end);
  }

  private List<Object> put(String... documents) {
    Object refused =
        xray.ok("PutTraceSegments", Map.of("TraceSegmentDocuments", List.of(documents)))
            .get("UnprocessedTraceSegments");
    return List.copyOf((List<?>) java.util.Objects.requireNonNull(refused));
  }

  private Map<String, Object> summary() {
    return xray.only("GetTraceSummaries", range(0, 1), "TraceSummaries");
  }

  private static Map<String, Object> range(long from, long to) {
    return Map.of("StartTime", START.plusSeconds(from), "EndTime", START.plusSeconds(to));
  }

  @Test
  void segments_ofATrace_areReadTogether() {
    String first = segment("a", 0, end(1.5));
    String second = segment("b", 0.5, end(2) + ",'parent_id':'aaaaaaaaaaaaaaaa'");
    assertThat(put(first, second)).isEmpty();
    Map<String, Object> trace =
        xray.only("BatchGetTraces", Map.of("TraceIds", List.of(TRACE)), "Traces");
    assertThat(trace).containsEntry("Duration", 2.0);
    assertThat((List<?>) trace.get("Segments"))
        .extracting(one -> Catalogue.structure(one).get("Document"))
        .containsExactly(first, second);
  }

  @Test
  void trace_thatNobodyHasSent_isNotProcessed() {
    assertThat(
            xray.ok("BatchGetTraces", Map.of("TraceIds", List.of(TRACE)))
                .get("UnprocessedTraceIds"))
        .isEqualTo(List.of(TRACE));
  }

  @Test
  void segment_sentAgain_isThatOfBefore() {
    put(segment("a", 0, ",'in_progress':true"));
    assertThat(summary()).containsEntry("IsPartial", true);
    put(segment("a", 0, end(1)));
    assertThat(summary()).containsEntry("IsPartial", false).containsEntry("Duration", 1.0);
  }

  @Test
  void summary_tellsOfTheRootAndOfAllAnnotations() {
    put(
        segment(
            "a",
            0,
            end(1.25)
                + ",'fault':true,'user':'ann','origin':'AWS::Lambda::Function',"
                + "'annotations':{'tenant':'red'},"
                + "'http':{'request':{'method':'GET','url':'https://example.com'},"
                + "'response':{'status':500}},"
                + "'subsegments':[{'name':'db','annotations':{'rows':3}}]"),
        segment("b", 0.5, end(2) + ",'error':true,'parent_id':'aaaaaaaaaaaaaaaa'"));
    Map<String, Object> summary = summary();
    assertThat(summary)
        .containsEntry("Id", TRACE)
        .containsEntry("Duration", 2.0)
        .containsEntry("ResponseTime", 1.25)
        .containsEntry("HasFault", true)
        .containsEntry("HasError", false)
        .containsEntry(
            "Http",
            Map.of("HttpMethod", "GET", "HttpURL", "https://example.com", "HttpStatus", 500));
    assertThat(Catalogue.structure(summary.get("EntryPoint")))
        .containsEntry("Name", "shop")
        .containsEntry("Type", "AWS::Lambda::Function");
    assertThat(String.valueOf(summary.get("Annotations")))
        .contains("StringValue=red", "NumberValue=3.0");
    assertThat(String.valueOf(summary.get("Users"))).contains("UserName=ann");
  }

  @Test
  void summaries_areOfTheTimeThatIsAskedFor() {
    put(segment("a", 0, end(1)));
    assertThat(xray.list("GetTraceSummaries", range(1, 30), "TraceSummaries")).isEmpty();
    Map<String, Object> byEvent = new java.util.HashMap<>(range(50, 70));
    byEvent.put("TimeRangeType", "Event");
    assertThat(xray.list("GetTraceSummaries", byEvent, "TraceSummaries")).hasSize(1);
    assertThat(xray.error("GetTraceSummaries", range(2, 1))).isEqualTo("InvalidRequestException");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "fault | true",
        "!fault | false",
        "ok = true | false",
        "fault = true AND responsetime >= 1.25 | true",
        "duration > 1 AND duration < 2 | false",
        "(error OR throttle) OR http.status = 500 | true",
        "http.url CONTAINS \"example\" AND http.method = \"GET\" | true",
        "user = \"bob\" | false",
        "annotation.tenant = \"red\" | true",
        "annotation[rows] > 3 | false",
        "annotation.other | false",
        "service(\"shop\") | true",
        "service(\"shop\") { error } | true",
        "service(\"other\") | false",
      })
  void filter_choosesTraces(String expression, boolean chosen) {
    put(
        segment(
            "a",
            0,
            end(1.25)
                + ",'fault':true,'user':'ann','annotations':{'tenant':'red','rows':3},"
                + "'http':{'request':{'method':'GET','url':'https://example.com'},"
                + "'response':{'status':500}}"),
        segment("b", 0.5, end(2) + ",'error':true,'parent_id':'aaaaaaaaaaaaaaaa'"));
    assertThat(xray.list("GetTraceSummaries", filtered(expression), "TraceSummaries"))
        .hasSize(chosen ? 1 : 0);
  }

  private static Map<String, Object> filtered(String expression) {
    Map<String, Object> input = new java.util.HashMap<>(range(0, 1));
    input.put("FilterExpression", expression);
    return input;
  }

  @ParameterizedTest
  @ValueSource(strings = {"fault AND", "(fault", "= 5", "user = ann", "fault fault", "#"})
  void filter_thatIsNone_isRefused(String expression) {
    assertThat(xray.error("GetTraceSummaries", filtered(expression)))
        .isEqualTo("InvalidRequestException");
  }

  @Test
  void filter_thatNobodyHasWritten_isNotImplemented() {
    assertThat(xray.call("GetTraceSummaries", filtered("availabilityzone = \"a\"")).status())
        .isEqualTo(501);
  }

  @Test
  void segment_thatIsNone_isNotProcessed() {
    String other = segment("c", 0, end(1)).replace("1-69a7bf00", "2-69a7bf00");
    assertThat(put("{", other, segment("a", 0, "")))
        .extracting(one -> Catalogue.structure(one).get("ErrorCode"))
        .containsExactly("ParseError", "InvalidTraceId", "MissingField");
    assertThat(xray.list("GetTraceSummaries", range(0, 1), "TraceSummaries")).isEmpty();
  }
}
