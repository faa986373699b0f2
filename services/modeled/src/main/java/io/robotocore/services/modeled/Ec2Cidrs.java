package io.robotocore.services.modeled;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The blocks of addresses that VPCs and subnets have besides their first one.
 *
 * @param view the call's view of EC2
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html">VPC CIDR
 *     blocks</a>
 */
record Ec2Cidrs(Ec2View view) {

  private static final String FOUR = "cidrblockassociationset";
  private static final String SIX = "ipv6cidrblockassociationset";

  Map<String, Object> associateWithVpc() {
    Entity vpc = view.need("Vpc", view.input("VpcId"));
    boolean six = view.input("CidrBlock").isEmpty();
    Map<String, Object> association =
        six ? sixOfVpc() : four(Ec2Subnets.block(view.input("CidrBlock")));
    add(vpc, six ? SIX : FOUR, association);
    return Map.of(
        "VpcId",
        vpc.key().id(),
        six ? "Ipv6CidrBlockAssociation" : "CidrBlockAssociation",
        inState(association, "associating"));
  }

  Map<String, Object> associateWithSubnet() {
    Entity subnet = view.need("Subnet", view.input("SubnetId"));
    Map<String, Object> association = sixOfSubnet();
    add(subnet, SIX, association);
    return Map.of(
        "SubnetId",
        subnet.key().id(),
        "Ipv6CidrBlockAssociation",
        inState(association, "associating"));
  }

  /** An association of a VPC with a block of IPv4 addresses. */
  Map<String, Object> four(Cidr block) {
    return Map.of(
        "AssociationId", view.newId("vpc-cidr-assoc-"),
        "CidrBlock", block.toString(),
        "CidrBlockState", Map.of("State", "associated"));
  }

  /** A new VPC or subnet with the block of IPv6 addresses that was asked for, if one was. */
  Entity withSix(Entity entity) {
    boolean provided = Structures.text(entity, "amazonprovidedipv6cidrblock").equals("true");
    if (provided) {
      return view.change(entity, Map.of(SIX, List.of(sixOfVpc())));
    }
    boolean asked = !view.input("Ipv6CidrBlock").isEmpty();
    return asked ? view.change(entity, Map.of(SIX, List.of(sixOfSubnet()))) : entity;
  }

  /** Amazon provides blocks with a length of 56. */
  private Map<String, Object> sixOfVpc() {
    String asked = view.input("Ipv6CidrBlock");
    String provided =
        "2600:1f18:4%s:8%s00::/56"
            .formatted(view.scene().call().random().hex(3), view.scene().call().random().hex(1));
    Map<String, Object> association = new LinkedHashMap<>();
    association.put("AssociationId", view.newId("vpc-cidr-assoc-"));
    association.put("Ipv6CidrBlock", asked.isEmpty() ? provided : asked);
    association.put("Ipv6CidrBlockState", Map.of("State", "associated"));
    association.put("NetworkBorderGroup", view.region());
    association.put("Ipv6Pool", asked.isEmpty() ? "Amazon" : view.input("Ipv6Pool"));
    association.put("Ipv6AddressAttribute", "public");
    association.put("IpSource", asked.isEmpty() ? "amazon" : "byoip");
    return association;
  }

  private Map<String, Object> sixOfSubnet() {
    return Map.of(
        "AssociationId", view.newId("subnet-cidr-assoc-"),
        "Ipv6CidrBlock", view.input("Ipv6CidrBlock"),
        "Ipv6CidrBlockState", Map.of("State", "associated"),
        "Ipv6AddressAttribute", "public",
        "IpSource", "amazon");
  }

  private void add(Entity entity, String set, Map<String, Object> association) {
    List<Object> associations = new ArrayList<>(Ec2View.structures(entity, set));
    associations.add(association);
    view.change(entity, Map.of(set, associations));
  }

  private static Map<String, Object> inState(Map<?, ?> association, String state) {
    Map<String, Object> told = new LinkedHashMap<>();
    association.forEach(
        (name, value) ->
            told.put(
                (String) name, ((String) name).endsWith("State") ? Map.of("State", state) : value));
    return told;
  }

  Map<String, Object> disassociateFromVpc() {
    return disassociate("Vpc", "InvalidVpcCidrBlockAssociationID.NotFound");
  }

  Map<String, Object> disassociateFromSubnet() {
    return disassociate("Subnet", "InvalidSubnetCidrBlockAssociationID.NotFound");
  }

  private Map<String, Object> disassociate(String noun, String missing) {
    String id = view.input("AssociationId");
    for (Entity entity : view.all(noun).toList()) {
      for (String set : List.of(FOUR, SIX)) {
        for (Map<?, ?> association : Ec2View.structures(entity, set)) {
          if (Structures.text(association, "AssociationId").equals(id)) {
            return disassociated(entity, set, association);
          }
        }
      }
    }
    throw Ec2View.error(missing, "The CIDR block association ID '" + id + "' does not exist");
  }

  private Map<String, Object> disassociated(Entity entity, String set, Map<?, ?> association) {
    if (association.containsValue(entity.attributes().getOrDefault("cidrblock", ""))) {
      throw Ec2View.error(
          "OperationNotPermitted",
          "The vpc CIDR block with association ID %s may not be disassociated. It is the primary IPv4 CIDR block of the VPC"
              .formatted(association.get("AssociationId")));
    }
    List<Map<?, ?>> rest =
        Ec2View.structures(entity, set).stream().filter(one -> !one.equals(association)).toList();
    view.change(entity, Map.of(set, rest));
    boolean ofVpc = entity.key().noun().equals("vpc");
    return Map.of(
        ofVpc ? "VpcId" : "SubnetId",
        entity.key().id(),
        set.equals(SIX) ? "Ipv6CidrBlockAssociation" : "CidrBlockAssociation",
        inState(association, "disassociating"));
  }

  /** Whether a block is inside one of those of a VPC. */
  boolean isInside(Entity vpc, Cidr block) {
    return Ec2View.structures(vpc, FOUR).stream()
        .map(association -> Ec2Subnets.block(Structures.text(association, "CidrBlock")))
        .anyMatch(whole -> whole.contains(block));
  }
}
