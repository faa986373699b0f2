package io.robotocore.services.modeled;

import static io.robotocore.services.modeled.Ec2Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.EmulatorClock;
import io.robotocore.junit5.AwsEmulator;
import java.time.Duration;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceAttributeName;
import software.amazon.awssdk.services.ec2.model.InstanceStateChange;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/** Instances and security groups of EC2. */
@AwsEmulator
final class Ec2InstanceTest {

  private static Filter filter(String name, String... values) {
    return Filter.builder().name(name).values(values).build();
  }

  private static List<Instance> run(Ec2Client ec2, int count) {
    return ec2.runInstances(
            run ->
                run.imageId("ami-0abcdef1234567890")
                    .instanceType(InstanceType.T3_MICRO)
                    .minCount(1)
                    .maxCount(count)
                    .tagSpecifications(
                        TagSpecification.builder()
                            .resourceType(ResourceType.INSTANCE)
                            .tags(Tag.builder().key("Name").value("web").build())
                            .build()))
        .instances();
  }

  private static Instance instance(Ec2Client ec2, String id) {
    return ec2.describeInstances(all -> all.instanceIds(id))
        .reservations()
        .get(0)
        .instances()
        .get(0);
  }

  private static String group(Ec2Client ec2, String name) {
    return ec2.createSecurityGroup(create -> create.groupName(name).description("d")).groupId();
  }

  private static SecurityGroup told(Ec2Client ec2, String id) {
    return ec2.describeSecurityGroups(all -> all.groupIds(id)).securityGroups().get(0);
  }

  private static void https(Ec2Client ec2, String group) {
    ec2.authorizeSecurityGroupIngress(
        rule ->
            rule.groupId(group).ipProtocol("tcp").fromPort(443).toPort(443).cidrIp("0.0.0.0/0"));
  }

  @Test
  void runInstances_startsThemInTheDefaultVpc(Ec2Client ec2) {
    List<Instance> instances = run(ec2, 2);
    assertThat(instances)
        .extracting(instance -> instance.state().name())
        .containsExactly(InstanceStateName.PENDING, InstanceStateName.PENDING);
    assertThat(instances)
        .extracting(Instance::privateIpAddress)
        .containsExactly("172.31.0.4", "172.31.0.5");
    Instance first = instance(ec2, instances.get(0).instanceId());
    assertThat(first.instanceId()).matches("i-[0-9a-f]{17}");
    assertThat(first.state().name()).isEqualTo(InstanceStateName.RUNNING);
    assertThat(first.state().code()).isEqualTo(16);
    assertThat(first.privateDnsName()).isEqualTo("ip-172-31-0-4.ec2.internal");
    assertThat(first.securityGroups())
        .extracting(GroupIdentifier::groupName)
        .containsExactly("default");
    assertThat(first.tags()).containsExactly(Tag.builder().key("Name").value("web").build());
    List<Reservation> reservations = ec2.describeInstances(all -> {}).reservations();
    assertThat(reservations).hasSize(1);
    assertThat(reservations.get(0).instances()).hasSize(2);
    String volume = first.blockDeviceMappings().get(0).ebs().volumeId();
    assertThat(ec2.describeVolumes(all -> all.volumeIds(volume)).volumes().get(0).attachments())
        .extracting(attachment -> attachment.instanceId())
        .containsExactly(first.instanceId());
  }

  @Test
  void instances_areFilteredByStateAndTag(Ec2Client ec2) {
    List<Instance> instances = run(ec2, 2);
    ec2.stopInstances(stop -> stop.instanceIds(instances.get(0).instanceId()));
    assertThat(
            ec2.describeInstances(
                    all ->
                        all.filters(
                            filter("instance-state-name", "stopped"), filter("tag:Name", "w*")))
                .reservations()
                .get(0)
                .instances())
        .extracting(Instance::instanceId)
        .containsExactly(instances.get(0).instanceId());
  }

  @Test
  void instance_isStoppedAndStarted(Ec2Client ec2) {
    String id = run(ec2, 1).get(0).instanceId();
    InstanceStateChange stopping =
        ec2.stopInstances(stop -> stop.instanceIds(id)).stoppingInstances().get(0);
    assertThat(stopping.previousState().name()).isEqualTo(InstanceStateName.RUNNING);
    assertThat(stopping.currentState().name()).isEqualTo(InstanceStateName.STOPPING);
    assertThat(instance(ec2, id).state().name()).isEqualTo(InstanceStateName.STOPPED);
    ec2.startInstances(start -> start.instanceIds(id));
    assertThat(instance(ec2, id).state().name()).isEqualTo(InstanceStateName.RUNNING);
  }

  @Test
  void terminated_instance_isToldOfForAnHour(Ec2Client ec2, Emulator emulator) {
    EmulatorClock clock = emulator.clock();
    String id = run(ec2, 1).get(0).instanceId();
    ec2.terminateInstances(terminate -> terminate.instanceIds(id));
    assertThat(instance(ec2, id).state().name()).isEqualTo(InstanceStateName.TERMINATED);
    assertFails(() -> ec2.startInstances(start -> start.instanceIds(id)), "IncorrectInstanceState");
    clock.advance(Duration.ofHours(2));
    assertFails(
        () -> ec2.describeInstances(all -> all.instanceIds(id)), "InvalidInstanceID.NotFound");
  }

  @Test
  void terminate_ofAProtectedInstance_isRefused(Ec2Client ec2) {
    String id = run(ec2, 1).get(0).instanceId();
    ec2.modifyInstanceAttribute(
        modify -> modify.instanceId(id).disableApiTermination(on -> on.value(true)));
    assertThat(
            ec2.describeInstanceAttribute(
                    of ->
                        of.instanceId(id).attribute(InstanceAttributeName.DISABLE_API_TERMINATION))
                .disableApiTermination()
                .value())
        .isTrue();
    assertFails(
        () -> ec2.terminateInstances(terminate -> terminate.instanceIds(id)),
        "OperationNotPermitted");
  }

  @Test
  void describeInstanceTypes_tellsWhatTheyAre(Ec2Client ec2) {
    assertThat(
            ec2.describeInstanceTypes(all -> all.instanceTypes(InstanceType.T3_MICRO))
                .instanceTypes())
        .extracting(type -> type.vCpuInfo().defaultVCpus(), type -> type.memoryInfo().sizeInMiB())
        .containsExactly(Tuple.tuple(2, 1024L));
  }

  @Test
  void securityGroup_rulesAreThingsOfTheirOwn(Ec2Client ec2) {
    String id = group(ec2, "web");
    https(ec2, id);
    List<IpPermission> permissions = told(ec2, id).ipPermissions();
    assertThat(permissions)
        .extracting(IpPermission::ipProtocol, IpPermission::fromPort)
        .containsExactly(Tuple.tuple("tcp", 443));
    assertThat(
            ec2.describeSecurityGroupRules(all -> all.filters(filter("group-id", id)))
                .securityGroupRules())
        .extracting(SecurityGroupRule::isEgress, SecurityGroupRule::ipProtocol)
        .containsExactlyInAnyOrder(Tuple.tuple(false, "tcp"), Tuple.tuple(true, "-1"));
    assertFails(() -> https(ec2, id), "InvalidPermission.Duplicate");
  }

  @Test
  void securityGroup_ruleIsRevoked(Ec2Client ec2) {
    String id = group(ec2, "web");
    https(ec2, id);
    List<IpPermission> permissions = told(ec2, id).ipPermissions();
    ec2.revokeSecurityGroupIngress(from -> from.groupId(id).ipPermissions(permissions));
    assertThat(told(ec2, id).ipPermissions()).isEmpty();
    assertFails(
        () -> ec2.revokeSecurityGroupIngress(from -> from.groupId(id).ipPermissions(permissions)),
        "InvalidPermission.NotFound");
  }

  @Test
  void securityGroup_thatIsNeeded_isNotDeleted(Ec2Client ec2) {
    String web = group(ec2, "web");
    String db = group(ec2, "db");
    ec2.authorizeSecurityGroupIngress(
        rule ->
            rule.groupId(db)
                .ipPermissions(
                    IpPermission.builder()
                        .ipProtocol("tcp")
                        .fromPort(5432)
                        .toPort(5432)
                        .userIdGroupPairs(UserIdGroupPair.builder().groupId(web).build())
                        .build()));
    assertFails(() -> ec2.deleteSecurityGroup(of -> of.groupId(web)), "DependencyViolation");
    ec2.deleteSecurityGroup(of -> of.groupId(db));
    ec2.deleteSecurityGroup(of -> of.groupId(web));
    assertFails(() -> told(ec2, web), "InvalidGroup.NotFound");
    String standard =
        ec2.describeSecurityGroups(all -> all.filters(filter("group-name", "default")))
            .securityGroups()
            .get(0)
            .groupId();
    assertFails(() -> ec2.deleteSecurityGroup(of -> of.groupId(standard)), "CannotDelete");
    group(ec2, "twice");
    assertFails(() -> group(ec2, "twice"), "InvalidGroup.Duplicate");
  }

  @Test
  void createTags_onAnything_areTold(Ec2Client ec2) {
    String id = run(ec2, 1).get(0).instanceId();
    ec2.createTags(tags -> tags.resources(id).tags(Tag.builder().key("env").value("x").build()));
    assertThat(instance(ec2, id).tags()).extracting(Tag::key).containsExactly("Name", "env");
    ec2.deleteTags(tags -> tags.resources(id).tags(Tag.builder().key("Name").build()));
    assertThat(instance(ec2, id).tags()).extracting(Tag::key).containsExactly("env");
  }
}
