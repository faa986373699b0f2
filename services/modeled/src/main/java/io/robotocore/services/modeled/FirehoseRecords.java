package io.robotocore.services.modeled;

import io.robotocore.service.Call;
import io.robotocore.service.DocumentError;
import io.robotocore.service.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Records that producers put into a delivery stream.
 *
 * @param scene the call
 * @see <a href="https://docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecordBatch.html">
 *     PutRecordBatch</a>
 */
record FirehoseRecords(Scene scene) {

  private static final int LARGEST_BATCH = 4 * 1024 * 1024;
  private static final int NOT_IMPLEMENTED = 501;
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  Map<String, Object> put() {
    Entity stream = stream();
    take(stream, Stream.of(data(scene.input().get("Record"))));
    return Map.of("RecordId", id(), "Encrypted", isEncrypted(stream));
  }

  Map<String, Object> putBatch() {
    Entity stream = stream();
    List<SdkBytes> records =
        ((List<?>) scene.input().getOrDefault("Records", List.of()))
            .stream().map(record -> data((Object) record)).toList();
    if (records.stream().mapToLong(data -> data.asByteArrayUnsafe().length).sum() > LARGEST_BATCH) {
      throw invalid("Records size exceeds 4 MB limit");
    }
    take(stream, records.stream());
    return Map.of(
        "FailedPutCount",
        0,
        "Encrypted",
        isEncrypted(stream),
        "RequestResponses",
        records.stream().map(record -> Map.of("RecordId", id())).toList());
  }

  private Entity stream() {
    Entity stream = new Finder(scene).theOne(Firehose.resource(scene));
    Object type = stream.attribute("deliverystreamtype").orElse("DirectPut");
    if (!type.equals("DirectPut")) {
      throw invalid("This operation is not permitted on " + type + " delivery stream type.");
    }
    return stream;
  }

  private static SdkBytes data(@Nullable Object record) {
    return record instanceof Map<?, ?> one && one.get("Data") instanceof SdkBytes data
        ? data
        : SdkBytes.fromByteArrayUnsafe(new byte[0]);
  }

  private void take(Entity stream, Stream<SdkBytes> records) {
    FirehoseDestination destination =
        FirehoseDestination.of(stream)
            .orElseThrow(() -> undone("Delivery to destinations other than S3"));
    destination
        .undone()
        .ifPresent(
            what -> {
              throw undone("Delivery with " + what);
            });
    Instant now = scene.call().now();
    FirehoseBuffer buffer = new FirehoseBuffer(scene.state(), stream.key().id());
    boolean first = buffer.size() == 0;
    records.forEach(data -> buffer.add(data, now));
    if (destination.interval().isZero() || buffer.size() >= destination.size()) {
      Call firehose = scene.call().as(Principal.service("firehose", scene.call().account()));
      firehose.deliver(new FirehoseDelivery(firehose, scene.state(), buffer.stream()));
    } else if (first) {
      scene.state().plan(buffer.key(), now.plus(destination.interval()));
    }
  }

  private static boolean isEncrypted(Entity stream) {
    return stream.attribute("deliverystreamencryptionconfiguration").orElse("")
            instanceof Map<?, ?> encryption
        && "ENABLED".equals(encryption.get("Status"));
  }

  private String id() {
    return scene.call().random().text(224, ALPHABET);
  }

  private static DocumentError invalid(String message) {
    return new DocumentError("InvalidArgumentException", message, Map.of("message", message));
  }

  private static DocumentError undone(String what) {
    return DocumentError.unmodeled("NotImplemented", what + " is not implemented", NOT_IMPLEMENTED);
  }
}
