package io.robotocore.services.modeled;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Connections of two VPCs, which the owner of the second one accepts.
 *
 * @param view the call's view of EC2
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html">VPC peering
 *     connection lifecycle</a>
 */
record Ec2Peerings(Ec2View view) {

  private static final String NOUN = "VpcPeeringConnection";
  private static final String REQUESTER = "requestervpcinfo";
  private static final String ACCEPTER = "acceptervpcinfo";
  private static final Map<String, Object> CLOSED =
      Map.of(
          "AllowDnsResolutionFromRemoteVpc", false,
          "AllowEgressFromLocalClassicLinkToRemoteVpc", false,
          "AllowEgressFromLocalVpcToRemoteClassicLink", false);

  Map<String, Object> create() {
    Entity requester = view.need("Vpc", view.input("VpcId"));
    String owner = given("PeerOwnerId", view.account());
    String region = given("PeerRegion", view.region());
    boolean own = owner.equals(view.account()) && region.equals(view.region());
    Map<String, Object> accepter =
        own
            ? info(view.need("Vpc", view.input("PeerVpcId")))
            : new LinkedHashMap<>(Map.of("VpcId", view.input("PeerVpcId")));
    accepter.put("OwnerId", owner);
    accepter.put("Region", region);
    accepter.put("PeeringOptions", CLOSED);
    Entity connection =
        view.change(
            view.create(NOUN),
            Map.of(
                REQUESTER,
                info(requester),
                ACCEPTER,
                accepter,
                "status",
                status("pending-acceptance", "Pending Acceptance by " + owner)));
    Map<String, Object> answer = new LinkedHashMap<>(view.shown(NOUN, connection));
    return answer;
  }

  private static Map<String, Object> status(String code, String message) {
    return Map.of("Code", code, "Message", message);
  }

  private String given(String member, String usual) {
    return view.input(member).isEmpty() ? usual : view.input(member);
  }

  private Map<String, Object> info(Entity vpc) {
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("CidrBlock", Structures.text(vpc, "cidrblock"));
    info.put(
        "CidrBlockSet",
        Ec2View.structures(vpc, "cidrblockassociationset").stream()
            .map(one -> Map.of("CidrBlock", Structures.text(one, "CidrBlock")))
            .toList());
    info.put("OwnerId", view.account());
    info.put("VpcId", vpc.key().id());
    info.put("Region", view.region());
    info.put("PeeringOptions", CLOSED);
    return info;
  }

  Map<String, Object> accept() {
    return answered("active", "Active");
  }

  Map<String, Object> reject() {
    answered("rejected", "Rejected by " + view.account());
    return view.done();
  }

  private Map<String, Object> answered(String code, String message) {
    Entity connection = connection();
    Map<?, ?> status =
        connection.attribute("status").orElse(Map.of()) instanceof Map<?, ?> map ? map : Map.of();
    String before = Structures.text(status, "Code");
    if (!before.equals("pending-acceptance") && !before.equals(code)) {
      throw Ec2View.error(
          "InvalidStateTransition",
          "Invalid state transition for %s, attempted to transition from %s to %s"
              .formatted(connection.key().id(), before, code));
    }
    return view.shown(NOUN, view.change(connection, Map.of("status", status(code, message))));
  }

  private Entity connection() {
    return view.need(NOUN, view.input("VpcPeeringConnectionId"));
  }

  Map<String, Object> options() {
    Entity connection = connection();
    Map<String, Object> changes = new LinkedHashMap<>();
    Map<String, Object> answer = new LinkedHashMap<>();
    Map.of(
            "AccepterPeeringConnectionOptions",
            ACCEPTER,
            "RequesterPeeringConnectionOptions",
            REQUESTER)
        .forEach(
            (member, side) -> {
              if (view.scene().input().get(member) instanceof Map<?, ?> wanted
                  && connection.attribute(side).orElse(Map.of()) instanceof Map<?, ?> info) {
                Map<String, Object> options =
                    merged(
                        info.get("PeeringOptions") instanceof Map<?, ?> before ? before : CLOSED,
                        wanted);
                answer.put(member, options);
                changes.put(side, merged(info, Map.of("PeeringOptions", options)));
              }
            });
    view.change(connection, changes);
    return answer;
  }

  private static Map<String, Object> merged(Map<?, ?> before, Map<?, ?> wanted) {
    Map<String, Object> merged = new LinkedHashMap<>();
    before.forEach((name, value) -> merged.put((String) name, value));
    wanted.forEach((name, value) -> merged.put((String) name, value));
    return merged;
  }
}
