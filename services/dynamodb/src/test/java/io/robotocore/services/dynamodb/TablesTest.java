package io.robotocore.services.dynamodb;

import static io.robotocore.services.dynamodb.Given.attributes;
import static io.robotocore.services.dynamodb.Given.global;
import static io.robotocore.services.dynamodb.Given.item;
import static io.robotocore.services.dynamodb.Given.local;
import static io.robotocore.services.dynamodb.Given.n;
import static io.robotocore.services.dynamodb.Given.s;
import static io.robotocore.services.dynamodb.Given.schema;
import static io.robotocore.services.dynamodb.Given.table;
import static io.robotocore.services.dynamodb.Invalids.assertInvalid;
import static io.robotocore.services.dynamodb.Invalids.assertInvalidValue;
import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.junit5.AwsEmulator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ContributorInsightsAction;
import software.amazon.awssdk.services.dynamodb.model.ContributorInsightsStatus;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.PolicyNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.Tag;

/** Tables, and what can be set up for them. */
@AwsEmulator
final class TablesTest {

  private static final String ARN = "arn:aws:dynamodb:us-east-1:123456789012:table/things";

  private final DynamoDbClient dynamo;

  TablesTest(DynamoDbClient dynamo) {
    this.dynamo = dynamo;
  }

  private TableDescription described(String name) {
    return dynamo.describeTable(in -> in.tableName(name)).table();
  }

  private TableDescription create(CreateTableRequest.Builder table) {
    return dynamo.createTable(table.build()).tableDescription();
  }

  @Test
  void createTable_provisioned_isDescribedAsItWasMade() {
    TableDescription creating =
        create(
            table("things", "pk:S", "sk:N")
                .attributeDefinitions(attributes("pk:S", "sk:N", "g:B", "l:S"))
                .billingMode(BillingMode.PROVISIONED)
                .provisionedThroughput(units -> units.readCapacityUnits(5L).writeCapacityUnits(6L))
                .localSecondaryIndexes(local("byL", "pk:S", "l:S"))
                .globalSecondaryIndexes(
                    global("byG", "g:B").toBuilder()
                        .provisionedThroughput(
                            units -> units.readCapacityUnits(1L).writeCapacityUnits(2L))
                        .build())
                .tags(Tag.builder().key("k").value("v").build()));
    assertThat(creating.tableStatus()).isEqualTo(TableStatus.CREATING);

    TableDescription table = described("things");
    assertThat(table.tableStatus()).isEqualTo(TableStatus.ACTIVE);
    assertThat(table.tableArn()).isEqualTo(ARN);
    assertThat(table.tableId()).matches("[0-9a-f-]{36}");
    assertThat(table.keySchema()).isEqualTo(schema("pk:S", "sk:N"));
    assertThat(table.provisionedThroughput().writeCapacityUnits()).isEqualTo(6);
    assertThat(table.billingModeSummary()).isNull();
    assertThat(table.globalSecondaryIndexes())
        .singleElement()
        .satisfies(
            index -> {
              assertThat(index.indexStatus()).isEqualTo(IndexStatus.ACTIVE);
              assertThat(index.indexArn()).isEqualTo(ARN + "/index/byG");
              assertThat(index.provisionedThroughput().readCapacityUnits()).isEqualTo(1);
            });
    assertThat(table.localSecondaryIndexes().get(0).indexName()).isEqualTo("byL");
    assertThat(dynamo.listTagsOfResource(in -> in.resourceArn(ARN)).tags())
        .containsExactly(Tag.builder().key("k").value("v").build());
    assertThat(described(ARN)).isEqualTo(table);
  }

  @Test
  void describeTable_items_areCounted() {
    create(
        table("things", "id:S")
            .attributeDefinitions(attributes("id:S", "g:S"))
            .globalSecondaryIndexes(global("byG", "g:S")));
    dynamo.putItem(in -> in.tableName("things").item(item("id", s("a"), "g", s("bc"))));
    dynamo.putItem(in -> in.tableName("things").item(item("id", s("b"), "v", n(12))));

    TableDescription table = described("things");
    assertThat(table.itemCount()).isEqualTo(2);
    assertThat(table.tableSizeBytes()).isEqualTo(3 + 3 + 3 + 3);
    assertThat(table.globalSecondaryIndexes().get(0).itemCount()).isEqualTo(1);
    dynamo.deleteItem(in -> in.tableName("things").key(item("id", s("a"))));
    assertThat(described("things").tableSizeBytes()).isEqualTo(6);
    assertThat(described("things").globalSecondaryIndexes().get(0).itemCount()).isZero();
  }

  @Test
  void createTable_wrongRequest_isRefused() {
    create(table("things", "id:S"));
    assertRefused(
        () -> create(table("things", "id:S")),
        ResourceInUseException.class,
        "Table already exists: things");
    assertInvalid(
        () -> create(table("a b", "id:S")),
        "Invalid table/index name.  Table/index names must be between 3 and 255 characters long, and may contain only the characters a-z, A-Z, 0-9, '_', '-', and '.'");
    assertInvalidValue(
        () -> create(table("more", "id:S").attributeDefinitions(attributes("id:S", "x:S"))),
        "Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions");
    assertInvalidValue(
        () -> create(table("more", "id:S").attributeDefinitions(attributes("x:S"))),
        "Some index key attributes are not defined in AttributeDefinitions. Keys: [id], AttributeDefinitions: [x]");
    assertInvalidValue(
        () -> create(table("more", "id:S").billingMode(BillingMode.PROVISIONED)),
        "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED");
    assertInvalidValue(
        () ->
            create(
                table("more", "id:S")
                    .attributeDefinitions(attributes("id:S", "l:S"))
                    .localSecondaryIndexes(local("byL", "id:S", "l:S"))),
        "Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex");
  }

  @Test
  void listTables_pages_giveAllNames() {
    for (String name : List.of("ccc", "aaa", "bbb")) {
      create(table(name, "id:S"));
    }
    assertThat(dynamo.listTables().tableNames()).containsExactly("aaa", "bbb", "ccc");
    assertThat(dynamo.listTables(in -> in.limit(2)).lastEvaluatedTableName()).isEqualTo("bbb");
    assertThat(dynamo.listTablesPaginator(in -> in.limit(1)).tableNames())
        .containsExactly("aaa", "bbb", "ccc");
  }

  @Test
  void deleteTable_protected_isRefusedUntilItIsNot() {
    create(table("things", "id:S").deletionProtectionEnabled(true));
    assertInvalid(
        () -> dynamo.deleteTable(in -> in.tableName("things")),
        "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.");
    dynamo.updateTable(in -> in.tableName("things").deletionProtectionEnabled(false));
    assertThat(dynamo.deleteTable(in -> in.tableName("things")).tableDescription().tableStatus())
        .isEqualTo(TableStatus.DELETING);
    assertRefused(
        () -> described("things"),
        ResourceNotFoundException.class,
        "Requested resource not found: Table: things not found");
  }

  @Test
  void updateTable_newIndex_isFilled() {
    create(table("things", "id:S"));
    for (int i = 0; i < 4; i++) {
      int id = i;
      dynamo.putItem(
          in ->
              in.tableName("things")
                  .item(item("id", s("i" + id), "g", id == 3 ? n(1) : s("g" + id % 2))));
    }
    dynamo.updateTable(
        in ->
            in.tableName("things")
                .attributeDefinitions(attributes("g:S"))
                .globalSecondaryIndexUpdates(
                    GlobalSecondaryIndexUpdate.builder()
                        .create(
                            index ->
                                index
                                    .indexName("byG")
                                    .keySchema(schema("g:S"))
                                    .projection(
                                        Projection.builder()
                                            .projectionType(ProjectionType.ALL)
                                            .build()))
                        .build()));

    assertThat(described("things").globalSecondaryIndexes().get(0).itemCount()).isEqualTo(3);
    assertThat(
            dynamo
                .query(
                    in ->
                        in.tableName("things")
                            .indexName("byG")
                            .keyConditionExpression("g = :g")
                            .expressionAttributeValues(Map.of(":g", s("g0"))))
                .count())
        .isEqualTo(2);
    assertInvalidValue(
        () -> dynamo.putItem(in -> in.tableName("things").item(item("id", s("x"), "g", n(1)))),
        "Type mismatch for Index Key g Expected: S Actual: N IndexName: byG");
    dynamo.updateTable(
        in ->
            in.tableName("things")
                .globalSecondaryIndexUpdates(
                    GlobalSecondaryIndexUpdate.builder()
                        .delete(index -> index.indexName("byG"))
                        .build()));
    assertThat(described("things").hasGlobalSecondaryIndexes()).isFalse();
    assertThat(described("things").attributeDefinitions()).isEqualTo(attributes("id:S"));
  }

  @Test
  void updateTable_billing_changes() {
    create(table("things", "id:S"));
    dynamo.updateTable(
        in ->
            in.tableName("things")
                .billingMode(BillingMode.PROVISIONED)
                .provisionedThroughput(
                    units -> units.readCapacityUnits(3L).writeCapacityUnits(4L)));
    assertThat(described("things").provisionedThroughput().readCapacityUnits()).isEqualTo(3);
    assertThat(described("things").billingModeSummary().billingMode())
        .isEqualTo(BillingMode.PROVISIONED);
    assertInvalid(
        () ->
            dynamo.updateTable(
                in ->
                    in.tableName("things")
                        .provisionedThroughput(
                            units -> units.readCapacityUnits(3L).writeCapacityUnits(4L))),
        "The provisioned throughput for the table will not change. The requested value equals the current value. Current ReadCapacityUnits provisioned for the table: 3. Requested ReadCapacityUnits: 3. Current WriteCapacityUnits provisioned for the table: 4. Requested WriteCapacityUnits: 4. Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.");
    assertInvalid(
        () -> dynamo.updateTable(in -> in.tableName("things")),
        "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required");
  }

  @Test
  void tagResource_tags_areAddedAndTaken() {
    create(table("things", "id:S"));
    dynamo.tagResource(
        in ->
            in.resourceArn(ARN)
                .tags(
                    Tag.builder().key("a").value("1").build(),
                    Tag.builder().key("b").value("2").build()));
    dynamo.untagResource(in -> in.resourceArn(ARN).tagKeys("a"));

    assertThat(dynamo.listTagsOfResource(in -> in.resourceArn(ARN)).tags())
        .extracting(Tag::key)
        .containsExactly("b");
  }

  @Test
  void putResourcePolicy_policy_isKeptByRevision() {
    create(table("things", "id:S"));
    String revision = dynamo.putResourcePolicy(in -> in.resourceArn(ARN).policy("{}")).revisionId();
    assertThat(dynamo.getResourcePolicy(in -> in.resourceArn(ARN)).policy()).isEqualTo("{}");
    assertThat(
            dynamo
                .deleteResourcePolicy(in -> in.resourceArn(ARN).expectedRevisionId(revision))
                .revisionId())
        .isEqualTo(revision);
    assertRefused(
        () -> dynamo.getResourcePolicy(in -> in.resourceArn(ARN)),
        PolicyNotFoundException.class,
        "Resource-based policy not found for the provided ResourceArn: " + ARN);
  }

  @Test
  void updateContributorInsights_enabled_isListed() {
    create(table("things", "id:S"));
    dynamo.updateContributorInsights(
        in -> in.tableName("things").contributorInsightsAction(ContributorInsightsAction.ENABLE));

    assertThat(
            dynamo
                .describeContributorInsights(in -> in.tableName("things"))
                .contributorInsightsStatus())
        .isEqualTo(ContributorInsightsStatus.ENABLED);
    assertThat(dynamo.listContributorInsights(in -> {}).contributorInsightsSummaries()).hasSize(1);
  }

  @Test
  void describeTable_itemsWrittenAndDeleted_countsWhatTheIndexHas() {
    create(
        table("things", "id:S")
            .attributeDefinitions(attributes("id:S", "g:S"))
            .globalSecondaryIndexes(
                global("byG", "g:S").toBuilder()
                    .projection(keys -> keys.projectionType(ProjectionType.KEYS_ONLY))
                    .build()));
    assertIndexed(0, 0);
    put(item("id", s("a"), "g", s("x"), "v", n(1)));
    assertIndexed(1, "id".length() + "a".length() + "g".length() + "x".length());
    put(item("id", s("a"), "g", s("x"), "v", n(12345)));
    assertIndexed(1, 5);
    put(item("id", s("a"), "g", s("longer")));
    assertIndexed(1, 10);
    put(item("id", s("b"), "g", s("x")));
    assertIndexed(2, 15);
    put(item("id", s("a"), "v", n(1)));
    assertIndexed(1, 5);
    dynamo.deleteItem(in -> in.tableName("things").key(item("id", s("b"))));
    assertIndexed(0, 0);
  }

  private void put(Map<String, AttributeValue> item) {
    dynamo.putItem(in -> in.tableName("things").item(item));
  }

  private void assertIndexed(long items, long bytes) {
    assertThat(described("things").globalSecondaryIndexes())
        .singleElement()
        .satisfies(
            index -> {
              assertThat(index.itemCount()).isEqualTo(items);
              assertThat(index.indexSizeBytes()).isEqualTo(bytes);
            });
  }

  @Test
  void describeLimitsAndEndpoints_anybody_isTold() {
    assertThat(dynamo.describeLimits().tableMaxReadCapacityUnits()).isEqualTo(40_000);
    assertThat(dynamo.describeEndpoints().endpoints())
        .singleElement()
        .satisfies(endpoint -> assertThat(endpoint.address()).contains(":"));
  }
}
