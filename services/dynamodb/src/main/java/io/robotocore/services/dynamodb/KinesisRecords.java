package io.robotocore.services.dynamodb;

import com.fasterxml.jackson.core.JsonGenerator;
import io.robotocore.service.Call;
import io.robotocore.services.dynamodb.item.Sizes;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.ApproximateCreationDateTimePrecision;
import software.amazon.awssdk.services.dynamodb.model.KinesisDataStreamDestination;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/**
 * Changes of items as they go to Kinesis data streams.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/kds.html">change
 *     data capture for Kinesis Data Streams</a>
 */
final class KinesisRecords {

  private KinesisRecords() {}

  /** Puts a change into all streams that are to have it. */
  static void put(Call call, Written written, List<KinesisDataStreamDestination> destinations) {
    for (KinesisDataStreamDestination destination : destinations) {
      String record =
          DynamoDbJson.text(
              json -> write(json, call, written, Destinations.precision(destination)));
      call.client(KinesisClient.class)
          .putRecord(
              put ->
                  put.streamARN(destination.streamArn())
                      .partitionKey(partition(written))
                      .data(SdkBytes.fromUtf8String(record)));
    }
  }

  /** Whether Kinesis is there, and says that it has no such stream. */
  static boolean isMissing(Call call, String stream) {
    if (!call.offers("kinesis")) {
      return false;
    }
    try {
      call.client(KinesisClient.class).describeStreamSummary(in -> in.streamARN(stream));
      return false;
    } catch (AwsServiceException refused) {
      return refused.awsErrorDetails().errorCode().equals("ResourceNotFoundException");
    }
  }

  /** The changes of one item go to one shard, in whatever stream. */
  private static String partition(Written written) {
    return UUID.nameUUIDFromBytes(written.key().bytes())
        .toString()
        .replace("-", "")
        .toUpperCase(Locale.ROOT);
  }

  private static void write(
      JsonGenerator json,
      Call call,
      Written written,
      ApproximateCreationDateTimePrecision precision)
      throws IOException {
    boolean micros = precision == ApproximateCreationDateTimePrecision.MICROSECOND;
    json.writeStartObject();
    json.writeStringField("awsRegion", call.region());
    json.writeStringField("eventID", call.random().uuid());
    json.writeStringField("eventName", name(written));
    writeIdentity(json, call);
    json.writeStringField("recordFormat", "application/json");
    json.writeStringField("tableName", written.table().name());
    json.writeObjectFieldStart("dynamodb");
    json.writeNumberField(
        "ApproximateCreationDateTime",
        (micros ? ChronoUnit.MICROS : ChronoUnit.MILLIS).between(Instant.EPOCH, written.at()));
    json.writeStringField("ApproximateCreationDateTimePrecision", precision.toString());
    json.writeFieldName("Keys");
    DynamoDbJson.write(written.keyAttributes(), json);
    DynamoDbJson.writeImage("NewImage", written.item(), json);
    DynamoDbJson.writeImage("OldImage", written.old(), json);
    json.writeNumberField(
        "SizeBytes",
        Sizes.of(written.keyAttributes())
            + written.item().map(Sizes::of).orElse(0)
            + written.old().map(Sizes::of).orElse(0));
    json.writeEndObject();
    json.writeStringField("eventSource", "aws:dynamodb");
    json.writeEndObject();
  }

  /** Nobody, unless the service has deleted an item whose time had come. */
  private static void writeIdentity(JsonGenerator json, Call call) throws IOException {
    if (Changes.isExpiry(call.principal())) {
      json.writeObjectFieldStart("userIdentity");
      json.writeStringField("principalId", "dynamodb.amazonaws.com");
      json.writeStringField("type", "Service");
      json.writeEndObject();
    } else {
      json.writeNullField("userIdentity");
    }
  }

  private static String name(Written written) {
    if (written.item().isEmpty()) {
      return "REMOVE";
    }
    return written.old().isEmpty() ? "INSERT" : "MODIFY";
  }
}
