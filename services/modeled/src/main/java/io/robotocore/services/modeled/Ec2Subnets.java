package io.robotocore.services.modeled;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Subnets: parts of a VPC that do not overlap.
 *
 * @param view the call's view of EC2
 */
record Ec2Subnets(Ec2View view) {

  /** The addresses of a subnet that AWS keeps to itself. */
  private static final int RESERVED = 5;

  private static final int SMALLEST = 28;

  /**
   * The block of a request.
   *
   * @throws io.robotocore.service.DocumentError if it is none
   */
  static Cidr block(String text) {
    return Cidr.of(text)
        .orElseThrow(
            () ->
                Ec2View.error(
                    "InvalidParameterValue",
                    "Value (%s) for parameter cidrBlock is invalid. This is not a valid CIDR block."
                        .formatted(text)));
  }

  Map<String, Object> create() {
    Entity vpc = view.need("Vpc", view.input("VpcId"));
    String text = view.input("CidrBlock");
    if (text.isEmpty()) {
      throw Ec2View.error(
          "MissingParameter", "Either 'cidrBlock' or 'ipv6CidrBlock' should be provided.");
    }
    Cidr block = block(text);
    if (block.length() > SMALLEST || !new Ec2Cidrs(view).isInside(vpc, block)) {
      throw Ec2View.error("InvalidSubnet.Range", "The CIDR '" + text + "' is invalid.");
    }
    boolean taken =
        view.all("Subnet", "vpcid", vpc.key().id())
            .anyMatch(subnet -> block(Structures.text(subnet, "cidrblock")).overlaps(block));
    if (taken) {
      throw Ec2View.error(
          "InvalidSubnet.Conflict", "The CIDR '" + text + "' conflicts with another subnet");
    }
    Entity subnet = view.change(view.create("Subnet"), Map.of("cidrblock", block.toString()));
    return view.shown("Subnet", new Ec2Cidrs(view).withSix(complete(subnet)));
  }

  /** A subnet with what follows from its VPC and its zone. */
  Entity complete(Entity subnet) {
    String zone =
        subnet.attribute("availabilityzone").map(String::valueOf).orElse(view.region() + "a");
    Cidr block = block(Structures.text(subnet, "cidrblock"));
    view.all("NetworkAcl", "vpcid", Structures.text(subnet, "vpcid"))
        .filter(acl -> Structures.text(acl, "isdefault").equals("true"))
        .findFirst()
        .ifPresent(acl -> associate(acl, subnet.key().id()));
    return view.change(
        subnet,
        Map.of(
            "availabilityzone",
            zone,
            "availabilityzoneid",
            zoneId(zone),
            "availableipaddresscount",
            (int) (block.size() - RESERVED)));
  }

  private void associate(Entity acl, String subnet) {
    List<Object> associations = new ArrayList<>(Ec2View.structures(acl, "associations"));
    associations.add(
        Map.of(
            "NetworkAclAssociationId", view.newId("aclassoc-"),
            "NetworkAclId", acl.key().id(),
            "SubnetId", subnet));
    view.change(acl, Map.of("associations", associations));
  }

  /** The id of a zone: {@code use1-az1} for {@code us-east-1a}. */
  static String zoneId(String zone) {
    String[] parts = zone.split("-", 0);
    StringBuilder id = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length - 1; i++) {
      id.append(parts[i].charAt(0));
      for (String second : List.of("east", "west")) {
        if (parts[i].endsWith(second) && !parts[i].equals(second)) {
          id.append(second.charAt(0));
        }
      }
    }
    String last = parts[parts.length - 1].toLowerCase(Locale.ROOT);
    char letter = last.charAt(last.length() - 1);
    return id + last.substring(0, last.length() - 1) + "-az" + (letter - 'a' + 1);
  }

  Map<String, Object> delete() {
    Entity subnet = view.need("Subnet", view.input("SubnetId"));
    String id = subnet.key().id();
    if (view.all("NetworkInterface", "subnetid", id).findAny().isPresent()) {
      throw Ec2View.hasDependencies("subnet", subnet);
    }
    for (String noun : List.of("NetworkAcl", "RouteTable")) {
      for (Entity entity : view.all(noun, "vpcid", Structures.text(subnet, "vpcid")).toList()) {
        List<Map<?, ?>> associations = Ec2View.structures(entity, "associations");
        view.change(
            entity,
            Map.of(
                "associations",
                associations.stream()
                    .filter(association -> !Structures.text(association, "SubnetId").equals(id))
                    .toList()));
      }
    }
    view.remove(subnet);
    return view.done();
  }
}
