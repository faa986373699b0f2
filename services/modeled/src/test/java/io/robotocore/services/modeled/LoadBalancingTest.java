package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Load balancers, Auto Scaling and private hosted zones as their users see them. */
@AwsEmulator
final class LoadBalancingTest {

  private final Emulator emulator;

  LoadBalancingTest(Emulator emulator) {
    this.emulator = emulator;
  }

  private static Map<String, Object> answer(String code) {
    return Map.of("Type", "fixed-response", "FixedResponseConfig", Map.of("StatusCode", code));
  }

  @Test
  void listener_hasItsDefaultRuleFromTheBeginning() {
    Catalogue balancers = new Catalogue(emulator, "elbv2");
    Object balancer =
        balancers
            .only("CreateLoadBalancer", Map.of("Name", "b"), "LoadBalancers")
            .get("LoadBalancerArn");
    Object listener =
        balancers
            .only(
                "CreateListener",
                Map.of(
                    "LoadBalancerArn",
                    balancer,
                    "Port",
                    80,
                    "Protocol",
                    "HTTP",
                    "DefaultActions",
                    List.of(answer("404"))),
                "Listeners")
            .get("ListenerArn");
    Map<String, Object> named = Map.of("ListenerArn", listener);
    Map<String, Object> rule = balancers.only("DescribeRules", named, "Rules");
    assertThat(rule)
        .containsEntry("Priority", "default")
        .containsEntry("IsDefault", true)
        .containsEntry("Actions", List.of(answer("404")));
    balancers.ok(
        "ModifyListener",
        Map.of("ListenerArn", listener, "DefaultActions", List.of(answer("503"))));
    assertThat(balancers.only("DescribeRules", named, "Rules"))
        .containsEntry("Actions", List.of(answer("503")));
    assertThat(balancers.error("DeleteRule", Map.of("RuleArn", rule.get("RuleArn"))))
        .isEqualTo("OperationNotPermitted");
    assertThat(balancers.ok("DescribeCapacityReservation", Map.of("LoadBalancerArn", balancer)))
        .doesNotContainKey("MinimumLoadBalancerCapacity");
  }

  @Test
  void metricsOfAGroup_areEnabledAndDisabled() {
    Catalogue scaling = new Catalogue(emulator, "autoscaling");
    Map<String, Object> named = Map.of("AutoScalingGroupName", "group");
    scaling.ok(
        "CreateAutoScalingGroup",
        Map.of("AutoScalingGroupName", "group", "MinSize", 0, "MaxSize", 1));
    Map<String, Object> metrics =
        Map.of(
            "AutoScalingGroupName",
            "group",
            "Metrics",
            List.of("GroupMinSize"),
            "Granularity",
            "1Minute");
    scaling.ok("EnableMetricsCollection", metrics);
    Map<String, Object> all = Map.of("AutoScalingGroupNames", List.of("group"));
    assertThat(scaling.only("DescribeAutoScalingGroups", all, "AutoScalingGroups"))
        .containsEntry(
            "EnabledMetrics", List.of(Map.of("Metric", "GroupMinSize", "Granularity", "1Minute")));
    scaling.ok(
        "DisableMetricsCollection",
        Map.of("AutoScalingGroupName", "group", "Metrics", List.of("GroupMinSize")));
    assertThat(scaling.only("DescribeAutoScalingGroups", all, "AutoScalingGroups"))
        .containsEntry("EnabledMetrics", List.of());
    scaling.ok("DeleteAutoScalingGroup", named);
  }

  private static Map<String, Object> vpc(String id) {
    return Map.of("VPCRegion", "us-east-1", "VPCId", id);
  }

  @Test
  void privateZone_isSeenByTheVpcsThatAreAssociated() {
    Catalogue zones = new Catalogue(emulator, "route53");
    Object id =
        zones
            .structure(
                "CreateHostedZone",
                Map.of("Name", "corp.internal", "CallerReference", "1", "VPC", vpc("vpc-1")),
                "HostedZone")
            .get("Id");
    Map<String, Object> second = Map.of("HostedZoneId", id, "VPC", vpc("vpc-2"));
    zones.ok("CreateVPCAssociationAuthorization", second);
    assertThat(zones.ok("ListVPCAssociationAuthorizations", Map.of("HostedZoneId", id)))
        .containsEntry("VPCs", List.of(vpc("vpc-2")));
    zones.ok("AssociateVPCWithHostedZone", second);
    assertThat(zones.ok("GetHostedZone", Map.of("Id", id)))
        .containsEntry("VPCs", List.of(vpc("vpc-1"), vpc("vpc-2")));
    assertThat(
            zones.only(
                "ListHostedZonesByVPC",
                Map.of("VPCId", "vpc-2", "VPCRegion", "us-east-1"),
                "HostedZoneSummaries"))
        .containsEntry("Name", "corp.internal.");
    zones.ok("DisassociateVPCFromHostedZone", second);
    assertThat(zones.error("DisassociateVPCFromHostedZone", second))
        .isEqualTo("VPCAssociationNotFound");
    assertThat(
            zones.error(
                "DisassociateVPCFromHostedZone", Map.of("HostedZoneId", id, "VPC", vpc("vpc-1"))))
        .isEqualTo("LastVPCAssociation");
  }

  @Test
  void zone_hasTheServersOfItsDelegationSet() {
    Catalogue zones = new Catalogue(emulator, "route53");
    Map<String, Object> set =
        zones.structure(
            "CreateReusableDelegationSet", Map.of("CallerReference", "d"), "DelegationSet");
    String bare = String.valueOf(set.get("Id")).replace("/delegationset/", "");
    Map<String, Object> shown =
        zones.structure(
            "CreateHostedZone",
            Map.of("Name", "example.org", "CallerReference", "2", "DelegationSetId", bare),
            "DelegationSet");
    assertThat(shown).isEqualTo(Map.of("Id", set.get("Id"), "NameServers", set.get("NameServers")));
  }
}
