package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import io.robotocore.model.AwsModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Tag;

/** The tags of things of several services, told of and changed in one place. */
@AwsEmulator
final class TaggingApiTest {

  private static final AwsModels MODELS = AwsModels.load();
  private static final String MISSING = "arn:aws:backup:us-east-1:111111111111:backup-vault:none";

  private static DocumentClient.Answer call(
      Emulator emulator, String operation, Map<String, Object> input) {
    return call(emulator, "us-east-1", "resourcegroupstaggingapi/" + operation, input);
  }

  private static DocumentClient.Answer call(
      Emulator emulator, String region, String operation, Map<String, Object> input) {
    String[] names = operation.split("/", 2);
    return new DocumentClient(emulator.httpClient(), "123456789012", region)
        .call(MODELS.service(names[0]).orElseThrow().operation(names[1]).orElseThrow(), input);
  }

  private static List<String> arns(Emulator emulator, Map<String, Object> input) {
    return arns(call(emulator, "GetResources", input));
  }

  private static List<String> arns(DocumentClient.Answer answer) {
    List<String> arns = new ArrayList<>();
    for (Object mapping : (List<?>) answer.output().get("ResourceTagMappingList")) {
      arns.add((String) ((Map<?, ?>) mapping).get("ResourceARN"));
    }
    return arns;
  }

  private static String vpc(Ec2Client ec2, String block) {
    String id = ec2.createVpc(create -> create.cidrBlock(block)).vpc().vpcId();
    Tag tag = Tag.builder().key("team").value("red").build();
    ec2.createTags(create -> create.resources(id).tags(tag));
    return "arn:aws:ec2:us-east-1:123456789012:vpc/" + id;
  }

  private static String vault(Emulator emulator) {
    DocumentClient.Answer made =
        call(
            emulator,
            "us-east-1",
            "backup/CreateBackupVault",
            Map.of(
                "BackupVaultName", "vault", "BackupVaultTags", Map.of("team", "blue", "x", "y")));
    return (String) made.output().get("BackupVaultArn");
  }

  private static Map<String, Object> team(String... values) {
    return Map.of("TagFilters", List.of(Map.of("Key", "team", "Values", List.of(values))));
  }

  @Test
  void getResources_withFilters_tellsOfWhatIsTagged(Emulator emulator, Ec2Client ec2) {
    String vault = vault(emulator);
    String vpc = vpc(ec2, "10.0.0.0/16");

    assertThat(arns(emulator, Map.of())).containsExactly(vault, vpc);
    assertThat(arns(emulator, team())).containsExactly(vault, vpc);
    assertThat(arns(emulator, team("red", "green"))).containsExactly(vpc);
    assertThat(arns(emulator, Map.of("ResourceTypeFilters", List.of("ec2:vpc"))))
        .containsExactly(vpc);
    assertThat(arns(emulator, Map.of("ResourceTypeFilters", List.of("ec2:subnet", "backup"))))
        .containsExactly(vault);
    assertThat(arns(emulator, Map.of("ResourceARNList", List.of(vault)))).containsExactly(vault);
    assertThat(arns(call(emulator, "eu-west-1", "resourcegroupstaggingapi/GetResources", Map.of())))
        .isEmpty();
  }

  @Test
  void getResources_inPages_tellsOfEachOnce(Emulator emulator, Ec2Client ec2) {
    List<String> made = List.of(vpc(ec2, "10.0.0.0/16"), vpc(ec2, "10.1.0.0/16"), vault(emulator));
    DocumentClient.Answer first = call(emulator, "GetResources", Map.of("ResourcesPerPage", 2));
    Object token = first.output().get("PaginationToken");
    DocumentClient.Answer second =
        call(emulator, "GetResources", Map.of("ResourcesPerPage", 2, "PaginationToken", token));
    assertThat(second.output().get("PaginationToken")).isEqualTo("");
    List<String> told = new ArrayList<>(arns(first));
    told.addAll(arns(second));
    assertThat(told).containsExactlyInAnyOrderElementsOf(made);
  }

  @Test
  void getResources_namesAndFilters_fails(Emulator emulator) {
    assertThat(
            call(
                    emulator,
                    "GetResources",
                    Map.of("ResourceARNList", List.of(MISSING), "ResourcesPerPage", 1))
                .code())
        .startsWith("InvalidParameterException");
  }

  @Test
  void tagAndUntag_areSeenByTheServiceItself(Emulator emulator, Ec2Client ec2) {
    String vpc = vpc(ec2, "10.0.0.0/16");
    String id = vpc.substring(vpc.indexOf('/') + 1);
    DocumentClient.Answer tagged =
        call(
            emulator,
            "TagResources",
            Map.of("ResourceARNList", List.of(vpc, MISSING), "Tags", Map.of("stage", "test")));
    assertThat(((Map<?, ?>) tagged.output().get("FailedResourcesMap")).keySet())
        .isEqualTo(java.util.Set.of(MISSING));
    call(
        emulator,
        "UntagResources",
        Map.of("ResourceARNList", List.of(vpc), "TagKeys", List.of("team")));
    assertThat(ec2.describeVpcs(all -> all.vpcIds(id)).vpcs().get(0).tags())
        .containsExactly(Tag.builder().key("stage").value("test").build());
  }

  @Test
  void keysAndValues_areToldOnceAndSorted(Emulator emulator, Ec2Client ec2) {
    vpc(ec2, "10.0.0.0/16");
    vpc(ec2, "10.1.0.0/16");
    vault(emulator);
    assertThat(call(emulator, "GetTagKeys", Map.of()).output().get("TagKeys"))
        .isEqualTo(List.of("team", "x"));
    assertThat(call(emulator, "GetTagValues", Map.of("Key", "team")).output().get("TagValues"))
        .isEqualTo(List.of("blue", "red"));
  }
}
