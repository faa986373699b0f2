package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What blueprints say of analytics, deployment and management services. */
@AwsEmulator
final class CatalogueTest {

  @Test
  void athena_hasAPrimaryWorkGroup_andSaysThatQueriesAreNotRun(Emulator emulator) {
    Catalogue athena = new Catalogue(emulator, "athena");
    assertThat(athena.only("ListWorkGroups", Map.of(), "WorkGroups").get("Name"))
        .isEqualTo("primary");
    Object id =
        athena.ok("StartQueryExecution", Map.of("QueryString", "select 1")).get("QueryExecutionId");
    Map<String, Object> execution =
        athena.structure("GetQueryExecution", Map.of("QueryExecutionId", id), "QueryExecution");
    assertThat(execution.get("WorkGroup")).isEqualTo("primary");
    assertThat(Catalogue.structure(execution.get("Status")).get("State")).isEqualTo("FAILED");
    assertThat(athena.call("GetQueryResults", Map.of("QueryExecutionId", id)).status())
        .isEqualTo(501);
  }

  @Test
  void trail_logsBetweenStartAndStop(Emulator emulator) {
    Catalogue trails = new Catalogue(emulator, "cloudtrail");
    Map<String, Object> named = Map.of("Name", "trail");
    trails.ok("CreateTrail", Map.of("Name", "trail", "S3BucketName", "bucket"));
    assertThat(trails.ok("GetTrailStatus", named)).containsEntry("IsLogging", false);
    trails.ok("StartLogging", named);
    assertThat(trails.ok("GetTrailStatus", named)).containsEntry("IsLogging", true);
    trails.ok("StopLogging", named);
    assertThat(trails.ok("GetTrailStatus", named)).containsEntry("IsLogging", false);
  }

  @Test
  void emrSteps_areEachAStep_andATerminatedClusterIsStillTold(Emulator emulator) {
    Catalogue emr = new Catalogue(emulator, "emr");
    Object id = emr.ok("RunJobFlow", Map.of("Name", "c", "Instances", Map.of())).get("JobFlowId");
    Map<String, Object> cluster = Map.of("ClusterId", id);
    Map<String, Object> jar = Map.of("Jar", "command-runner.jar");
    Object steps =
        emr.ok(
                "AddJobFlowSteps",
                Map.of(
                    "JobFlowId",
                    id,
                    "Steps",
                    List.of(
                        Map.of("Name", "one", "HadoopJarStep", jar),
                        Map.of("Name", "two", "HadoopJarStep", jar))))
            .get("StepIds");
    assertThat((List<?>) steps).hasSize(2);
    assertThat(emr.list("ListSteps", cluster, "Steps"))
        .extracting(step -> Catalogue.structure(step).get("Name"))
        .containsExactlyInAnyOrder("one", "two");
    emr.ok("TerminateJobFlows", Map.of("JobFlowIds", List.of(id)));
    assertThat(emr.structure("DescribeCluster", cluster, "Cluster").get("Status"))
        .asString()
        .contains("State=TERMINATED");
  }

  @Test
  void hostedConfigurations_haveVersions(Emulator emulator) {
    Catalogue appconfig = new Catalogue(emulator, "appconfig");
    Object application = appconfig.ok("CreateApplication", Map.of("Name", "app")).get("Id");
    Object profile =
        appconfig
            .ok(
                "CreateConfigurationProfile",
                Map.of("ApplicationId", application, "Name", "p", "LocationUri", "hosted"))
            .get("Id");
    for (String type : List.of("text/plain", "application/json")) {
      appconfig.ok(
          "CreateHostedConfigurationVersion",
          Map.of(
              "ApplicationId",
              application,
              "ConfigurationProfileId",
              profile,
              "Content",
              software.amazon.awssdk.core.SdkBytes.fromUtf8String(type),
              "ContentType",
              type));
    }
    assertThat(
            appconfig.ok(
                "GetHostedConfigurationVersion",
                Map.of(
                    "ApplicationId",
                    application,
                    "ConfigurationProfileId",
                    profile,
                    "VersionNumber",
                    1)))
        .containsEntry("ContentType", "text/plain");
  }

  @Test
  void budget_isChangedByItsName(Emulator emulator) {
    Catalogue budgets = new Catalogue(emulator, "budgets");
    for (String name : List.of("one", "two")) {
      budgets.ok("CreateBudget", Map.of("AccountId", "111111111111", "Budget", budget(name, "1")));
    }
    budgets.ok(
        "UpdateBudget", Map.of("AccountId", "111111111111", "NewBudget", budget("two", "2")));
    assertThat(limit(budgets, "one")).isEqualTo("1");
    assertThat(limit(budgets, "two")).isEqualTo("2");
  }

  private static Map<String, Object> budget(String name, String amount) {
    return Map.of(
        "BudgetName",
        name,
        "BudgetLimit",
        Map.of("Amount", amount, "Unit", "USD"),
        "TimeUnit",
        "MONTHLY",
        "BudgetType",
        "COST");
  }

  private static Object limit(Catalogue budgets, String name) {
    Map<String, Object> budget =
        budgets.structure(
            "DescribeBudget", Map.of("AccountId", "111111111111", "BudgetName", name), "Budget");
    return java.util.Objects.requireNonNull(
        Catalogue.structure(budget.get("BudgetLimit")).get("Amount"));
  }

  @Test
  void directory_isOfTheTypeThatItsCreationSays(Emulator emulator) {
    Catalogue ds = new Catalogue(emulator, "ds");
    ds.ok(
        "CreateMicrosoftAD",
        Map.of(
            "Name",
            "ad.example.com",
            "Password",
            "Passw0rd!x",
            "VpcSettings",
            Map.of("VpcId", "vpc-12345678", "SubnetIds", List.of("subnet-12345678"))));
    assertThat(ds.only("DescribeDirectories", Map.of(), "DirectoryDescriptions"))
        .containsEntry("Type", "MicrosoftAD")
        .containsEntry("Stage", "Active");
  }
}
