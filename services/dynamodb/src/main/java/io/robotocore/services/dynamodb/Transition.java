package io.robotocore.services.dynamodb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.ReplicaDescription;
import software.amazon.awssdk.services.dynamodb.model.ReplicaStatus;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/**
 * The way of a table from one description to another.
 *
 * @param status creating, updating or deleting
 * @param from how the table was described before
 * @param end when it is over, by the emulator's clock
 */
record Transition(TableStatus status, TableDescription from, Instant end) {

  /** Why the table cannot be changed meanwhile. */
  DynamoDbException refusal() {
    String how =
        switch (status) {
          case CREATING -> "created";
          case DELETING -> "deleted";
          default -> "updated";
        };
    return inUse("Table is being %s: %s".formatted(how, from.tableName()));
  }

  private static DynamoDbException inUse(String reason) {
    return DynamoDbError.inUse("Attempt to change a resource which is still in use: " + reason);
  }

  /** Why a table that is to be described so cannot be deleted meanwhile. */
  DynamoDbException deletionRefusal(TableDescription to) {
    boolean indexing =
        status == TableStatus.UPDATING
            && !from.globalSecondaryIndexes().equals(to.globalSecondaryIndexes());
    return indexing
        ? inUse("Cannot delete table while indexes are being created, updated, or deleted.")
        : refusal();
  }

  /** Whether an index is not filled yet. */
  boolean isFilling(String index) {
    return index(from, index).isEmpty()
        && find(from.localSecondaryIndexes(), LocalSecondaryIndexDescription::indexName, index)
            .isEmpty();
  }

  /** What the table shows on its way to a description. */
  TableDescription shown(TableDescription to) {
    TableDescription.Builder shown = to.toBuilder().tableStatus(status);
    if (status == TableStatus.DELETING) {
      return shown.build();
    }
    if (to.hasGlobalSecondaryIndexes() || from.hasGlobalSecondaryIndexes()) {
      shown.globalSecondaryIndexes(indexes(to));
    }
    if (to.hasReplicas() || from.hasReplicas()) {
      shown.replicas(replicas(to));
    }
    if (to.restoreSummary() != null) {
      boolean restoring = status == TableStatus.CREATING;
      shown.restoreSummary(to.restoreSummary().toBuilder().restoreInProgress(restoring).build());
    }
    return shown.build();
  }

  private List<GlobalSecondaryIndexDescription> indexes(TableDescription to) {
    List<GlobalSecondaryIndexDescription> indexes = new ArrayList<>();
    for (GlobalSecondaryIndexDescription index : to.globalSecondaryIndexes()) {
      indexes.add(index(from, index.indexName()).isEmpty() ? filling(index) : index);
    }
    for (GlobalSecondaryIndexDescription index : from.globalSecondaryIndexes()) {
      if (index(to, index.indexName()).isEmpty()) {
        indexes.add(index.toBuilder().indexStatus(IndexStatus.DELETING).build());
      }
    }
    return indexes;
  }

  /** An index of a new table has nothing to be filled with. */
  private GlobalSecondaryIndexDescription filling(GlobalSecondaryIndexDescription index) {
    return index.toBuilder()
        .indexStatus(IndexStatus.CREATING)
        .backfilling(status == TableStatus.UPDATING ? true : null)
        .build();
  }

  private static Optional<GlobalSecondaryIndexDescription> index(
      TableDescription table, String name) {
    return find(table.globalSecondaryIndexes(), GlobalSecondaryIndexDescription::indexName, name);
  }

  private static <T> Optional<T> find(List<T> all, Function<T, String> naming, String name) {
    return all.stream().filter(one -> naming.apply(one).equals(name)).findFirst();
  }

  private List<ReplicaDescription> replicas(TableDescription to) {
    List<ReplicaDescription> replicas = new ArrayList<>();
    for (ReplicaDescription replica : to.replicas()) {
      boolean known =
          find(from.replicas(), ReplicaDescription::regionName, replica.regionName()).isPresent();
      replicas.add(known ? replica : as(ReplicaStatus.CREATING, replica));
    }
    for (ReplicaDescription replica : from.replicas()) {
      if (find(to.replicas(), ReplicaDescription::regionName, replica.regionName()).isEmpty()) {
        replicas.add(as(ReplicaStatus.DELETING, replica));
      }
    }
    return replicas;
  }

  private static ReplicaDescription as(ReplicaStatus status, ReplicaDescription replica) {
    return replica.toBuilder().replicaStatus(status).build();
  }
}
