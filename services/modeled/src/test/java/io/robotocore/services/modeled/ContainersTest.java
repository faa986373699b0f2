package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** ECS, EKS and Batch as their users see them. */
@AwsEmulator
final class ContainersTest {

  private static final String ARN = "arn:aws:ecs:us-east-1:111111111111:";

  private static void register(Catalogue ecs, String family) {
    ecs.ok(
        "RegisterTaskDefinition",
        Map.of(
            "family", family, "containerDefinitions", List.of(Map.of("name", "a", "image", "b"))));
  }

  private static Map<String, Object> service(String cluster, String definition) {
    return Map.of(
        "cluster", cluster, "serviceName", "web", "taskDefinition", definition, "desiredCount", 2);
  }

  @Test
  void taskDefinitions_haveRevisions_andTheFamilyMeansTheLastOne(Emulator emulator) {
    Catalogue ecs = new Catalogue(emulator, "ecs");
    register(ecs, "web");
    register(ecs, "web");
    register(ecs, "other");
    assertThat(
            ecs.structure(
                    "DescribeTaskDefinition", Map.of("taskDefinition", "web"), "taskDefinition")
                .get("taskDefinitionArn"))
        .isEqualTo(ARN + "task-definition/web:2");
    assertThat(
            ecs.ok("ListTaskDefinitions", Map.of("familyPrefix", "web")).get("taskDefinitionArns"))
        .isEqualTo(List.of(ARN + "task-definition/web:1", ARN + "task-definition/web:2"));
    ecs.ok("DeregisterTaskDefinition", Map.of("taskDefinition", "web:2"));
    assertThat(
            ecs.structure(
                    "DescribeTaskDefinition", Map.of("taskDefinition", "web:2"), "taskDefinition")
                .get("status"))
        .isEqualTo("INACTIVE");
    assertThat(
            ecs.structure(
                    "DescribeTaskDefinition", Map.of("taskDefinition", "web"), "taskDefinition")
                .get("revision"))
        .isEqualTo(1);
  }

  @Test
  void service_namesItsClusterAndDefinitionByArn_andHoldsTheCluster(Emulator emulator) {
    Catalogue ecs = new Catalogue(emulator, "ecs");
    ecs.ok("CreateCluster", Map.of("clusterName", "main"));
    register(ecs, "web");
    assertThat(ecs.structure("CreateService", service("main", "web"), "service"))
        .containsEntry("serviceArn", ARN + "service/main/web")
        .containsEntry("clusterArn", ARN + "cluster/main")
        .containsEntry("taskDefinition", ARN + "task-definition/web:1")
        .containsEntry("runningCount", 2);
    assertThat(ecs.error("CreateService", service("none", "web")))
        .isEqualTo("ClusterNotFoundException");
    assertThat(ecs.error("CreateService", service("main", "none"))).isEqualTo("ClientException");
    assertThat(ecs.error("DeleteCluster", Map.of("cluster", "main")))
        .isEqualTo("ClusterContainsServicesException");
    ecs.ok("DeleteService", Map.of("cluster", "main", "service", "web"));
    assertThat(
            ecs.only(
                    "DescribeServices",
                    Map.of("cluster", "main", "services", List.of("web")),
                    "services")
                .get("status"))
        .isEqualTo("INACTIVE");
    assertThat(ecs.ok("ListServices", Map.of("cluster", "main")).get("serviceArns"))
        .isEqualTo(List.of());
    assertThat(ecs.structure("DeleteCluster", Map.of("cluster", "main"), "cluster").get("status"))
        .isEqualTo("INACTIVE");
  }

  @Test
  void describeClusters_tellsFailuresOfWhatIsMissing(Emulator emulator) {
    Catalogue ecs = new Catalogue(emulator, "ecs");
    assertThat(ecs.only("DescribeClusters", Map.of("clusters", List.of("none")), "failures"))
        .isEqualTo(Map.of("arn", ARN + "cluster/none", "reason", "MISSING"));
  }

  @Test
  void stoppedTask_canBeDescribed_andIsListedAmongStoppedOnesOnly(Emulator emulator) {
    Catalogue ecs = new Catalogue(emulator, "ecs");
    ecs.ok("CreateCluster", Map.of());
    register(ecs, "web");
    Object task = ecs.only("RunTask", Map.of("taskDefinition", "web"), "tasks").get("taskArn");
    assertThat(task).asString().startsWith(ARN + "task/default/");
    ecs.ok("StopTask", Map.of("task", task));
    assertThat(ecs.only("DescribeTasks", Map.of("tasks", List.of(task)), "tasks").get("lastStatus"))
        .isEqualTo("STOPPED");
    assertThat(ecs.ok("ListTasks", Map.of()).get("taskArns")).isEqualTo(List.of());
    assertThat(ecs.ok("ListTasks", Map.of("desiredStatus", "STOPPED")).get("taskArns"))
        .isEqualTo(List.of(task));
  }

  @Test
  void eksUpdate_changesTheCluster_andCanBeDescribed(Emulator emulator) {
    Catalogue eks = new Catalogue(emulator, "eks");
    eks.ok(
        "CreateCluster",
        Map.of(
            "name",
            "blue",
            "roleArn",
            "arn:aws:iam::111111111111:role/eks",
            "resourcesVpcConfig",
            Map.of()));
    Map<String, Object> update =
        eks.structure("UpdateClusterVersion", Map.of("name", "blue", "version", "1.32"), "update");
    assertThat(update.get("type")).isEqualTo("VersionUpdate");
    assertThat(
            eks.structure(
                    "DescribeUpdate",
                    Map.of("name", "blue", "updateId", update.get("id")),
                    "update")
                .get("status"))
        .isEqualTo("Successful");
    assertThat(eks.structure("DescribeCluster", Map.of("name", "blue"), "cluster").get("version"))
        .isEqualTo("1.32");
  }

  @Test
  void batchJob_waitsWithTheLastRevision_andFailsWhenItIsCancelled(Emulator emulator) {
    Catalogue batch = new Catalogue(emulator, "batch");
    batch.ok(
        "CreateJobQueue",
        Map.of("jobQueueName", "q", "priority", 1, "computeEnvironmentOrder", List.of()));
    Map<String, Object> definition = Map.of("jobDefinitionName", "jd", "type", "container");
    batch.ok("RegisterJobDefinition", definition);
    assertThat(batch.ok("RegisterJobDefinition", definition).get("revision")).isEqualTo(2);
    Object id =
        batch
            .ok("SubmitJob", Map.of("jobName", "j", "jobQueue", "q", "jobDefinition", "jd"))
            .get("jobId");
    Map<String, Object> jobs = Map.of("jobs", List.of(id));
    assertThat(batch.only("DescribeJobs", jobs, "jobs").get("status")).isEqualTo("RUNNABLE");
    assertThat(batch.only("DescribeJobs", jobs, "jobs").get("jobDefinition"))
        .isEqualTo("arn:aws:batch:us-east-1:111111111111:job-definition/jd:2");
    batch.ok("CancelJob", Map.of("jobId", id, "reason", "no"));
    assertThat(batch.only("DescribeJobs", jobs, "jobs").get("status")).isEqualTo("FAILED");
  }
}
