package io.robotocore.services.modeled;

import static io.robotocore.services.modeled.Catalogue.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotocore.Emulator;
import io.robotocore.EmulatorClock;
import io.robotocore.junit5.AwsEmulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.InstanceStateChange;

/** Things that take their time to become what they are meant to be. */
@AwsEmulator(transitionTime = "PT30S")
final class TransitionTest {

  private static final Duration HALF = Duration.ofSeconds(15);
  private static final Map<String, Object> BLUE = Map.of("name", "blue");

  @BeforeEach
  void freeze(Emulator emulator) {
    emulator.clock().freeze();
  }

  private static Object status(Emulator emulator) {
    DocumentClient.Answer answer = call(emulator, "eks", "DescribeCluster", BLUE);
    return answer.output().get("cluster") instanceof Map<?, ?> cluster
        ? String.valueOf(cluster.get("status"))
        : answer.code();
  }

  private static void createCluster(Emulator emulator) {
    assertThat(
            call(
                    emulator,
                    "eks",
                    "CreateCluster",
                    Map.of(
                        "name",
                        "blue",
                        "roleArn",
                        "arn:aws:iam::111111111111:role/eks",
                        "resourcesVpcConfig",
                        Map.of()))
                .text())
        .contains("CREATING");
  }

  /** The model does not list the statuses of RDS; the blueprint does. */
  @Test
  void database_passesThroughItsOwnStatuses(Emulator emulator) {
    Map<String, Object> named = Map.of("DBInstanceIdentifier", "orders");
    call(
        emulator,
        "rds",
        "CreateDBInstance",
        Map.of(
            "DBInstanceIdentifier", "orders", "DBInstanceClass", "db.t3.micro", "Engine", "mysql"));
    assertThat(databases(emulator)).contains("DBInstanceStatus=creating");
    emulator.clock().advance(HALF.multipliedBy(2));
    assertThat(databases(emulator)).contains("DBInstanceStatus=available");
    call(emulator, "rds", "DeleteDBInstance", named);
    assertThat(databases(emulator)).contains("DBInstanceStatus=deleting");
    emulator.clock().advance(HALF.multipliedBy(2));
    assertThat(databases(emulator)).doesNotContain("orders");
  }

  private static String databases(Emulator emulator) {
    return call(emulator, "rds", "DescribeDBInstances", Map.of()).output().toString();
  }

  @Test
  void creation_takesItsTime(Emulator emulator) {
    EmulatorClock clock = emulator.clock();
    createCluster(emulator);
    assertThat(status(emulator)).isEqualTo("CREATING");
    clock.advance(HALF);
    assertThat(status(emulator)).isEqualTo("CREATING");
    clock.advance(HALF);
    assertThat(status(emulator)).isEqualTo("ACTIVE");
  }

  @Test
  void deletion_takesItsTime_andEndsAtItsFirstTime(Emulator emulator) {
    EmulatorClock clock = emulator.clock();
    createCluster(emulator);
    clock.advance(HALF.multipliedBy(2));
    call(emulator, "eks", "DeleteCluster", BLUE);
    assertThat(status(emulator)).isEqualTo("DELETING");
    clock.advance(HALF);
    call(emulator, "eks", "DeleteCluster", BLUE);
    assertThat(call(emulator, "eks", "ListClusters", Map.of()).output().get("clusters"))
        .isEqualTo(List.of("blue"));
    clock.advance(HALF);
    assertThat(status(emulator)).asString().startsWith("ResourceNotFoundException");
    assertThat(call(emulator, "eks", "ListClusters", Map.of()).output().get("clusters"))
        .isEqualTo(List.of());
    createCluster(emulator);
    clock.advance(HALF.multipliedBy(2));
    assertThat(status(emulator)).isEqualTo("ACTIVE");
  }

  @Test
  void change_takesItsTime(Emulator emulator) {
    EmulatorClock clock = emulator.clock();
    Map<String, Object> stack = Map.of("StackName", "s", "TemplateBody", "{}");
    assertThat(call(emulator, "cloudformation", "CreateStack", stack).ok()).isTrue();
    clock.advance(HALF.multipliedBy(2));
    assertThat(call(emulator, "cloudformation", "DescribeStacks", Map.of()).text())
        .contains("CREATE_COMPLETE");
    assertThat(call(emulator, "cloudformation", "UpdateStack", stack).ok()).isTrue();
    assertThat(call(emulator, "cloudformation", "DescribeStacks", Map.of()).text())
        .contains("UPDATE_IN_PROGRESS");
    clock.advance(HALF.multipliedBy(2));
    assertThat(call(emulator, "cloudformation", "DescribeStacks", Map.of()).text())
        .doesNotContain("IN_PROGRESS");
  }

  @Test
  void statusThatTheModelDoesNotList_isAsWritten(Emulator emulator) {
    Map<String, Object> origin =
        Map.of("Quantity", 1, "Items", List.of(Map.of("Id", "o", "DomainName", "example.com")));
    Map<String, Object> behavior =
        Map.of("TargetOriginId", "o", "ViewerProtocolPolicy", "allow-all");
    Map<String, Object> config =
        Map.of(
            "CallerReference",
            "c",
            "Comment",
            "",
            "Enabled",
            true,
            "Origins",
            origin,
            "DefaultCacheBehavior",
            behavior);
    call(emulator, "cloudfront", "CreateDistribution", Map.of("DistributionConfig", config));
    assertThat(call(emulator, "cloudfront", "ListDistributions", Map.of()).text())
        .contains("InProgress");
    emulator.clock().advance(HALF.multipliedBy(2));
    assertThat(call(emulator, "cloudfront", "ListDistributions", Map.of()).text())
        .contains("Deployed");
  }

  @Test
  void thingWithoutStatus_isThereAndGoneAtOnce(Emulator emulator) {
    Map<String, Object> parameter = Map.of("Name", "p");
    call(emulator, "ssm", "PutParameter", Map.of("Name", "p", "Value", "v", "Type", "String"));
    assertThat(call(emulator, "ssm", "GetParameter", parameter).ok()).isTrue();
    call(emulator, "ssm", "DeleteParameter", parameter);
    assertThat(call(emulator, "ssm", "GetParameter", parameter).code())
        .isEqualTo("ParameterNotFound");
  }

  @Test
  void whatIsThereFromTheBeginning_isSettled(Ec2Client ec2) {
    assertThat(ec2.describeVpcs().vpcs())
        .singleElement()
        .matches(vpc -> vpc.stateAsString().equals("available"));
    String id = ec2.createVpc(create -> create.cidrBlock("10.0.0.0/16")).vpc().vpcId();
    assertThat(ec2.describeVpcs(all -> all.vpcIds(id)).vpcs().get(0).stateAsString())
        .isEqualTo("pending");
  }

  private static String run(Ec2Client ec2) {
    return ec2.runInstances(run -> run.imageId("ami-0abcdef1234567890").minCount(1).maxCount(1))
        .instances()
        .get(0)
        .instanceId();
  }

  private static String state(Ec2Client ec2, String id) {
    return ec2.describeInstances(all -> all.instanceIds(id))
        .reservations()
        .get(0)
        .instances()
        .get(0)
        .state()
        .nameAsString();
  }

  @Test
  void instance_passesThroughItsStates(Emulator emulator, Ec2Client ec2) {
    EmulatorClock clock = emulator.clock();
    String id = run(ec2);
    assertThat(state(ec2, id)).isEqualTo("pending");
    assertThatThrownBy(() -> ec2.stopInstances(stop -> stop.instanceIds(id)))
        .isInstanceOf(Ec2Exception.class)
        .hasMessageContaining("not in a state from which it can be stopped");
    clock.advance(HALF.multipliedBy(2));
    assertThat(state(ec2, id)).isEqualTo("running");

    ec2.stopInstances(stop -> stop.instanceIds(id));
    assertThat(state(ec2, id)).isEqualTo("stopping");
    clock.advance(HALF.multipliedBy(2));
    assertThat(state(ec2, id)).isEqualTo("stopped");

    ec2.startInstances(start -> start.instanceIds(id));
    assertThat(state(ec2, id)).isEqualTo("pending");
    InstanceStateChange change =
        ec2.terminateInstances(end -> end.instanceIds(id)).terminatingInstances().get(0);
    assertThat(change.previousState().nameAsString()).isEqualTo("pending");
    assertThat(state(ec2, id)).isEqualTo("shutting-down");
    clock.advance(HALF.multipliedBy(2));
    assertThat(state(ec2, id)).isEqualTo("terminated");
  }

  @Test
  void snapshot_holdsWhatIsOnItsWay(Emulator emulator, Ec2Client ec2) {
    EmulatorClock clock = emulator.clock();
    String id = run(ec2);
    var snapshot = emulator.snapshot();
    clock.advance(HALF.multipliedBy(2));
    assertThat(state(ec2, id)).isEqualTo("running");
    emulator.restore(snapshot);
    clock.advance(HALF.multipliedBy(2));
    assertThat(state(ec2, id)).isEqualTo("running");
  }
}
