package io.robotocore.services.modeled;

import static io.robotocore.services.modeled.Ec2Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotocore.junit5.AwsEmulator;
import io.robotocore.junit5.Region;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcAttributeName;

/** Networks of EC2. */
@AwsEmulator
final class Ec2NetworkTest {

  private static Filter filter(String name, String... values) {
    return Filter.builder().name(name).values(values).build();
  }

  private static String vpc(Ec2Client ec2) {
    return ec2.createVpc(create -> create.cidrBlock("10.0.0.0/16")).vpc().vpcId();
  }

  private static String subnet(Ec2Client ec2, String vpc, String block) {
    return ec2.createSubnet(create -> create.vpcId(vpc).cidrBlock(block)).subnet().subnetId();
  }

  /** https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc-components.html */
  @Test
  void region_fromTheBeginning_hasADefaultVpcWithAllThatBelongsToIt(
      @Region("eu-west-1") Ec2Client ec2) {
    Vpc vpc = ec2.describeVpcs(all -> all.filters(filter("is-default", "true"))).vpcs().get(0);
    assertThat(vpc.vpcId()).matches("vpc-[0-9a-f]{17}");
    assertThat(vpc.cidrBlock()).isEqualTo("172.31.0.0/16");
    Filter within = filter("vpc-id", vpc.vpcId());
    assertThat(ec2.describeSubnets(all -> all.filters(within)).subnets())
        .extracting(Subnet::availabilityZone, Subnet::cidrBlock, Subnet::mapPublicIpOnLaunch)
        .contains(org.assertj.core.groups.Tuple.tuple("eu-west-1b", "172.31.16.0/20", true));
    assertThat(ec2.describeSecurityGroups(all -> all.filters(within)).securityGroups())
        .singleElement()
        .satisfies(group -> assertThat(group.groupName()).isEqualTo("default"));
    assertThat(
            ec2.describeInternetGateways(
                    all -> all.filters(filter("attachment.vpc-id", vpc.vpcId())))
                .internetGateways())
        .hasSize(1);
    assertThat(ec2.describeNetworkAcls(all -> all.filters(within)).networkAcls())
        .singleElement()
        .satisfies(acl -> assertThat(acl.associations()).hasSize(3));
    assertThat(
            ec2.describeDhcpOptions(all -> all.dhcpOptionsIds(vpc.dhcpOptionsId()))
                .dhcpOptions()
                .get(0)
                .dhcpConfigurations()
                .get(0)
                .values()
                .get(0)
                .value())
        .isEqualTo("eu-west-1.compute.internal");
  }

  @Test
  void describeAvailabilityZones_tellsOfTheRegions(@Region("ap-southeast-2") Ec2Client ec2) {
    assertThat(ec2.describeAvailabilityZones(all -> {}).availabilityZones())
        .extracting(AvailabilityZone::zoneName, AvailabilityZone::zoneId)
        .contains(org.assertj.core.groups.Tuple.tuple("ap-southeast-2a", "apse2-az1"));
  }

  @Test
  void createVpc_withTags_canBeFoundByThem(Ec2Client ec2) {
    ec2.createVpc(
        create ->
            create
                .cidrBlock("10.1.2.3/16")
                .tagSpecifications(
                    TagSpecification.builder()
                        .resourceType(ResourceType.VPC)
                        .tags(Tag.builder().key("Name").value("shop").build())
                        .build()));
    assertThat(ec2.describeVpcs(all -> all.filters(filter("tag:Name", "shop"))).vpcs())
        .extracting(Vpc::cidrBlock)
        .containsExactly("10.1.0.0/16");
    assertThat(ec2.describeVpcs(all -> all.filters(filter("cidr", "10.1.*"))).vpcs()).hasSize(1);
    assertThat(ec2.describeVpcs(all -> all.filters(filter("tag:Name", "other"))).vpcs()).isEmpty();
  }

  @Test
  void createVpc_ofTheWrongSize_isRefused(Ec2Client ec2) {
    assertFails(() -> ec2.createVpc(c -> c.cidrBlock("10.0.0.0/8")), "InvalidVpc.Range");
    assertFails(() -> ec2.createVpc(c -> c.cidrBlock("10.0.0.0/29")), "InvalidVpc.Range");
    assertFails(() -> ec2.createVpc(c -> c.cidrBlock("10.0.0.300/16")), "InvalidParameterValue");
    assertFails(() -> ec2.createVpc(c -> {}), "MissingParameter");
  }

  @Test
  void createVpc_dry_createsNothing(Ec2Client ec2) {
    assertThatThrownBy(() -> ec2.createVpc(c -> c.cidrBlock("10.0.0.0/16").dryRun(true)))
        .isInstanceOfSatisfying(
            Ec2Exception.class,
            e -> {
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("DryRunOperation");
              assertThat(e.statusCode()).isEqualTo(412);
            });
    assertThat(ec2.describeVpcs(all -> {}).vpcs()).hasSize(1);
  }

  @Test
  void modifyVpcAttribute_isTold(Ec2Client ec2) {
    String vpc = vpc(ec2);
    assertThat(
            ec2.describeVpcAttribute(
                    of -> of.vpcId(vpc).attribute(VpcAttributeName.ENABLE_DNS_SUPPORT))
                .enableDnsSupport()
                .value())
        .isTrue();
    ec2.modifyVpcAttribute(modify -> modify.vpcId(vpc).enableDnsHostnames(on -> on.value(true)));
    assertThat(
            ec2.describeVpcAttribute(
                    of -> of.vpcId(vpc).attribute(VpcAttributeName.ENABLE_DNS_HOSTNAMES))
                .enableDnsHostnames()
                .value())
        .isTrue();
  }

  @Test
  void createSubnet_outsideOrTwice_isRefused(Ec2Client ec2) {
    String vpc = vpc(ec2);
    subnet(ec2, vpc, "10.0.1.0/24");
    assertFails(() -> subnet(ec2, vpc, "10.1.0.0/24"), "InvalidSubnet.Range");
    assertFails(() -> subnet(ec2, vpc, "10.0.1.128/25"), "InvalidSubnet.Conflict");
    assertFails(() -> subnet(ec2, "vpc-00000000000000000", "10.0.2.0/24"), "InvalidVpcID.NotFound");
  }

  @Test
  void createSubnet_tellsOfItsZoneAndItsRoom(Ec2Client ec2) {
    String id = subnet(ec2, vpc(ec2), "10.0.1.0/24");
    ec2.modifySubnetAttribute(m -> m.subnetId(id).mapPublicIpOnLaunch(on -> on.value(true)));
    Subnet subnet = ec2.describeSubnets(all -> all.subnetIds(id)).subnets().get(0);
    assertThat(subnet.availableIpAddressCount()).isEqualTo(251);
    assertThat(subnet.availabilityZone()).isEqualTo("us-east-1a");
    assertThat(subnet.availabilityZoneId()).isEqualTo("use1-az1");
    assertThat(subnet.mapPublicIpOnLaunch()).isTrue();
  }

  @Test
  void deleteVpc_goesWhenNothingIsInIt(Ec2Client ec2) {
    String vpc = vpc(ec2);
    String subnet = subnet(ec2, vpc, "10.0.1.0/24");
    assertFails(() -> ec2.deleteVpc(delete -> delete.vpcId(vpc)), "DependencyViolation");
    ec2.deleteSubnet(delete -> delete.subnetId(subnet));
    ec2.deleteVpc(delete -> delete.vpcId(vpc));
    assertFails(() -> ec2.describeVpcs(all -> all.vpcIds(vpc)), "InvalidVpcID.NotFound");
    Filter within = filter("vpc-id", vpc);
    assertThat(ec2.describeNetworkAcls(all -> all.filters(within)).networkAcls()).isEmpty();
    assertThat(ec2.describeSecurityGroups(all -> all.filters(within)).securityGroups()).isEmpty();
    assertThat(ec2.describeRouteTables(all -> all.filters(within)).routeTables()).isEmpty();
  }

  @Test
  void internetGateway_isAttachedToOneVpc(Ec2Client ec2) {
    String vpc = vpc(ec2);
    String gateway = ec2.createInternetGateway(create -> {}).internetGateway().internetGatewayId();
    ec2.attachInternetGateway(attach -> attach.internetGatewayId(gateway).vpcId(vpc));
    assertFails(
        () -> ec2.attachInternetGateway(attach -> attach.internetGatewayId(gateway).vpcId(vpc)),
        "Resource.AlreadyAssociated");
    assertFails(
        () -> ec2.deleteInternetGateway(delete -> delete.internetGatewayId(gateway)),
        "DependencyViolation");
    ec2.detachInternetGateway(detach -> detach.internetGatewayId(gateway).vpcId(vpc));
    ec2.deleteInternetGateway(delete -> delete.internetGatewayId(gateway));
    assertFails(
        () -> ec2.describeInternetGateways(all -> all.internetGatewayIds(gateway)),
        "InvalidInternetGatewayID.NotFound");
  }

  @Test
  void routes_areKeptByTheirTable(Ec2Client ec2) {
    String vpc = vpc(ec2);
    String gateway = ec2.createInternetGateway(create -> {}).internetGateway().internetGatewayId();
    String table = ec2.createRouteTable(create -> create.vpcId(vpc)).routeTable().routeTableId();
    ec2.createRoute(
        create -> create.routeTableId(table).destinationCidrBlock("0.0.0.0/0").gatewayId(gateway));
    assertThat(
            ec2.describeRouteTables(all -> all.routeTableIds(table)).routeTables().get(0).routes())
        .extracting(Route::destinationCidrBlock, Route::gatewayId)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("10.0.0.0/16", "local"),
            org.assertj.core.groups.Tuple.tuple("0.0.0.0/0", gateway));
    assertFails(
        () ->
            ec2.createRoute(
                create ->
                    create
                        .routeTableId(table)
                        .destinationCidrBlock("0.0.0.0/0")
                        .gatewayId(gateway)),
        "RouteAlreadyExists");
    ec2.deleteRoute(delete -> delete.routeTableId(table).destinationCidrBlock("0.0.0.0/0"));
    assertFails(
        () -> ec2.deleteRoute(d -> d.routeTableId(table).destinationCidrBlock("0.0.0.0/0")),
        "InvalidRoute.NotFound");
  }

  @Test
  void routeTable_ofASubnet_isFoundByIt(Ec2Client ec2) {
    String vpc = vpc(ec2);
    String subnet = subnet(ec2, vpc, "10.0.1.0/24");
    String table = ec2.createRouteTable(create -> create.vpcId(vpc)).routeTable().routeTableId();
    String association =
        ec2.associateRouteTable(to -> to.routeTableId(table).subnetId(subnet)).associationId();
    assertThat(association).startsWith("rtbassoc-");
    assertThat(
            ec2.describeRouteTables(all -> all.filters(filter("association.subnet-id", subnet)))
                .routeTables())
        .extracting(RouteTable::routeTableId)
        .containsExactly(table);
    assertThat(
            ec2.describeRouteTables(
                    all -> all.filters(filter("vpc-id", vpc), filter("association.main", "true")))
                .routeTables())
        .extracting(RouteTable::routeTableId)
        .hasSize(1)
        .doesNotContain(table);
    assertFails(
        () -> ec2.deleteRouteTable(delete -> delete.routeTableId(table)), "DependencyViolation");
    ec2.disassociateRouteTable(from -> from.associationId(association));
    ec2.deleteRouteTable(delete -> delete.routeTableId(table));
    assertFails(
        () -> ec2.disassociateRouteTable(from -> from.associationId(association)),
        "InvalidAssociationID.NotFound");
  }

  @Test
  void networkAcl_ofAVpc_letsEverythingThrough(Ec2Client ec2) {
    String vpc = vpc(ec2);
    List<NetworkAcl> acls =
        ec2.describeNetworkAcls(
                all -> all.filters(filter("vpc-id", vpc), filter("default", "true")))
            .networkAcls();
    assertThat(acls).hasSize(1);
    assertThat(acls.get(0).entries())
        .extracting(entry -> entry.ruleNumber() + " " + entry.ruleActionAsString())
        .containsExactlyInAnyOrder("100 allow", "32767 deny", "100 allow", "32767 deny");
  }
}
