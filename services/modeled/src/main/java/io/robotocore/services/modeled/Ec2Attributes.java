package io.robotocore.services.modeled;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The attributes of VPCs, subnets and instances that have operations of their own, where each value
 * stands in a structure.
 *
 * @param view the call's view of EC2
 */
record Ec2Attributes(Ec2View view) {

  private static final String VALUE = "Value";

  Map<String, Object> ofVpc() {
    Entity vpc = view.need("Vpc", view.input("VpcId"));
    String member = capitalized(view.input("Attribute"));
    Object value = vpc.attribute(Names.canonical(member)).orElse(Map.of(VALUE, false));
    return Map.of("VpcId", vpc.key().id(), member, value);
  }

  private static String capitalized(String attribute) {
    return attribute.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + attribute.substring(1);
  }

  Map<String, Object> modifySubnet() {
    Entity subnet = view.need("Subnet", view.input("SubnetId"));
    view.change(subnet, values());
    return view.done();
  }

  Map<String, Object> modifyInstance() {
    Entity instance = view.need("Instance", view.input("InstanceId"));
    Map<String, Object> changes = values();
    if (!view.input("Attribute").isEmpty()) {
      changes.put(Names.canonical(view.input("Attribute")), view.input(VALUE));
    }
    List<String> groups = view.texts("Groups");
    if (!groups.isEmpty()) {
      changes.put("securitygroups", new Ec2Instances(view).groups(groups));
    }
    view.change(instance, changes);
    return view.done();
  }

  /** The values of a request, out of their structures. */
  private Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    view.scene()
        .input()
        .forEach(
            (member, given) -> {
              if (given instanceof Map<?, ?> structure) {
                Object value = structure.get(VALUE);
                if (value != null) {
                  values.put(Names.canonical(member), value);
                }
              }
            });
    return values;
  }

  Map<String, Object> ofInstance() {
    Entity instance = view.need("Instance", view.input("InstanceId"));
    String attribute = view.input("Attribute");
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("InstanceId", instance.key().id());
    if (attribute.equals("groupSet")) {
      answer.put("Groups", Ec2View.structures(instance, "securitygroups"));
    } else if (attribute.equals("blockDeviceMapping")) {
      answer.put("BlockDeviceMappings", Ec2View.structures(instance, "blockdevicemappings"));
    } else {
      instance
          .attribute(Names.canonical(attribute))
          .filter(value -> !(value instanceof List<?>) && !(value instanceof Map<?, ?>))
          .ifPresent(value -> answer.put(capitalized(attribute), Map.of(VALUE, value)));
    }
    return answer;
  }

  /**
   * How instances of burstable types come by CPU credits.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances-unlimited-mode.html">
   *     T2 is standard unless asked otherwise, its successors are unlimited</a>
   */
  Map<String, Object> ofCredits() {
    List<String> ids = view.texts("InstanceIds");
    List<Entity> instances =
        ids.isEmpty()
            ? view.all("Instance").toList()
            : ids.stream().map(id -> view.need("Instance", id)).toList();
    List<Object> credits = new ArrayList<>();
    for (Entity instance : instances) {
      String type = Structures.text(instance, "instancetype");
      if (type.startsWith("t")) {
        String usual = type.startsWith("t2.") ? "standard" : "unlimited";
        Object asked =
            instance.attribute("creditspecification").orElse(Map.of("CpuCredits", usual));
        credits.add(
            Map.of(
                "InstanceId",
                instance.key().id(),
                "CpuCredits",
                asked instanceof Map<?, ?> map ? Structures.text(map, "CpuCredits") : usual));
      }
    }
    return Map.of("InstanceCreditSpecifications", credits);
  }
}
