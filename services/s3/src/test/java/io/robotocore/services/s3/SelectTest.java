package io.robotocore.services.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CSVInput;
import software.amazon.awssdk.services.s3.model.CompressionType;
import software.amazon.awssdk.services.s3.model.ExpressionType;
import software.amazon.awssdk.services.s3.model.FileHeaderInfo;
import software.amazon.awssdk.services.s3.model.JSONType;
import software.amazon.awssdk.services.s3.model.QuoteFields;
import software.amazon.awssdk.services.s3.model.RecordsEvent;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.SelectObjectContentEventStream;
import software.amazon.awssdk.services.s3.model.SelectObjectContentRequest;
import software.amazon.awssdk.services.s3.model.SelectObjectContentResponseHandler;
import software.amazon.awssdk.services.s3.model.Stats;
import software.amazon.awssdk.services.s3.model.StatsEvent;

/**
 * Queries. See <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-select-sql-reference.html">.
 */
@AwsEmulator
final class SelectTest {

  private static final String PEOPLE =
      """
      name,age,city
      Ann,31,"Paris, France"
      Bob,7,Berlin
      Cid,,Bern
      """;

  private static final String LINES =
      """
      {"id": 1, "name": "a", "tags": ["x", "y"], "in": {"my key": 1.50}}
      {"id": 2, "name": null, "ok": true}
      {"id": 3, "when": "2020-02-29T12:30:00Z"}
      """;

  private final S3Client s3;
  private final S3AsyncClient async;
  private final Emulator emulator;

  SelectTest(S3Client s3, S3AsyncClient async, Emulator emulator) {
    this.s3 = s3;
    this.async = async;
    this.emulator = emulator;
  }

  @BeforeEach
  void createBucket() {
    s3.createBucket(in -> in.bucket("data"));
    put("people.csv", PEOPLE);
    put("lines.json", LINES);
  }

  private void put(String key, String text) {
    s3.putObject(in -> in.bucket("data").key(key), RequestBody.fromString(text));
  }

  private List<SelectObjectContentEventStream> events(
      Consumer<SelectObjectContentRequest.Builder> request) {
    List<SelectObjectContentEventStream> events = new ArrayList<>();
    async
        .selectObjectContent(
            in -> in.bucket("data").expressionType(ExpressionType.SQL).applyMutation(request),
            SelectObjectContentResponseHandler.builder()
                .subscriber(
                    SelectObjectContentResponseHandler.Visitor.builder()
                        .onDefault(events::add)
                        .onRecords(events::add)
                        .onStats(events::add)
                        .onProgress(events::add)
                        .onEnd(events::add)
                        .build())
                .build())
        .join();
    return events;
  }

  private String select(Consumer<SelectObjectContentRequest.Builder> request) {
    return events(request).stream()
        .filter(RecordsEvent.class::isInstance)
        .map(event -> ((RecordsEvent) event).payload().asUtf8String())
        .collect(Collectors.joining());
  }

  private String csv(String sql) {
    return select(
        in ->
            in.key("people.csv")
                .expression(sql)
                .inputSerialization(how -> how.csv(csv -> csv.fileHeaderInfo(FileHeaderInfo.USE)))
                .outputSerialization(how -> how.csv(csv -> {})));
  }

  private String json(String sql) {
    return select(
        in ->
            in.key("lines.json")
                .expression(sql)
                .inputSerialization(how -> how.json(json -> json.type(JSONType.LINES)))
                .outputSerialization(how -> how.json(json -> {})));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '~',
      value = {
        "SELECT * FROM S3Object => Ann,31,\"Paris, France\";Bob,7,Berlin;Cid,,Bern;",
        "SELECT s.name FROM S3Object s WHERE CAST(s.age AS INT) > 10 => error:CastFailed",
        "SELECT s.name FROM S3Object s WHERE s.age <> '' AND CAST(s.age AS INT) > 10 => Ann;",
        "SELECT s.\"name\", s._2 FROM S3Object s WHERE s.city LIKE 'Ber%' LIMIT 1 => Bob,7;",
        "SELECT name FROM S3Object WHERE city IN ('Bern', 'Rome') OR age BETWEEN 6 AND 8 => Bob;Cid;",
        "SELECT COUNT(*), MIN(s.name), MAX(s.name) FROM S3Object s => 3,Ann,Cid;",
        "SELECT SUM(CAST(s.age AS INT)), AVG(CAST(s.age AS INT)) FROM S3Object s WHERE s.age <> '' => 38,19;",
        "SELECT UPPER(s.name) || '!', CHAR_LENGTH(s.city), SUBSTRING(s.name, 2, 1) FROM S3Object s LIMIT 1 => ANN!,13,n;",
        "SELECT CAST(s.age AS INT) * 2 + 1, CAST(s.age AS INT) / 2, CAST(s.age AS FLOAT) / 2.0 FROM S3Object s LIMIT 1 => 63,15,15.5;",
        "SELECT CASE WHEN s.name = 'Bob' THEN 'b' ELSE 'x' END FROM S3Object s => x;b;x;",
        "SELECT NULLIF(s.name, 'Bob'), COALESCE(NULLIF(s.age, ''), 'none') FROM S3Object s => Ann,31;,7;Cid,none;",
        "SELECT TRIM(LEADING 'A' FROM s.name) FROM S3Object s WHERE NOT s.name = 'Bob' => nn;Cid;",
        "SELECT s.name FROM S3Object AS s WHERE s.name LIKE '_\\_b' ESCAPE '\\' => ''",
        "SELECT s.size FROM S3Object s => error:MissingHeaders",
        "SELECT * FROM => error:ParseSelectMissingFrom",
        "SELECT s.a b c FROM S3Object s => error:ParseUnexpectedToken",
        "SELECT s.name FROM S3Object s ORDER BY s.name => error:UnsupportedSyntax",
        "SELECT REPLACE(s.name, 'a', 'b') FROM S3Object s => error:UnsupportedFunction"
      })
  void selectObjectContent_csv(String sql, String expected) {
    if (expected.startsWith("error:")) {
      assertThatThrownBy(() -> csv(sql))
          .isInstanceOf(CompletionException.class)
          .cause()
          .isInstanceOfSatisfying(
              S3Exception.class,
              error ->
                  assertThat(error.awsErrorDetails().errorCode()).isEqualTo(expected.substring(6)));
    } else {
      assertThat(csv(sql)).isEqualTo(expected.replace("''", "").replace(";", "\n"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "SELECT s.id FROM S3Object s WHERE s.id > 1 | {\"id\":2};{\"id\":3};",
        "SELECT s.tags[1] AS t, s['in'].\"my key\" FROM S3Object[*] s LIMIT 1 | {\"t\":\"y\",\"my key\":1.50};",
        "SELECT s.name FROM S3Object s | {\"name\":\"a\"};{\"name\":null};{};",
        "SELECT s.id FROM S3Object s WHERE s.name IS NULL | {\"id\":2};{\"id\":3};",
        "SELECT s.id FROM S3Object s WHERE s.name IS MISSING | {\"id\":3};",
        "SELECT s.id FROM S3Object s WHERE s.ok = true AND s.name IS NOT MISSING | {\"id\":2};",
        "SELECT * FROM S3Object s LIMIT 1 | {\"id\":1,\"name\":\"a\",\"tags\":[\"x\",\"y\"],\"in\":{\"my key\":1.50}};",
        "SELECT COUNT(s.name) AS n FROM S3Object s | {\"n\":1};",
        "SELECT EXTRACT(YEAR FROM TO_TIMESTAMP(s.\"when\")) AS y, DATE_DIFF(day, TO_TIMESTAMP(s.\"when\"), TO_TIMESTAMP('2020-03-02T12:30Z')) AS d FROM S3Object s WHERE s.id = 3 | {\"y\":2020,\"d\":2};",
        "SELECT DATE_ADD(year, 1, TO_TIMESTAMP(s.\"when\")) AS t, TO_STRING(TO_TIMESTAMP(s.\"when\"), 'MMMM d, y') AS s FROM S3Object s WHERE s.id = 3 | {\"t\":\"2021-02-28T12:30:00Z\",\"s\":\"February 29, 2020\"};",
        "SELECT t FROM S3Object[*].tags[*] t | {\"_1\":\"x\"};{\"_1\":\"y\"};",
        "SELECT s.id + 1, -s.id FROM S3Object s WHERE s.id % 2 = 0 | {\"_1\":3,\"_2\":-2};"
      })
  void selectObjectContent_json(String sql, String expected) {
    assertThat(json(sql)).isEqualTo(expected.replace(";", "\n"));
  }

  @Test
  void selectObjectContent_utcnow_isTheEmulatorsClock() {
    emulator.clock().set(Instant.parse("2031-01-01T00:00:00Z"));
    assertThat(json("SELECT EXTRACT(YEAR FROM UTCNOW()) AS y FROM S3Object s LIMIT 1"))
        .isEqualTo("{\"y\":2031}\n");
  }

  @Test
  void selectObjectContent_document_isOneRecord() {
    put("lines.json", "{\"rules\": [{\"id\": 1}, {\"id\": 2}], \"n\": 5}");
    String all =
        select(
            in ->
                in.key("lines.json")
                    .expression("SELECT r.id FROM S3Object[*].rules[*] r WHERE r.id = 2")
                    .inputSerialization(how -> how.json(json -> json.type(JSONType.DOCUMENT)))
                    .outputSerialization(how -> how.json(json -> json.recordDelimiter(";"))));
    assertThat(all).isEqualTo("{\"id\":2};");
  }

  @Test
  void selectObjectContent_otherDelimiters_areUnderstood() {
    put("people.csv", "# people\n'a\nb'|1;'it''s'|2;");
    String all =
        select(
            in ->
                in.key("people.csv")
                    .expression("SELECT s._1, s._2 FROM S3Object s")
                    .inputSerialization(
                        how ->
                            how.csv(
                                CSVInput.builder()
                                    .fieldDelimiter("|")
                                    .recordDelimiter(";")
                                    .quoteCharacter("'")
                                    .quoteEscapeCharacter("'")
                                    .build()))
                    .outputSerialization(
                        how ->
                            how.csv(
                                csv ->
                                    csv.fieldDelimiter("\t")
                                        .recordDelimiter("\r\n")
                                        .quoteFields(QuoteFields.ALWAYS))));
    assertThat(all).isEqualTo("\"# people\n'a\nb'\"\t\"1\"\r\n\"it's\"\t\"2\"\r\n");
  }

  @ParameterizedTest
  @CsvSource({"GZIP", "BZIP2"})
  void selectObjectContent_compressed_isReadAndCounted(CompressionType type) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream compressed =
        type == CompressionType.GZIP
            ? new GZIPOutputStream(bytes)
            : new BZip2CompressorOutputStream(bytes)) {
      compressed.write(PEOPLE.getBytes(StandardCharsets.UTF_8));
    }
    s3.putObject(
        in -> in.bucket("data").key("people.z"), RequestBody.fromBytes(bytes.toByteArray()));
    List<SelectObjectContentEventStream> events =
        events(
            in ->
                in.key("people.z")
                    .expression("SELECT COUNT(*) FROM S3Object")
                    .requestProgress(progress -> progress.enabled(true))
                    .inputSerialization(how -> how.compressionType(type).csv(csv -> {}))
                    .outputSerialization(how -> how.csv(csv -> {})));
    assertThat(events)
        .extracting(event -> event.sdkEventType().toString())
        .containsExactly("Records", "Progress", "Stats", "End");
    Stats stats = ((StatsEvent) events.get(2)).details();
    assertThat(stats.bytesScanned()).isEqualTo(bytes.size());
    assertThat(stats.bytesProcessed()).isEqualTo(PEOPLE.length());
    assertThat(stats.bytesReturned()).isEqualTo(2);
  }

  /**
   * See <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_SelectObjectContent.html">.
   */
  @ParameterizedTest
  @CsvSource({"0, 4, a;", "5, 8, b;", "0, 5, a;b;", "4, 12, b;c;", ", 5, c;", ", 4, ''", "8, , c;"})
  void selectObjectContent_scanRange_isWhereRecordsBegin(Long start, Long end, String expected) {
    put("people.csv", "a,11\nb,22\nc,33\n");
    String all =
        select(
            in ->
                in.key("people.csv")
                    .expression("SELECT s._1 FROM S3Object s")
                    .scanRange(range -> range.start(start).end(end))
                    .inputSerialization(how -> how.csv(csv -> {}))
                    .outputSerialization(how -> how.csv(csv -> {})));
    assertThat(all).isEqualTo(expected.replace(";", "\n"));
  }

  @Test
  void selectObjectContent_manyRecords_comeInPieces() {
    put(
        "people.csv",
        IntStream.range(0, 20_000).mapToObj(i -> i + ",abcdefgh\n").collect(Collectors.joining()));
    List<SelectObjectContentEventStream> events =
        events(
            in ->
                in.key("people.csv")
                    .expression("SELECT * FROM S3Object")
                    .inputSerialization(how -> how.csv(csv -> {}))
                    .outputSerialization(how -> how.csv(csv -> {})));
    assertThat(events.size()).isGreaterThan(4);
  }

  @Test
  void selectObjectContent_brokenJson_endsWithAnError() {
    put("lines.json", "{\"id\": 1}\n{\"id\": ");
    assertThatThrownBy(() -> json("SELECT s.id FROM S3Object s"))
        .hasStackTraceContaining("Encountered an error parsing the JSON file.");
    assertThatThrownBy(
            () ->
                select(
                    in ->
                        in.key("none")
                            .expression("SELECT * FROM S3Object")
                            .inputSerialization(how -> how.csv(csv -> {}))
                            .outputSerialization(how -> how.csv(csv -> {}))))
        .hasStackTraceContaining("The specified key does not exist.");
  }
}
