package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** RDS, EFS, load balancers and others that servers stand behind, as their users see them. */
@AwsEmulator
final class ServersTest {

  private static Map<String, Object> instance(Map<String, Object> more) {
    Map<String, Object> input = new java.util.HashMap<>(more);
    input.put("DBInstanceIdentifier", "db");
    input.put("DBInstanceClass", "db.t3.micro");
    input.putIfAbsent("Engine", "mysql");
    return input;
  }

  @Test
  void dbInstance_hasAnEndpointAndStatuses_asItsEngineWants(Emulator emulator) {
    Catalogue rds = new Catalogue(emulator, "rds");
    Map<String, Object> created =
        rds.structure("CreateDBInstance", instance(Map.of()), "DBInstance");
    assertThat(created.get("DBInstanceStatus")).isEqualTo("creating");
    assertThat(created.get("DBInstanceArn")).isEqualTo("arn:aws:rds:us-east-1:111111111111:db:db");
    Map<String, Object> db = Map.of("DBInstanceIdentifier", "db");
    Map<String, Object> settled = rds.only("DescribeDBInstances", db, "DBInstances");
    assertThat(settled.get("DBInstanceStatus")).isEqualTo("available");
    assertThat(Catalogue.structure(settled.get("Endpoint")))
        .containsEntry("Port", 3306)
        .extractingByKey("Address")
        .asString()
        .matches("db\\.c[a-z0-9]{11}\\.us-east-1\\.rds\\.amazonaws\\.com");
    rds.ok("StopDBInstance", db);
    assertThat(rds.only("DescribeDBInstances", db, "DBInstances").get("DBInstanceStatus"))
        .isEqualTo("stopped");
    rds.ok("StartDBInstance", db);
    assertThat(rds.only("DescribeDBInstances", db, "DBInstances").get("DBInstanceStatus"))
        .isEqualTo("available");
  }

  @Test
  void dbSubnetGroup_isShownInItsInstance_andStaysAsLongAsThat(Emulator emulator) {
    Catalogue rds = new Catalogue(emulator, "rds");
    Map<String, Object> group = Map.of("DBSubnetGroupName", "group");
    assertThat(rds.error("CreateDBInstance", instance(group)))
        .isEqualTo("DBSubnetGroupNotFoundFault");
    rds.ok(
        "CreateDBSubnetGroup",
        Map.of(
            "DBSubnetGroupName",
            "group",
            "DBSubnetGroupDescription",
            "d",
            "SubnetIds",
            List.of("subnet-1", "subnet-2")));
    Map<String, Object> shown = rds.structure("CreateDBInstance", instance(group), "DBInstance");
    assertThat(Catalogue.structure(shown.get("DBSubnetGroup")).get("DBSubnetGroupName"))
        .isEqualTo("group");
    assertThat(rds.error("DeleteDBSubnetGroup", group)).isEqualTo("InvalidDBSubnetGroupStateFault");
    rds.ok("DeleteDBInstance", Map.of("DBInstanceIdentifier", "db"));
    rds.ok("DeleteDBSubnetGroup", group);
  }

  @Test
  void dbCluster_tellsItsMembers(Emulator emulator) {
    Catalogue rds = new Catalogue(emulator, "rds");
    Map<String, Object> cluster = Map.of("DBClusterIdentifier", "cl");
    rds.ok("CreateDBCluster", Map.of("DBClusterIdentifier", "cl", "Engine", "aurora-mysql"));
    rds.ok("CreateDBInstance", instance(cluster));
    Map<String, Object> shown = rds.only("DescribeDBClusters", cluster, "DBClusters");
    assertThat(shown.get("DBClusterMembers")).asString().contains("DBInstanceIdentifier=db");
    assertThat(rds.error("DeleteDBCluster", cluster)).isEqualTo("InvalidDBClusterStateFault");
  }

  @Test
  void fileSystem_countsItsMountTargets_andKeepsItsToken(Emulator emulator) {
    Catalogue efs = new Catalogue(emulator, "efs");
    Map<String, Object> token = Map.of("CreationToken", "one");
    Object id = efs.ok("CreateFileSystem", token).get("FileSystemId");
    assertThat(id).asString().matches("fs-[0-9a-f]{17}");
    assertThat(efs.error("CreateFileSystem", token)).isEqualTo("FileSystemAlreadyExists");
    Map<String, Object> named = Map.of("FileSystemId", id);
    Map<String, Object> target = Map.of("FileSystemId", id, "SubnetId", "subnet-12345678");
    Object mount = efs.ok("CreateMountTarget", target).get("MountTargetId");
    assertThat(efs.error("CreateMountTarget", target)).isEqualTo("MountTargetConflict");
    assertThat(efs.only("DescribeFileSystems", named, "FileSystems"))
        .containsEntry("NumberOfMountTargets", 1)
        .containsEntry("CreationToken", "one");
    assertThat(efs.error("DeleteFileSystem", named)).isEqualTo("FileSystemInUse");
    efs.ok("DeleteMountTarget", Map.of("MountTargetId", mount));
    efs.ok("DeleteFileSystem", named);
  }

  @Test
  void targets_areRegisteredAndDeregistered(Emulator emulator) {
    Catalogue elb = new Catalogue(emulator, "elbv2");
    Object group =
        elb.only(
                "CreateTargetGroup",
                Map.of("Name", "tg", "Protocol", "HTTP", "Port", 80, "VpcId", "vpc-1"),
                "TargetGroups")
            .get("TargetGroupArn");
    for (String target : List.of("i-1", "i-2")) {
      elb.ok(
          "RegisterTargets",
          Map.of("TargetGroupArn", group, "Targets", List.of(Map.of("Id", target))));
    }
    elb.ok(
        "DeregisterTargets",
        Map.of("TargetGroupArn", group, "Targets", List.of(Map.of("Id", "i-1"))));
    assertThat(
            elb.only(
                    "DescribeTargetHealth",
                    Map.of("TargetGroupArn", group),
                    "TargetHealthDescriptions")
                .get("Target"))
        .isEqualTo(Map.of("Id", "i-2", "Port", 80));
  }

  @Test
  void loadBalancer_keepsAttributesThatAreNotGiven_andTellsItsTags(Emulator emulator) {
    Catalogue elb = new Catalogue(emulator, "elbv2");
    Object arn =
        elb.only(
                "CreateLoadBalancer",
                Map.of("Name", "lb", "Tags", List.of(Map.of("Key", "a", "Value", "1"))),
                "LoadBalancers")
            .get("LoadBalancerArn");
    assertThat(arn)
        .asString()
        .matches(
            "arn:aws:elasticloadbalancing:us-east-1:111111111111:loadbalancer/app/lb/[0-9a-f]{16}");
    Map<String, Object> changed = Map.of("Key", "idle_timeout.timeout_seconds", "Value", "5");
    elb.ok(
        "ModifyLoadBalancerAttributes",
        Map.of("LoadBalancerArn", arn, "Attributes", List.of(changed)));
    assertThat(
            (List<?>)
                elb.ok("DescribeLoadBalancerAttributes", Map.of("LoadBalancerArn", arn))
                    .get("Attributes"))
        .asString()
        .contains("idle_timeout.timeout_seconds", "Value=5", "deletion_protection.enabled");
    assertThat(elb.only("DescribeTags", Map.of("ResourceArns", List.of(arn)), "TagDescriptions"))
        .isEqualTo(Map.of("ResourceArn", arn, "Tags", List.of(Map.of("Key", "a", "Value", "1"))));
    elb.ok("DeleteLoadBalancer", Map.of("LoadBalancerArn", arn));
    elb.ok("DeleteLoadBalancer", Map.of("LoadBalancerArn", arn));
  }

  @Test
  void autoScalingGroup_wantsItsLeast_andMissingOnesAreLeftOut(Emulator emulator) {
    Catalogue autoscaling = new Catalogue(emulator, "autoscaling");
    autoscaling.ok(
        "CreateAutoScalingGroup", Map.of("AutoScalingGroupName", "g", "MinSize", 2, "MaxSize", 3));
    Map<String, Object> names = Map.of("AutoScalingGroupNames", List.of("g", "none"));
    assertThat(autoscaling.only("DescribeAutoScalingGroups", names, "AutoScalingGroups"))
        .containsEntry("DesiredCapacity", 2)
        .doesNotContainKey("Status");
  }
}
