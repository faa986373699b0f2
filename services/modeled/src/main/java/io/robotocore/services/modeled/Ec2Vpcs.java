package io.robotocore.services.modeled;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * VPCs, and what each of them has from the beginning.
 *
 * @param view the call's view of EC2
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc-components.html">
 *     Default VPC components</a>
 */
record Ec2Vpcs(Ec2View view) {

  private static final int LARGEST = 16;
  private static final int SMALLEST = 28;
  private static final String DEFAULT_BLOCK = "172.31.0.0/16";

  /** The options, the zones and the VPC that a region has before anybody has created anything. */
  void begin() {
    for (String letter : List.of("a", "b", "c")) {
      view.make(
          "AvailabilityZone",
          Map.ofEntries(
              Map.entry("zonename", view.region() + letter),
              Map.entry("zoneid", Ec2Subnets.zoneId(view.region() + letter)),
              Map.entry("regionname", view.region()),
              Map.entry("groupname", view.region()),
              Map.entry("networkbordergroup", view.region()),
              Map.entry("zonetype", "availability-zone"),
              Map.entry("optinstatus", "opt-in-not-required"),
              Map.entry("state", "available")));
    }
    view.make(
        "DhcpOption",
        Map.of(
            "dhcpconfigurations",
            List.of(
                configuration("domain-name", Ec2Launch.domain(view.region())),
                configuration("domain-name-servers", "AmazonProvidedDNS"))));
    makeDefault();
  }

  private static Map<String, Object> configuration(String key, String value) {
    return Map.of("Key", key, "Values", List.of(Map.of("Value", value)));
  }

  Map<String, Object> createOptions() {
    List<Object> configurations = new ArrayList<>();
    for (Map<?, ?> asked : view.structures("DhcpConfigurations")) {
      List<?> values = asked.get("Values") instanceof List<?> list ? list : List.of();
      configurations.add(
          Map.of(
              "Key",
              Structures.text(asked, "Key"),
              "Values",
              values.stream().map(value -> Map.of("Value", value)).toList()));
    }
    Entity options = view.create("DhcpOption");
    return view.shown(
        "DhcpOption", view.change(options, Map.of("dhcpconfigurations", configurations)));
  }

  private Entity makeDefault() {
    Entity vpc = furnished(view.make("Vpc", Map.of("cidrblock", DEFAULT_BLOCK, "isdefault", true)));
    String id = vpc.key().id();
    int third = 0;
    for (Entity zone : view.all("AvailabilityZone").toList()) {
      new Ec2Subnets(view)
          .complete(
              view.make(
                  "Subnet",
                  Map.of(
                      "vpcid",
                      id,
                      "cidrblock",
                      "172.31." + third + ".0/20",
                      "availabilityzone",
                      zone.key().id(),
                      "defaultforaz",
                      true,
                      "mappubliciponlaunch",
                      true)));
      third += 16;
    }
    Entity gateway =
        view.make("InternetGateway", Map.of("attachments", List.of(Ec2Gateways.attachment(id))));
    Entity table = view.all("RouteTable", "vpcid", id).findFirst().orElseThrow();
    List<Object> routes = new ArrayList<>(Ec2View.structures(table, "routes"));
    routes.add(
        Map.of(
            "DestinationCidrBlock", "0.0.0.0/0",
            "GatewayId", gateway.key().id(),
            "Origin", "CreateRoute",
            "State", "active"));
    view.change(table, Map.of("routes", routes));
    return vpc;
  }

  Map<String, Object> createDefault() {
    if (view.all("Vpc", "isdefault", "true").findAny().isPresent()) {
      throw Ec2View.error(
          "DefaultVpcAlreadyExists",
          "A Default VPC already exists for this account in this region.");
    }
    return view.shown("Vpc", makeDefault());
  }

  Map<String, Object> create() {
    String text = view.input("CidrBlock");
    if (text.isEmpty() && view.input("Ipv4IpamPoolId").isEmpty()) {
      throw Ec2View.error(
          "MissingParameter", "Either 'cidrBlock' or 'ipv4IpamPoolId' should be provided.");
    }
    Cidr block = Ec2Subnets.block(text);
    if (block.length() < LARGEST || block.length() > SMALLEST) {
      throw Ec2View.error("InvalidVpc.Range", "The CIDR '" + text + "' is invalid.");
    }
    Entity vpc = view.change(view.create("Vpc"), Map.of("cidrblock", block.toString()));
    return view.shown("Vpc", new Ec2Cidrs(view).withSix(furnished(vpc)));
  }

  /** A VPC with its security group, its route table and its network ACL. */
  private Entity furnished(Entity vpc) {
    String id = vpc.key().id();
    boolean isDefault = Structures.text(vpc, "isdefault").equals("true");
    String block = Structures.text(vpc, "cidrblock");
    new Ec2SecurityGroups(view).makeDefault(id);
    new Ec2Routes(view).makeMain(id, block);
    view.make(
        "NetworkAcl",
        Map.of(
            "vpcid", id, "isdefault", true, "entries", Ec2Acls.open(), "associations", List.of()));
    return view.change(
        vpc,
        Map.of(
            "dhcpoptionsid", view.all("DhcpOption").findFirst().map(o -> o.key().id()).orElse(""),
            "enablednshostnames", Map.of("Value", isDefault),
            "cidrblockassociationset", List.of(new Ec2Cidrs(view).four(Ec2Subnets.block(block)))));
  }

  Map<String, Object> delete() {
    Entity vpc = view.need("Vpc", view.input("VpcId"));
    String id = vpc.key().id();
    boolean used =
        view.all("Subnet", "vpcid", id).findAny().isPresent()
            || view.all("SecurityGroup", "vpcid", id).count() > 1
            || view.all("RouteTable", "vpcid", id).count() > 1
            || view.all("InternetGateway").anyMatch(igw -> Ec2Gateways.isAttached(igw, id));
    if (used) {
      throw Ec2View.hasDependencies("vpc", vpc);
    }
    Stream.of("SecurityGroup", "RouteTable", "NetworkAcl")
        .flatMap(noun -> view.all(noun, "vpcid", id).toList().stream())
        .forEach(
            entity -> {
              view.all("SecurityGroupRule", "groupid", entity.key().id())
                  .toList()
                  .forEach(view::remove);
              view.remove(entity);
            });
    view.remove(vpc);
    return view.done();
  }
}
