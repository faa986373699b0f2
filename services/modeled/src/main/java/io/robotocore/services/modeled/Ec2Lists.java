package io.robotocore.services.modeled;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lists that are asked for by names which are not called as what they name: {@code AllocationIds}
 * of addresses.
 *
 * @param view the call's view of EC2
 */
record Ec2Lists(Ec2View view) {

  private static final String FILTERS = "Filters";

  /**
   * By which names things can be asked for.
   *
   * @param noun what they are
   * @param filters the filters that mean the same, by member
   */
  private record Asked(String noun, Map<String, String> filters) {}

  private static final Map<String, Asked> LISTS =
      Map.of(
          "DescribeAddresses",
          new Asked("Address", Map.of("AllocationIds", "allocation-id", "PublicIps", "public-ip")),
          "DescribeDhcpOptions",
          new Asked("DhcpOption", Map.of("DhcpOptionsIds", "dhcp-options-id")),
          "DescribeKeyPairs",
          new Asked("KeyPair", Map.of("KeyNames", "key-name")),
          "DescribeTransitGatewayConnects",
          new Asked(
              "TransitGatewayConnect",
              Map.of("TransitGatewayAttachmentIds", "transit-gateway-attachment-id")),
          "DescribeVpcEndpointServiceConfigurations",
          new Asked("VpcEndpointServiceConfiguration", Map.of("ServiceIds", "service-id")));

  Map<String, Object> describe() {
    Asked names = LISTS.getOrDefault(view.scene().operation().name(), new Asked("", Map.of()));
    Map<String, Object> input = new LinkedHashMap<>(view.scene().input());
    List<Object> filters = new ArrayList<>(view.structures(FILTERS));
    names
        .filters()
        .forEach(
            (member, filter) -> {
              List<String> wanted = view.texts(member);
              if (!wanted.isEmpty()) {
                wanted.forEach(name -> checkPresent(names.noun(), filter, name));
                filters.add(Map.of("Name", filter, "Values", wanted));
              }
              input.remove(member);
            });
    input.put(FILTERS, filters);
    Scene.Request request = view.scene().request();
    Scene scene =
        view.scene()
            .with(new Scene.Request(request.operation(), request.shape(), input, Optional.empty()));
    return new Listing(scene, view.resource(names.noun())).answer();
  }

  private void checkPresent(String noun, String filter, String name) {
    if (!filter.equals("public-ip")) {
      view.need(noun, name);
    } else if (view.all(noun, "publicip", name).findAny().isEmpty()) {
      throw Ec2View.error("InvalidAddress.NotFound", "Address '" + name + "' not found.");
    }
  }

  /** The rules of security groups; only those that refer to another group tell of one. */
  Map<String, Object> rules() {
    Map<String, Object> answer =
        new LinkedHashMap<>(new Listing(view.scene(), view.resource("SecurityGroupRule")).answer());
    answer.computeIfPresent(
        "SecurityGroupRules",
        (member, rules) ->
            rules instanceof List<?> list
                ? list.stream().map(rule -> rule(view, (Map<?, ?>) rule)).toList()
                : rules);
    return answer;
  }

  /** A rule as it is told of, without a group that it does not refer to. */
  static Map<String, Object> rule(Ec2View view, Map<?, ?> told) {
    Map<String, Object> rule = new LinkedHashMap<>();
    told.forEach((member, value) -> rule.put((String) member, value));
    boolean refers =
        view.find("SecurityGroupRule", Structures.text(told, "SecurityGroupRuleId"))
            .flatMap(entity -> entity.attribute("referencedgroupinfo"))
            .isPresent();
    if (!refers) {
      rule.remove("ReferencedGroupInfo");
    }
    return rule;
  }
}
