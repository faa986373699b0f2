package io.robotocore.services.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AutoScalingPolicyDescription;
import software.amazon.awssdk.services.dynamodb.model.AutoScalingPolicyUpdate;
import software.amazon.awssdk.services.dynamodb.model.AutoScalingSettingsDescription;
import software.amazon.awssdk.services.dynamodb.model.AutoScalingSettingsUpdate;
import software.amazon.awssdk.services.dynamodb.model.AutoScalingTargetTrackingScalingPolicyConfigurationDescription;
import software.amazon.awssdk.services.dynamodb.model.AutoScalingTargetTrackingScalingPolicyConfigurationUpdate;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableReplicaAutoScalingRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableReplicaAutoScalingResponse;
import software.amazon.awssdk.services.dynamodb.model.ReplicaAutoScalingDescription;
import software.amazon.awssdk.services.dynamodb.model.ReplicaAutoScalingUpdate;
import software.amazon.awssdk.services.dynamodb.model.ReplicaDescription;
import software.amazon.awssdk.services.dynamodb.model.ReplicaStatus;
import software.amazon.awssdk.services.dynamodb.model.TableAutoScalingDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableReplicaAutoScalingRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableReplicaAutoScalingResponse;

/** The operations on the auto scaling of replicas, which is kept and scales nothing. */
interface Scaling extends DynamoDbView {

  @Override
  default DescribeTableReplicaAutoScalingResponse describeTableReplicaAutoScaling(
      DescribeTableReplicaAutoScalingRequest in) {
    return DescribeTableReplicaAutoScalingResponse.builder()
        .tableAutoScalingDescription(scaling(describedTable(in.tableName())))
        .build();
  }

  private TableAutoScalingDescription scaling(DynamoTable table) {
    List<ReplicaAutoScalingDescription> known =
        table.features().scaling().map(TableAutoScalingDescription::replicas).orElse(List.of());
    List<ReplicaAutoScalingDescription> replicas =
        Stream.concat(
                Stream.of(call().region()),
                table.description().replicas().stream().map(ReplicaDescription::regionName))
            .sorted()
            .map(
                region ->
                    known.stream()
                        .filter(replica -> replica.regionName().equals(region))
                        .findFirst()
                        .orElseGet(() -> unscaled(region)))
            .toList();
    return TableAutoScalingDescription.builder()
        .tableName(table.name())
        .tableStatus(TableStatus.ACTIVE)
        .replicas(replicas)
        .build();
  }

  private static ReplicaAutoScalingDescription unscaled(String region) {
    return ReplicaAutoScalingDescription.builder()
        .regionName(region)
        .replicaStatus(ReplicaStatus.ACTIVE)
        .build();
  }

  @Override
  default UpdateTableReplicaAutoScalingResponse updateTableReplicaAutoScaling(
      UpdateTableReplicaAutoScalingRequest in) {
    DynamoTable updated =
        alter(
            in.tableName(),
            table -> {
              TableAutoScalingDescription old = scaling(table);
              List<ReplicaAutoScalingDescription> replicas = new ArrayList<>();
              old.replicas().forEach(replica -> replicas.add(updated(replica, in)));
              UnaryOperator<Features> change =
                  features -> features.with(old.toBuilder().replicas(replicas).build());
              return table.with(change);
            });
    return UpdateTableReplicaAutoScalingResponse.builder()
        .tableAutoScalingDescription(scaling(updated))
        .build();
  }

  private static ReplicaAutoScalingDescription updated(
      ReplicaAutoScalingDescription replica, UpdateTableReplicaAutoScalingRequest in) {
    ReplicaAutoScalingDescription.Builder changed = replica.toBuilder();
    settings(in.provisionedWriteCapacityAutoScalingUpdate())
        .ifPresent(changed::replicaProvisionedWriteCapacityAutoScalingSettings);
    for (ReplicaAutoScalingUpdate update : in.replicaUpdates()) {
      if (update.regionName().equals(replica.regionName())) {
        settings(update.replicaProvisionedReadCapacityAutoScalingUpdate())
            .ifPresent(changed::replicaProvisionedReadCapacityAutoScalingSettings);
      }
    }
    return changed.build();
  }

  private static Optional<AutoScalingSettingsDescription> settings(
      @Nullable AutoScalingSettingsUpdate update) {
    return Optional.ofNullable(update)
        .map(
            given ->
                AutoScalingSettingsDescription.builder()
                    .minimumUnits(given.minimumUnits())
                    .maximumUnits(given.maximumUnits())
                    .autoScalingDisabled(given.autoScalingDisabled())
                    .autoScalingRoleArn(given.autoScalingRoleArn())
                    .scalingPolicies(
                        Optional.ofNullable(given.scalingPolicyUpdate())
                            .map(policy -> List.of(policy(policy)))
                            .orElse(List.of()))
                    .build());
  }

  private static AutoScalingPolicyDescription policy(AutoScalingPolicyUpdate update) {
    AutoScalingTargetTrackingScalingPolicyConfigurationUpdate target =
        update.targetTrackingScalingPolicyConfiguration();
    return AutoScalingPolicyDescription.builder()
        .policyName(update.policyName())
        .targetTrackingScalingPolicyConfiguration(
            AutoScalingTargetTrackingScalingPolicyConfigurationDescription.builder()
                .disableScaleIn(target.disableScaleIn())
                .scaleInCooldown(target.scaleInCooldown())
                .scaleOutCooldown(target.scaleOutCooldown())
                .targetValue(target.targetValue())
                .build())
        .build();
  }
}
