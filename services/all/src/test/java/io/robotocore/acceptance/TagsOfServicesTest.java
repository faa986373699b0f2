package io.robotocore.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.junit5.Account;
import io.robotocore.junit5.AwsEmulator;
import io.robotocore.junit5.Region;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.FailureInfo;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.ResourceTagMapping;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The tags of services with code and of modeled ones, seen by the Resource Groups Tagging API. */
@AwsEmulator
final class TagsOfServicesTest {

  private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:queue";
  private static final String TABLE = "arn:aws:dynamodb:us-east-1:123456789012:table/table";
  private static final String BUCKET = "arn:aws:s3:::bucket-of-tags";
  private static final String GROUP = "arn:aws:s3:us-east-1:123456789012:storage-lens-group/group";

  @SuppressWarnings("unchecked")
  private static void create(
      SqsClient sqs, DynamoDbClient dynamo, S3Client s3, S3ControlClient control) {
    sqs.createQueue(in -> in.queueName("queue").tags(Map.of("team", "red")));
    sqs.createQueue(in -> in.queueName("untagged"));
    dynamo.createTable(
        in ->
            in.tableName("table")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    a -> a.attributeName("id").attributeType(ScalarAttributeType.S))
                .keySchema(k -> k.attributeName("id").keyType(KeyType.HASH))
                .tags(t -> t.key("team").value("blue")));
    s3.createBucket(in -> in.bucket("bucket-of-tags"));
    s3.putBucketTagging(
        in ->
            in.bucket("bucket-of-tags")
                .tagging(all -> all.tagSet(t -> t.key("team").value("red"))));
    control.createStorageLensGroup(
        in ->
            in.accountId("123456789012")
                .storageLensGroup(group -> group.name("group").filter(f -> f.matchAnyPrefix("x")))
                .tags(t -> t.key("cost").value("1")));
  }

  private static Map<String, Map<String, String>> tags(ResourceGroupsTaggingApiClient tagging) {
    Map<String, Map<String, String>> tags = new TreeMap<>();
    for (ResourceTagMapping mapping : tagging.getResources().resourceTagMappingList()) {
      Map<String, String> values = new TreeMap<>();
      mapping.tags().forEach(tag -> values.put(tag.key(), tag.value()));
      tags.put(mapping.resourceARN(), values);
    }
    return tags;
  }

  @Test
  @SuppressWarnings("unchecked")
  void getResources_ofSeveralServices_tellsOfAllThatIsTagged(
      SqsClient sqs,
      DynamoDbClient dynamo,
      S3Client s3,
      S3ControlClient control,
      ResourceGroupsTaggingApiClient tagging) {
    create(sqs, dynamo, s3, control);

    assertThat(tags(tagging))
        .containsOnly(
            Map.entry(QUEUE, Map.of("team", "red")),
            Map.entry(TABLE, Map.of("team", "blue")),
            Map.entry(BUCKET, Map.of("team", "red")),
            Map.entry(GROUP, Map.of("cost", "1")));
    assertThat(
            tagging
                .getResources(in -> in.tagFilters(f -> f.key("team").values("red")))
                .resourceTagMappingList())
        .extracting(ResourceTagMapping::resourceARN)
        .containsExactly(BUCKET, QUEUE);
    assertThat(
            tagging
                .getResources(in -> in.resourceTypeFilters("dynamodb:table"))
                .resourceTagMappingList())
        .extracting(ResourceTagMapping::resourceARN)
        .containsExactly(TABLE);
    assertThat(tagging.getTagKeys().tagKeys()).containsExactly("cost", "team");
    assertThat(tagging.getTagValues(in -> in.key("team")).tagValues())
        .containsExactly("blue", "red");
  }

  @Test
  void tagResources_ofServicesWithCode_changesWhatTheyTellThemselves(
      SqsClient sqs,
      DynamoDbClient dynamo,
      S3Client s3,
      S3ControlClient control,
      ResourceGroupsTaggingApiClient tagging) {
    create(sqs, dynamo, s3, control);
    String url = sqs.getQueueUrl(in -> in.queueName("queue")).queueUrl();

    tagging.tagResources(
        in -> in.resourceARNList(QUEUE, TABLE, BUCKET, GROUP).tags(Map.of("stage", "test")));
    tagging.untagResources(in -> in.resourceARNList(QUEUE, TABLE, BUCKET).tagKeys("team"));

    assertThat(sqs.listQueueTags(in -> in.queueUrl(url)).tags()).containsOnly(stage());
    assertThat(dynamo.listTagsOfResource(in -> in.resourceArn(TABLE)).tags())
        .extracting(tag -> tag.key() + "=" + tag.value())
        .containsExactly("stage=test");
    assertThat(s3.getBucketTagging(in -> in.bucket("bucket-of-tags")).tagSet())
        .extracting(tag -> tag.key() + "=" + tag.value())
        .containsExactly("stage=test");
    assertThat(tags(tagging)).containsEntry(GROUP, Map.of("cost", "1", "stage", "test"));
  }

  private static Map.Entry<String, String> stage() {
    return Map.entry("stage", "test");
  }

  @Test
  void tagResources_thatAreTooManyOrNotThere_failsAlone(
      SqsClient sqs,
      DynamoDbClient dynamo,
      S3Client s3,
      S3ControlClient control,
      ResourceGroupsTaggingApiClient tagging) {
    create(sqs, dynamo, s3, control);

    Map<String, String> many =
        IntStream.range(0, 50).boxed().collect(Collectors.toMap(i -> "key" + i, i -> ""));

    Map<String, FailureInfo> failed =
        tagging
            .tagResources(in -> in.resourceARNList(QUEUE + "2", TABLE).tags(many))
            .failedResourcesMap();

    assertThat(failed).containsOnlyKeys(QUEUE + "2", TABLE);
    assertThat(failed.get(QUEUE + "2").statusCode()).isEqualTo(400);
    assertThat(failed.get(TABLE).errorMessage()).endsWith("Too many tags: the limit is 50");
    assertThat(tags(tagging)).containsEntry(TABLE, Map.of("team", "blue"));
  }

  @Test
  void getResources_ofAnotherRegionOrAccount_tellsOfNothing(
      SqsClient sqs,
      DynamoDbClient dynamo,
      S3Client s3,
      S3ControlClient control,
      @Region("eu-west-1") ResourceGroupsTaggingApiClient elsewhere,
      @Account("222222222222") ResourceGroupsTaggingApiClient other) {
    create(sqs, dynamo, s3, control);

    assertThat(tags(elsewhere)).isEmpty();
    assertThat(tags(other)).isEmpty();
  }
}
