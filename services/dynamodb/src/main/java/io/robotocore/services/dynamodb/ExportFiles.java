package io.robotocore.services.dynamodb;

import io.robotocore.service.Call;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.ExportDescription;
import software.amazon.awssdk.services.dynamodb.model.ExportFormat;
import software.amazon.awssdk.services.dynamodb.model.ExportStatus;
import software.amazon.awssdk.utils.Md5Utils;

/**
 * The files of an export: one with data, two manifests, and the checksums of those.
 *
 * @param call who exports
 * @param export what is exported
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.Output.html">export
 *     output format</a>
 */
record ExportFiles(Call call, ExportDescription export) {

  /** What the smallest incremental export is billed as. */
  private static final long MIN_BILLED = 10_000_000;

  /**
   * Lines, packed.
   *
   * @param items how many they are
   * @param bytes how long they were
   */
  private record Packed(byte[] content, long items, long bytes) {

    static Packed of(Stream<String> lines) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      long items = 0;
      long bytes = 0;
      try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
        for (Iterator<String> left = lines.iterator(); left.hasNext(); items++) {
          byte[] line = (left.next() + "\n").getBytes(StandardCharsets.UTF_8);
          out.write(line);
          bytes += line.length;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new Packed(packed.toByteArray(), items, bytes);
    }
  }

  /** Puts all files into the bucket, and tells how that went. */
  static ExportDescription put(Call call, ExportDescription export, Stream<String> lines) {
    try {
      return new ExportFiles(call, export).put(Packed.of(lines));
    } catch (AwsServiceException refused) {
      Buckets.Failure failure = Buckets.Failure.of(refused, call);
      return export.toBuilder()
          .exportStatus(ExportStatus.FAILED)
          .endTime(call.now())
          .failureCode(failure.code())
          .failureMessage(failure.message())
          .build();
    }
  }

  private ExportDescription put(Packed data) {
    String id = export.exportArn().substring(export.exportArn().lastIndexOf('/') + 1);
    String home = root() + id + "/";
    put(home + "_started", "");
    String kind = export.exportFormat() == ExportFormat.ION ? ".ion.gz" : ".json.gz";
    String key = (isIncremental() ? root() : home) + "data/" + call.random().hex(26) + kind;
    String tag = Buckets.put(call, export, key, data.content());
    putManifest(
        home + "manifest-files", ExportManifests.file(key, tag, data.items(), data.content()));
    ExportDescription ended =
        export.toBuilder()
            .exportStatus(ExportStatus.COMPLETED)
            .endTime(call.now())
            .exportManifest(home + "manifest-summary.json")
            .itemCount(data.items())
            .billedSizeBytes(isIncremental() ? Math.max(MIN_BILLED, data.bytes()) : data.bytes())
            .build();
    putManifest(
        home + "manifest-summary", ExportManifests.summary(ended, home + "manifest-files.json"));
    return ended;
  }

  private boolean isIncremental() {
    return export.incrementalExportSpecification() != null;
  }

  private String root() {
    return Optional.ofNullable(export.s3Prefix())
            .filter(prefix -> !prefix.isEmpty())
            .map(prefix -> prefix.endsWith("/") ? prefix : prefix + "/")
            .orElse("")
        + "AWSDynamoDB/";
  }

  private void putManifest(String name, String json) {
    put(name + ".json", json);
    put(name + ".md5", Md5Utils.md5AsBase64(json.getBytes(StandardCharsets.UTF_8)));
  }

  private void put(String key, String content) {
    Buckets.put(call, export, key, content.getBytes(StandardCharsets.UTF_8));
  }
}
