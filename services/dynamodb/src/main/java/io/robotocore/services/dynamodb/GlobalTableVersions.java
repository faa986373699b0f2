package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.item.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateGlobalTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateGlobalTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeGlobalTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeGlobalTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeGlobalTableSettingsRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeGlobalTableSettingsResponse;
import software.amazon.awssdk.services.dynamodb.model.GlobalTable;
import software.amazon.awssdk.services.dynamodb.model.GlobalTableAlreadyExistsException;
import software.amazon.awssdk.services.dynamodb.model.GlobalTableDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalTableNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.GlobalTableStatus;
import software.amazon.awssdk.services.dynamodb.model.ListGlobalTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ListGlobalTablesResponse;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.Replica;
import software.amazon.awssdk.services.dynamodb.model.ReplicaAlreadyExistsException;
import software.amazon.awssdk.services.dynamodb.model.ReplicaDescription;
import software.amazon.awssdk.services.dynamodb.model.ReplicaNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReplicaSettingsDescription;
import software.amazon.awssdk.services.dynamodb.model.ReplicaStatus;
import software.amazon.awssdk.services.dynamodb.model.ReplicaUpdate;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateGlobalTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateGlobalTableResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateGlobalTableSettingsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateGlobalTableSettingsResponse;

/** The operations on global tables of the version of 2017, which join tables that exist. */
interface GlobalTableVersions extends GlobalTables {

  String OLD_VERSION = "2017.11.29";

  @Override
  default CreateGlobalTableResponse createGlobalTable(CreateGlobalTableRequest in) {
    DynamoTable table =
        state()
            .tables()
            .get(in.globalTableName())
            .orElseThrow(() -> DynamoDbError.tableNotFound(in.globalTableName()));
    List<String> regions = in.replicationGroup().stream().map(Replica::regionName).toList();
    if (!Replication.isReplicating(call())) {
      if (!table.description().replicas().isEmpty()) {
        throw DynamoDbError.with(
                GlobalTableAlreadyExistsException.builder(),
                "Global table with name: '" + table.name() + "' already exists")
            .build();
      }
      join(table.name(), regions);
    }
    DynamoTable joined = joined(table.name(), regions);
    return CreateGlobalTableResponse.builder()
        .globalTableDescription(
            described(joined).toBuilder().globalTableStatus(GlobalTableStatus.CREATING).build())
        .build();
  }

  /** Lets the tables of all other regions know to what group they belong. */
  private void join(String table, List<String> regions) {
    List<DynamoDbClient> others =
        regions.stream()
            .filter(region -> !region.equals(call().region()))
            .map(new Replication(call())::in)
            .toList();
    others.forEach(other -> other.describeTable(describe -> describe.tableName(table)));
    List<Replica> group =
        regions.stream().map(region -> Replica.builder().regionName(region).build()).toList();
    others.forEach(
        other ->
            other.createGlobalTable(
                create -> create.globalTableName(table).replicationGroup(group)));
  }

  private DynamoTable joined(String name, List<String> regions) {
    return alter(
        name,
        table -> {
          if (table.streamArn().isEmpty()) {
            throw Invalid.because(
                "One or more replicas do not have streams enabled with NEW_AND_OLD_IMAGES: "
                    + call().region());
          }
          List<ReplicaDescription> replicas =
              regions.stream()
                  .filter(region -> !region.equals(call().region()))
                  .map(
                      region ->
                          ReplicaDescription.builder()
                              .regionName(region)
                              .replicaStatus(ReplicaStatus.ACTIVE)
                              .build())
                  .toList();
          return table.described(
              description ->
                  description
                      .replicas(replicas.isEmpty() ? null : replicas)
                      .globalTableVersion(regions.isEmpty() ? null : OLD_VERSION));
        });
  }

  private Stream<String> regions(DynamoTable table) {
    return Stream.concat(
            Stream.of(call().region()),
            table.description().replicas().stream().map(ReplicaDescription::regionName))
        .sorted();
  }

  private GlobalTableDescription described(DynamoTable table) {
    return GlobalTableDescription.builder()
        .globalTableName(table.name())
        .globalTableArn(
            "arn:%s:dynamodb::%s:global-table/%s"
                .formatted(call().partition(), call().account(), table.name()))
        .creationDateTime(table.description().creationDateTime())
        .globalTableStatus(GlobalTableStatus.ACTIVE)
        .replicationGroup(
            regions(table)
                .map(region -> ReplicaDescription.builder().regionName(region).build())
                .toList())
        .build();
  }

  private Optional<DynamoTable> find(String name) {
    return state().tables().get(name).filter(GlobalTableVersions::isGlobal);
  }

  private static boolean isGlobal(DynamoTable table) {
    return OLD_VERSION.equals(table.description().globalTableVersion());
  }

  private DynamoTable global(String name) {
    return find(name)
        .orElseThrow(
            () ->
                (RuntimeException)
                    DynamoDbError.with(
                            GlobalTableNotFoundException.builder(),
                            "Global table with name: '" + name + "' does not exist")
                        .build());
  }

  @Override
  default DescribeGlobalTableResponse describeGlobalTable(DescribeGlobalTableRequest in) {
    return DescribeGlobalTableResponse.builder()
        .globalTableDescription(described(global(in.globalTableName())))
        .build();
  }

  @Override
  default ListGlobalTablesResponse listGlobalTables(ListGlobalTablesRequest in) {
    int limit = Optional.ofNullable(in.limit()).orElse(100);
    List<GlobalTable> tables =
        state()
            .tables()
            .asMap()
            .tailMap(Optional.ofNullable(in.exclusiveStartGlobalTableName()).orElse(""), false)
            .values()
            .stream()
            .filter(GlobalTableVersions::isGlobal)
            .filter(
                table ->
                    in.regionName() == null || regions(table).anyMatch(in.regionName()::equals))
            .limit(limit + 1L)
            .map(
                table ->
                    GlobalTable.builder()
                        .globalTableName(table.name())
                        .replicationGroup(
                            regions(table)
                                .map(region -> Replica.builder().regionName(region).build())
                                .toList())
                        .build())
            .toList();
    ListGlobalTablesResponse.Builder out =
        ListGlobalTablesResponse.builder().globalTables(tables.stream().limit(limit).toList());
    if (tables.size() > limit) {
      out.lastEvaluatedGlobalTableName(tables.get(limit - 1).globalTableName());
    }
    return out.build();
  }

  @Override
  default UpdateGlobalTableResponse updateGlobalTable(UpdateGlobalTableRequest in) {
    DynamoTable table = global(in.globalTableName());
    TreeSet<String> group = new TreeSet<>(regions(table).toList());
    List<String> left = new ArrayList<>();
    for (ReplicaUpdate update : in.replicaUpdates()) {
      if (update.create() != null && !group.add(update.create().regionName())) {
        throw DynamoDbError.with(
                ReplicaAlreadyExistsException.builder(),
                "Replica already exists: " + update.create().regionName())
            .build();
      }
      if (update.delete() != null) {
        String region = update.delete().regionName();
        if (!group.remove(region)) {
          throw DynamoDbError.with(
                  ReplicaNotFoundException.builder(), "Replica not found: " + region)
              .build();
        }
        left.add(region);
      }
    }
    join(table.name(), List.copyOf(group));
    for (String region : left) {
      new Replication(call())
          .in(region)
          .createGlobalTable(
              create -> create.globalTableName(table.name()).replicationGroup(List.of()));
    }
    DynamoTable joined =
        joined(table.name(), group.contains(call().region()) ? List.copyOf(group) : List.of());
    return UpdateGlobalTableResponse.builder().globalTableDescription(described(joined)).build();
  }

  @Override
  default DescribeGlobalTableSettingsResponse describeGlobalTableSettings(
      DescribeGlobalTableSettingsRequest in) {
    DynamoTable table = global(in.globalTableName());
    return DescribeGlobalTableSettingsResponse.builder()
        .globalTableName(table.name())
        .replicaSettings(regions(table).map(region -> settings(table.name(), region)).toList())
        .build();
  }

  private ReplicaSettingsDescription settings(String name, String region) {
    TableDescription table =
        new Replication(call())
            .in(region)
            .describeTable(describe -> describe.tableName(name))
            .table();
    return ReplicaSettingsDescription.builder()
        .regionName(region)
        .replicaStatus(ReplicaStatus.ACTIVE)
        .replicaBillingModeSummary(table.billingModeSummary())
        .replicaTableClassSummary(table.tableClassSummary())
        .replicaProvisionedReadCapacityUnits(table.provisionedThroughput().readCapacityUnits())
        .replicaProvisionedWriteCapacityUnits(table.provisionedThroughput().writeCapacityUnits())
        .build();
  }

  @Override
  default UpdateGlobalTableSettingsResponse updateGlobalTableSettings(
      UpdateGlobalTableSettingsRequest in) {
    DynamoTable table = global(in.globalTableName());
    List<String> regions = regions(table).toList();
    for (String region : regions) {
      DynamoDbClient client = new Replication(call()).in(region);
      if (in.globalTableBillingMode() != null) {
        client.updateTable(
            update -> update.tableName(table.name()).billingMode(in.globalTableBillingMode()));
      }
      if (in.globalTableProvisionedWriteCapacityUnits() != null) {
        ReplicaSettingsDescription now = settings(table.name(), region);
        client.updateTable(
            update ->
                update
                    .tableName(table.name())
                    .provisionedThroughput(
                        ProvisionedThroughput.builder()
                            .readCapacityUnits(now.replicaProvisionedReadCapacityUnits())
                            .writeCapacityUnits(in.globalTableProvisionedWriteCapacityUnits())
                            .build()));
      }
    }
    return UpdateGlobalTableSettingsResponse.builder()
        .globalTableName(table.name())
        .replicaSettings(regions.stream().map(region -> settings(table.name(), region)).toList())
        .build();
  }
}
