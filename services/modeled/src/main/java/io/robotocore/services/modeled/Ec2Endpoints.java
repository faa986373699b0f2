package io.robotocore.services.modeled;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * VPC endpoints: of gateways, which stand in route tables, and of interfaces, which stand in
 * subnets.
 *
 * @param view the call's view of EC2
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html">
 *     CreateVpcEndpoint</a>
 */
record Ec2Endpoints(Ec2View view) {

  private static final String NOUN = "VpcEndpoint";
  private static final String OPEN =
      "{\"Statement\":[{\"Action\":\"*\",\"Effect\":\"Allow\",\"Principal\":\"*\",\"Resource\":\"*\"}]}";
  private static final String POLICY = "policydocument";
  private static final List<String> LISTS = List.of("RouteTableIds", "SubnetIds");

  Map<String, Object> create() {
    Entity vpc = view.need("Vpc", view.input("VpcId"));
    view.texts("RouteTableIds").forEach(id -> view.need("RouteTable", id));
    view.texts("SubnetIds").forEach(id -> view.need("Subnet", id));
    String type =
        view.input("VpcEndpointType").isEmpty() ? "Gateway" : view.input("VpcEndpointType");
    boolean isInterface = type.equals("Interface");
    Entity endpoint = view.create(NOUN);
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("vpcendpointtype", type);
    attributes.put("state", "available");
    attributes.put(
        POLICY, view.input("PolicyDocument").isEmpty() ? OPEN : view.input("PolicyDocument"));
    attributes.put("privatednsenabled", isInterface && isPrivate());
    attributes.put("routetableids", view.texts("RouteTableIds"));
    attributes.put("subnetids", view.texts("SubnetIds"));
    attributes.put("groups", isInterface ? groups(vpc) : List.of());
    attributes.put("networkinterfaceids", interfaces(endpoint, view.texts("SubnetIds")));
    attributes.put("dnsentries", isInterface ? dnsEntries(endpoint) : List.of());
    if (isInterface) {
      attributes.put("ipaddresstype", endpoint.attribute("ipaddresstype").orElse("ipv4"));
      attributes.put(
          "dnsoptions", endpoint.attribute("dnsoptions").orElse(Map.of("DnsRecordIpType", "ipv4")));
    }
    Map<String, Object> answer =
        new LinkedHashMap<>(view.shown(NOUN, view.change(endpoint, attributes)));
    answer.computeIfPresent("VpcEndpoint", (member, told) -> inSmallLetters(told));
    return answer;
  }

  Map<String, Object> describe() {
    Map<String, Object> answer =
        new LinkedHashMap<>(new Listing(view.scene(), view.resource(NOUN)).answer());
    answer.computeIfPresent(
        "VpcEndpoints",
        (member, told) ->
            told instanceof List<?> list
                ? list.stream().map(endpoint -> inSmallLetters((Object) endpoint)).toList()
                : told);
    return answer;
  }

  /** States are told in small letters, whatever the model says. */
  private static Object inSmallLetters(Object told) {
    Map<String, Object> endpoint = new LinkedHashMap<>();
    ((Map<?, ?>) told).forEach((member, value) -> endpoint.put((String) member, value));
    endpoint.computeIfPresent(
        "State", (member, state) -> String.valueOf(state).toLowerCase(Locale.ROOT));
    return endpoint;
  }

  /** Interface endpoints are called by the names of their services unless asked otherwise. */
  private boolean isPrivate() {
    return !Boolean.FALSE.equals(view.scene().input().getOrDefault("PrivateDnsEnabled", true));
  }

  private List<Object> groups(Entity vpc) {
    List<String> ids = new ArrayList<>(view.texts("SecurityGroupIds"));
    if (ids.isEmpty()) {
      view.all("SecurityGroup", "vpcid", vpc.key().id())
          .filter(group -> Structures.text(group, "groupname").equals("default"))
          .forEach(group -> ids.add(group.key().id()));
    }
    return new Ec2Instances(view).groups(ids);
  }

  /** Network interfaces in subnets, one in each. */
  private List<String> interfaces(Entity endpoint, List<String> subnets) {
    return subnets.stream()
        .map(
            subnet ->
                new Ec2Interfaces(view)
                    .make(
                        view.need("Subnet", subnet),
                        Map.of(
                            "interfacetype",
                            "vpc_endpoint",
                            "requestermanaged",
                            true,
                            "status",
                            "in-use",
                            "vpcendpointid",
                            endpoint.key().id(),
                            "description",
                            "VPC Endpoint Interface " + endpoint.key().id()))
                    .key()
                    .id())
        .toList();
  }

  private List<Object> dnsEntries(Entity endpoint) {
    String service = view.input("ServiceName");
    String name = service.substring(service.lastIndexOf('.') + 1);
    return List.of(
        Map.of(
            "DnsName",
            "%s-%s.%s.%s.vpce.amazonaws.com"
                .formatted(
                    endpoint.key().id(),
                    view.scene().call().random().text(8, "abcdefghijklmnopqrstuvwxyz0123456789"),
                    name,
                    view.region()),
            "HostedZoneId",
            "Z7HUB22UULQXV"));
  }

  Map<String, Object> modify() {
    Entity endpoint = view.need(NOUN, view.input("VpcEndpointId"));
    Map<String, Object> changes = new LinkedHashMap<>();
    for (String list : LISTS) {
      changes.put(Names.canonical(list), changed(endpoint, list));
    }
    changes.put("groups", changedGroups(endpoint));
    changes.put("networkinterfaceids", changedInterfaces(endpoint));
    for (String member : List.of("PrivateDnsEnabled", "IpAddressType", "DnsOptions")) {
      Object given = view.scene().input().get(member);
      if (given != null) {
        changes.put(Names.canonical(member), given);
      }
    }
    if (!view.input("PolicyDocument").isEmpty()) {
      changes.put(POLICY, view.input("PolicyDocument"));
    }
    if (Boolean.TRUE.equals(view.scene().input().get("ResetPolicy"))) {
      changes.put(POLICY, OPEN);
    }
    view.change(endpoint, changes);
    return view.done();
  }

  /** What a request adds to a list and takes from it, {@code AddSubnetIds} and so on. */
  private List<Object> changed(Entity endpoint, String list) {
    List<Object> changed =
        new ArrayList<>(
            endpoint.attribute(Names.canonical(list)).orElse(List.of()) instanceof List<?> before
                ? before
                : List.of());
    changed.removeAll(view.texts("Remove" + list));
    view.texts("Add" + list).stream().filter(id -> !changed.contains(id)).forEach(changed::add);
    return changed;
  }

  private List<Object> changedGroups(Entity endpoint) {
    List<String> ids = new ArrayList<>();
    Ec2View.structures(endpoint, "groups")
        .forEach(group -> ids.add(Structures.text(group, "GroupId")));
    ids.removeAll(view.texts("RemoveSecurityGroupIds"));
    view.texts("AddSecurityGroupIds").stream().filter(id -> !ids.contains(id)).forEach(ids::add);
    return new Ec2Instances(view).groups(ids);
  }

  /** The network interfaces after subnets were added and taken away. */
  private List<String> changedInterfaces(Entity endpoint) {
    List<String> removed = view.texts("RemoveSubnetIds");
    interfacesOf(endpoint)
        .filter(eni -> removed.contains(Structures.text(eni, "subnetid")))
        .toList()
        .forEach(view::remove);
    List<String> present =
        interfacesOf(endpoint).map(eni -> Structures.text(eni, "subnetid")).toList();
    interfaces(
        endpoint, view.texts("AddSubnetIds").stream().filter(id -> !present.contains(id)).toList());
    return interfacesOf(endpoint).map(eni -> eni.key().id()).toList();
  }

  private Stream<Entity> interfacesOf(Entity endpoint) {
    return view.all("NetworkInterface", "vpcendpointid", endpoint.key().id());
  }

  Map<String, Object> delete() {
    List<Object> failed = new ArrayList<>();
    for (String id : view.texts("VpcEndpointIds")) {
      Optional<Entity> endpoint = view.find(NOUN, id);
      if (endpoint.isPresent()) {
        interfacesOf(endpoint.get()).toList().forEach(view::remove);
        new Transit(view.scene()).removed(view.resource(NOUN), endpoint.get());
      } else {
        failed.add(
            Map.of(
                "ResourceId",
                id,
                "Error",
                Map.of(
                    "Code",
                    "InvalidVpcEndpoint.NotFound",
                    "Message",
                    "The Vpc Endpoint Id '" + id + "' does not exist")));
      }
    }
    return Map.of("Unsuccessful", failed);
  }
}
