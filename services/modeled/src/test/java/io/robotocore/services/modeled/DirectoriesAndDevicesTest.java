package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What blueprints say of directories, of ledgers and keys in hardware, of portals and devices. */
@AwsEmulator
final class DirectoriesAndDevicesTest {

  @Test
  void schema_isDevelopedAndPublished_beforeADirectoryHasIt(Emulator emulator) {
    Catalogue directories = new Catalogue(emulator, "clouddirectory");
    String arns = "arn:aws:clouddirectory:us-east-1:111111111111:";
    Object schema = directories.ok("CreateSchema", Map.of("Name", "people")).get("SchemaArn");
    assertThat(schema).isEqualTo(arns + "schema/development/people");
    Map<String, Object> version = Map.of("DevelopmentSchemaArn", schema, "Version", "1");
    Object published = directories.ok("PublishSchema", version).get("PublishedSchemaArn");
    assertThat(published).isEqualTo(arns + "schema/published/people/1");
    assertThat(directories.error("PublishSchema", version))
        .isEqualTo("SchemaAlreadyPublishedException");
    assertThat(directories.list("ListPublishedSchemaArns", Map.of(), "SchemaArns"))
        .containsExactly(published);
    Map<String, Object> directory =
        Map.of(
            "DirectoryArn",
            directories
                .ok("CreateDirectory", Map.of("Name", "dir", "SchemaArn", published))
                .get("DirectoryArn"));
    directories.ok("DisableDirectory", directory);
    assertThat(directories.structure("GetDirectory", directory, "Directory"))
        .containsEntry("State", "DISABLED");
    directories.ok("DeleteDirectory", directory);
    assertThat(directories.structure("GetDirectory", directory, "Directory"))
        .containsEntry("State", "DELETED");
    assertThat(directories.list("ListDirectories", Map.of(), "Directories")).isEmpty();
  }

  @Test
  void hsm_isToldOfByItsCluster_whichStaysWhileItHasOne(Emulator emulator) {
    Catalogue hsms = new Catalogue(emulator, "cloudhsmv2");
    Map<String, Object> created =
        hsms.structure(
            "CreateCluster",
            Map.of("HsmType", "hsm1.medium", "SubnetIds", List.of("subnet-0123456789abcdef0")),
            "Cluster");
    assertThat(created).containsEntry("State", "CREATE_IN_PROGRESS");
    Object id = created.get("ClusterId");
    Object hsm =
        hsms.structure(
                "CreateHsm", Map.of("ClusterId", id, "AvailabilityZone", "us-east-1a"), "Hsm")
            .get("HsmId");
    Map<String, Object> cluster = hsms.only("DescribeClusters", Map.of(), "Clusters");
    assertThat(cluster).containsEntry("State", "UNINITIALIZED");
    assertThat(cluster.get("Hsms")).asString().contains("HsmId=" + hsm);
    assertThat(hsms.error("DeleteCluster", Map.of("ClusterId", id)))
        .isEqualTo("CloudHsmInvalidRequestException");
    hsms.ok("InitializeCluster", Map.of("ClusterId", id, "SignedCert", "c", "TrustAnchor", "a"));
    assertThat(hsms.only("DescribeClusters", Map.of(), "Clusters"))
        .containsEntry("State", "INITIALIZED");
    hsms.ok("DeleteHsm", Map.of("ClusterId", id, "HsmId", hsm));
    hsms.ok("DeleteCluster", Map.of("ClusterId", id));
    assertThat(hsms.list("DescribeClusters", Map.of(), "Clusters")).isEmpty();
  }

  @Test
  void blockchainAccessor_hasATokenOfItsOwn(Emulator emulator) {
    Catalogue chains = new Catalogue(emulator, "managedblockchain");
    Map<String, Object> created =
        chains.ok(
            "CreateAccessor",
            Map.of("ClientRequestToken", "token", "AccessorType", "BILLING_TOKEN"));
    assertThat((String) created.get("BillingToken")).hasSize(42);
    Map<String, Object> named = Map.of("AccessorId", created.get("AccessorId"));
    assertThat(chains.structure("GetAccessor", named, "Accessor"))
        .containsEntry("Status", "AVAILABLE")
        .containsEntry("Type", "BILLING_TOKEN")
        .containsEntry(
            "Arn",
            "arn:aws:managedblockchain:us-east-1:111111111111:accessors/"
                + created.get("AccessorId"));
  }

  @Test
  void vote_isToldOfByItsProposal(Emulator emulator) {
    Catalogue chains = new Catalogue(emulator, "managedblockchain");
    Map<String, Object> member =
        Map.of("Name", "m", "FrameworkConfiguration", Map.of("Fabric", fabric()));
    Object network =
        chains
            .ok(
                "CreateNetwork",
                Map.of(
                    "ClientRequestToken",
                    "t",
                    "Name",
                    "net",
                    "Framework",
                    "HYPERLEDGER_FABRIC",
                    "FrameworkVersion",
                    "1.4",
                    "VotingPolicy",
                    Map.of(),
                    "MemberConfiguration",
                    member))
            .get("NetworkId");
    Object voter =
        chains
            .ok(
                "CreateMember",
                Map.of(
                    "ClientRequestToken",
                    "t",
                    "NetworkId",
                    network,
                    "InvitationId",
                    "in-1",
                    "MemberConfiguration",
                    member))
            .get("MemberId");
    Object proposal =
        chains
            .ok(
                "CreateProposal",
                Map.of(
                    "ClientRequestToken",
                    "t",
                    "NetworkId",
                    network,
                    "MemberId",
                    voter,
                    "Actions",
                    Map.of()))
            .get("ProposalId");
    Map<String, Object> named = Map.of("NetworkId", network, "ProposalId", proposal);
    Map<String, Object> vote = new java.util.HashMap<>(named);
    vote.put("VoterMemberId", voter);
    vote.put("Vote", "YES");
    chains.ok("VoteOnProposal", vote);
    assertThat(chains.only("ListProposalVotes", named, "ProposalVotes"))
        .containsEntry("MemberId", voter)
        .containsEntry("Vote", "YES");
  }

  private static Map<String, Object> fabric() {
    return Map.of("AdminUsername", "admin", "AdminPassword", "Password123");
  }

  @Test
  void portal_isIncomplete_untilItHasANetwork(Emulator emulator) {
    Catalogue portals = new Catalogue(emulator, "workspaces-web");
    Object portal = portals.ok("CreatePortal", Map.of()).get("portalArn");
    Map<String, Object> named = Map.of("portalArn", portal);
    Object network =
        portals
            .ok(
                "CreateNetworkSettings",
                Map.of(
                    "vpcId",
                    "vpc-12345678",
                    "subnetIds",
                    List.of("subnet-12345678", "subnet-87654321"),
                    "securityGroupIds",
                    List.of("sg-12345678")))
            .get("networkSettingsArn");
    assertThat(portals.structure("GetPortal", named, "portal"))
        .containsEntry("portalStatus", "Incomplete");
    portals.ok(
        "AssociateNetworkSettings", Map.of("portalArn", portal, "networkSettingsArn", network));
    assertThat(portals.structure("GetPortal", named, "portal"))
        .containsEntry("portalStatus", "Active")
        .containsEntry("networkSettingsArn", network);
    assertThat(
            portals.structure(
                "GetNetworkSettings", Map.of("networkSettingsArn", network), "networkSettings"))
        .containsEntry("vpcId", "vpc-12345678")
        .containsEntry("associatedPortalArns", List.of(portal));
    portals.ok("DisassociateNetworkSettings", named);
    assertThat(portals.structure("GetPortal", named, "portal"))
        .doesNotContainKey("networkSettingsArn")
        .containsEntry("portalStatus", "Incomplete");
  }

  @Test
  void resiliencyPolicy_isAnsweredWithWhatItAllows(Emulator emulator) {
    Catalogue resilience = new Catalogue(emulator, "resiliencehub");
    Map<String, Object> zone = Map.of("AZ", Map.of("rpoInSecs", 1, "rtoInSecs", 2));
    Map<String, Object> created =
        resilience.structure(
            "CreateResiliencyPolicy",
            Map.of("policyName", "critical", "tier", "Critical", "policy", zone),
            "policy");
    assertThat(
            resilience.structure(
                "DescribeResiliencyPolicy",
                Map.of("policyArn", created.get("policyArn")),
                "policy"))
        .containsEntry("policyName", "critical")
        .containsEntry("policy", zone);
    Object app = resilience.structure("CreateApp", Map.of("name", "shop"), "app").get("appArn");
    assertThat(resilience.error("CreateApp", Map.of("name", "shop")))
        .isEqualTo("ConflictException");
    assertThat(
            resilience.structure(
                "StartAppAssessment",
                Map.of("appArn", app, "appVersion", "release", "assessmentName", "first"),
                "assessment"))
        .containsEntry("assessmentStatus", "Failed");
  }

  @Test
  void device_waitsForAnApplianceThatNeverAnswers(Emulator emulator) {
    Catalogue panorama = new Catalogue(emulator, "panorama");
    Map<String, Object> device = panorama.ok("ProvisionDevice", Map.of("Name", "camera"));
    assertThat((String) device.get("DeviceId")).startsWith("device-");
    assertThat(panorama.ok("DescribeDevice", Map.of("DeviceId", device.get("DeviceId"))))
        .containsEntry("ProvisioningStatus", "AWAITING_PROVISIONING")
        .containsEntry("Type", "PANORAMA_APPLIANCE");
  }

  @Test
  void connections_areGone(Emulator emulator) {
    Catalogue connections = new Catalogue(emulator, "apigatewaymanagementapi");
    assertThat(
            connections
                .call(
                    "PostToConnection",
                    Map.of(
                        "ConnectionId",
                        "id",
                        "Data",
                        software.amazon.awssdk.core.SdkBytes.fromUtf8String("x")))
                .status())
        .isEqualTo(410);
  }
}
