package io.robotocore.services.modeled;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Flow logs: each is of one VPC, subnet or network interface.
 *
 * @param view the call's view of EC2
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html">
 *     CreateFlowLogs</a>
 */
record Ec2FlowLogs(Ec2View view) {

  private static final String NOUN = "FlowLog";
  private static final String FORMAT =
      "${version} ${account-id} ${interface-id} ${srcaddr} ${dstaddr} ${srcport} ${dstport}"
          + " ${protocol} ${packets} ${bytes} ${start} ${end} ${action} ${log-status}";

  /** The nouns of what flow logs can be of, by type. */
  private static final Map<String, String> TYPES =
      Map.of(
          "VPC", "Vpc",
          "Subnet", "Subnet",
          "NetworkInterface", "NetworkInterface",
          "TransitGateway", "TransitGateway",
          "TransitGatewayAttachment", "TransitGatewayVpcAttachment");

  Map<String, Object> create() {
    List<String> ids = new ArrayList<>();
    new Creation(view.scene(), view.resource(NOUN))
        .repeated()
        .ifPresent(before -> ids.add(before.key().id()));
    if (ids.isEmpty()) {
      view.texts("ResourceIds").forEach(resource -> ids.add(created(resource)));
    }
    return Map.of("FlowLogIds", ids, "Unsuccessful", List.of());
  }

  private String created(String resource) {
    String noun = TYPES.getOrDefault(view.input("ResourceType"), "");
    if (!noun.isEmpty()) {
      view.need(noun, resource);
    }
    Map<String, Object> attributes =
        new LinkedHashMap<>(Attributes.of(view.scene(), view.resource(NOUN)));
    attributes.keySet().removeAll(List.of("resourceids", "resourcetype", "tagspecifications"));
    attributes.put("resourceid", resource);
    attributes.putIfAbsent("logformat", FORMAT);
    Entity log = view.create(NOUN, attributes);
    return log.key().id();
  }
}
