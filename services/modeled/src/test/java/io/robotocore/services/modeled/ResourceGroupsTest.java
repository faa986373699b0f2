package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is in groups of resources.
 *
 * @see <a href="https://docs.aws.amazon.com/ARG/latest/userguide/gettingstarted-query.html">
 *     queries</a>
 */
@AwsEmulator
final class ResourceGroupsTest {

  private Catalogue groups;

  @BeforeEach
  void prepare(Emulator emulator) {
    groups = new Catalogue(emulator, "resource-groups");
  }

  private static Map<String, Object> query(String types, String filters) {
    return Map.of(
        "Type",
        "TAG_FILTERS_1_0",
        "Query",
        "{\"ResourceTypeFilters\":[%s],\"TagFilters\":[%s]}".formatted(types, filters));
  }

  private static final String ALL = "\"AWS::AllSupported\"";
  private static final String TEST = "{\"Key\":\"Stage\",\"Values\":[\"test\",\"dev\"]}";

  private static Object volume(Emulator emulator, Map<String, String> tags) {
    List<Map<String, String>> pairs =
        tags.entrySet().stream()
            .map(tag -> Map.of("Key", tag.getKey(), "Value", tag.getValue()))
            .toList();
    Object id =
        new Catalogue(emulator, "ec2")
            .ok(
                "CreateVolume",
                Map.of(
                    "AvailabilityZone",
                    "us-east-1a",
                    "Size",
                    1,
                    "TagSpecifications",
                    List.of(Map.of("ResourceType", "volume", "Tags", pairs))))
            .get("VolumeId");
    return "arn:aws:ec2:us-east-1:111111111111:volume/" + id;
  }

  private static Object database(Emulator emulator) {
    Catalogue glue = new Catalogue(emulator, "glue");
    glue.ok(
        "CreateTrigger",
        Map.of(
            "Name",
            "nightly",
            "Type",
            "ON_DEMAND",
            "Actions",
            List.of(Map.of("JobName", "job")),
            "Tags",
            Map.of("Stage", "dev")));
    return "arn:aws:glue:us-east-1:111111111111:trigger/nightly";
  }

  private List<Object> searched(Map<String, Object> query) {
    return groups.list("SearchResources", Map.of("ResourceQuery", query), "ResourceIdentifiers");
  }

  @Test
  void query_findsWhatHasItsTypesAndTags(Emulator emulator) {
    Object both = volume(emulator, Map.of("Stage", "test", "Team", "a"));
    Object one = volume(emulator, Map.of("Stage", "test"));
    volume(emulator, Map.of("Stage", "prod"));
    Object trigger = database(emulator);
    assertThat(searched(query(ALL, TEST)))
        .containsExactlyInAnyOrder(
            Map.of("ResourceArn", both, "ResourceType", "AWS::EC2::Volume"),
            Map.of("ResourceArn", one, "ResourceType", "AWS::EC2::Volume"),
            Map.of("ResourceArn", trigger));
    assertThat(searched(query("\"AWS::Glue::Trigger\"", TEST)))
        .containsExactly(Map.of("ResourceArn", trigger, "ResourceType", "AWS::Glue::Trigger"));
    assertThat(searched(query("\"AWS::EC2::Instance\"", TEST))).isEmpty();
    assertThat(searched(query("\"AWS::EC2::Volume\"", TEST + ",{\"Key\":\"Team\"}")))
        .containsExactly(Map.of("ResourceArn", both, "ResourceType", "AWS::EC2::Volume"));
  }

  @Test
  void group_hasWhatAnswersItsQuery_thatCanBeChanged(Emulator emulator) {
    Object volume = volume(emulator, Map.of("Stage", "test"));
    Object trigger = database(emulator);
    Map<String, Object> created =
        groups.ok(
            "CreateGroup",
            Map.of("Name", "g", "ResourceQuery", query("\"AWS::EC2::Volume\"", TEST)));
    Object arn = Catalogue.structure(created.get("Group")).get("GroupArn");
    assertThat(arn).isEqualTo("arn:aws:resource-groups:us-east-1:111111111111:group/g");
    Map<String, Object> named = Map.of("Group", arn);
    Map<String, Object> identifier =
        Map.of("ResourceArn", volume, "ResourceType", "AWS::EC2::Volume");
    assertThat(groups.ok("ListGroupResources", named))
        .containsEntry("ResourceIdentifiers", List.of(identifier))
        .containsEntry("Resources", List.of(Map.of("Identifier", identifier)));

    Map<String, Object> other = query("\"AWS::Glue::Trigger\"", TEST);
    Map<String, Object> changed =
        groups.structure(
            "UpdateGroupQuery", Map.of("GroupName", "g", "ResourceQuery", other), "GroupQuery");
    assertThat(changed).isEqualTo(Map.of("GroupName", "g", "ResourceQuery", other));
    assertThat(groups.structure("GetGroupQuery", named, "GroupQuery")).isEqualTo(changed);
    assertThat(groups.only("ListGroupResources", Map.of("GroupName", "g"), "ResourceIdentifiers"))
        .containsEntry("ResourceArn", trigger);
    Map<String, Object> filtered = new HashMap<>(named);
    filtered.put(
        "Filters", List.of(Map.of("Name", "resource-type", "Values", List.of("AWS::EC2::Volume"))));
    assertThat(groups.list("ListGroupResources", filtered, "ResourceIdentifiers")).isEmpty();
  }

  @Test
  void group_withAConfiguration_hasWhatIsPutIntoIt() {
    groups.ok(
        "CreateGroup",
        Map.of(
            "Name", "g", "Configuration", List.of(Map.of("Type", "AWS::ResourceGroups::Generic"))));
    List<Object> arns = List.of("arn:aws:s3:::one", "arn:aws:sqs:us-east-1:111111111111:two");
    Map<String, Object> both = Map.of("Group", "g", "ResourceArns", arns);
    assertThat(groups.ok("GroupResources", both)).containsEntry("Succeeded", arns);
    assertThat(groups.list("ListGroupResources", Map.of("Group", "g"), "ResourceIdentifiers"))
        .containsExactly(
            Map.of("ResourceArn", arns.get(0), "ResourceType", "AWS::S3::Bucket"),
            Map.of("ResourceArn", arns.get(1), "ResourceType", "AWS::SQS::Queue"));
    groups.ok("UngroupResources", Map.of("Group", "g", "ResourceArns", List.of(arns.get(0))));
    assertThat(groups.only("ListGroupResources", Map.of("Group", "g"), "ResourceIdentifiers"))
        .containsEntry("ResourceArn", arns.get(1));
    groups.ok("DeleteGroup", Map.of("Group", "g"));
    assertThat(groups.error("ListGroupResources", Map.of("Group", "g")))
        .isEqualTo("NotFoundException");
  }

  @Test
  void group_thatCannotBe_isRefused() {
    Map<String, Object> query = query(ALL, TEST);
    groups.ok("CreateGroup", Map.of("Name", "g", "ResourceQuery", query));
    assertThat(groups.error("CreateGroup", Map.of("Name", "g", "ResourceQuery", query)))
        .isEqualTo("BadRequestException");
    assertThat(groups.error("CreateGroup", Map.of("Name", "aws-g", "ResourceQuery", query)))
        .isEqualTo("BadRequestException");
    assertThat(
            groups.error(
                "GroupResources",
                Map.of("Group", "g", "ResourceArns", List.of("arn:aws:s3:::one"))))
        .isEqualTo("BadRequestException");
    for (String text : List.of("nothing", "{}", "{\"ResourceTypeFilters\":[]}")) {
      Map<String, Object> bad = Map.of("Type", "TAG_FILTERS_1_0", "Query", text);
      assertThat(groups.error("CreateGroup", Map.of("Name", "h", "ResourceQuery", bad)))
          .isEqualTo("BadRequestException");
      assertThat(groups.error("SearchResources", Map.of("ResourceQuery", bad)))
          .isEqualTo("BadRequestException");
    }
    Map<String, Object> stack =
        Map.of("Type", "CLOUDFORMATION_STACK_1_0", "Query", "{\"StackIdentifier\":\"s\"}");
    groups.ok("CreateGroup", Map.of("Name", "s", "ResourceQuery", stack));
    assertThat(groups.call("ListGroupResources", Map.of("Group", "s")).status()).isEqualTo(501);
  }
}
