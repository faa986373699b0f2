package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules of security groups: each is a thing of its own, and the groups show them together as
 * permissions.
 *
 * @param view the call's view of EC2
 */
record Ec2Rules(Ec2View view) {

  private static final String NOUN = "SecurityGroupRule";

  /** What one rule allows besides its protocol and ports. */
  private static final List<String> PEERS =
      List.of("cidripv4", "cidripv6", "prefixlistid", "referencedgroupinfo");

  /** The protocols that have names, by number. */
  private static final Map<String, String> PROTOCOLS =
      Map.of("6", "tcp", "17", "udp", "1", "icmp", "58", "icmpv6");

  /** The group that a request names by its id or its name. */
  Entity group() {
    String id = view.input("GroupId");
    String name = view.input("GroupName");
    if (id.isEmpty() && name.isEmpty()) {
      throw Ec2View.missing("GroupName or GroupId");
    }
    return id.isEmpty()
        ? view.all("SecurityGroup", "groupname", name)
            .findFirst()
            .orElseThrow(
                () ->
                    Ec2View.error(
                        "InvalidGroup.NotFound",
                        "The security group '" + name + "' does not exist"))
        : view.need("SecurityGroup", id);
  }

  Map<String, Object> authorize(boolean egress) {
    Entity group = group();
    List<Entity> added = new ArrayList<>();
    for (Map<String, Object> wanted : wanted()) {
      if (existing(group, egress).anyMatch(rule -> isSame(rule, wanted))) {
        throw duplicate(wanted);
      }
      added.add(add(group, egress, wanted));
    }
    Map<String, String> tags = new Tagging(view.scene()).given();
    List<Entity> tagged = added.stream().map(rule -> rule.withTags(tags)).toList();
    tagged.forEach(view.scene().state()::put);
    show(group.key().id());
    return Map.of("Return", true, "SecurityGroupRules", shown(tagged));
  }

  private static DocumentError duplicate(Map<String, Object> rule) {
    String protocol = String.valueOf(rule.get("ipprotocol"));
    String ports =
        rule.containsKey("fromport")
            ? ", from port: " + rule.get("fromport") + ", to port: " + rule.get("toport")
            : "";
    return Ec2View.error(
        "InvalidPermission.Duplicate",
        "the specified rule \"peer: %s, %s%s, ALLOW\" already exists"
            .formatted(
                peer(rule),
                protocol.equals("-1") ? "ALL" : protocol.toUpperCase(Locale.ROOT),
                ports));
  }

  private List<Object> shown(List<Entity> rules) {
    return new ArrayList<>(
        rules.stream()
            .map(
                rule ->
                    Ec2Lists.rule(
                        view,
                        new Projection(view.scene(), view.resource(NOUN), rule)
                            .onto(shape("SecurityGroupRule"))))
            .toList());
  }

  private io.robotocore.model.StructureShape shape(String name) {
    return (io.robotocore.model.StructureShape) view.scene().design().model().shape(name);
  }

  private Stream<Entity> existing(Entity group, boolean egress) {
    return view.all(NOUN, "groupid", group.key().id())
        .filter(rule -> Structures.text(rule, "isegress").equals(String.valueOf(egress)));
  }

  Entity add(Entity group, boolean egress, Map<String, Object> rule) {
    Map<String, Object> attributes = new LinkedHashMap<>(rule);
    attributes.put("groupid", group.key().id());
    attributes.put("groupownerid", view.account());
    attributes.put("isegress", egress);
    if ("-1".equals(rule.get("ipprotocol"))) {
      attributes.put("fromport", -1);
      attributes.put("toport", -1);
    }
    return view.make(NOUN, attributes);
  }

  Map<String, Object> revoke(boolean egress) {
    Entity group = group();
    List<Entity> revoked = new ArrayList<>();
    for (String id : view.texts("SecurityGroupRuleIds")) {
      revoked.add(view.need(NOUN, id));
    }
    for (Map<String, Object> wanted :
        revoked.isEmpty() ? wanted() : List.<Map<String, Object>>of()) {
      revoked.add(found(group, egress, wanted));
    }
    revoked.forEach(view::remove);
    show(group.key().id());
    return view.done();
  }

  private Entity found(Entity group, boolean egress, Map<String, Object> wanted) {
    return existing(group, egress)
        .filter(rule -> isSame(rule, wanted))
        .findFirst()
        .orElseThrow(
            () ->
                Ec2View.error(
                    "InvalidPermission.NotFound",
                    "The specified rule does not exist in this security group."));
  }

  /** Gives rules the descriptions of the request, or none where it has none. */
  Map<String, Object> describe(boolean egress) {
    Entity group = group();
    for (Map<String, Object> wanted : wanted()) {
      Entity rule = found(group, egress, wanted);
      Map<String, Object> attributes = new LinkedHashMap<>(rule.attributes());
      attributes.remove("description");
      attributes.putAll(wanted);
      view.scene().state().put(new Entity(rule.key(), attributes, rule.tags(), rule.life()));
    }
    show(group.key().id());
    return view.done();
  }

  Map<String, Object> modify() {
    Entity group = group();
    for (Map<?, ?> update : view.structures("SecurityGroupRules")) {
      Entity rule = view.need(NOUN, Structures.text(update, "SecurityGroupRuleId"));
      if (update.get("SecurityGroupRule") instanceof Map<?, ?> wanted) {
        Map<String, Object> attributes = new LinkedHashMap<>(rule.attributes());
        PEERS.forEach(attributes::remove);
        attributes.remove("description");
        attributes.putAll(ofRequest(wanted));
        view.remove(rule);
        view.scene().state().put(new Entity(rule.key(), attributes, rule.tags(), rule.life()));
      }
    }
    show(group.key().id());
    return view.done();
  }

  private Map<String, Object> ofRequest(Map<?, ?> wanted) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    wanted.forEach((name, value) -> attributes.put(Names.canonical((String) name), value));
    if (attributes.remove("referencedgroupid") instanceof String id) {
      attributes.put("referencedgroupinfo", Map.of("GroupId", id, "UserId", view.account()));
    }
    return attributes;
  }

  /** The rules that a request speaks of, one for each peer of each permission. */
  private List<Map<String, Object>> wanted() {
    List<Map<?, ?>> permissions = view.structures("IpPermissions");
    if (!permissions.isEmpty()) {
      return permissions.stream().flatMap(this::rules).toList();
    }
    Map<String, Object> rule = protocol(view.scene().input());
    if (view.input("CidrIp").isEmpty()) {
      throw Ec2View.missing("ipPermissions");
    }
    rule.put("cidripv4", view.input("CidrIp"));
    return List.of(rule);
  }

  private static Map<String, Object> protocol(Map<?, ?> permission) {
    Map<String, Object> rule = new LinkedHashMap<>();
    String protocol = Structures.text(permission, "IpProtocol").toLowerCase(Locale.ROOT);
    rule.put("ipprotocol", PROTOCOLS.getOrDefault(protocol, protocol));
    if (!protocol.equals("-1")) {
      Optional.<Object>ofNullable(permission.get("FromPort"))
          .ifPresent(port -> rule.put("fromport", port));
      Optional.<Object>ofNullable(permission.get("ToPort"))
          .ifPresent(port -> rule.put("toport", port));
    }
    return rule;
  }

  private Stream<Map<String, Object>> rules(Map<?, ?> permission) {
    return Stream.of(
            peers(permission, "IpRanges", "CidrIp", "cidripv4"),
            peers(permission, "Ipv6Ranges", "CidrIpv6", "cidripv6"),
            peers(permission, "PrefixListIds", "PrefixListId", "prefixlistid"),
            groups(permission))
        .flatMap(peers -> peers)
        .map(
            peer -> {
              Map<String, Object> rule = protocol(permission);
              rule.putAll(peer);
              return rule;
            });
  }

  private static Stream<Map<String, Object>> peers(
      Map<?, ?> permission, String list, String member, String attribute) {
    return elements(permission, list)
        .map(range -> described(range, attribute, Structures.text(range, member)));
  }

  private static Stream<Map<?, ?>> elements(Map<?, ?> permission, String list) {
    return permission.get(list) instanceof List<?> elements
        ? elements.stream().map(element -> (Map<?, ?>) element)
        : Stream.of();
  }

  private static Map<String, Object> described(Map<?, ?> peer, String attribute, Object value) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put(attribute, value);
    String description = Structures.text(peer, "Description");
    if (!description.isEmpty()) {
      rule.put("description", description);
    }
    return rule;
  }

  private Stream<Map<String, Object>> groups(Map<?, ?> permission) {
    return elements(permission, "UserIdGroupPairs")
        .map(
            pair -> {
              String id = Structures.text(pair, "GroupId");
              Entity group =
                  id.isEmpty()
                      ? view.all("SecurityGroup", "groupname", Structures.text(pair, "GroupName"))
                          .findFirst()
                          .orElseThrow(
                              () ->
                                  Ec2View.error(
                                      "InvalidGroup.NotFound", "The group does not exist"))
                      : view.need("SecurityGroup", id);
              return described(
                  pair,
                  "referencedgroupinfo",
                  Map.of("GroupId", group.key().id(), "UserId", view.account()));
            });
  }

  private static boolean isSame(Entity rule, Map<String, Object> wanted) {
    boolean ports =
        "-1".equals(wanted.get("ipprotocol"))
            || (Structures.text(rule, "fromport")
                    .equals(String.valueOf(wanted.getOrDefault("fromport", "")))
                && Structures.text(rule, "toport")
                    .equals(String.valueOf(wanted.getOrDefault("toport", ""))));
    return ports
        && Structures.text(rule, "ipprotocol").equals(wanted.get("ipprotocol"))
        && peer(rule).equals(peer(wanted));
  }

  /** What a rule lets in or out: a block, a prefix list, a group. */
  static String peer(Entity rule) {
    return peer(rule.attributes());
  }

  private static String peer(Map<String, Object> rule) {
    return PEERS.stream()
        .flatMap(name -> Optional.ofNullable(rule.get(name)).stream())
        .map(peer -> peer instanceof Map<?, ?> group ? Structures.text(group, "GroupId") : peer)
        .map(String::valueOf)
        .findFirst()
        .orElse("");
  }

  /** Has a group show its rules. */
  Entity show(String id) {
    Entity group = view.need("SecurityGroup", id);
    return view.change(
        group,
        Map.of(
            "ippermissions", Ec2Permissions.of(existing(group, false).toList()),
            "ippermissionsegress", Ec2Permissions.of(existing(group, true).toList())));
  }
}
