package io.robotocore.services.dynamodb;

import com.fasterxml.jackson.core.JsonGenerator;
import io.robotocore.service.Call;
import io.robotocore.services.dynamodb.item.Sizes;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.ApproximateCreationDateTimePrecision;
import software.amazon.awssdk.services.dynamodb.model.DestinationStatus;
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
  static void put(Call call, Written written) {
    for (KinesisDataStreamDestination destination :
        written.table().features().destinations().values()) {
      if (destination.destinationStatus() == DestinationStatus.ACTIVE) {
        String record =
            DynamoDbJson.text(
                json ->
                    write(
                        json,
                        call,
                        written,
                        Optional.ofNullable(destination.approximateCreationDateTimePrecision())));
        call.client(KinesisClient.class)
            .putRecord(
                put ->
                    put.streamARN(destination.streamArn())
                        .partitionKey(call.random().hex(32))
                        .data(SdkBytes.fromUtf8String(record)));
      }
    }
  }

  private static void write(
      JsonGenerator json,
      Call call,
      Written written,
      Optional<ApproximateCreationDateTimePrecision> precision)
      throws IOException {
    boolean micros =
        precision.filter(ApproximateCreationDateTimePrecision.MICROSECOND::equals).isPresent();
    long millis = written.at().toEpochMilli();
    json.writeStartObject();
    json.writeStringField("awsRegion", call.region());
    json.writeStringField("eventID", call.random().uuid());
    json.writeStringField("eventName", name(written));
    json.writeNullField("userIdentity");
    json.writeStringField("recordFormat", "application/json");
    json.writeStringField("tableName", written.table().name());
    json.writeObjectFieldStart("dynamodb");
    json.writeNumberField(
        "ApproximateCreationDateTime",
        micros ? ChronoUnit.MICROS.between(Instant.EPOCH, written.at()) : millis);
    json.writeStringField(
        "ApproximateCreationDateTimePrecision", micros ? "MICROSECOND" : "MILLISECOND");
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

  private static String name(Written written) {
    if (written.item().isEmpty()) {
      return "REMOVE";
    }
    return written.old().isEmpty() ? "INSERT" : "MODIFY";
  }
}
