package io.robotocore.services.modeled;

import static io.robotocore.services.modeled.Catalogue.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import io.robotocore.model.AwsModels;
import io.robotocore.model.OperationModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules by which the names of operations have a meaning, each shown by one service. */
@AwsEmulator
final class RulesTest {

  private static final AwsModels MODELS = AwsModels.load();

  private static Map<?, ?> structure(DocumentClient.Answer answer, String member) {
    assertThat(answer.ok()).as(answer.text()).isTrue();
    return (Map<?, ?>) answer.output().get(member);
  }

  @Test
  void status_isOnItsWayInTheAnswer_andSettledAfterwards(Emulator emulator) {
    Map<String, Object> cluster =
        Map.of(
            "name",
            "blue",
            "roleArn",
            "arn:aws:iam::111111111111:role/eks",
            "resourcesVpcConfig",
            Map.of());
    assertThat(structure(call(emulator, "eks", "CreateCluster", cluster), "cluster").get("status"))
        .isEqualTo("CREATING");
    Map<String, Object> blue = Map.of("name", "blue");
    assertThat(structure(call(emulator, "eks", "DescribeCluster", blue), "cluster").get("status"))
        .isEqualTo("ACTIVE");
    assertThat(structure(call(emulator, "eks", "DeleteCluster", blue), "cluster").get("status"))
        .isEqualTo("DELETING");
    assertThat(call(emulator, "eks", "DescribeCluster", blue).code())
        .startsWith("ResourceNotFoundException");
  }

  @Test
  void settings_nobodyHasMade_areThereAndCanBeChanged(Emulator emulator) {
    assertThat(call(emulator, "backup", "DescribeGlobalSettings", Map.of()).ok()).isTrue();
    call(
        emulator,
        "backup",
        "UpdateGlobalSettings",
        Map.of("GlobalSettings", Map.of("isCrossAccountBackupEnabled", "true")));
    assertThat(
            structure(
                call(emulator, "backup", "DescribeGlobalSettings", Map.of()), "GlobalSettings"))
        .isEqualTo(Map.of("isCrossAccountBackupEnabled", "true"));
  }

  @Test
  void switch_isOnAndOff(Emulator emulator) {
    for (boolean on : List.of(true, false)) {
      String operation = (on ? "Enable" : "Disable") + "EbsEncryptionByDefault";
      call(emulator, "ec2", operation, Map.of());
      assertThat(
              call(emulator, "ec2", "GetEbsEncryptionByDefault", Map.of())
                  .output()
                  .get("EbsEncryptionByDefault"))
          .isEqualTo(on);
    }
  }

  @Test
  void whatNobodyCreates_isNotThere(Emulator emulator) {
    Map<String, Object> copy = Map.of("CopyJobId", "none");
    assertThat(call(emulator, "backup", "DescribeCopyJob", copy).code())
        .startsWith("ResourceNotFoundException");
    DocumentClient.Answer events =
        call(emulator, "rds", "DescribeEvents", Map.of("MaxRecords", 20));
    assertThat(events.fidelity()).isEqualTo("modeled");
    assertThat(events.output().getOrDefault("Events", List.of())).isEqualTo(List.of());
  }

  @Test
  void kinds_ofANoun_areThatNoun(Emulator emulator) {
    call(emulator, "servicediscovery", "CreateHttpNamespace", Map.of("Name", "shop"));
    List<?> namespaces =
        (List<?>)
            call(emulator, "servicediscovery", "ListNamespaces", Map.of())
                .output()
                .get("Namespaces");
    assertThat(namespaces)
        .singleElement()
        .satisfies(namespace -> assertThat(((Map<?, ?>) namespace).get("Name")).isEqualTo("shop"));
  }

  @Test
  void operations_uponWhatTheyOnlyName_needItToBeThere(Emulator emulator) {
    Map<String, Object> nodes =
        Map.of("ClusterName", "blue", "NodeIds", List.of("n"), "NewReplicationFactor", 3);
    assertThat(call(emulator, "dax", "IncreaseReplicationFactor", nodes).code())
        .startsWith("ClusterNotFoundFault");
  }

  @Test
  void several_namedInAList_areDoneOneByOne(Emulator emulator) {
    Object vpc =
        structure(call(emulator, "ec2", "CreateVpc", Map.of("CidrBlock", "10.0.0.0/16")), "Vpc")
            .get("VpcId");
    Map<String, Object> asked =
        Map.of(
            "ResourceIds",
            List.of(vpc),
            "ResourceType",
            "VPC",
            "TrafficType",
            "ALL",
            "LogDestinationType",
            "s3",
            "LogDestination",
            "arn:aws:s3:::logs");
    List<?> ids =
        (List<?>) call(emulator, "ec2", "CreateFlowLogs", asked).output().get("FlowLogIds");
    Map<String, Object> created = Map.of("FlowLogIds", ids);
    assertThat(ids).hasSize(1);
    assertThat(call(emulator, "ec2", "DeleteFlowLogs", created).ok()).isTrue();
    assertThat(call(emulator, "ec2", "DeleteFlowLogs", created).ok()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "comprehend, DetectSentiment",
    "athena, GetQueryResults",
    "bedrock-runtime, InvokeModel",
    "rekognition, DetectLabels",
    "rekognition, GetLabelDetection",
    "textract, GetDocumentTextDetection",
    "redshift-data, GetStatementResultV2",
    "ce, GetCostAndUsageWithResources",
    "textract, AnalyzeDocument",
    "translate, TranslateText",
    "timestream-query, Query",
    "personalize-runtime, GetRecommendations",
    "polly, SynthesizeSpeech",
    "sagemaker-runtime, InvokeEndpoint",
    "ce, GetCostForecast",
    "rds-data, ExecuteStatement"
  })
  void results_thatNobodyComputes_areNotMadeUp(
      String service, String operation, Emulator emulator) {
    OperationModel model = MODELS.service(service).orElseThrow().operation(operation).orElseThrow();
    assertThat(call(emulator, service, operation, EveryServiceTest.input(model, true)).status())
        .isEqualTo(501);
  }

  @Test
  void protected_staysUntilTheProtectionIsOff(Emulator emulator) {
    Map<String, Object> cluster = Map.of("DBClusterIdentifier", "documents");
    call(
        emulator,
        "docdb",
        "CreateDBCluster",
        Map.of("DBClusterIdentifier", "documents", "Engine", "docdb", "DeletionProtection", true));

    assertThat(call(emulator, "docdb", "DeleteDBCluster", cluster).text())
        .contains("InvalidParameterCombination", "Cannot delete protected Cluster");

    call(
        emulator,
        "docdb",
        "ModifyDBCluster",
        Map.of("DBClusterIdentifier", "documents", "DeletionProtection", false));
    assertThat(call(emulator, "docdb", "DeleteDBCluster", cluster).ok()).isTrue();
  }

  @Test
  void counted_goesUpWhenChanged_notWhenStarted(Emulator emulator) {
    Map<String, Object> name = Map.of("ApplicationName", "app");
    call(
        emulator,
        "kinesisanalyticsv2",
        "CreateApplication",
        Map.of(
            "ApplicationName",
            "app",
            "RuntimeEnvironment",
            "FLINK-1_20",
            "ServiceExecutionRole",
            "arn:aws:iam::111111111111:role/flink"));
    call(emulator, "kinesisanalyticsv2", "StartApplication", name);
    call(emulator, "kinesisanalyticsv2", "UpdateApplication", name);

    assertThat(
            structure(
                    call(emulator, "kinesisanalyticsv2", "DescribeApplication", name),
                    "ApplicationDetail")
                .get("ApplicationVersionId"))
        .isEqualTo(2L);
  }

  @Test
  void list_isAddedToAndTakenFrom_asItsMembersSay(Emulator emulator) {
    call(
        emulator,
        "lakeformation",
        "CreateLFTag",
        Map.of("TagKey", "stage", "TagValues", List.of("test", "prod")));
    call(
        emulator,
        "lakeformation",
        "UpdateLFTag",
        Map.of(
            "TagKey",
            "stage",
            "TagValuesToAdd",
            List.of("beta"),
            "TagValuesToDelete",
            List.of("test")));

    assertThat(
            call(emulator, "lakeformation", "GetLFTag", Map.of("TagKey", "stage"))
                .output()
                .get("TagValues"))
        .isEqualTo(List.of("prod", "beta"));
    assertThat(call(emulator, "lakeformation", "ListLFTags", Map.of()).text()).contains("stage");
  }

  @Test
  void pattern_thatIsASlipOfThePen_refusesNobody(Emulator emulator) {
    Map<String, Object> instance =
        Map.of(
            "IdentityManagementType",
            "CONNECT_MANAGED",
            "InboundCallsEnabled",
            true,
            "OutboundCallsEnabled",
            true);
    String id = (String) call(emulator, "connect", "CreateInstance", instance).output().get("Id");
    Map<String, Object> user =
        Map.of(
            "Username",
            "ann",
            "Password",
            "Passw0rd!",
            "PhoneConfig",
            Map.of("PhoneType", "DESK_PHONE", "DeskPhoneNumber", "+12065550100"),
            "SecurityProfileIds",
            List.of("profile"),
            "RoutingProfileId",
            "profile",
            "InstanceId",
            id);

    // Password and number are taken; what they are given to is looked for next.
    assertThat(call(emulator, "connect", "CreateUser", user).text())
        .contains("RoutingProfile profile not found");
  }

  @Test
  void text_thatIsADocument_isToldOfAsOne_andTagsInABodyAreTags(Emulator emulator) {
    String rules = "[{\"Rules\":[{\"ResourceType\":\"collection\"}]}]";
    DocumentClient.Answer policy =
        call(
            emulator,
            "opensearchserverless",
            "CreateAccessPolicy",
            Map.of("name", "readers", "type", "data", "policy", rules));
    assertThat(structure(policy, "accessPolicyDetail").get("policy").toString())
        .contains("ResourceType", "collection");

    DocumentClient.Answer app =
        call(
            emulator,
            "pinpoint",
            "CreateApp",
            Map.of("CreateApplicationRequest", Map.of("Name", "a", "tags", Map.of("k", "v"))));
    assertThat(structure(app, "ApplicationResponse").get("tags")).isEqualTo(Map.of("k", "v"));
  }
}
