package io.robotocore.services.modeled;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules as security groups show them: those of the same protocol and ports are one permission. */
final class Ec2Permissions {

  private Ec2Permissions() {}

  static List<Object> of(List<Entity> rules) {
    Map<List<String>, List<Entity>> together = new LinkedHashMap<>();
    for (Entity rule : rules) {
      together
          .computeIfAbsent(
              List.of(
                  Structures.text(rule, "ipprotocol"),
                  Structures.text(rule, "fromport"),
                  Structures.text(rule, "toport")),
              key -> new ArrayList<>())
          .add(rule);
    }
    return new ArrayList<>(together.values().stream().map(Ec2Permissions::permission).toList());
  }

  private static Map<String, Object> permission(List<Entity> rules) {
    Entity first = rules.get(0);
    Map<String, Object> permission = new LinkedHashMap<>();
    permission.put("IpProtocol", Structures.text(first, "ipprotocol"));
    if (!Structures.text(first, "ipprotocol").equals("-1")) {
      first.attribute("fromport").ifPresent(port -> permission.put("FromPort", port));
      first.attribute("toport").ifPresent(port -> permission.put("ToPort", port));
    }
    permission.put("IpRanges", peers(rules, "cidripv4", "CidrIp"));
    permission.put("Ipv6Ranges", peers(rules, "cidripv6", "CidrIpv6"));
    permission.put("PrefixListIds", peers(rules, "prefixlistid", "PrefixListId"));
    permission.put("UserIdGroupPairs", peers(rules, "referencedgroupinfo", ""));
    return permission;
  }

  private static List<Object> peers(List<Entity> rules, String attribute, String member) {
    List<Object> peers = new ArrayList<>();
    for (Entity rule : rules) {
      rule.attribute(attribute)
          .ifPresent(
              value -> {
                Map<String, Object> peer = new LinkedHashMap<>();
                if (value instanceof Map<?, ?> group) {
                  group.forEach((name, content) -> peer.put((String) name, content));
                } else {
                  peer.put(member, value);
                }
                rule.attribute("description").ifPresent(text -> peer.put("Description", text));
                peers.add(peer);
              });
    }
    return peers;
  }
}
