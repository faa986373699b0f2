package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Amazon EC2: networks that fit together, security groups with rules, instances with states. */
final class Ec2 implements Behaviour {

  private static final int PRECONDITION_FAILED = 412;

  private static final List<String> NETWORKS =
      List.of(
          "CreateVpc",
          "CreateDefaultVpc",
          "DeleteVpc",
          "CreateSubnet",
          "DeleteSubnet",
          "AttachInternetGateway",
          "DetachInternetGateway",
          "DeleteInternetGateway",
          "CreateNetworkAcl",
          "CreateNetworkAclEntry",
          "ReplaceNetworkAclEntry",
          "DeleteNetworkAclEntry",
          "ReplaceNetworkAclAssociation",
          "AllocateAddress",
          "AssociateAddress",
          "DisassociateAddress",
          "ReleaseAddress");
  private static final List<String> RULES =
      List.of(
          "CreateSecurityGroup",
          "DeleteSecurityGroup",
          "DescribeSecurityGroupRules",
          "ModifySecurityGroupRules",
          "UpdateSecurityGroupRuleDescriptionsIngress",
          "UpdateSecurityGroupRuleDescriptionsEgress",
          "CreateRouteTable",
          "DeleteRouteTable",
          "AssociateRouteTable",
          "ReplaceRouteTableAssociation",
          "DisassociateRouteTable",
          "CreateRoute",
          "ReplaceRoute",
          "DeleteRoute",
          "AuthorizeSecurityGroupIngress",
          "AuthorizeSecurityGroupEgress",
          "RevokeSecurityGroupIngress",
          "RevokeSecurityGroupEgress");
  private static final List<String> INSTANCES =
      List.of(
          "RunInstances",
          "DescribeInstances",
          "StartInstances",
          "StopInstances",
          "TerminateInstances",
          "DescribeInstanceStatus",
          "AttachVolume",
          "DetachVolume",
          "AttachNetworkInterface",
          "DetachNetworkInterface",
          "DescribeTags",
          "DescribeInstanceCreditSpecifications",
          "DescribeInstanceAttribute",
          "ModifyInstanceAttribute",
          "DescribeVpcAttribute",
          "ModifySubnetAttribute");

  private static final List<String> CONNECTIONS =
      List.of(
          "AssociateVpcCidrBlock",
          "DisassociateVpcCidrBlock",
          "AssociateSubnetCidrBlock",
          "DisassociateSubnetCidrBlock",
          "CreateNatGateway",
          "DeleteNatGateway",
          "CreateVpcPeeringConnection",
          "AcceptVpcPeeringConnection",
          "RejectVpcPeeringConnection",
          "ModifyVpcPeeringConnectionOptions",
          "CreateVpcEndpoint",
          "ModifyVpcEndpoint",
          "DescribeVpcEndpoints",
          "DeleteVpcEndpoints",
          "CreateFlowLogs",
          "CreateDhcpOptions",
          "AttachVpnGateway",
          "DetachVpnGateway");
  private static final List<String> LISTS =
      List.of(
          "DescribeAddresses",
          "DescribeDhcpOptions",
          "DescribeKeyPairs",
          "DescribeTransitGatewayConnects",
          "DescribeVpcEndpointServiceConfigurations",
          "CreateManagedPrefixList",
          "ModifyManagedPrefixList",
          "GetManagedPrefixListEntries",
          "CreateNetworkInterface",
          "ModifyNetworkInterfaceAttribute",
          "DeleteNetworkInterface",
          "CreateLaunchTemplate",
          "CreateLaunchTemplateVersion",
          "DescribeLaunchTemplateVersions",
          "DeleteLaunchTemplateVersions",
          "ModifyLaunchTemplate");

  private static final Map<String, Answer> OPERATIONS = operationsOfThemes();

  /** Each theme is one answer, which costs less to begin with than one for each operation. */
  @Override
  public Map<String, Answer> operations() {
    return OPERATIONS;
  }

  private static Map<String, Answer> operationsOfThemes() {
    Map<String, Answer> operations = new HashMap<>();
    Answer networks = scene -> networks(scene.operation().name(), new Ec2View(scene));
    NETWORKS.forEach(name -> operations.put(name, networks));
    Answer rules = scene -> rules(scene.operation().name(), new Ec2View(scene));
    RULES.forEach(name -> operations.put(name, rules));
    Answer instances = scene -> instances(scene.operation().name(), new Ec2View(scene));
    INSTANCES.forEach(name -> operations.put(name, instances));
    Answer connections = scene -> connections(scene.operation().name(), new Ec2View(scene));
    CONNECTIONS.forEach(name -> operations.put(name, connections));
    Answer lists = scene -> lists(scene.operation().name(), new Ec2View(scene));
    LISTS.forEach(name -> operations.put(name, lists));
    return Map.copyOf(operations);
  }

  private static Map<String, Object> networks(String operation, Ec2View view) {
    return switch (operation) {
      case "CreateVpc" -> new Ec2Vpcs(view).create();
      case "CreateDefaultVpc" -> new Ec2Vpcs(view).createDefault();
      case "DeleteVpc" -> new Ec2Vpcs(view).delete();
      case "CreateSubnet" -> new Ec2Subnets(view).create();
      case "DeleteSubnet" -> new Ec2Subnets(view).delete();
      case "AttachInternetGateway" -> new Ec2Gateways(view).attach();
      case "DetachInternetGateway" -> new Ec2Gateways(view).detach();
      case "DeleteInternetGateway" -> new Ec2Gateways(view).delete();
      case "CreateNetworkAcl" -> new Ec2Acls(view).create();
      case "CreateNetworkAclEntry" -> new Ec2Acls(view).createEntry();
      case "ReplaceNetworkAclEntry" -> new Ec2Acls(view).replaceEntry();
      case "DeleteNetworkAclEntry" -> new Ec2Acls(view).deleteEntry();
      case "ReplaceNetworkAclAssociation" -> new Ec2Acls(view).replaceAssociation();
      case "AllocateAddress" -> new Ec2Addresses(view).allocate();
      case "AssociateAddress" -> new Ec2Addresses(view).associate();
      case "DisassociateAddress" -> new Ec2Addresses(view).disassociate();
      case "ReleaseAddress" -> new Ec2Addresses(view).release();
      default -> throw new IllegalArgumentException(operation);
    };
  }

  private static Map<String, Object> rules(String operation, Ec2View view) {
    return switch (operation) {
      case "CreateSecurityGroup" -> new Ec2SecurityGroups(view).create();
      case "DeleteSecurityGroup" -> new Ec2SecurityGroups(view).delete();
      case "UpdateSecurityGroupRuleDescriptionsIngress" -> new Ec2Rules(view).describe(false);
      case "UpdateSecurityGroupRuleDescriptionsEgress" -> new Ec2Rules(view).describe(true);
      case "DescribeSecurityGroupRules" -> new Ec2Lists(view).rules();
      case "ModifySecurityGroupRules" -> new Ec2Rules(view).modify();
      case "CreateRouteTable" -> new Ec2Routes(view).createTable();
      case "DeleteRouteTable" -> new Ec2Routes(view).deleteTable();
      case "AssociateRouteTable" -> new Ec2Routes(view).associate();
      case "ReplaceRouteTableAssociation" -> new Ec2Routes(view).replaceAssociation();
      case "DisassociateRouteTable" -> new Ec2Routes(view).disassociate();
      case "CreateRoute" -> new Ec2Routes(view).create();
      case "ReplaceRoute" -> new Ec2Routes(view).replace();
      case "DeleteRoute" -> new Ec2Routes(view).delete();
      case "AuthorizeSecurityGroupIngress" -> new Ec2Rules(view).authorize(false);
      case "AuthorizeSecurityGroupEgress" -> new Ec2Rules(view).authorize(true);
      case "RevokeSecurityGroupIngress" -> new Ec2Rules(view).revoke(false);
      case "RevokeSecurityGroupEgress" -> new Ec2Rules(view).revoke(true);
      default -> throw new IllegalArgumentException(operation);
    };
  }

  private static Map<String, Object> connections(String operation, Ec2View view) {
    return switch (operation) {
      case "AssociateVpcCidrBlock" -> new Ec2Cidrs(view).associateWithVpc();
      case "DisassociateVpcCidrBlock" -> new Ec2Cidrs(view).disassociateFromVpc();
      case "AssociateSubnetCidrBlock" -> new Ec2Cidrs(view).associateWithSubnet();
      case "DisassociateSubnetCidrBlock" -> new Ec2Cidrs(view).disassociateFromSubnet();
      case "CreateNatGateway" -> new Ec2NatGateways(view).create();
      case "DeleteNatGateway" -> new Ec2NatGateways(view).delete();
      case "CreateVpcPeeringConnection" -> new Ec2Peerings(view).create();
      case "AcceptVpcPeeringConnection" -> new Ec2Peerings(view).accept();
      case "RejectVpcPeeringConnection" -> new Ec2Peerings(view).reject();
      case "ModifyVpcPeeringConnectionOptions" -> new Ec2Peerings(view).options();
      case "CreateVpcEndpoint" -> new Ec2Endpoints(view).create();
      case "DescribeVpcEndpoints" -> new Ec2Endpoints(view).describe();
      case "ModifyVpcEndpoint" -> new Ec2Endpoints(view).modify();
      case "DeleteVpcEndpoints" -> new Ec2Endpoints(view).delete();
      case "CreateDhcpOptions" -> new Ec2Vpcs(view).createOptions();
      case "CreateFlowLogs" -> new Ec2FlowLogs(view).create();
      case "AttachVpnGateway" -> new Ec2Gateways(view).attachVpn();
      case "DetachVpnGateway" -> new Ec2Gateways(view).detachVpn();
      default -> throw new IllegalArgumentException(operation);
    };
  }

  private static Map<String, Object> lists(String operation, Ec2View view) {
    return switch (operation) {
      case "DescribeAddresses",
          "DescribeDhcpOptions",
          "DescribeKeyPairs",
          "DescribeTransitGatewayConnects",
          "DescribeVpcEndpointServiceConfigurations" ->
          new Ec2Lists(view).describe();
      case "CreateManagedPrefixList" -> new Ec2PrefixLists(view).create();
      case "ModifyManagedPrefixList" -> new Ec2PrefixLists(view).modify();
      case "GetManagedPrefixListEntries" -> new Ec2PrefixLists(view).entries();
      case "CreateNetworkInterface" -> new Ec2Interfaces(view).create();
      case "ModifyNetworkInterfaceAttribute" -> new Ec2Interfaces(view).modify();
      case "DeleteNetworkInterface" -> new Ec2Interfaces(view).delete();
      case "CreateLaunchTemplate" -> new Ec2Templates(view).create();
      case "CreateLaunchTemplateVersion" -> new Ec2Templates(view).createVersion();
      case "DescribeLaunchTemplateVersions" -> new Ec2Templates(view).describeVersions();
      case "DeleteLaunchTemplateVersions" -> new Ec2Templates(view).deleteVersions();
      case "ModifyLaunchTemplate" -> new Ec2Templates(view).modify();
      default -> throw new IllegalArgumentException(operation);
    };
  }

  private static Map<String, Object> instances(String operation, Ec2View view) {
    return switch (operation) {
      case "RunInstances" -> new Ec2Instances(new Ec2Templates(view).completed()).run();
      case "DescribeInstances" -> new Ec2Instances(view).describe();
      case "StartInstances" -> new Ec2Instances(view).start();
      case "StopInstances" -> new Ec2Instances(view).stop();
      case "TerminateInstances" -> new Ec2Instances(view).terminate();
      case "DescribeInstanceStatus" -> new Ec2Instances(view).statuses();
      case "AttachVolume" -> new Ec2Attachments(view).attachVolume();
      case "DetachVolume" -> new Ec2Attachments(view).detachVolume();
      case "AttachNetworkInterface" -> new Ec2Attachments(view).attachInterface();
      case "DetachNetworkInterface" -> new Ec2Attachments(view).detachInterface();
      case "DescribeTags" -> new Ec2Tags(view).describe();
      case "DescribeInstanceCreditSpecifications" -> new Ec2Attributes(view).ofCredits();
      case "DescribeInstanceAttribute" -> new Ec2Attributes(view).ofInstance();
      case "ModifyInstanceAttribute" -> new Ec2Attributes(view).modifyInstance();
      case "DescribeVpcAttribute" -> new Ec2Attributes(view).ofVpc();
      case "ModifySubnetAttribute" -> new Ec2Attributes(view).modifySubnet();
      default -> throw new IllegalArgumentException(operation);
    };
  }

  @Override
  public void begin(Scene scene) {
    new Ec2Vpcs(new Ec2View(scene)).begin();
  }

  /** A dry run ends where something would happen. */
  @Override
  public void check(Scene scene) {
    if (Boolean.TRUE.equals(scene.input().get("DryRun"))) {
      throw DocumentError.unmodeled(
          "DryRunOperation",
          "Request would have succeeded, but DryRun flag is set.",
          PRECONDITION_FAILED);
    }
  }
}
