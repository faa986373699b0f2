package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.item.Invalid;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
            .applyMutation(enabling(in.streamArn()))
            .approximateCreationDateTimePrecision(
                Optional.ofNullable(in.enableKinesisStreamingConfiguration())
                    .map(EnableKinesisStreamingConfiguration::approximateCreationDateTimePrecision)
                    .orElse(null))
            .build();
    DynamoTable table =
        alter(
            in.tableName(),
            current -> {
              if (destinations(current).anyMatch(Destinations::isUsed)) {
                throw wrongState(
                    "enable",
                    "EnableKinesisStreamingDestination must be DISABLED or ENABLE_FAILED to perform ENABLE operation.");
              }
              return changing(current, destination);
            });
    return EnableKinesisStreamingDestinationResponse.builder()
        .tableName(table.name())
        .streamArn(in.streamArn())
        .destinationStatus(DestinationStatus.ENABLING)
        .enableKinesisStreamingConfiguration(in.enableKinesisStreamingConfiguration())
        .build();
  }

  private Consumer<KinesisDataStreamDestination.Builder> enabling(String stream) {
    return KinesisRecords.isMissing(call(), stream)
        ? destination ->
            destination
                .destinationStatus(DestinationStatus.ENABLE_FAILED)
                .destinationStatusDescription("Kinesis data stream does not exist: " + stream)
        : destination -> destination.destinationStatus(DestinationStatus.ENABLING);
  }

  private DynamoTable changing(DynamoTable table, KinesisDataStreamDestination destination) {
    settle(id(table, destination));
    UnaryOperator<Features> change = features -> features.with(destination);
    return table.with(change);
  }

  private static String id(DynamoTable table, KinesisDataStreamDestination destination) {
    return table.description().tableId() + "/" + destination.streamArn();
  }

  /** The destinations of a table as they are now. */
  private Stream<KinesisDataStreamDestination> destinations(DynamoTable table) {
    return current(this, table);
  }

  /** The destinations of a table as they are now. */
  static Stream<KinesisDataStreamDestination> current(DynamoDbView view, DynamoTable table) {
    return table.features().destinations().values().stream()
        .map(one -> view.isSettling(id(table, one)) ? changing(one) : changed(one));
  }

  private static KinesisDataStreamDestination changing(KinesisDataStreamDestination kept) {
    return kept.destinationStatus() == DestinationStatus.ENABLE_FAILED
        ? kept.toBuilder()
            .destinationStatus(DestinationStatus.ENABLING)
            .destinationStatusDescription(null)
            .build()
        : kept;
  }

  private static KinesisDataStreamDestination changed(KinesisDataStreamDestination kept) {
    return switch (kept.destinationStatus()) {
      case ENABLING, UPDATING ->
          kept.toBuilder().destinationStatus(DestinationStatus.ACTIVE).build();
      case DISABLING -> kept.toBuilder().destinationStatus(DestinationStatus.DISABLED).build();
      default -> kept;
    };
  }

  private Optional<KinesisDataStreamDestination> find(DynamoTable table, String arn) {
    return destinations(table).filter(one -> one.streamArn().equals(arn)).findFirst();
  }

  private static boolean isUsed(KinesisDataStreamDestination destination) {
    return destination.destinationStatus() != DestinationStatus.DISABLED
        && destination.destinationStatus() != DestinationStatus.ENABLE_FAILED;
  }

  static boolean isActive(KinesisDataStreamDestination destination) {
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
  private DynamoTable disabled(DynamoTable table, String arn) {
    if (find(table, arn).filter(Destinations::isActive).isEmpty()) {
      throw wrongState(
          "disable",
          "DisableKinesisStreamingDestination must be ACTIVE to perform DISABLE operation.");
    }
    return changing(
        table,
        KinesisDataStreamDestination.builder()
            .streamArn(arn)
            .destinationStatus(DestinationStatus.DISABLING)
            .build());
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

  private DynamoTable updated(
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
    return changing(
        table,
        destination.toBuilder()
            .destinationStatus(DestinationStatus.UPDATING)
            .approximateCreationDateTimePrecision(precision)
            .build());
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
        .kinesisDataStreamDestinations(destinations(table).toList())
        .build();
  }
}
