package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Network Firewall, Network Manager and Greengrass as their users see them. */
@AwsEmulator
final class PrivateNetworksTest {

  private static final String ACCOUNT = ":us-east-1:111111111111:";

  private final Emulator emulator;

  PrivateNetworksTest(Emulator emulator) {
    this.emulator = emulator;
  }

  @Test
  void firewall_holdsItsPolicy_andGetsMoreSubnets() {
    Catalogue firewalls = new Catalogue(emulator, "network-firewall");
    Map<String, Object> policy =
        Map.of(
            "FirewallPolicyName",
            "policy",
            "FirewallPolicy",
            Map.of(
                "StatelessDefaultActions",
                List.of("aws:pass"),
                "StatelessFragmentDefaultActions",
                List.of("aws:pass")));
    Map<String, Object> named = Map.of("FirewallPolicyName", "policy");
    Object arn =
        firewalls
            .structure("CreateFirewallPolicy", policy, "FirewallPolicyResponse")
            .get("FirewallPolicyArn");
    assertThat(firewalls.error("CreateFirewallPolicy", policy))
        .isEqualTo("InvalidRequestException");
    Map<String, Object> firewall =
        firewalls.ok(
            "CreateFirewall",
            Map.of(
                "FirewallName",
                "wall",
                "FirewallPolicyArn",
                arn,
                "VpcId",
                "vpc-1",
                "SubnetMappings",
                List.of(Map.of("SubnetId", "subnet-1"))));
    assertThat(Catalogue.structure(firewall.get("FirewallStatus")))
        .containsEntry("Status", "READY");
    assertThat(firewalls.error("DeleteFirewallPolicy", named))
        .isEqualTo("InvalidOperationException");
    firewalls.ok(
        "AssociateSubnets",
        Map.of("FirewallName", "wall", "SubnetMappings", List.of(Map.of("SubnetId", "subnet-2"))));
    firewalls.ok(
        "UpdateSubnetChangeProtection",
        Map.of("FirewallName", "wall", "SubnetChangeProtection", true));
    assertThat(firewalls.structure("DescribeFirewall", Map.of("FirewallName", "wall"), "Firewall"))
        .containsEntry(
            "SubnetMappings",
            List.of(Map.of("SubnetId", "subnet-1"), Map.of("SubnetId", "subnet-2")))
        .containsEntry("SubnetChangeProtection", true)
        .containsEntry("DeleteProtection", false);
    assertThat(firewalls.structure("DescribeFirewallPolicy", named, "FirewallPolicyResponse"))
        .containsEntry("NumberOfAssociations", 1);
    firewalls.ok("DeleteFirewall", Map.of("FirewallName", "wall"));
    firewalls.ok("DeleteFirewallPolicy", named);
    assertThat(firewalls.error("DescribeFirewallPolicy", named))
        .isEqualTo("ResourceNotFoundException");
  }

  @Test
  void rulesOfAGroup_areToldAsAString() {
    Catalogue firewalls = new Catalogue(emulator, "network-firewall");
    String rules = "pass tcp any any -> any any (sid:1;)";
    Map<String, Object> created =
        firewalls.structure(
            "CreateRuleGroup",
            Map.of("RuleGroupName", "rules", "Type", "STATEFUL", "Capacity", 10, "Rules", rules),
            "RuleGroupResponse");
    assertThat(created)
        .containsEntry(
            "RuleGroupArn", "arn:aws:network-firewall" + ACCOUNT + "stateful-rulegroup/rules");
    assertThat(
            firewalls.structure("DescribeRuleGroup", Map.of("RuleGroupName", "rules"), "RuleGroup"))
        .isEqualTo(Map.of("RulesSource", Map.of("RulesString", rules)));
  }

  @Test
  void globalNetwork_isHeldByItsSites_andListsItsAttachments() {
    Catalogue manager = new Catalogue(emulator, "networkmanager");
    Map<String, Object> network =
        manager.structure("CreateGlobalNetwork", Map.of(), "GlobalNetwork");
    Object id = network.get("GlobalNetworkId");
    assertThat(network.get("GlobalNetworkArn"))
        .isEqualTo("arn:aws:networkmanager::111111111111:global-network/" + id);
    Map<String, Object> named = Map.of("GlobalNetworkId", id);
    Object site = manager.structure("CreateSite", named, "Site").get("SiteId");
    assertThat(site).asString().matches("site-[0-9a-f]{17}");
    assertThat(manager.error("DeleteGlobalNetwork", named)).isEqualTo("ConflictException");
    Object core = manager.structure("CreateCoreNetwork", named, "CoreNetwork").get("CoreNetworkId");
    manager.ok(
        "CreateVpcAttachment",
        Map.of(
            "CoreNetworkId",
            core,
            "VpcArn",
            "arn:aws:ec2" + ACCOUNT + "vpc/vpc-12345678",
            "SubnetArns",
            List.of("arn:aws:ec2" + ACCOUNT + "subnet/subnet-12345678")));
    Map<String, Object> attachment = manager.only("ListAttachments", Map.of(), "Attachments");
    assertThat(attachment)
        .containsEntry("AttachmentType", "VPC")
        .containsEntry("ResourceArn", "arn:aws:ec2" + ACCOUNT + "vpc/vpc-12345678");
    manager.ok("DeleteAttachment", Map.of("AttachmentId", attachment.get("AttachmentId")));
    manager.ok("DeleteCoreNetwork", Map.of("CoreNetworkId", core));
    manager.ok("DeleteSite", Map.of("GlobalNetworkId", id, "SiteId", site));
    manager.ok("DeleteGlobalNetwork", named);
  }

  @Test
  void greengrassVersion_isOfItsDefinition_andADeploymentOfNothingSucceeds() {
    Catalogue greengrass = new Catalogue(emulator, "greengrass");
    Object group = greengrass.ok("CreateGroup", Map.of("Name", "group")).get("Id");
    Object definition = greengrass.ok("CreateCoreDefinition", Map.of("Name", "c")).get("Id");
    Map<String, Object> version =
        greengrass.ok("CreateCoreDefinitionVersion", Map.of("CoreDefinitionId", definition));
    assertThat(version)
        .containsEntry("Id", definition)
        .containsEntry(
            "Arn",
            "arn:aws:greengrass"
                + ACCOUNT
                + "/greengrass/definition/cores/"
                + definition
                + "/versions/"
                + version.get("Version"));
    Object deployment =
        greengrass
            .ok("CreateDeployment", Map.of("GroupId", group, "DeploymentType", "NewDeployment"))
            .get("DeploymentId");
    assertThat(
            greengrass.ok(
                "GetDeploymentStatus", Map.of("GroupId", group, "DeploymentId", deployment)))
        .containsEntry("DeploymentStatus", "Success");
    Map<String, Object> named = Map.of("GroupId", group);
    greengrass.ok("AssociateRoleToGroup", Map.of("GroupId", group, "RoleArn", "role"));
    assertThat(greengrass.ok("GetAssociatedRole", named)).containsEntry("RoleArn", "role");
    greengrass.ok("DisassociateRoleFromGroup", named);
    assertThat(greengrass.call("GetAssociatedRole", named).ok()).isFalse();
  }
}
