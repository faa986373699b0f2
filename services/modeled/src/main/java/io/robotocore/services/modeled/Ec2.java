package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Amazon EC2: networks that fit together, security groups with rules, instances with states. */
final class Ec2 implements Behaviour {

  private static final int PRECONDITION_FAILED = 412;
  private final Map<String, Answer> operations = new LinkedHashMap<>();

  Ec2() {
    networks();
    accessListsAndAddresses();
    on("CreateSecurityGroup", Ec2SecurityGroups::new, Ec2SecurityGroups::create);
    on("DeleteSecurityGroup", Ec2SecurityGroups::new, Ec2SecurityGroups::delete);
    for (String direction : List.of("Ingress", "Egress")) {
      boolean egress = direction.equals("Egress");
      on("AuthorizeSecurityGroup" + direction, Ec2Rules::new, rules -> rules.authorize(egress));
      on("RevokeSecurityGroup" + direction, Ec2Rules::new, rules -> rules.revoke(egress));
    }
    on("ModifySecurityGroupRules", Ec2Rules::new, Ec2Rules::modify);
    on("RunInstances", Ec2Instances::new, Ec2Instances::run);
    on("DescribeInstances", Ec2Instances::new, Ec2Instances::describe);
    on("StartInstances", Ec2Instances::new, Ec2Instances::start);
    on("StopInstances", Ec2Instances::new, Ec2Instances::stop);
    on("TerminateInstances", Ec2Instances::new, Ec2Instances::terminate);
    on("DescribeInstanceStatus", Ec2Instances::new, Ec2Instances::statuses);
    on("AttachVolume", Ec2Attachments::new, Ec2Attachments::attachVolume);
    on("DetachVolume", Ec2Attachments::new, Ec2Attachments::detachVolume);
    on("AttachNetworkInterface", Ec2Attachments::new, Ec2Attachments::attachInterface);
    on("DetachNetworkInterface", Ec2Attachments::new, Ec2Attachments::detachInterface);
    on("DescribeTags", Ec2Tags::new, Ec2Tags::describe);
    on("DescribeInstanceCreditSpecifications", Ec2Attributes::new, Ec2Attributes::ofCredits);
    on("DescribeInstanceAttribute", Ec2Attributes::new, Ec2Attributes::ofInstance);
    on("ModifyInstanceAttribute", Ec2Attributes::new, Ec2Attributes::modifyInstance);
  }

  private void networks() {
    on("CreateVpc", Ec2Vpcs::new, Ec2Vpcs::create);
    on("CreateDefaultVpc", Ec2Vpcs::new, Ec2Vpcs::createDefault);
    on("DeleteVpc", Ec2Vpcs::new, Ec2Vpcs::delete);
    on("DescribeVpcAttribute", Ec2Attributes::new, Ec2Attributes::ofVpc);
    on("CreateSubnet", Ec2Subnets::new, Ec2Subnets::create);
    on("DeleteSubnet", Ec2Subnets::new, Ec2Subnets::delete);
    on("ModifySubnetAttribute", Ec2Attributes::new, Ec2Attributes::modifySubnet);
    on("CreateRouteTable", Ec2Routes::new, Ec2Routes::createTable);
    on("DeleteRouteTable", Ec2Routes::new, Ec2Routes::deleteTable);
    on("AssociateRouteTable", Ec2Routes::new, Ec2Routes::associate);
    on("ReplaceRouteTableAssociation", Ec2Routes::new, Ec2Routes::replaceAssociation);
    on("DisassociateRouteTable", Ec2Routes::new, Ec2Routes::disassociate);
    on("CreateRoute", Ec2Routes::new, Ec2Routes::create);
    on("ReplaceRoute", Ec2Routes::new, Ec2Routes::replace);
    on("DeleteRoute", Ec2Routes::new, Ec2Routes::delete);
    on("AttachInternetGateway", Ec2Gateways::new, Ec2Gateways::attach);
    on("DetachInternetGateway", Ec2Gateways::new, Ec2Gateways::detach);
    on("DeleteInternetGateway", Ec2Gateways::new, Ec2Gateways::delete);
  }

  private void accessListsAndAddresses() {
    on("CreateNetworkAcl", Ec2Acls::new, Ec2Acls::create);
    on("CreateNetworkAclEntry", Ec2Acls::new, Ec2Acls::createEntry);
    on("ReplaceNetworkAclEntry", Ec2Acls::new, Ec2Acls::replaceEntry);
    on("DeleteNetworkAclEntry", Ec2Acls::new, Ec2Acls::deleteEntry);
    on("ReplaceNetworkAclAssociation", Ec2Acls::new, Ec2Acls::replaceAssociation);
    on("AllocateAddress", Ec2Addresses::new, Ec2Addresses::allocate);
    on("AssociateAddress", Ec2Addresses::new, Ec2Addresses::associate);
    on("DisassociateAddress", Ec2Addresses::new, Ec2Addresses::disassociate);
    on("ReleaseAddress", Ec2Addresses::new, Ec2Addresses::release);
  }

  private <T> void on(
      String operation, Function<Ec2View, T> theme, Function<T, Map<String, Object>> method) {
    operations.put(operation, scene -> method.apply(theme.apply(new Ec2View(scene))));
  }

  @Override
  public Map<String, Answer> operations() {
    return operations;
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
