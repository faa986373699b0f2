package io.robotocore.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotocore.Emulator;
import io.robotocore.Snapshot;
import io.robotocore.junit5.AwsEmulator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.CompressionFormat;
import software.amazon.awssdk.services.firehose.model.ExtendedS3DestinationConfiguration;
import software.amazon.awssdk.services.firehose.model.FirehoseException;
import software.amazon.awssdk.services.firehose.model.InvalidArgumentException;
import software.amazon.awssdk.services.firehose.model.Processor;
import software.amazon.awssdk.services.firehose.model.ProcessorType;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchResponse;
import software.amazon.awssdk.services.firehose.model.Record;
import software.amazon.awssdk.services.firehose.model.ResourceNotFoundException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Records of delivery streams, which arrive in S3.
 *
 * @see <a href="https://docs.aws.amazon.com/firehose/latest/dev/basic-deliver.html">Understand data
 *     delivery</a>
 */
@AwsEmulator
final class FirehoseTest {

  private static final Instant START = Instant.parse("2026-03-04T05:06:07Z");
  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  @BeforeEach
  void prepare(Emulator emulator, S3Client s3) {
    emulator.clock().freeze();
    emulator.clock().set(START);
    s3.createBucket(in -> in.bucket("lake"));
  }

  private static void create(
      FirehoseClient firehose, Consumer<ExtendedS3DestinationConfiguration.Builder> more) {
    firehose.createDeliveryStream(
        in ->
            in.deliveryStreamName("clicks")
                .extendedS3DestinationConfiguration(
                    s3 ->
                        s3.roleARN("arn:aws:iam::123456789012:role/firehose")
                            .bucketARN("arn:aws:s3:::lake")
                            .applyMutation(more)));
  }

  private static void put(FirehoseClient firehose, String text) {
    firehose.putRecord(in -> in.deliveryStreamName("clicks").record(record(text)));
  }

  private static Record record(String text) {
    return Record.builder().data(SdkBytes.fromUtf8String(text)).build();
  }

  private static List<String> keys(S3Client s3) {
    return s3.listObjectsV2(in -> in.bucket("lake")).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  private static byte[] content(S3Client s3) {
    assertThat(keys(s3)).hasSize(1);
    return s3.getObjectAsBytes(in -> in.bucket("lake").key(keys(s3).get(0))).asByteArray();
  }

  @Test
  void records_gatherUntilTheIntervalIsOver(
      FirehoseClient firehose, S3Client s3, Emulator emulator) {
    create(firehose, s -> {});
    put(firehose, "one ");
    emulator.clock().advance(INTERVAL.minusSeconds(1));
    put(firehose, "two");
    assertThat(keys(s3)).isEmpty();
    emulator.clock().advance(Duration.ofSeconds(1));
    assertThat(content(s3)).asString().isEqualTo("one two");
    assertThat(keys(s3).get(0)).matches("2026/03/04/05/clicks-1-2026-03-04-05-06-07-" + UUID);
    emulator.clock().advance(INTERVAL);
    assertThat(keys(s3)).hasSize(1);
  }

  @Test
  void records_thatFillTheBuffer_areDeliveredAtOnce(
      FirehoseClient firehose, S3Client s3, Emulator emulator) {
    create(firehose, s -> s.bufferingHints(hints -> hints.sizeInMBs(1).intervalInSeconds(60)));
    put(firehose, "x".repeat(600_000));
    emulator.awaitIdle(LONG);
    assertThat(keys(s3)).isEmpty();
    put(firehose, "y".repeat(600_000));
    emulator.awaitIdle(LONG);
    assertThat(content(s3)).hasSize(1_200_000);
  }

  @Test
  void records_withoutBuffering_areDeliveredAtOnce(
      FirehoseClient firehose, S3Client s3, Emulator emulator) {
    create(firehose, s -> s.bufferingHints(hints -> hints.sizeInMBs(1).intervalInSeconds(0)));
    put(firehose, "now");
    emulator.awaitIdle(LONG);
    assertThat(content(s3)).asString().isEqualTo("now");
  }

  @Test
  void object_isNamedAndPackedAsAskedFor(FirehoseClient firehose, S3Client s3, Emulator emulator)
      throws IOException {
    create(
        firehose,
        s ->
            s.prefix("y=!{timestamp:yyyy}/m=!{timestamp:MM}/")
                .compressionFormat(CompressionFormat.GZIP)
                .processingConfiguration(
                    processing ->
                        processing
                            .enabled(true)
                            .processors(
                                Processor.builder()
                                    .type(ProcessorType.APPEND_DELIMITER_TO_RECORD)
                                    .build())));
    PutRecordBatchResponse answer =
        firehose.putRecordBatch(
            in -> in.deliveryStreamName("clicks").records(record("a"), record("b")));
    assertThat(answer.failedPutCount()).isZero();
    assertThat(answer.requestResponses()).doesNotHaveDuplicates().hasSize(2);
    emulator.clock().advance(INTERVAL);
    assertThat(keys(s3).get(0)).startsWith("y=2026/m=03/clicks-1-").endsWith(".gz");
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(content(s3)))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("a\nb\n");
    }
  }

  @Test
  void prefix_withoutTime_getsTheUsualOne(FirehoseClient firehose, S3Client s3, Emulator emulator) {
    create(firehose, s -> s.prefix("raw/"));
    put(firehose, "x");
    emulator.clock().advance(INTERVAL);
    assertThat(keys(s3).get(0)).startsWith("raw/2026/03/04/05/clicks-1-");
  }

  @Test
  void delivery_toABucketThatIsMissing_isTriedAgain(
      FirehoseClient firehose, S3Client s3, Emulator emulator) {
    s3.deleteBucket(in -> in.bucket("lake"));
    create(firehose, s -> {});
    put(firehose, "late");
    emulator.clock().advance(INTERVAL);
    s3.createBucket(in -> in.bucket("lake"));
    emulator.clock().advance(INTERVAL);
    assertThat(content(s3)).asString().isEqualTo("late");
  }

  @Test
  void delivery_thatDoesNotSucceedForADay_isGivenUp(
      FirehoseClient firehose, S3Client s3, Emulator emulator) {
    s3.deleteBucket(in -> in.bucket("lake"));
    create(firehose, s -> {});
    put(firehose, "lost");
    emulator.clock().advance(Duration.ofHours(25));
    s3.createBucket(in -> in.bucket("lake"));
    emulator.clock().advance(Duration.ofHours(1));
    assertThat(keys(s3)).isEmpty();
  }

  @Test
  void records_ofARestoredSnapshot_areDeliveredAgain(
      FirehoseClient firehose, S3Client s3, Emulator emulator) {
    create(firehose, s -> {});
    put(firehose, "kept");
    Snapshot before = emulator.snapshot();
    emulator.clock().advance(INTERVAL);
    emulator.clock().set(START);
    emulator.restore(before);
    assertThat(keys(s3)).isEmpty();
    emulator.clock().advance(INTERVAL);
    assertThat(content(s3)).asString().isEqualTo("kept");
  }

  @Test
  void put_ofTooMuch_orWithoutAStream_isRefused(FirehoseClient firehose) {
    create(firehose, s -> {});
    Record large = record("x".repeat(1_000_000));
    assertThatThrownBy(
            () ->
                firehose.putRecordBatch(
                    in -> in.deliveryStreamName("clicks").records(Collections.nCopies(5, large))))
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(
            () -> firehose.putRecord(in -> in.deliveryStreamName("x").record(record("y"))))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("Firehose x under account 123456789012 not found.");
  }

  @Test
  void put_toAStreamThatGoesElsewhere_isNotImplemented(FirehoseClient firehose) {
    firehose.createDeliveryStream(
        in ->
            in.deliveryStreamName("clicks")
                .httpEndpointDestinationConfiguration(
                    http ->
                        http.endpointConfiguration(e -> e.url("https://example.com"))
                            .s3Configuration(
                                s3 ->
                                    s3.roleARN("arn:aws:iam::123456789012:role/firehose")
                                        .bucketARN("arn:aws:s3:::lake"))));
    assertThatThrownBy(() -> put(firehose, "x"))
        .isInstanceOfSatisfying(
            FirehoseException.class, e -> assertThat(e.statusCode()).isEqualTo(501));
  }
}
