package io.robotocore.services.modeled;

import static io.robotocore.services.modeled.Ec2Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.junit5.AwsEmulator;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AddPrefixListEntry;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.DhcpConfiguration;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.FlowLog;
import software.amazon.awssdk.services.ec2.model.FlowLogsResourceType;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.ManagedPrefixList;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.NatGatewayState;
import software.amazon.awssdk.services.ec2.model.NewDhcpConfiguration;
import software.amazon.awssdk.services.ec2.model.PrefixListState;
import software.amazon.awssdk.services.ec2.model.Region;
import software.amazon.awssdk.services.ec2.model.RemovePrefixListEntry;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.TrafficType;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnection;

/** What connects networks of EC2 with others: gateways, endpoints, peerings, lists of blocks. */
@AwsEmulator
final class Ec2ConnectionsTest {

  private static String vpc(Ec2Client ec2, String block) {
    return ec2.createVpc(create -> create.cidrBlock(block)).vpc().vpcId();
  }

  private static String subnet(Ec2Client ec2, String vpc, String block) {
    return ec2.createSubnet(create -> create.vpcId(vpc).cidrBlock(block)).subnet().subnetId();
  }

  private static Address address(Ec2Client ec2, String id) {
    return ec2.describeAddresses(one -> one.allocationIds(id)).addresses().get(0);
  }

  @Test
  void natGateway_keepsItsAddress_untilItIsDeleted(Ec2Client ec2) {
    String subnet = subnet(ec2, vpc(ec2, "10.0.0.0/16"), "10.0.0.0/24");
    String address = ec2.allocateAddress(all -> {}).allocationId();
    ec2.allocateAddress(all -> {});
    NatGateway made =
        ec2.createNatGateway(create -> create.subnetId(subnet).allocationId(address)).natGateway();
    assertThat(made.natGatewayId()).matches("nat-[0-9a-f]{17}");
    assertThat(made.natGatewayAddresses().get(0).allocationId()).isEqualTo(address);
    assertThat(made.natGatewayAddresses().get(0).publicIp())
        .isEqualTo(address(ec2, address).publicIp());
    assertThat(address(ec2, address).networkInterfaceId())
        .isEqualTo(made.natGatewayAddresses().get(0).networkInterfaceId());
    assertFails(() -> ec2.deleteSubnet(delete -> delete.subnetId(subnet)), "DependencyViolation");
    ec2.deleteNatGateway(delete -> delete.natGatewayId(made.natGatewayId()));
    assertThat(
            ec2.describeNatGateways(one -> one.natGatewayIds(made.natGatewayId()))
                .natGateways()
                .get(0)
                .state())
        .isEqualTo(NatGatewayState.DELETED);
    assertThat(address(ec2, address).associationId()).isNull();
    ec2.deleteSubnet(delete -> delete.subnetId(subnet));
  }

  @Test
  void blocks_areAssociatedWithVpcAndSubnet_andTheFirstOneStays(Ec2Client ec2) {
    Vpc made =
        ec2.createVpc(create -> create.cidrBlock("10.0.0.0/16").amazonProvidedIpv6CidrBlock(true))
            .vpc();
    String six = made.ipv6CidrBlockAssociationSet().get(0).ipv6CidrBlock();
    assertThat(six).endsWith("::/56");
    String more =
        ec2.associateVpcCidrBlock(also -> also.vpcId(made.vpcId()).cidrBlock("10.1.0.0/16"))
            .cidrBlockAssociation()
            .associationId();
    assertThat(more).matches("vpc-cidr-assoc-[0-9a-f]{17}");
    String subnet = subnet(ec2, made.vpcId(), "10.1.2.0/24");
    ec2.associateSubnetCidrBlock(
        also -> also.subnetId(subnet).ipv6CidrBlock(six.replace("/56", "/64")));
    assertThat(
            ec2.describeSubnets(one -> one.subnetIds(subnet))
                .subnets()
                .get(0)
                .ipv6CidrBlockAssociationSet()
                .get(0)
                .associationId())
        .matches("subnet-cidr-assoc-[0-9a-f]{17}");
    ec2.disassociateVpcCidrBlock(not -> not.associationId(more));
    Vpc left = ec2.describeVpcs(one -> one.vpcIds(made.vpcId())).vpcs().get(0);
    assertThat(left.cidrBlockAssociationSet()).hasSize(1);
    String first = left.cidrBlockAssociationSet().get(0).associationId();
    assertFails(
        () -> ec2.disassociateVpcCidrBlock(not -> not.associationId(first)),
        "OperationNotPermitted");
    assertFails(
        () -> ec2.disassociateVpcCidrBlock(not -> not.associationId(more)),
        "InvalidVpcCidrBlockAssociationID.NotFound");
  }

  @Test
  void peering_isAccepted_andHasOptions(Ec2Client ec2) {
    String one = vpc(ec2, "10.0.0.0/16");
    String other = vpc(ec2, "10.1.0.0/16");
    VpcPeeringConnection made =
        ec2.createVpcPeeringConnection(create -> create.vpcId(one).peerVpcId(other))
            .vpcPeeringConnection();
    String id = made.vpcPeeringConnectionId();
    assertThat(id).matches("pcx-[0-9a-f]{17}");
    assertThat(made.status().codeAsString()).isEqualTo("pending-acceptance");
    ec2.acceptVpcPeeringConnection(accept -> accept.vpcPeeringConnectionId(id));
    ec2.modifyVpcPeeringConnectionOptions(
        modify ->
            modify
                .vpcPeeringConnectionId(id)
                .accepterPeeringConnectionOptions(o -> o.allowDnsResolutionFromRemoteVpc(true)));
    VpcPeeringConnection active =
        ec2.describeVpcPeeringConnections(all -> all.vpcPeeringConnectionIds(id))
            .vpcPeeringConnections()
            .get(0);
    assertThat(active.status().codeAsString()).isEqualTo("active");
    assertThat(active.accepterVpcInfo().cidrBlock()).isEqualTo("10.1.0.0/16");
    assertThat(active.accepterVpcInfo().peeringOptions().allowDnsResolutionFromRemoteVpc())
        .isTrue();
    assertThat(active.requesterVpcInfo().peeringOptions().allowDnsResolutionFromRemoteVpc())
        .isFalse();
    assertFails(
        () -> ec2.rejectVpcPeeringConnection(reject -> reject.vpcPeeringConnectionId(id)),
        "InvalidStateTransition");
  }

  @Test
  void interfaceEndpoint_hasANetworkInterfaceInEachOfItsSubnets(Ec2Client ec2) {
    String vpc = vpc(ec2, "10.0.0.0/16");
    String one = subnet(ec2, vpc, "10.0.1.0/24");
    String two = subnet(ec2, vpc, "10.0.2.0/24");
    VpcEndpoint made =
        ec2.createVpcEndpoint(
                create ->
                    create
                        .vpcId(vpc)
                        .vpcEndpointType(VpcEndpointType.INTERFACE)
                        .serviceName("com.amazonaws.us-east-1.sqs")
                        .subnetIds(one))
            .vpcEndpoint();
    String id = made.vpcEndpointId();
    assertThat(id).matches("vpce-[0-9a-f]{17}");
    assertThat(made.stateAsString()).isEqualTo("available");
    assertThat(made.networkInterfaceIds()).hasSize(1);
    ec2.modifyVpcEndpoint(modify -> modify.vpcEndpointId(id).addSubnetIds(two));
    VpcEndpoint changed =
        ec2.describeVpcEndpoints(all -> all.vpcEndpointIds(id)).vpcEndpoints().get(0);
    assertThat(changed.subnetIds()).containsExactly(one, two);
    assertThat(changed.networkInterfaceIds()).hasSize(2);
    ec2.deleteVpcEndpoints(delete -> delete.vpcEndpointIds(id));
    assertThat(ec2.deleteVpcEndpoints(delete -> delete.vpcEndpointIds(id)).unsuccessful())
        .extracting(failed -> failed.error().code())
        .containsExactly("InvalidVpcEndpoint.NotFound");
    ec2.deleteSubnet(delete -> delete.subnetId(two));
  }

  @Test
  void flowLogs_areOfOneNetworkEach_andTagged(Ec2Client ec2) {
    List<String> vpcs = List.of(vpc(ec2, "10.0.0.0/16"), vpc(ec2, "10.1.0.0/16"));
    List<String> ids =
        ec2.createFlowLogs(
                create ->
                    create
                        .resourceIds(vpcs)
                        .resourceType(FlowLogsResourceType.VPC)
                        .trafficType(TrafficType.ALL)
                        .logDestinationType("s3")
                        .logDestination("arn:aws:s3:::logs")
                        .tagSpecifications(
                            TagSpecification.builder()
                                .resourceType("vpc-flow-log")
                                .tags(Tag.builder().key("a").value("b").build())
                                .build()))
            .flowLogIds();
    List<FlowLog> logs = ec2.describeFlowLogs(all -> all.flowLogIds(ids)).flowLogs();
    assertThat(logs).extracting(FlowLog::resourceId).containsExactlyInAnyOrderElementsOf(vpcs);
    assertThat(logs).allSatisfy(log -> assertThat(log.logFormat()).startsWith("${version} "));
    assertThat(
            ec2.describeTags(
                    all ->
                        all.filters(
                            Filter.builder().name("resource-type").values("vpc-flow-log").build()))
                .tags())
        .hasSize(2);
    assertFails(
        () ->
            ec2.createFlowLogs(
                create ->
                    create
                        .resourceIds("vpc-0123456789abcdef0")
                        .resourceType(FlowLogsResourceType.VPC)
                        .trafficType(TrafficType.ALL)),
        "InvalidVpcID.NotFound");
  }

  @Test
  void prefixList_hasANewVersion_whenItsEntriesChange(Ec2Client ec2) {
    ManagedPrefixList made =
        ec2.createManagedPrefixList(
                create ->
                    create
                        .prefixListName("offices")
                        .addressFamily("IPv4")
                        .maxEntries(5)
                        .entries(entry("10.0.0.0/16")))
            .prefixList();
    String id = made.prefixListId();
    assertThat(made.version()).isEqualTo(1);
    assertThat(made.prefixListArn()).endsWith(":prefix-list/" + id);
    ManagedPrefixList changed =
        ec2.modifyManagedPrefixList(
                modify ->
                    modify
                        .prefixListId(id)
                        .currentVersion(1L)
                        .addEntries(entry("10.1.0.0/16"))
                        .removeEntries(RemovePrefixListEntry.builder().cidr("10.0.0.0/16").build()))
            .prefixList();
    assertThat(changed.version()).isEqualTo(2);
    assertThat(changed.state()).isEqualTo(PrefixListState.MODIFY_COMPLETE);
    assertThat(ec2.getManagedPrefixListEntries(of -> of.prefixListId(id)).entries())
        .extracting(entry -> entry.cidr())
        .containsExactly("10.1.0.0/16");
    assertFails(
        () ->
            ec2.modifyManagedPrefixList(
                modify ->
                    modify.prefixListId(id).currentVersion(1L).addEntries(entry("10.2.0.0/16"))),
        "PrefixListVersionMismatch");
  }

  private static AddPrefixListEntry entry(String block) {
    return AddPrefixListEntry.builder().cidr(block).build();
  }

  @Test
  void dhcpOptions_areFoundByTheirIds(Ec2Client ec2) {
    String id =
        ec2.createDhcpOptions(
                create ->
                    create.dhcpConfigurations(
                        NewDhcpConfiguration.builder().key("domain-name").values("a.b").build()))
            .dhcpOptions()
            .dhcpOptionsId();
    List<DhcpConfiguration> configurations =
        ec2.describeDhcpOptions(one -> one.dhcpOptionsIds(id))
            .dhcpOptions()
            .get(0)
            .dhcpConfigurations();
    assertThat(configurations.get(0).values().get(0).value()).isEqualTo("a.b");
    assertFails(
        () -> ec2.describeDhcpOptions(one -> one.dhcpOptionsIds("dopt-0123456789abcdef0")),
        "InvalidDhcpOptionID.NotFound");
  }

  private static IpPermission permission(String description) {
    return IpPermission.builder()
        .ipProtocol("-1")
        .ipRanges(IpRange.builder().cidrIp("10.0.0.0/8").description(description).build())
        .build();
  }

  @Test
  void descriptionsOfRules_areChanged(Ec2Client ec2) {
    String vpc = vpc(ec2, "10.0.0.0/16");
    String id =
        ec2.createSecurityGroup(create -> create.groupName("g").description("d").vpcId(vpc))
            .groupId();
    ec2.authorizeSecurityGroupIngress(in -> in.groupId(id).ipPermissions(permission("")));
    ec2.updateSecurityGroupRuleDescriptionsIngress(
        in -> in.groupId(id).ipPermissions(permission("own")));
    SecurityGroup group =
        ec2.describeSecurityGroups(one -> one.groupIds(id)).securityGroups().get(0);
    assertThat(group.ipPermissions().get(0).ipRanges().get(0).description()).isEqualTo("own");
    assertThat(
            ec2.describeSecurityGroupRules(
                    all -> all.filters(Filter.builder().name("group-id").values(id).build()))
                .securityGroupRules())
        .hasSize(2)
        .allSatisfy(rule -> assertThat(rule.referencedGroupInfo()).isNull());
  }

  @Test
  void regions_areThoseOfEveryAccount(Ec2Client ec2) {
    assertThat(ec2.describeRegions().regions())
        .extracting(Region::regionName)
        .contains("eu-west-1");
    assertThat(ec2.describeRegions(one -> one.regionNames("eu-west-1")).regions())
        .extracting(Region::endpoint)
        .containsExactly("ec2.eu-west-1.amazonaws.com");
  }

  @Test
  void ids_areInAwssForm(Ec2Client ec2) {
    String vpc = vpc(ec2, "10.0.0.0/16");
    assertThat(ec2.createCarrierGateway(c -> c.vpcId(vpc)).carrierGateway().carrierGatewayId())
        .matches("cagw-[0-9a-f]{17}");
    assertThat(ec2.createTransitGateway(c -> {}).transitGateway().transitGatewayId())
        .matches("tgw-[0-9a-f]{17}");
    assertThat(
            ec2.createCustomerGateway(c -> c.type("ipsec.1").publicIp("203.0.113.9"))
                .customerGateway()
                .customerGatewayId())
        .matches("cgw-[0-9a-f]{17}");
    assertThat(ec2.createTrafficMirrorFilter(c -> {}).trafficMirrorFilter().trafficMirrorFilterId())
        .matches("tmf-[0-9a-f]{17}");
    assertThat(
            ec2.createEgressOnlyInternetGateway(c -> c.vpcId(vpc))
                .egressOnlyInternetGateway()
                .attachments())
        .extracting(attachment -> attachment.vpcId())
        .containsExactly(vpc);
  }
}
