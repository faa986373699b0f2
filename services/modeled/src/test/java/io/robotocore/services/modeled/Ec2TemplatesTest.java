package io.robotocore.services.modeled;

import static io.robotocore.services.modeled.Ec2Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.junit5.AwsEmulator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.LaunchTemplate;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;

/** Launch templates of EC2, what is launched from them, and network interfaces that are there. */
@AwsEmulator
final class Ec2TemplatesTest {

  private static LaunchTemplate template(Ec2Client ec2, String name) {
    return ec2.createLaunchTemplate(
            create ->
                create
                    .launchTemplateName(name)
                    .launchTemplateData(
                        data ->
                            data.imageId("ami-0abcdef1234567890")
                                .instanceType(InstanceType.T3_LARGE)))
        .launchTemplate();
  }

  @Test
  void version_hasTheDataOfItsSource_andIsTheLatest(Ec2Client ec2) {
    LaunchTemplate made = template(ec2, "versions");
    assertThat(made.launchTemplateId()).matches("lt-[0-9a-f]{17}");
    ec2.createLaunchTemplateVersion(
        create ->
            create
                .launchTemplateName("versions")
                .sourceVersion("1")
                .launchTemplateData(data -> data.instanceType(InstanceType.T3_MICRO)));
    LaunchTemplateVersion latest =
        ec2.describeLaunchTemplateVersions(
                all -> all.launchTemplateId(made.launchTemplateId()).versions("$Latest"))
            .launchTemplateVersions()
            .get(0);
    assertThat(latest.versionNumber()).isEqualTo(2);
    assertThat(latest.defaultVersion()).isFalse();
    assertThat(latest.launchTemplateData().imageId()).isEqualTo("ami-0abcdef1234567890");
    assertThat(latest.launchTemplateData().instanceType()).isEqualTo(InstanceType.T3_MICRO);
    LaunchTemplate changed =
        ec2.modifyLaunchTemplate(
                modify -> modify.launchTemplateName("versions").defaultVersion("2"))
            .launchTemplate();
    assertThat(changed.defaultVersionNumber()).isEqualTo(2);
    assertThat(changed.latestVersionNumber()).isEqualTo(2);
    assertThat(
            ec2.deleteLaunchTemplateVersions(
                    delete -> delete.launchTemplateName("versions").versions("1", "2"))
                .unsuccessfullyDeletedLaunchTemplateVersions())
        .extracting(failed -> failed.versionNumber())
        .containsExactly(2L);
    assertFails(
        () -> template(ec2, "versions"), "InvalidLaunchTemplateName.AlreadyExistsException");
  }

  @Test
  void instance_isLaunchedAsItsTemplateSays_andTheRequestSaysMore(Ec2Client ec2) {
    template(ec2, "launch");
    Instance instance =
        ec2.runInstances(
                run ->
                    run.minCount(1)
                        .maxCount(1)
                        .launchTemplate(of -> of.launchTemplateName("launch"))
                        .keyName("key"))
            .instances()
            .get(0);
    assertThat(instance.instanceType()).isEqualTo(InstanceType.T3_LARGE);
    assertThat(instance.imageId()).isEqualTo("ami-0abcdef1234567890");
    assertThat(instance.keyName()).isEqualTo("key");
  }

  @Test
  void networkInterface_thatWasThereBefore_outlivesTheInstance(Ec2Client ec2) {
    String subnet = ec2.describeSubnets(all -> {}).subnets().get(0).subnetId();
    NetworkInterface made =
        ec2.createNetworkInterface(
                create -> create.subnetId(subnet).secondaryPrivateIpAddressCount(1))
            .networkInterface();
    assertThat(made.privateIpAddresses()).hasSize(2);
    assertThat(made.groups()).hasSize(1);
    Instance instance =
        ec2.runInstances(
                run ->
                    run.imageId("ami-0abcdef1234567890")
                        .minCount(1)
                        .maxCount(1)
                        .networkInterfaces(
                            InstanceNetworkInterfaceSpecification.builder()
                                .deviceIndex(0)
                                .networkInterfaceId(made.networkInterfaceId())
                                .build()))
            .instances()
            .get(0);
    assertThat(instance.privateIpAddress()).isEqualTo(made.privateIpAddress());
    assertFails(
        () ->
            ec2.deleteNetworkInterface(
                delete -> delete.networkInterfaceId(made.networkInterfaceId())),
        "InvalidNetworkInterface.InUse");
    ec2.terminateInstances(stop -> stop.instanceIds(instance.instanceId()));
    assertThat(
            ec2.describeNetworkInterfaces(one -> one.networkInterfaceIds(made.networkInterfaceId()))
                .networkInterfaces()
                .get(0)
                .statusAsString())
        .isEqualTo("available");
  }
}
