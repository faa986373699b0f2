package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.item.Attributes;
import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateReplicationGroupMemberAction;
import software.amazon.awssdk.services.dynamodb.model.KinesisDataStreamDestination;
import software.amazon.awssdk.services.dynamodb.model.ReplicaDescription;
import software.amazon.awssdk.services.dynamodb.model.ReplicaStatus;
import software.amazon.awssdk.services.dynamodb.model.ReplicationGroupUpdate;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/**
 * Replicas of tables in other regions, each of which can be written to.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GlobalTables.html">global
 *     tables</a>
 */
interface GlobalTables extends Writing {

  String VERSION = "2019.11.21";

  @Override
  default void announce(List<Written> written) {
    List<Written> changed = written.stream().filter(Written::changedSomething).toList();
    if (!Replication.isReplicating(call())) {
      new Replication(call()).bring(changed);
    }
    changed.stream()
        .filter(one -> !one.table().features().destinations().isEmpty())
        .forEach(this::send);
  }

  private void send(Written written) {
    List<KinesisDataStreamDestination> active =
        Destinations.current(this, written.table()).filter(Destinations::isActive).toList();
    if (!active.isEmpty()) {
      call().deliver(() -> KinesisRecords.put(call(), written, active));
    }
  }

  /** Adds and removes replicas; another replica that calls has done the work already. */
  default void updateReplicas(String nameOrArn, List<ReplicationGroupUpdate> updates) {
    for (ReplicationGroupUpdate update : updates) {
      DynamoTable table = describedTable(nameOrArn);
      if (update.create() != null) {
        addReplica(table, update.create());
      } else if (update.delete() != null) {
        removeReplica(table, update.delete().regionName());
      }
    }
  }

  private void addReplica(DynamoTable table, CreateReplicationGroupMemberAction create) {
    String region = create.regionName();
    if (region.equals(call().region()) || replica(table, region).isPresent()) {
      throw Invalid.because(
          "Failed to create a the new replica of table with name: '%s' because one or more replicas already existed as tables."
              .formatted(table.name()));
    }
    if (!Replication.isReplicating(call())) {
      copyTo(region, table);
    }
    alter(table.name(), current -> withReplica(current, create));
  }

  private static Optional<ReplicaDescription> replica(DynamoTable table, String region) {
    return table.description().replicas().stream()
        .filter(replica -> replica.regionName().equals(region))
        .findFirst();
  }

  private DynamoTable withReplica(DynamoTable table, CreateReplicationGroupMemberAction create) {
    List<ReplicaDescription> replicas = new ArrayList<>(table.description().replicas());
    replicas.add(
        ReplicaDescription.builder()
            .regionName(create.regionName())
            .replicaStatus(ReplicaStatus.ACTIVE)
            .kmsMasterKeyId(create.kmsMasterKeyId())
            .provisionedThroughputOverride(create.provisionedThroughputOverride())
            .onDemandThroughputOverride(create.onDemandThroughputOverride())
            .build());
    DynamoTable streaming =
        table.streamArn().isPresent() ? table : Changes.specified(this, table, replicated());
    return streaming.described(
        description -> description.replicas(replicas).globalTableVersion(VERSION));
  }

  private static StreamSpecification replicated() {
    return StreamSpecification.builder()
        .streamEnabled(true)
        .streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)
        .build();
  }

  /** Makes the same table in another region, with all items, and lets all replicas know it. */
  private void copyTo(String region, DynamoTable table) {
    Replication replication = new Replication(call());
    DynamoDbClient there = replication.in(region);
    there.createTable(
        Copies.request(table, table.name()).toBuilder().streamSpecification(replicated()).build());
    for (Document item : table.content().items().values()) {
      there.putItem(put -> put.tableName(table.name()).item(Attributes.write(item)));
    }
    for (ReplicaDescription other : table.description().replicas()) {
      join(replication.in(other.regionName()), table, region);
      join(there, table, other.regionName());
    }
    join(there, table, call().region());
  }

  private static void join(DynamoDbClient client, DynamoTable table, String region) {
    ReplicationGroupUpdate joining =
        ReplicationGroupUpdate.builder().create(create -> create.regionName(region)).build();
    client.updateTable(update -> update.tableName(table.name()).replicaUpdates(List.of(joining)));
  }

  private static void part(DynamoDbClient client, DynamoTable table, String region) {
    ReplicationGroupUpdate parting =
        ReplicationGroupUpdate.builder().delete(delete -> delete.regionName(region)).build();
    client.updateTable(update -> update.tableName(table.name()).replicaUpdates(List.of(parting)));
  }

  private void removeReplica(DynamoTable table, String region) {
    if (replica(table, region).isEmpty()) {
      throw Invalid.because(
          "Update global table operation failed because one or more replicas were not part of the global table.");
    }
    alter(
        table.name(),
        current -> {
          List<ReplicaDescription> left = new ArrayList<>(current.description().replicas());
          left.removeIf(replica -> replica.regionName().equals(region));
          return current.described(
              description ->
                  description
                      .replicas(left.isEmpty() ? null : left)
                      .globalTableVersion(left.isEmpty() ? null : VERSION));
        });
    if (!Replication.isReplicating(call())) {
      Replication replication = new Replication(call());
      for (ReplicaDescription other : table.description().replicas()) {
        if (!other.regionName().equals(region)) {
          part(replication.in(other.regionName()), table, region);
        }
      }
      replication.in(region).deleteTable(delete -> delete.tableName(table.name()));
    }
  }

  /** Lets the other replicas know that one has been deleted. */
  default void forgetReplica(DynamoTable table) {
    if (!Replication.isReplicating(call())) {
      for (ReplicaDescription other : table.description().replicas()) {
        part(new Replication(call()).in(other.regionName()), table, call().region());
      }
    }
  }
}
