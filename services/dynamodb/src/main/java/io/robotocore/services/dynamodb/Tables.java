package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.item.Invalid;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pcollections.TreePMap;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/**
 * The operations that make, show and delete tables. Their work is done when they answer, or when
 * the time is over that it takes.
 */
interface Tables extends GlobalTables {

  int MAX_LISTED = 100;

  @Override
  default CreateTableResponse createTable(CreateTableRequest in) {
    NewTable.check(in);
    DynamoTable table =
        DynamoTable.of(
            Descriptions.of(in, tableArn(in.tableName()), now()).toBuilder()
                .tableId(call().random().uuid())
                .build());
    TreePMap<String, String> tags = Tags.added(TreePMap.empty(), in.tags());
    UnaryOperator<Features> tagged = features -> features.with(tags);
    DynamoTable added = added(table.with(tagged), Optional.ofNullable(in.streamSpecification()));
    if (in.resourcePolicy() != null) {
      putResourcePolicy(policy -> policy.resourceArn(added.arn()).policy(in.resourcePolicy()));
    }
    return CreateTableResponse.builder()
        .tableDescription(Descriptions.creating(shown(added)))
        .build();
  }

  /** Adds a table, whose name nobody else must have, and switches its stream on. */
  default DynamoTable added(DynamoTable table, Optional<StreamSpecification> stream) {
    return state()
        .atomically(
            () -> {
              if (state().tables().containsKey(table.name())) {
                throw DynamoDbError.inUse("Table already exists: " + table.name());
              }
              DynamoTable streaming =
                  stream.map(wanted -> Changes.specified(this, table, wanted)).orElse(table);
              DynamoTable added =
                  becoming(
                      TableStatus.CREATING,
                      streaming,
                      TableDescription.builder().tableName(table.name()).build());
              state().tables().put(table.name(), added);
              planSweep(table.name(), added.content());
              return added;
            });
  }

  default String tableArn(String name) {
    return call().arn("dynamodb", "table/" + name);
  }

  @Override
  default DescribeTableResponse describeTable(DescribeTableRequest in) {
    return DescribeTableResponse.builder().table(shown(describedTable(in.tableName()))).build();
  }

  @Override
  default ListTablesResponse listTables(ListTablesRequest in) {
    int limit = Optional.ofNullable(in.limit()).orElse(MAX_LISTED);
    List<String> names =
        state()
            .tables()
            .asMap()
            .tailMap(Optional.ofNullable(in.exclusiveStartTableName()).orElse(""), false)
            .keySet()
            .stream()
            .limit(limit + 1L)
            .toList();
    return names.size() > limit
        ? ListTablesResponse.builder()
            .tableNames(names.subList(0, limit))
            .lastEvaluatedTableName(names.get(limit - 1))
            .build()
        : ListTablesResponse.builder().tableNames(names).build();
  }

  @Override
  default DeleteTableResponse deleteTable(DeleteTableRequest in) {
    DynamoTable table =
        state()
            .atomically(
                () -> {
                  DynamoTable deleted = describedTable(in.tableName());
                  if (deleted.description().deletionProtectionEnabled()) {
                    throw Invalid.because(
                        "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.");
                  }
                  if (!Replication.isReplicating(call())) {
                    deleted
                        .transition(now())
                        .ifPresent(
                            transition -> {
                              throw transition.deletionRefusal(deleted.description());
                            });
                  }
                  delete(deleted);
                  return deleted;
                });
    forgetReplica(table);
    TableDescription description =
        table.description().toBuilder()
            .tableStatus(TableStatus.DELETING)
            .itemCount((long) table.content().items().size())
            .tableSizeBytes(table.content().bytes())
            .build();
    return DeleteTableResponse.builder().tableDescription(description).build();
  }

  private void delete(DynamoTable table) {
    DynamoTable leaving = becoming(TableStatus.DELETING, table, table.description());
    DynamoDbState.Deletion deletion = new DynamoDbState.Deletion(table.name());
    leaving
        .transition(now())
        .ifPresentOrElse(
            transition -> {
              state().tables().put(table.name(), leaving);
              state().due().plan(deletion.id(), transition.end(), deletion);
            },
            () -> remove(deletion));
  }

  /** Takes a table away, with what is planned for it. */
  default void remove(DynamoDbState.Deletion deletion) {
    state().due().cancel(new DynamoDbState.Sweep(deletion.table()).id());
    state()
        .tables()
        .remove(deletion.table())
        .flatMap(DynamoTable::streamArn)
        .ifPresent(arn -> state().streams().computeIfPresent(arn, stream -> stream.closed(now())));
  }
}
