package io.robotocore.services.modeled;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * NAT gateways, which have a network interface in their subnet and keep an Elastic IP address.
 *
 * @param view the call's view of EC2
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html">NAT
 *     gateways</a>
 */
record Ec2NatGateways(Ec2View view) {

  private static final String NOUN = "NatGateway";

  Map<String, Object> create() {
    Entity subnet = view.need("Subnet", view.input("SubnetId"));
    boolean hidden = view.input("ConnectivityType").equals("private");
    if (!hidden && view.input("AllocationId").isEmpty()) {
      throw Ec2View.missing("AllocationId");
    }
    if (!hidden) {
      free(view.need("Address", view.input("AllocationId")));
    }
    Entity gateway = view.create(NOUN);
    Entity eni = networkInterface(gateway, subnet);
    Map<String, Object> address = new LinkedHashMap<>();
    address.put("NetworkInterfaceId", eni.key().id());
    address.put("PrivateIp", Structures.text(eni, "privateipaddress"));
    address.put("IsPrimary", true);
    address.put("Status", "succeeded");
    if (!hidden) {
      address.putAll(associated(view.need("Address", view.input("AllocationId")), eni));
    }
    return view.shown(
        NOUN,
        view.change(
            gateway,
            Map.of(
                "vpcid", Structures.text(subnet, "vpcid"),
                "connectivitytype", hidden ? "private" : "public",
                "natgatewayaddresses", List.of(address))));
  }

  private Entity networkInterface(Entity gateway, Entity subnet) {
    return new Ec2Interfaces(view)
        .make(
            subnet,
            Map.of(
                "interfacetype",
                "nat_gateway",
                "requestermanaged",
                true,
                "status",
                "in-use",
                "natgatewayid",
                gateway.key().id(),
                "description",
                "Interface for NAT Gateway " + gateway.key().id()));
  }

  private static void free(Entity address) {
    if (address.attribute("associationid").isPresent()) {
      throw Ec2View.error(
          "Resource.AlreadyAssociated",
          "Elastic IP address [%s] is already associated".formatted(address.key().id()));
    }
  }

  private Map<String, Object> associated(Entity address, Entity eni) {
    String association = new Ec2Addresses(view).associate(address, eni, "");
    return Map.of(
        "AllocationId", address.key().id(),
        "PublicIp", Structures.text(address, "publicip"),
        "AssociationId", association);
  }

  Map<String, Object> delete() {
    Entity gateway = view.need(NOUN, view.input("NatGatewayId"));
    for (Map<?, ?> address : Ec2View.structures(gateway, "natgatewayaddresses")) {
      view.find("NetworkInterface", Structures.text(address, "NetworkInterfaceId"))
          .ifPresent(view::remove);
      view.find("Address", Structures.text(address, "AllocationId"))
          .ifPresent(new Ec2Addresses(view)::disassociate);
    }
    new Transit(view.scene()).removed(view.resource(NOUN), gateway);
    return Map.of("NatGatewayId", gateway.key().id());
  }
}
