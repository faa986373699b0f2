package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of deployments, copies, tasks and queries, which is no more than what was done. */
@AwsEmulator(transitionTime = "PT30S")
final class DeploymentTest {

  private static final Duration PAST = Duration.ofSeconds(31);
  private static final String ROLE = "arn:aws:iam::111111111111:role/r";

  private final Emulator emulator;

  DeploymentTest(Emulator emulator) {
    this.emulator = emulator;
  }

  @BeforeEach
  void freeze() {
    emulator.clock().freeze();
  }

  private static Object value(Map<String, Object> structure, String member) {
    return Objects.requireNonNull(structure.get(member));
  }

  @Test
  void codeDeployment_isInProgress_untilItIsOver() {
    Catalogue codedeploy = new Catalogue(emulator, "codedeploy");
    codedeploy.ok("CreateApplication", Map.of("applicationName", "shop"));
    codedeploy.ok(
        "CreateDeploymentGroup",
        Map.of("applicationName", "shop", "deploymentGroupName", "web", "serviceRoleArn", ROLE));
    Map<String, Object> deployment =
        codedeploy.ok(
            "CreateDeployment", Map.of("applicationName", "shop", "deploymentGroupName", "web"));
    assertThat(info(codedeploy, deployment)).containsEntry("status", "InProgress");
    emulator.clock().advance(PAST);
    assertThat(info(codedeploy, deployment)).containsEntry("status", "Succeeded");
  }

  private static Map<String, Object> info(Catalogue codedeploy, Map<String, Object> deployment) {
    return codedeploy.structure("GetDeployment", deployment, "deploymentInfo");
  }

  @Test
  void copy_isTransferring_andHasNoFiles() {
    Catalogue datasync = new Catalogue(emulator, "datasync");
    Map<String, Object> task =
        datasync.ok(
            "CreateTask",
            Map.of(
                "SourceLocationArn",
                location(datasync, "from"),
                "DestinationLocationArn",
                location(datasync, "to")));
    Map<String, Object> execution = datasync.ok("StartTaskExecution", task);
    assertThat(datasync.ok("DescribeTaskExecution", execution))
        .containsEntry("Status", "TRANSFERRING");
    emulator.clock().advance(PAST);
    assertThat(datasync.ok("DescribeTaskExecution", execution))
        .containsEntry("Status", "SUCCESS")
        .containsEntry("FilesTransferred", 0L);
  }

  private static Object location(Catalogue datasync, String bucket) {
    return value(
        datasync.ok(
            "CreateLocationS3",
            Map.of(
                "S3BucketArn",
                "arn:aws:s3:::" + bucket,
                "S3Config",
                Map.of("BucketAccessRoleArn", ROLE))),
        "LocationArn");
  }

  @Test
  void configuration_isBaking_beforeItsDeploymentIsComplete() {
    Catalogue appconfig = new Catalogue(emulator, "appconfig");
    Object application = value(appconfig.ok("CreateApplication", Map.of("Name", "shop")), "Id");
    Map<String, Object> named = Map.of("ApplicationId", application, "Name", "web");
    Object environment = value(appconfig.ok("CreateEnvironment", named), "Id");
    Object profile =
        value(
            appconfig.ok(
                "CreateConfigurationProfile",
                Map.of("ApplicationId", application, "Name", "web", "LocationUri", "hosted")),
            "Id");
    Map<String, Object> deployment =
        appconfig.ok(
            "StartDeployment",
            Map.of(
                "ApplicationId",
                application,
                "EnvironmentId",
                environment,
                "DeploymentStrategyId",
                "AppConfig.AllAtOnce",
                "ConfigurationProfileId",
                profile,
                "ConfigurationVersion",
                "1"));
    Map<String, Object> one =
        Map.of(
            "ApplicationId",
            application,
            "EnvironmentId",
            environment,
            "DeploymentNumber",
            value(deployment, "DeploymentNumber"));
    assertThat(appconfig.ok("GetDeployment", one)).containsEntry("State", "BAKING");
    emulator.clock().advance(PAST);
    assertThat(appconfig.ok("GetDeployment", one)).containsEntry("State", "COMPLETE");
  }

  @Test
  void run_ofThreeTasks_startsThree_andTheSameThreeForTheSameToken() {
    Catalogue ecs = new Catalogue(emulator, "ecs");
    ecs.ok("CreateCluster", Map.of("clusterName", "default"));
    ecs.ok(
        "RegisterTaskDefinition",
        Map.of(
            "family",
            "job",
            "containerDefinitions",
            List.of(Map.of("name", "job", "image", "busybox"))));
    Map<String, Object> three = Map.of("taskDefinition", "job", "count", 3, "clientToken", "t");
    List<Object> arns = arns(ecs.list("RunTask", three, "tasks"));
    assertThat(arns).doesNotHaveDuplicates().hasSize(3);
    assertThat(ecs.list("ListTasks", Map.of(), "taskArns")).hasSameElementsAs(arns);
    assertThat(arns(ecs.list("RunTask", three, "tasks"))).hasSameElementsAs(arns);
    assertThat(ecs.list("ListTasks", Map.of(), "taskArns")).hasSize(3);
  }

  private static List<Object> arns(List<Object> tasks) {
    return tasks.stream().map(task -> value(Catalogue.structure(task), "taskArn")).toList();
  }

  @Test
  void namespace_isNamedByTheOperationThatMadeIt() {
    Catalogue discovery = new Catalogue(emulator, "servicediscovery");
    Map<String, Object> begun = discovery.ok("CreateHttpNamespace", Map.of("Name", "shop"));
    emulator.clock().advance(PAST);
    Map<String, Object> operation = discovery.structure("GetOperation", begun, "Operation");
    assertThat(operation).containsEntry("Status", "SUCCESS");
    Object id = value(Catalogue.structure(value(operation, "Targets")), "NAMESPACE");
    assertThat(discovery.structure("GetNamespace", Map.of("Id", id), "Namespace"))
        .containsEntry("Name", "shop")
        .containsEntry("Type", "HTTP");
    discovery.ok("DeleteNamespace", Map.of("Id", id));
    assertThat(discovery.error("GetNamespace", Map.of("Id", id))).isEqualTo("NamespaceNotFound");
  }

  @Test
  void flows_areNotMeasured_andNotQueried() {
    DocumentClient.Answer answer =
        Catalogue.call(
            emulator,
            "networkflowmonitor",
            "GetQueryResultsMonitorTopContributors",
            Map.of("monitorName", "m", "queryId", "q"));
    assertThat(answer.status()).isEqualTo(501);
  }
}
