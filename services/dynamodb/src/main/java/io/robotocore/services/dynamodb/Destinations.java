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
                    .orElse(ApproximateCreationDateTimePrecision.MILLISECOND))
            .build();
    DynamoTable table =
        alter(
            in.tableName(),
            current -> {
              if (find(current, in.streamArn()).filter(Destinations::isActive).isPresent()) {
                throw DynamoDbError.inUse(
                    "Table is not in a valid state to enable Kinesis Streaming Destination: KinesisStreamingDestination must be DISABLED or ENABLE_FAILED to perform ENABLE operation.");
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

  private static KinesisDataStreamDestination active(DynamoTable table, String arn) {
    return find(table, arn).filter(Destinations::isActive).orElseThrow(Destinations::notActive);
  }

  private static DynamoDbException notActive() {
    return DynamoDbError.inUse(
        "Table is not in a valid state to disable Kinesis Streaming Destination: KinesisStreamingDestination must be ACTIVE to perform DISABLE operation.");
  }

  @Override
  default DisableKinesisStreamingDestinationResponse disableKinesisStreamingDestination(
      DisableKinesisStreamingDestinationRequest in) {
    DynamoTable table =
        alter(
            in.tableName(),
            current -> {
              KinesisDataStreamDestination disabled =
                  active(current, in.streamArn()).toBuilder()
                      .destinationStatus(DestinationStatus.DISABLED)
                      .build();
              return current.with(set(disabled));
            });
    return DisableKinesisStreamingDestinationResponse.builder()
        .tableName(table.name())
        .streamArn(in.streamArn())
        .destinationStatus(DestinationStatus.DISABLING)
        .build();
  }

  @Override
  default UpdateKinesisStreamingDestinationResponse updateKinesisStreamingDestination(
      UpdateKinesisStreamingDestinationRequest in) {
    if (in.updateKinesisStreamingConfiguration() == null) {
      throw Invalid.because(
          "Streaming destination cannot be updated with given parameters: UpdateKinesisStreamingConfiguration cannot be null or contain only null values");
    }
    DynamoTable table =
        alter(
            in.tableName(),
            current -> {
              KinesisDataStreamDestination updated =
                  active(current, in.streamArn()).toBuilder()
                      .approximateCreationDateTimePrecision(
                          in.updateKinesisStreamingConfiguration()
                              .approximateCreationDateTimePrecision())
                      .build();
              return current.with(set(updated));
            });
    return UpdateKinesisStreamingDestinationResponse.builder()
        .tableName(table.name())
        .streamArn(in.streamArn())
        .destinationStatus(DestinationStatus.UPDATING)
        .updateKinesisStreamingConfiguration(in.updateKinesisStreamingConfiguration())
        .build();
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
