package io.robotocore.services.modeled;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The VPCs that see private hosted zones, and those that their owners are allowed to let see them.
 *
 * @param view the call's view of Route 53
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_AssociateVPCWithHostedZone.html">
 *     AssociateVPCWithHostedZone</a>
 */
record Route53Vpcs(Route53View view) {

  private static final String ZONE = "HostedZoneId";
  private static final String VPCS = "vpcs";
  private static final String ALLOWED = "authorizedvpcs";

  Map<String, Object> associate() {
    Entity zone = view.zone(ZONE);
    List<Map<?, ?>> vpcs = vpcs(zone, VPCS);
    if (vpcs.isEmpty()) {
      throw Route53View.error(
          "PublicZoneVPCAssociation",
          "You're trying to associate a VPC with a public hosted zone. Amazon Route 53 doesn't"
              + " support associating a VPC with a public hosted zone.");
    }
    if (vpcs.stream().noneMatch(this::isMeant)) {
      add(zone, VPCS);
    }
    return changed();
  }

  private Map<String, Object> changed() {
    return Map.of("ChangeInfo", view.submitted(view.input("Comment")));
  }

  private static List<Map<?, ?>> vpcs(Entity zone, String attribute) {
    return Ec2View.structures(zone, attribute);
  }

  private Map<?, ?> vpc() {
    return view.scene().input().get("VPC") instanceof Map<?, ?> vpc ? vpc : Map.of();
  }

  private boolean isMeant(Map<?, ?> vpc) {
    return Structures.text(vpc, "VPCId").equals(Structures.text(vpc(), "VPCId"));
  }

  private void add(Entity zone, String attribute) {
    List<Object> more = new ArrayList<>(vpcs(zone, attribute));
    more.removeIf(vpc -> isMeant((Map<?, ?>) vpc));
    more.add(vpc());
    view.change(zone, Map.of(attribute, more));
  }

  Map<String, Object> disassociate() {
    Entity zone = view.zone(ZONE);
    remove(
        zone,
        VPCS,
        "VPCAssociationNotFound",
        "The specified VPC and hosted zone are not currently associated.");
    return changed();
  }

  private void remove(Entity zone, String attribute, String missing, String message) {
    List<Map<?, ?>> vpcs = vpcs(zone, attribute);
    List<Map<?, ?>> rest = vpcs.stream().filter(vpc -> !isMeant(vpc)).toList();
    if (rest.size() == vpcs.size()) {
      throw Route53View.error(missing, message);
    }
    if (rest.isEmpty() && attribute.equals(VPCS)) {
      throw Route53View.error(
          "LastVPCAssociation",
          "The VPC that you're trying to disassociate from the private hosted zone is the last VPC"
              + " that is associated with the hosted zone.");
    }
    view.change(zone, Map.of(attribute, rest));
  }

  Map<String, Object> authorize() {
    Entity zone = view.zone(ZONE);
    add(zone, ALLOWED);
    return Map.of(ZONE, Route53View.bare(zone.key().id()), "VPC", vpc());
  }

  Map<String, Object> authorized() {
    Entity zone = view.zone(ZONE);
    return Map.of(ZONE, Route53View.bare(zone.key().id()), "VPCs", vpcs(zone, ALLOWED));
  }

  Map<String, Object> unauthorize() {
    remove(
        view.zone(ZONE),
        ALLOWED,
        "VPCAssociationAuthorizationNotFound",
        "The VPC that you specified is not authorized to be associated with the hosted zone.");
    return Map.of();
  }

  /** The private zones that a VPC sees. */
  Map<String, Object> zones() {
    String id = view.input("VPCId");
    List<Object> summaries = new ArrayList<>();
    view.zones()
        .filter(
            zone ->
                vpcs(zone, VPCS).stream().anyMatch(vpc -> Structures.text(vpc, "VPCId").equals(id)))
        .forEach(
            zone ->
                summaries.add(
                    Map.of(
                        ZONE,
                        Route53View.bare(zone.key().id()),
                        "Name",
                        String.valueOf(zone.attributes().get("name")),
                        "Owner",
                        Map.of("OwningAccount", view.scene().call().account()))));
    int limit = view.limit(100);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("HostedZoneSummaries", summaries.subList(0, Math.min(limit, summaries.size())));
    answer.put("MaxItems", Integer.toString(limit));
    return answer;
  }
}
