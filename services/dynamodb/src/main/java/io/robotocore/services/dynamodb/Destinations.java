package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.item.Invalid;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.model.ApproximateCreationDateTimePrecision;
import software.amazon.awssdk.services.dynamodb.model.DescribeKinesisStreamingDestinationRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeKinesisStreamingDestinationResponse;
import software.amazon.awssdk.services.dynamodb.model.DestinationStatus;
import software.amazon.awssdk.services.dynamodb.model.DisableKinesisStreamingDestinationRequest;
import software.amazon.awssdk.services.dynamodb.model.DisableKinesisStreamingDestinationResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.EnableKinesisStreamingConfiguration;
import software.amazon.awssdk.services.dynamodb.model.EnableKinesisStreamingDestinationRequest;
import software.amazon.awssdk.services.dynamodb.model.EnableKinesisStreamingDestinationResponse;
import software.amazon.awssdk.services.dynamodb.model.KinesisDataStreamDestination;
import software.amazon.awssdk.services.dynamodb.model.UpdateKinesisStreamingConfiguration;
import software.amazon.awssdk.services.dynamodb.model.UpdateKinesisStreamingDestinationRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateKinesisStreamingDestinationResponse;

/** The operations on the Kinesis data streams to which a table's changes go. */
interface Destinations extends DynamoDbView {

  @Override
  default EnableKinesisStreamingDestinationResponse enableKinesisStreamingDestination(
      EnableKinesisStreamingDestinationRequest in) {
    KinesisDataStreamDestination destination =
        KinesisDataStreamDestination.builder()
            .streamArn(in.streamArn())
            .destinationStatus(DestinationStatus.ACTIVE)
            .approximateCreationDateTimePrecision(
                Optional.ofNullable(in.enableKinesisStreamingConfiguration())
                    .map(EnableKinesisStreamingConfiguration::approximateCreationDateTimePrecision)
                    .orElse(null))
            .build();
    DynamoTable table =
        alter(
            in.tableName(),
            current -> {
              if (current.features().destinations().values().stream()
                  .anyMatch(Destinations::isActive)) {
                throw wrongState(
                    "enable",
                    "EnableKinesisStreamingDestination must be DISABLED or ENABLE_FAILED to perform ENABLE operation.");
              }
              return current.with(set(destination));
            });
    return EnableKinesisStreamingDestinationResponse.builder()
        .tableName(table.name())
        .streamArn(in.streamArn())
        .destinationStatus(DestinationStatus.ENABLING)
        .enableKinesisStreamingConfiguration(in.enableKinesisStreamingConfiguration())
        .build();
  }

  private static UnaryOperator<Features> set(KinesisDataStreamDestination destination) {
    return features -> features.with(destination);
  }

  private static Optional<KinesisDataStreamDestination> find(DynamoTable table, String arn) {
    return Optional.ofNullable(table.features().destinations().get(arn));
  }

  private static boolean isActive(KinesisDataStreamDestination destination) {
    return destination.destinationStatus() == DestinationStatus.ACTIVE;
  }

  private static DynamoDbException wrongState(String verb, String reason) {
    return Invalid.because(
        "Table is not in a valid state to %s Kinesis Streaming Destination: %s"
            .formatted(verb, reason));
  }

  @Override
  default DisableKinesisStreamingDestinationResponse disableKinesisStreamingDestination(
      DisableKinesisStreamingDestinationRequest in) {
    DynamoTable table = alter(in.tableName(), current -> disabled(current, in.streamArn()));
    return DisableKinesisStreamingDestinationResponse.builder()
        .tableName(table.name())
        .streamArn(in.streamArn())
        .destinationStatus(DestinationStatus.DISABLING)
        .build();
  }

  /** The precision is forgotten with it. */
  private static DynamoTable disabled(DynamoTable table, String arn) {
    if (find(table, arn).filter(Destinations::isActive).isEmpty()) {
      throw wrongState(
          "disable",
          "DisableKinesisStreamingDestination must be ACTIVE to perform DISABLE operation.");
    }
    return table.with(
        set(
            KinesisDataStreamDestination.builder()
                .streamArn(arn)
                .destinationStatus(DestinationStatus.DISABLED)
                .build()));
  }

  @Override
  default UpdateKinesisStreamingDestinationResponse updateKinesisStreamingDestination(
      UpdateKinesisStreamingDestinationRequest in) {
    ApproximateCreationDateTimePrecision precision =
        Optional.ofNullable(in.updateKinesisStreamingConfiguration())
            .map(UpdateKinesisStreamingConfiguration::approximateCreationDateTimePrecision)
            .orElseThrow(
                () ->
                    Invalid.because(
                        "Streaming destination cannot be updated with given parameters: UpdateKinesisStreamingConfiguration cannot be null or contain only null values"));
    DynamoTable table =
        alter(in.tableName(), current -> updated(current, in.streamArn(), precision));
    return UpdateKinesisStreamingDestinationResponse.builder()
        .tableName(table.name())
        .streamArn(in.streamArn())
        .destinationStatus(DestinationStatus.UPDATING)
        .updateKinesisStreamingConfiguration(in.updateKinesisStreamingConfiguration())
        .build();
  }

  private static DynamoTable updated(
      DynamoTable table, String arn, ApproximateCreationDateTimePrecision precision) {
    KinesisDataStreamDestination destination =
        find(table, arn)
            .orElseThrow(
                () ->
                    wrongState(
                        "enable",
                        "No streaming destination with streamArn: %s found for table with tableName: %s"
                            .formatted(arn, table.name())));
    if (!isActive(destination)) {
      throw wrongState(
          "enable",
          "Kinesis streaming is not in ACTIVE state. Updates are only allowed in ACTIVE state.");
    }
    if (precision == precision(destination)) {
      throw Invalid.because(
          "Invalid Request: Precision is already set to the desired value of %s for tableId: %s, kdsArn: %s"
              .formatted(precision, table.description().tableId(), arn));
    }
    return table.with(
        set(destination.toBuilder().approximateCreationDateTimePrecision(precision).build()));
  }

  /** How exact times are in records: to the millisecond, if nothing was said. */
  static ApproximateCreationDateTimePrecision precision(KinesisDataStreamDestination destination) {
    return Optional.ofNullable(destination.approximateCreationDateTimePrecision())
        .orElse(ApproximateCreationDateTimePrecision.MILLISECOND);
  }

  @Override
  default DescribeKinesisStreamingDestinationResponse describeKinesisStreamingDestination(
      DescribeKinesisStreamingDestinationRequest in) {
    DynamoTable table = describedTable(in.tableName());
    return DescribeKinesisStreamingDestinationResponse.builder()
        .tableName(table.name())
        .kinesisDataStreamDestinations(table.features().destinations().values())
        .build();
  }
}
