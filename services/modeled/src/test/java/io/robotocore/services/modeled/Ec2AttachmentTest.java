package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotocore.junit5.AwsEmulator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.NetworkAclEntry;
import software.amazon.awssdk.services.ec2.model.RuleAction;
import software.amazon.awssdk.services.ec2.model.SummaryStatus;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagDescription;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.ec2.model.VolumeState;

/** What belongs to instances and subnets of EC2, and goes from one to another. */
@AwsEmulator
final class Ec2AttachmentTest {

  private static Filter filter(String name, String... values) {
    return Filter.builder().name(name).values(values).build();
  }

  private static Instance instance(Ec2Client ec2) {
    return ec2.runInstances(run -> run.imageId("ami-0abcdef1234567890").minCount(1).maxCount(1))
        .instances()
        .get(0);
  }

  private static Volume volume(Ec2Client ec2, String id) {
    return ec2.describeVolumes(all -> all.volumeIds(id)).volumes().get(0);
  }

  private static String subnet(Ec2Client ec2) {
    return ec2.describeSubnets(all -> {}).subnets().get(0).subnetId();
  }

  private static void assertFails(ThrowingCallable call, String code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Ec2Exception.class, e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
  }

  @Test
  void volume_isAttachedToOneInstance_andDetached(Ec2Client ec2) {
    String instance = instance(ec2).instanceId();
    String volume =
        ec2.createVolume(create -> create.availabilityZone("us-east-1a").size(8)).volumeId();
    ec2.attachVolume(to -> to.volumeId(volume).instanceId(instance).device("/dev/sdf"));
    assertThat(volume(ec2, volume).state()).isEqualTo(VolumeState.IN_USE);
    assertThat(volume(ec2, volume).attachments())
        .extracting(one -> one.instanceId(), one -> one.device())
        .containsExactly(Tuple.tuple(instance, "/dev/sdf"));
    assertFails(
        () -> ec2.attachVolume(to -> to.volumeId(volume).instanceId(instance).device("/dev/sdg")),
        "VolumeInUse");
    ec2.detachVolume(from -> from.volumeId(volume));
    assertThat(volume(ec2, volume).state()).isEqualTo(VolumeState.AVAILABLE);
    assertFails(() -> ec2.detachVolume(from -> from.volumeId(volume)), "IncorrectState");
  }

  @Test
  void networkInterface_isAttachedAndDetached(Ec2Client ec2) {
    String instance = instance(ec2).instanceId();
    String eni =
        ec2.createNetworkInterface(create -> create.subnetId(subnet(ec2)))
            .networkInterface()
            .networkInterfaceId();
    String attachment =
        ec2.attachNetworkInterface(
                to -> to.networkInterfaceId(eni).instanceId(instance).deviceIndex(1))
            .attachmentId();
    assertThat(
            ec2.describeNetworkInterfaces(all -> all.networkInterfaceIds(eni))
                .networkInterfaces()
                .get(0)
                .attachment()
                .instanceId())
        .isEqualTo(instance);
    ec2.detachNetworkInterface(from -> from.attachmentId(attachment));
    assertThat(
            ec2.describeNetworkInterfaces(all -> all.networkInterfaceIds(eni))
                .networkInterfaces()
                .get(0)
                .attachment())
        .isNull();
    assertFails(
        () -> ec2.detachNetworkInterface(from -> from.attachmentId(attachment)),
        "InvalidAttachmentID.NotFound");
  }

  @Test
  void address_ofAnInstance_isReleasedWhenItIsFree(Ec2Client ec2) {
    String instance = instance(ec2).instanceId();
    String id = ec2.allocateAddress(all -> {}).allocationId();
    String association =
        ec2.associateAddress(to -> to.allocationId(id).instanceId(instance)).associationId();
    Address address = ec2.describeAddresses(all -> all.allocationIds(id)).addresses().get(0);
    assertThat(address.instanceId()).isEqualTo(instance);
    assertThat(address.publicIp()).startsWith("203.0.113.");
    assertFails(
        () -> ec2.releaseAddress(release -> release.allocationId(id)), "InvalidIPAddress.InUse");
    ec2.disassociateAddress(from -> from.associationId(association));
    ec2.releaseAddress(release -> release.allocationId(id));
    assertFails(
        () -> ec2.releaseAddress(release -> release.allocationId(id)),
        "InvalidAllocationID.NotFound");
  }

  @Test
  void describeInstanceStatus_tellsOfRunningOnes_unlessAskedForAll(Ec2Client ec2) {
    String running = instance(ec2).instanceId();
    String stopped = instance(ec2).instanceId();
    ec2.stopInstances(stop -> stop.instanceIds(stopped));
    assertThat(ec2.describeInstanceStatus(all -> {}).instanceStatuses())
        .singleElement()
        .satisfies(
            status -> {
              assertThat(status.instanceId()).isEqualTo(running);
              assertThat(status.instanceStatus().status()).isEqualTo(SummaryStatus.OK);
            });
    assertThat(ec2.describeInstanceStatus(all -> all.includeAllInstances(true)).instanceStatuses())
        .hasSize(2);
  }

  @Test
  void describeTags_tellsOfTagsOfEverything(Ec2Client ec2) {
    String instance = instance(ec2).instanceId();
    String vpc = ec2.createVpc(create -> create.cidrBlock("10.0.0.0/16")).vpc().vpcId();
    Tag tag = Tag.builder().key("team").value("shop").build();
    ec2.createTags(create -> create.resources(instance, vpc).tags(tag));
    assertThat(ec2.describeTags(all -> all.filters(filter("key", "team"))).tags())
        .extracting(TagDescription::resourceTypeAsString, TagDescription::resourceId)
        .containsExactlyInAnyOrder(Tuple.tuple("instance", instance), Tuple.tuple("vpc", vpc));
    assertThat(ec2.describeTags(all -> all.filters(filter("resource-id", vpc))).tags()).hasSize(1);
    assertThat(ec2.describeTags(all -> all.filters(filter("value", "other"))).tags()).isEmpty();
  }

  @Test
  void networkAcl_entriesAreKeptByNumberAndDirection(Ec2Client ec2) {
    String vpc = ec2.createVpc(create -> create.cidrBlock("10.0.0.0/16")).vpc().vpcId();
    NetworkAcl acl = ec2.createNetworkAcl(create -> create.vpcId(vpc)).networkAcl();
    String id = acl.networkAclId();
    assertThat(acl.entries()).extracting(NetworkAclEntry::ruleNumber).containsOnly(32767);
    ec2.createNetworkAclEntry(
        create ->
            create
                .networkAclId(id)
                .ruleNumber(110)
                .egress(false)
                .protocol("6")
                .ruleAction(RuleAction.ALLOW)
                .cidrBlock("0.0.0.0/0"));
    ec2.replaceNetworkAclEntry(
        replace ->
            replace
                .networkAclId(id)
                .ruleNumber(110)
                .egress(false)
                .protocol("17")
                .ruleAction(RuleAction.DENY)
                .cidrBlock("10.0.0.0/8"));
    assertThat(ec2.describeNetworkAcls(all -> all.networkAclIds(id)).networkAcls().get(0).entries())
        .filteredOn(entry -> entry.ruleNumber() == 110)
        .extracting(NetworkAclEntry::protocol, NetworkAclEntry::ruleAction)
        .containsExactly(Tuple.tuple("17", RuleAction.DENY));
    ec2.deleteNetworkAclEntry(delete -> delete.networkAclId(id).ruleNumber(110).egress(false));
    assertFails(
        () ->
            ec2.deleteNetworkAclEntry(
                delete -> delete.networkAclId(id).ruleNumber(110).egress(false)),
        "InvalidNetworkAclEntry.NotFound");
  }

  @Test
  void subnet_getsAnotherNetworkAcl_andAnotherRouteTable(Ec2Client ec2) {
    String vpc = ec2.createVpc(create -> create.cidrBlock("10.0.0.0/16")).vpc().vpcId();
    String subnet =
        ec2.createSubnet(create -> create.vpcId(vpc).cidrBlock("10.0.1.0/24")).subnet().subnetId();
    String acl = ec2.createNetworkAcl(create -> create.vpcId(vpc)).networkAcl().networkAclId();
    Filter ofSubnet = filter("association.subnet-id", subnet);
    String before =
        ec2.describeNetworkAcls(all -> all.filters(ofSubnet))
            .networkAcls()
            .get(0)
            .associations()
            .get(0)
            .networkAclAssociationId();
    ec2.replaceNetworkAclAssociation(to -> to.associationId(before).networkAclId(acl));
    assertThat(ec2.describeNetworkAcls(all -> all.filters(ofSubnet)).networkAcls())
        .extracting(NetworkAcl::networkAclId)
        .containsExactly(acl);

    String one = ec2.createRouteTable(create -> create.vpcId(vpc)).routeTable().routeTableId();
    String two = ec2.createRouteTable(create -> create.vpcId(vpc)).routeTable().routeTableId();
    String association =
        ec2.associateRouteTable(to -> to.routeTableId(one).subnetId(subnet)).associationId();
    String other =
        ec2.replaceRouteTableAssociation(to -> to.associationId(association).routeTableId(two))
            .newAssociationId();
    assertThat(ec2.describeRouteTables(all -> all.filters(ofSubnet)).routeTables())
        .singleElement()
        .satisfies(
            table -> {
              assertThat(table.routeTableId()).isEqualTo(two);
              assertThat(table.associations().get(0).routeTableAssociationId()).isEqualTo(other);
            });
  }
}
