package io.robotocore.services.modeled;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Network interfaces, each with an address in its subnet.
 *
 * @param view the call's view of EC2
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html">Elastic network
 *     interfaces</a>
 */
record Ec2Interfaces(Ec2View view) {

  private static final String NOUN = "NetworkInterface";
  private static final String ADDRESS = "PrivateIpAddress";
  private static final String ADDRESSES = "privateipaddresses";

  /** The addresses at the beginning of a subnet that AWS keeps to itself. */
  private static final int RESERVED = 4;

  /** A network interface that a service has in a subnet. */
  Entity make(Entity subnet, Map<String, Object> attributes) {
    Map<String, Object> all =
        new LinkedHashMap<>(placed(subnet, List.of(address(subnet, "", Set.of()))));
    all.put("groups", List.of());
    all.putAll(attributes);
    return view.make(NOUN, all);
  }

  Map<String, Object> create() {
    Entity subnet = view.need("Subnet", view.input("SubnetId"));
    List<String> addresses = addresses(subnet);
    Entity eni = view.create(NOUN);
    Map<String, Object> changes = new LinkedHashMap<>(placed(subnet, addresses));
    changes.put("groups", groups(subnet));
    return view.shown(NOUN, view.change(eni, changes));
  }

  private List<Object> groups(Entity subnet) {
    List<String> ids = new ArrayList<>(view.texts("Groups"));
    if (ids.isEmpty()) {
      view.all("SecurityGroup", "vpcid", Structures.text(subnet, "vpcid"))
          .filter(group -> Structures.text(group, "groupname").equals("default"))
          .forEach(group -> ids.add(group.key().id()));
    }
    return new Ec2Instances(view).groups(ids);
  }

  private List<String> addresses(Entity subnet) {
    List<String> addresses = new ArrayList<>();
    List<Map<?, ?>> asked = view.structures("PrivateIpAddresses");
    if (asked.isEmpty()) {
      addresses.add(address(subnet, view.input(ADDRESS), Set.of()));
    }
    asked.forEach(one -> addresses.add(address(subnet, Structures.text(one, ADDRESS), Set.of())));
    int more =
        view.scene().input().get("SecondaryPrivateIpAddressCount") instanceof Integer count
            ? count
            : 0;
    for (int i = 0; i < more; i++) {
      addresses.add(address(subnet, "", Set.copyOf(addresses)));
    }
    return addresses;
  }

  private Map<String, Object> placed(Entity subnet, List<String> addresses) {
    Map<String, Object> placed = new LinkedHashMap<>();
    placed.put("subnetid", subnet.key().id());
    placed.put("vpcid", Structures.text(subnet, "vpcid"));
    placed.put("availabilityzone", Structures.text(subnet, "availabilityzone"));
    placed.put("macaddress", macAddress());
    placed.put("privateipaddress", addresses.get(0));
    placed.put("privatednsname", dnsName(addresses.get(0)));
    placed.put(ADDRESSES, addresses.stream().map(one -> told(one, addresses)).toList());
    return placed;
  }

  private Map<String, Object> told(String address, List<String> all) {
    return Map.of(
        "Primary",
        address.equals(all.get(0)),
        ADDRESS,
        address,
        "PrivateDnsName",
        dnsName(address));
  }

  private String macAddress() {
    return "0e:" + view.scene().call().random().hex(10).replaceAll("(..)(?=.)", "$1:");
  }

  String dnsName(String address) {
    return "ip-" + address.replace('.', '-') + "." + Ec2Launch.domain(view.region());
  }

  /** The address that is asked for, or the first of the subnet that nobody has. */
  String address(Entity subnet, String asked, Set<String> besides) {
    Cidr block = Ec2Subnets.block(Structures.text(subnet, "cidrblock"));
    Set<String> taken =
        view.all(NOUN, "subnetid", subnet.key().id())
            .flatMap(eni -> Ec2View.structures(eni, ADDRESSES).stream())
            .map(one -> Structures.text(one, ADDRESS))
            .collect(Collectors.toSet());
    taken.addAll(besides);
    if (!asked.isEmpty()) {
      if (taken.contains(asked)) {
        throw Ec2View.error("InvalidIPAddress.InUse", "Address " + asked + " is in use.");
      }
      return asked;
    }
    for (long i = RESERVED; i < block.size() - 1; i++) {
      if (!taken.contains(block.address(i))) {
        return block.address(i);
      }
    }
    throw Ec2View.error(
        "InsufficientFreeAddressesInSubnet",
        "There are not enough free addresses in subnet '" + subnet.key().id() + "'.");
  }

  Map<String, Object> modify() {
    Entity eni = view.need(NOUN, view.input("NetworkInterfaceId"));
    Map<String, Object> changes = new LinkedHashMap<>();
    for (String member : List.of("Description", "SourceDestCheck")) {
      if (view.scene().input().get(member) instanceof Map<?, ?> structure) {
        Object value = structure.get("Value");
        if (value != null) {
          changes.put(Names.canonical(member), value);
        }
      }
    }
    if (!view.texts("Groups").isEmpty()) {
      changes.put("groups", new Ec2Instances(view).groups(view.texts("Groups")));
    }
    if (view.scene().input().get("Attachment") instanceof Map<?, ?> wanted
        && eni.attribute("attachment").orElse(Map.of()) instanceof Map<?, ?> before) {
      Map<String, Object> attachment = new LinkedHashMap<>();
      before.forEach((name, value) -> attachment.put((String) name, value));
      wanted.forEach((name, value) -> attachment.put((String) name, value));
      changes.put("attachment", attachment);
    }
    view.change(eni, changes);
    return view.done();
  }

  Map<String, Object> delete() {
    Entity eni = view.need(NOUN, view.input("NetworkInterfaceId"));
    if (eni.attribute("attachment").isPresent()
        || Structures.text(eni, "requestermanaged").equals("true")) {
      throw Ec2View.error(
          "InvalidNetworkInterface.InUse",
          "The networkInterface '" + eni.key().id() + "' is currently in use.");
    }
    view.remove(eni);
    return view.done();
  }
}
