package io.robotocore.services.s3.select;

import io.robotocore.service.Events;
import io.robotocore.state.Blob;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.CompressionType;
import software.amazon.awssdk.services.s3.model.ExpressionType;
import software.amazon.awssdk.services.s3.model.InputSerialization;
import software.amazon.awssdk.services.s3.model.JSONType;
import software.amazon.awssdk.services.s3.model.SelectObjectContentEventStream;
import software.amazon.awssdk.services.s3.model.SelectObjectContentRequest;

/** The answer to a query over an object: its records, as they are found, and some numbers. */
public final class Selection implements Events {

  private static final int CHUNK = 64 * 1024;

  private final SelectObjectContentRequest request;
  private final Query query;
  private final Output output;
  private final Counted scanned;
  private final Counted processed;
  private final Rows rows;
  private final Deque<SdkPojo> last = new ArrayDeque<>();
  private Optional<SdkPojo> first;
  private boolean ended;
  private long returned;

  /**
   * Begins a query, and looks for its first records, so that what is wrong with it is known soon.
   *
   * @param request the query
   * @param content the object
   * @param now the time
   * @throws software.amazon.awssdk.services.s3.model.S3Exception if it cannot be answered
   */
  public Selection(SelectObjectContentRequest request, Blob content, Instant now) {
    if (request.expressionType() != ExpressionType.SQL) {
      throw SelectError.expressionType();
    }
    this.request = request;
    this.query = new Query(request.expression(), now.atOffset(ZoneOffset.UTC));
    this.output = Output.of(request.outputSerialization());
    try {
      scanned = new Counted(scanned(content).stream());
      processed = new Counted(plain(scanned));
      rows = rows(processed);
      first = Optional.of(records());
    } catch (IOException e) {
      throw SelectError.compression();
    }
  }

  private InputSerialization input() {
    return request.inputSerialization();
  }

  private Blob scanned(Blob content) throws IOException {
    if (request.scanRange() == null) {
      return content;
    }
    boolean lines = input().csv() != null || input().json().type() == JSONType.LINES;
    if (!lines || isCompressed()) {
      throw SelectError.scanRange();
    }
    String delimiter =
        Optional.ofNullable(input().csv()).map(csv -> csv.recordDelimiter()).orElse("\n");
    return new ScannedRange(content, delimiter).of(request.scanRange());
  }

  private boolean isCompressed() {
    return input().compressionType() != null && input().compressionType() != CompressionType.NONE;
  }

  private InputStream plain(InputStream bytes) throws IOException {
    if (!isCompressed()) {
      return bytes;
    }
    return switch (input().compressionType()) {
      case GZIP -> new GZIPInputStream(bytes);
      case BZIP2 -> new BZip2CompressorInputStream(bytes, true);
      default -> throw SelectError.compression();
    };
  }

  private Rows rows(InputStream bytes) throws IOException {
    if (input().csv() != null) {
      boolean start =
          request.scanRange() == null
              || request.scanRange().start() == null
              || request.scanRange().start() == 0;
      return new CsvRows(bytes, input().csv(), start);
    }
    if (input().parquet() != null) {
      throw SelectError.parquet();
    }
    if (input().json() == null) {
      throw SelectError.source();
    }
    return new JsonRows(bytes, query.source());
  }

  @Override
  public Optional<SdkPojo> next() {
    if (first.isPresent()) {
      Optional<SdkPojo> begin = first;
      first = Optional.empty();
      return begin;
    }
    try {
      return ended ? Optional.ofNullable(last.poll()) : Optional.of(records());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As many records as fit into a message, or what ends the answer. */
  private SdkPojo records() throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.length() < CHUNK && !ended) {
      Optional<Row> row = query.isDone() ? Optional.empty() : rows.next();
      ended = row.isEmpty();
      (ended ? query.rest() : row.flatMap(query::take))
          .ifPresent(values -> text.append(output.text(values)));
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    returned += bytes.length;
    if (ended) {
      end();
    }
    return bytes.length == 0
        ? last.remove()
        : SelectObjectContentEventStream.recordsBuilder()
            .payload(SdkBytes.fromByteArrayUnsafe(bytes))
            .build();
  }

  private void end() {
    if (request.requestProgress() != null
        && Boolean.TRUE.equals(request.requestProgress().enabled())) {
      last.add(
          SelectObjectContentEventStream.progressBuilder()
              .details(
                  so ->
                      so.bytesScanned(scanned.count())
                          .bytesProcessed(processed.count())
                          .bytesReturned(returned))
              .build());
    }
    last.add(
        SelectObjectContentEventStream.statsBuilder()
            .details(
                all ->
                    all.bytesScanned(scanned.count())
                        .bytesProcessed(processed.count())
                        .bytesReturned(returned))
            .build());
    last.add(SelectObjectContentEventStream.endBuilder().build());
  }

  @Override
  public void close() {
    try {
      processed.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
