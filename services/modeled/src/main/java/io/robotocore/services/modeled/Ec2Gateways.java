package io.robotocore.services.modeled;

import java.util.List;
import java.util.Map;

/**
 * Internet gateways, and the VPCs that they are attached to.
 *
 * @param view the call's view of EC2
 */
record Ec2Gateways(Ec2View view) {

  static Map<String, Object> attachment(String vpc) {
    return Map.of("State", "available", "VpcId", vpc);
  }

  static boolean isAttached(Entity gateway, String vpc) {
    return Ec2View.structures(gateway, "attachments").stream()
        .anyMatch(attachment -> Structures.text(attachment, "VpcId").equals(vpc));
  }

  Map<String, Object> attach() {
    Entity gateway = gateway();
    Entity vpc = view.need("Vpc", view.input("VpcId"));
    List<Map<?, ?>> attachments = Ec2View.structures(gateway, "attachments");
    if (!attachments.isEmpty()) {
      throw Ec2View.error(
          "Resource.AlreadyAssociated",
          "resource %s is already attached to network %s"
              .formatted(gateway.key().id(), Structures.text(attachments.get(0), "VpcId")));
    }
    view.change(gateway, Map.of("attachments", List.of(attachment(vpc.key().id()))));
    return view.done();
  }

  Map<String, Object> detach() {
    Entity gateway = gateway();
    String vpc = view.need("Vpc", view.input("VpcId")).key().id();
    if (!isAttached(gateway, vpc)) {
      throw Ec2View.error(
          "Gateway.NotAttached",
          "resource %s is not attached to network %s".formatted(gateway.key().id(), vpc));
    }
    view.change(gateway, Map.of("attachments", List.of()));
    return view.done();
  }

  Map<String, Object> delete() {
    Entity gateway = gateway();
    if (!Ec2View.structures(gateway, "attachments").isEmpty()) {
      throw Ec2View.hasDependencies("internetGateway", gateway);
    }
    view.remove(gateway);
    return view.done();
  }

  Map<String, Object> attachVpn() {
    Entity gateway = vpnGateway();
    Map<String, Object> attachment =
        Map.of("VpcId", view.need("Vpc", view.input("VpcId")).key().id(), "State", "attached");
    view.change(gateway, Map.of("vpcattachments", List.of(attachment)));
    return Map.of("VpcAttachment", attachment);
  }

  Map<String, Object> detachVpn() {
    Entity gateway = vpnGateway();
    String vpc = view.input("VpcId");
    boolean attached =
        Ec2View.structures(gateway, "vpcattachments").stream()
            .anyMatch(
                attachment ->
                    Structures.text(attachment, "VpcId").equals(vpc)
                        && Structures.text(attachment, "State").equals("attached"));
    if (!attached) {
      throw Ec2View.error(
          "InvalidVpnGatewayAttachment.NotFound",
          "The attachment with vpn gateway ID '%s' and vpc ID '%s' does not exist"
              .formatted(gateway.key().id(), vpc));
    }
    view.change(
        gateway, Map.of("vpcattachments", List.of(Map.of("VpcId", vpc, "State", "detached"))));
    return view.done();
  }

  private Entity vpnGateway() {
    return view.need("VpnGateway", view.input("VpnGatewayId"));
  }

  private Entity gateway() {
    return view.need("InternetGateway", view.input("InternetGatewayId"));
  }
}
