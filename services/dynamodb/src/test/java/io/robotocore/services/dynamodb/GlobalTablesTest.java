package io.robotocore.services.dynamodb;

import static io.robotocore.services.dynamodb.Given.item;
import static io.robotocore.services.dynamodb.Given.n;
import static io.robotocore.services.dynamodb.Given.s;
import static io.robotocore.services.dynamodb.Given.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import io.robotocore.junit5.Region;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Replica;
import software.amazon.awssdk.services.dynamodb.model.ReplicaDescription;
import software.amazon.awssdk.services.dynamodb.model.ReplicationGroupUpdate;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** Tables with replicas in other regions. */
@AwsEmulator
final class GlobalTablesTest {

  private final DynamoDbClient here;
  private final DynamoDbClient west;
  private final DynamoDbClient europe;
  private final Emulator emulator;

  GlobalTablesTest(
      Emulator emulator,
      DynamoDbClient here,
      @Region("us-west-2") DynamoDbClient west,
      @Region("eu-west-1") DynamoDbClient europe) {
    this.emulator = emulator;
    this.here = here;
    this.west = west;
    this.europe = europe;
  }

  private void put(DynamoDbClient client, String id, int value) {
    client.putItem(in -> in.tableName("things").item(item("id", s(id), "v", n(value))));
    emulator.awaitIdle(Duration.ofSeconds(10));
  }

  private static Map<String, AttributeValue> get(DynamoDbClient client, String id) {
    return client.getItem(in -> in.tableName("things").key(item("id", s(id)))).item();
  }

  private static ReplicationGroupUpdate create(String region) {
    return ReplicationGroupUpdate.builder().create(one -> one.regionName(region)).build();
  }

  private static List<String> replicas(DynamoDbClient client) {
    return client.describeTable(in -> in.tableName("things")).table().replicas().stream()
        .map(ReplicaDescription::regionName)
        .sorted()
        .toList();
  }

  private void createReplicas() {
    here.createTable(table("things", "id:S").build());
    put(here, "old", 1);
    here.updateTable(in -> in.tableName("things").replicaUpdates(create("us-west-2")));
    here.updateTable(in -> in.tableName("things").replicaUpdates(create("eu-west-1")));
  }

  @Test
  void updateTable_newReplica_hasAllItemsAndKnowsTheOthers() {
    createReplicas();

    assertThat(get(west, "old")).containsEntry("v", n(1));
    assertThat(get(europe, "old")).containsEntry("v", n(1));
    assertThat(replicas(here)).containsExactly("eu-west-1", "us-west-2");
    assertThat(replicas(west)).containsExactly("eu-west-1", "us-east-1");
    assertThat(replicas(europe)).containsExactly("us-east-1", "us-west-2");
  }

  @Test
  void writes_toAnyReplica_arriveInAllOthers() {
    createReplicas();
    put(west, "a", 1);
    put(europe, "a", 2);
    put(here, "b", 3);
    here.deleteItem(in -> in.tableName("things").key(item("id", s("old"))));
    emulator.awaitIdle(Duration.ofSeconds(10));

    for (DynamoDbClient client : List.of(here, west, europe)) {
      assertThat(get(client, "a")).containsEntry("v", n(2));
      assertThat(get(client, "b")).containsEntry("v", n(3));
      assertThat(get(client, "old")).isEmpty();
    }
  }

  @Test
  void updateTable_removedReplica_isGone() {
    createReplicas();
    here.updateTable(
        in ->
            in.tableName("things")
                .replicaUpdates(
                    ReplicationGroupUpdate.builder()
                        .delete(one -> one.regionName("eu-west-1"))
                        .build()));

    assertThat(replicas(here)).containsExactly("us-west-2");
    assertThat(replicas(west)).containsExactly("us-east-1");
    assertThat(europe.listTables().tableNames()).isEmpty();
  }

  @Test
  void createGlobalTable_tablesThatExist_areJoined() {
    for (DynamoDbClient client : List.of(here, west)) {
      client.createTable(
          table("things", "id:S")
              .streamSpecification(
                  stream ->
                      stream.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES))
              .build());
    }
    here.createGlobalTable(
        in ->
            in.globalTableName("things")
                .replicationGroup(
                    Replica.builder().regionName("us-east-1").build(),
                    Replica.builder().regionName("us-west-2").build()));
    put(west, "a", 1);

    assertThat(get(here, "a")).containsEntry("v", n(1));
    assertThat(west.listGlobalTables().globalTables())
        .singleElement()
        .satisfies(one -> assertThat(one.replicationGroup()).hasSize(2));
    assertThat(
            here.describeGlobalTableSettings(in -> in.globalTableName("things")).replicaSettings())
        .hasSize(2);
  }

  @Test
  void writes_concurrentInTwoRegions_convergeEverywhere() {
    createReplicas();
    for (int i = 0; i < 20; i++) {
      int value = i;
      DynamoDbClient client = i % 2 == 0 ? here : west;
      client.putItem(in -> in.tableName("things").item(item("id", s("a"), "v", n(value))));
    }
    emulator.awaitIdle(Duration.ofSeconds(20));

    assertThat(get(west, "a")).isEqualTo(get(here, "a"));
    assertThat(get(europe, "a")).isEqualTo(get(here, "a"));
  }
}
