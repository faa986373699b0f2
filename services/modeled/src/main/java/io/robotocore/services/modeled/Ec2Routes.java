package io.robotocore.services.modeled;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Route tables, their routes, and the subnets that they are for.
 *
 * @param view the call's view of EC2
 */
record Ec2Routes(Ec2View view) {

  private static final List<String> DESTINATIONS =
      List.of("DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId");
  private static final List<String> TARGETS =
      List.of(
          "GatewayId",
          "NatGatewayId",
          "InstanceId",
          "NetworkInterfaceId",
          "TransitGatewayId",
          "VpcPeeringConnectionId",
          "EgressOnlyInternetGatewayId",
          "LocalGatewayId",
          "CarrierGatewayId",
          "CoreNetworkArn");

  /** The route table of all subnets of a VPC that have none of their own. */
  void makeMain(String vpc, String block) {
    Entity table = view.make("RouteTable", Map.of("vpcid", vpc, "routes", List.of(local(block))));
    Map<String, Object> main =
        Map.of(
            "Main", true,
            "RouteTableAssociationId", view.newId("rtbassoc-"),
            "RouteTableId", table.key().id(),
            "AssociationState", Map.of("State", "associated"));
    view.change(table, Map.of("associations", List.of(main)));
  }

  private static Map<String, Object> local(String block) {
    return Map.of(
        "DestinationCidrBlock", block,
        "GatewayId", "local",
        "Origin", "CreateRouteTable",
        "State", "active");
  }

  Map<String, Object> createTable() {
    Entity vpc = view.need("Vpc", view.input("VpcId"));
    Entity table = view.create("RouteTable");
    List<Object> routes = List.of(local(Structures.text(vpc, "cidrblock")));
    return view.shown(
        "RouteTable", view.change(table, Map.of("routes", routes, "associations", List.of())));
  }

  Map<String, Object> deleteTable() {
    Entity table = table();
    if (!Ec2View.structures(table, "associations").isEmpty()) {
      throw Ec2View.hasDependencies("routeTable", table);
    }
    view.remove(table);
    return view.done();
  }

  private Entity table() {
    return view.need("RouteTable", view.input("RouteTableId"));
  }

  Map<String, Object> associate() {
    Entity table = table();
    String subnet = view.input("SubnetId");
    String gateway = view.input("GatewayId");
    if (subnet.isEmpty() && gateway.isEmpty()) {
      throw Ec2View.missing("subnetId");
    }
    if (!subnet.isEmpty()) {
      view.need("Subnet", subnet);
    }
    String member = subnet.isEmpty() ? "GatewayId" : "SubnetId";
    String value = subnet + gateway;
    boolean taken =
        view.all("RouteTable")
            .flatMap(other -> Ec2View.structures(other, "associations").stream())
            .anyMatch(association -> Structures.text(association, member).equals(value));
    if (taken) {
      throw Ec2View.error(
          "Resource.AlreadyAssociated",
          "the specified association for route table %s conflicts with an existing association"
              .formatted(table.key().id()));
    }
    String id = view.newId("rtbassoc-");
    List<Object> associations = new ArrayList<>(Ec2View.structures(table, "associations"));
    associations.add(
        Map.of(
            "Main",
            false,
            "RouteTableAssociationId",
            id,
            "RouteTableId",
            table.key().id(),
            member,
            value,
            "AssociationState",
            Map.of("State", "associated")));
    view.change(table, Map.of("associations", associations));
    return Map.of("AssociationId", id, "AssociationState", Map.of("State", "associated"));
  }

  Map<String, Object> disassociate() {
    String id = view.input("AssociationId");
    Entity table = associated(id);
    if (associations(table, id).anyMatch(one -> Boolean.TRUE.equals(one.get("Main")))) {
      throw Ec2View.error(
          "InvalidParameterValue", "cannot disassociate the main route table association " + id);
    }
    move(table, id);
    return view.done();
  }

  /** A subnet goes to another route table, or a VPC gets another main one. */
  Map<String, Object> replaceAssociation() {
    String id = view.input("AssociationId");
    Entity target = table();
    Map<String, Object> association = move(associated(id), id);
    String newId = view.newId("rtbassoc-");
    association.put("RouteTableAssociationId", newId);
    association.put("RouteTableId", target.key().id());
    Entity table = table();
    List<Object> associations = new ArrayList<>(Ec2View.structures(table, "associations"));
    associations.add(association);
    view.change(table, Map.of("associations", associations));
    return Map.of("NewAssociationId", newId, "AssociationState", Map.of("State", "associated"));
  }

  private Entity associated(String id) {
    return view.all("RouteTable")
        .filter(found -> associations(found, id).count() > 0)
        .findFirst()
        .orElseThrow(
            () ->
                Ec2View.error(
                    "InvalidAssociationID.NotFound",
                    "The association ID '" + id + "' does not exist"));
  }

  /** Takes an association away from its table. */
  private Map<String, Object> move(Entity table, String id) {
    Map<?, ?> gone = associations(table, id).findFirst().orElseThrow();
    List<Map<?, ?>> kept = new ArrayList<>(Ec2View.structures(table, "associations"));
    kept.remove(gone);
    view.change(table, Map.of("associations", kept));
    Map<String, Object> association = new LinkedHashMap<>();
    gone.forEach((name, value) -> association.put((String) name, value));
    return association;
  }

  private static Stream<Map<?, ?>> associations(Entity table, String id) {
    return Ec2View.structures(table, "associations").stream()
        .filter(association -> Structures.text(association, "RouteTableAssociationId").equals(id));
  }

  Map<String, Object> create() {
    Entity table = table();
    List<Object> routes = new ArrayList<>(Ec2View.structures(table, "routes"));
    if (routes.stream().anyMatch(this::isMeant)) {
      throw Ec2View.error(
          "RouteAlreadyExists", "The route identified by " + destination() + " already exists.");
    }
    routes.add(route());
    view.change(table, Map.of("routes", routes));
    return view.done();
  }

  Map<String, Object> replace() {
    List<Object> routes = new ArrayList<>(others());
    routes.add(route());
    view.change(table(), Map.of("routes", routes));
    return view.done();
  }

  Map<String, Object> delete() {
    view.change(table(), Map.of("routes", others()));
    return view.done();
  }

  /** The routes besides the one that the request is about. */
  private List<Map<?, ?>> others() {
    Entity table = table();
    List<Map<?, ?>> routes = Ec2View.structures(table, "routes");
    List<Map<?, ?>> others = routes.stream().filter(route -> !isMeant(route)).toList();
    if (others.size() == routes.size()) {
      throw Ec2View.error(
          "InvalidRoute.NotFound",
          "no route with destination-cidr-block %s in route table %s"
              .formatted(destination(), table.key().id()));
    }
    return others;
  }

  private String destination() {
    return DESTINATIONS.stream()
        .map(view::input)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElseThrow(() -> Ec2View.missing("destinationCidrBlock"));
  }

  private boolean isMeant(Object route) {
    return route instanceof Map<?, ?> map
        && DESTINATIONS.stream()
            .anyMatch(
                member ->
                    !view.input(member).isEmpty()
                        && Structures.text(map, member).equals(view.input(member)));
  }

  private Map<String, Object> route() {
    checkGateway(view.input("GatewayId"));
    Map<String, Object> route = new LinkedHashMap<>();
    Stream.concat(DESTINATIONS.stream(), TARGETS.stream())
        .filter(member -> !view.input(member).isEmpty())
        .forEach(member -> route.put(member, view.input(member)));
    String endpoint = view.input("VpcEndpointId");
    if (!endpoint.isEmpty()) {
      route.put("GatewayId", endpoint);
    }
    route.put("Origin", "CreateRoute");
    route.put("State", "active");
    return route;
  }

  private void checkGateway(String gateway) {
    if (gateway.startsWith("igw-") && view.find("InternetGateway", gateway).isEmpty()) {
      throw Ec2View.error(
          "InvalidGatewayID.NotFound", "The gateway ID '" + gateway + "' does not exist");
    }
  }
}
