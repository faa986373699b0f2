package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is attached to things of the Internet, and to the units of an organization. */
@AwsEmulator
final class AttachmentTest {

  private static final String DOCUMENT = "{\"Version\":\"2012-10-17\",\"Statement\":[]}";

  private final Catalogue iot;
  private final Catalogue organizations;

  AttachmentTest(Emulator emulator) {
    iot = new Catalogue(emulator, "iot");
    organizations = new Catalogue(emulator, "organizations");
  }

  private String certificate() {
    return (String)
        iot.ok("CreateKeysAndCertificate", Map.of("setAsActive", true)).get("certificateArn");
  }

  @Test
  void thing_hasItsPrincipals_andIsNotDeletedBeforeTheyAreDetached() {
    String certificate = certificate();
    Map<String, Object> lamp = Map.of("thingName", "lamp");
    Map<String, Object> both = Map.of("thingName", "lamp", "principal", certificate);
    assertThat(iot.error("AttachThingPrincipal", both)).isEqualTo("ResourceNotFoundException");
    iot.ok("CreateThing", lamp);
    iot.ok("AttachThingPrincipal", both);
    assertThat(iot.list("ListThingPrincipals", lamp, "principals")).containsExactly(certificate);
    assertThat(iot.list("ListPrincipalThings", Map.of("principal", certificate), "things"))
        .containsExactly("lamp");
    assertThat(iot.error("DeleteThing", lamp)).isEqualTo("InvalidRequestException");
    iot.ok("DetachThingPrincipal", both);
    assertThat(iot.list("ListThingPrincipals", lamp, "principals")).isEmpty();
    iot.ok("DeleteThing", lamp);
  }

  @Test
  void thing_hasTheAttributesOfItsPayload_whichAreMergedOrReplaced() {
    Map<String, Object> sign = Map.of("thingName", "sign");
    iot.ok("CreateThing", payload(Map.of("attributes", Map.of("colour", "red"))));
    iot.ok("UpdateThing", payload(Map.of("attributes", Map.of("size", "2"), "merge", true)));
    assertThat(iot.ok("DescribeThing", sign))
        .containsEntry("attributes", Map.of("colour", "red", "size", "2"))
        .containsEntry("version", 2L);
    iot.ok("UpdateThing", payload(Map.of("attributes", Map.of("size", "3"))));
    assertThat(iot.ok("DescribeThing", sign)).containsEntry("attributes", Map.of("size", "3"));
  }

  private static Map<String, Object> payload(Map<String, Object> payload) {
    return Map.of("thingName", "sign", "attributePayload", payload);
  }

  @Test
  void policy_isOfItsTargets_andIsNotDeletedBeforeItIsDetached() {
    String certificate = certificate();
    Map<String, Object> policy = Map.of("policyName", "publish");
    Map<String, Object> both = Map.of("policyName", "publish", "target", certificate);
    iot.ok("CreatePolicy", Map.of("policyName", "publish", "policyDocument", DOCUMENT));
    iot.ok("AttachPolicy", both);
    assertThat(iot.list("ListTargetsForPolicy", policy, "targets")).containsExactly(certificate);
    assertThat(iot.only("ListAttachedPolicies", Map.of("target", certificate), "policies"))
        .containsEntry("policyArn", "arn:aws:iot:us-east-1:111111111111:policy/publish");
    assertThat(iot.error("DeletePolicy", policy)).isEqualTo("DeleteConflictException");
    iot.ok("DetachPolicy", both);
    iot.ok("DeletePolicy", policy);
  }

  @Test
  void group_hasTheThingsThatWereAdded_untilTheyAreRemoved() {
    Map<String, Object> group = Map.of("thingGroupName", "lamps");
    Map<String, Object> both = Map.of("thingGroupName", "lamps", "thingName", "candle");
    iot.ok("CreateThingGroup", group);
    iot.ok("CreateThing", Map.of("thingName", "candle"));
    iot.ok("AddThingToThingGroup", both);
    assertThat(iot.list("ListThingsInThingGroup", group, "things")).containsExactly("candle");
    assertThat(iot.only("ListThingGroupsForThing", Map.of("thingName", "candle"), "thingGroups"))
        .containsEntry("groupName", "lamps");
    iot.ok("RemoveThingFromThingGroup", both);
    assertThat(iot.list("ListThingsInThingGroup", group, "things")).isEmpty();
  }

  @Test
  void unit_isBelowTheRoot_andHasThePoliciesThatAreAttached() {
    organizations.ok("CreateOrganization", Map.of("FeatureSet", "ALL"));
    Object root = organizations.only("ListRoots", Map.of(), "Roots").get("Id");
    Object unit = id("CreateOrganizationalUnit", Map.of("Name", "dev", "ParentId", root));
    assertThat(organizations.only("ListParents", Map.of("ChildId", unit), "Parents"))
        .isEqualTo(Map.of("Id", root, "Type", "ROOT"));
    Map<String, Object> below = Map.of("ParentId", root);
    assertThat(organizations.only("ListOrganizationalUnitsForParent", below, "OrganizationalUnits"))
        .containsEntry("Name", "dev");
    Map<String, Object> inUnit = Map.of("ParentId", unit);
    assertThat(
            organizations.list("ListOrganizationalUnitsForParent", inUnit, "OrganizationalUnits"))
        .isEmpty();
    Object policy = policy();
    organizations.ok("AttachPolicy", Map.of("PolicyId", policy, "TargetId", unit));
    assertThat(organizations.only("ListTargetsForPolicy", Map.of("PolicyId", policy), "Targets"))
        .containsEntry("TargetId", unit)
        .containsEntry("Type", "ORGANIZATIONAL_UNIT");
    Map<String, Object> ofUnit = Map.of("TargetId", unit, "Filter", "SERVICE_CONTROL_POLICY");
    assertThat(organizations.only("ListPoliciesForTarget", ofUnit, "Policies"))
        .containsEntry("Name", "deny");
    organizations.ok("DetachPolicy", Map.of("PolicyId", policy, "TargetId", unit));
    assertThat(organizations.list("ListPoliciesForTarget", ofUnit, "Policies")).isEmpty();
  }

  private Object id(String operation, Map<String, Object> input) {
    Map<String, Object> unit = organizations.structure(operation, input, "OrganizationalUnit");
    return java.util.Objects.requireNonNull(unit.get("Id"));
  }

  private Object policy() {
    Map<String, Object> policy =
        organizations.structure(
            "CreatePolicy",
            Map.of(
                "Name",
                "deny",
                "Description",
                "d",
                "Content",
                DOCUMENT,
                "Type",
                "SERVICE_CONTROL_POLICY"),
            "Policy");
    Object id =
        List.copyOf(Catalogue.structure(policy.get("PolicySummary")).entrySet()).stream()
            .filter(member -> member.getKey().equals("Id"))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow();
    return id;
  }
}
