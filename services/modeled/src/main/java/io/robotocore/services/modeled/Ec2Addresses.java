package io.robotocore.services.modeled;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Elastic IP addresses.
 *
 * @param view the call's view of EC2
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html">
 *     Elastic IP addresses</a>
 */
record Ec2Addresses(Ec2View view) {

  private static final String NOUN = "Address";
  private static final List<String> OF_ASSOCIATION =
      List.of(
          "associationid",
          "instanceid",
          "networkinterfaceid",
          "networkinterfaceownerid",
          "privateipaddress");

  /** An address of the block that is kept for examples. */
  Map<String, Object> allocate() {
    long count = view.all(NOUN).count();
    String ip = "203.0." + (113 + count / 254) + "." + (1 + count % 254);
    Entity made = view.create(NOUN);
    Entity address =
        view.change(
            made,
            Map.of(
                "publicip",
                ip,
                "domain",
                "vpc",
                "publicipv4pool",
                "amazon",
                "networkbordergroup",
                view.region()));
    return view.shown(NOUN, address);
  }

  Map<String, Object> associate() {
    Entity address = address();
    boolean again = Boolean.TRUE.equals(view.scene().input().get("AllowReassociation"));
    if (address.attribute("associationid").isPresent() && !again) {
      throw Ec2View.error(
          "Resource.AlreadyAssociated",
          "resource %s is already associated with associate-id %s"
              .formatted(address.key().id(), Structures.text(address, "associationid")));
    }
    String instance = view.input("InstanceId");
    Entity eni =
        instance.isEmpty()
            ? view.need("NetworkInterface", view.input("NetworkInterfaceId"))
            : primary(view.need("Instance", instance));
    return Map.of("AssociationId", associate(address, eni, Structures.text(eni, "instanceid")));
  }

  private Entity primary(Entity instance) {
    return view.all("NetworkInterface", "instanceid", instance.key().id())
        .findFirst()
        .orElseThrow(
            () ->
                Ec2View.error(
                    "InvalidInstanceID",
                    "The instance '%s' has no network interface".formatted(instance.key().id())));
  }

  /** The id of the association of an address with a network interface, and so with an instance. */
  String associate(Entity address, Entity eni, String instance) {
    String id = view.newId("eipassoc-");
    Map<String, Object> changes = new LinkedHashMap<>();
    changes.put("associationid", id);
    if (!instance.isEmpty()) {
      changes.put("instanceid", instance);
    }
    changes.put("networkinterfaceid", eni.key().id());
    changes.put("networkinterfaceownerid", view.account());
    changes.put("privateipaddress", Structures.text(eni, "privateipaddress"));
    view.change(address, changes);
    return id;
  }

  Map<String, Object> disassociate() {
    String id = view.input("AssociationId");
    String ip = view.input("PublicIp");
    Entity address =
        view.all(NOUN)
            .filter(
                found ->
                    id.isEmpty()
                        ? Structures.text(found, "publicip").equals(ip)
                        : Structures.text(found, "associationid").equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    Ec2View.error(
                        "InvalidAssociationID.NotFound",
                        "The association ID '" + id + ip + "' does not exist"));
    disassociate(address);
    return view.done();
  }

  /** Frees an address. */
  void disassociate(Entity address) {
    Map<String, Object> attributes = new LinkedHashMap<>(address.attributes());
    attributes.keySet().removeAll(OF_ASSOCIATION);
    view.scene()
        .state()
        .put(new Entity(address.key(), Map.copyOf(attributes), address.tags(), address.life()));
  }

  Map<String, Object> release() {
    Entity address = address();
    if (address.attribute("associationid").isPresent()) {
      throw Ec2View.error(
          "InvalidIPAddress.InUse", "Address " + address.key().id() + " is in use.");
    }
    view.remove(address);
    return view.done();
  }

  private Entity address() {
    String ip = view.input("PublicIp");
    return view.input("AllocationId").isEmpty()
        ? view.all(NOUN, "publicip", ip)
            .findFirst()
            .orElseThrow(
                () -> Ec2View.error("InvalidAddress.NotFound", "Address '" + ip + "' not found."))
        : view.need(NOUN, view.input("AllocationId"));
  }
}
