package io.robotocore.services.modeled;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Hosted zones, which have records of their name servers from the beginning.
 *
 * @param view the call's view of Route 53
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateHostedZone.html">
 *     CreateHostedZone</a>
 */
record Route53Zones(Route53View view) {

  private static final List<String> ENDS = List.of("com", "net", "org", "co.uk");

  /** How many name servers there are of each end. */
  private static final int SERVERS = 512;

  private static final int DELEGATIONS = 64;
  private static final long SERVERS_TTL = 172_800;
  private static final long AUTHORITY_TTL = 900;
  private static final int MOST = 100;

  Map<String, Object> create() {
    String reference = view.input("CallerReference");
    if (view.zones().anyMatch(zone -> reference.equals(zone.attributes().get("callerreference")))) {
      throw Route53View.error(
          "HostedZoneAlreadyExists",
          "A hosted zone has already been created with the specified caller reference.");
    }
    DomainName name = DomainName.of(view.input("Name"));
    boolean hidden = view.scene().input().get("VPC") instanceof Map<?, ?>;
    String id = view.newId();
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("id", "/hostedzone/Z" + id);
    attributes.put("name", name.text());
    attributes.put("callerreference", reference);
    attributes.put("config", config(hidden));
    attributes.put("resourcerecordsetcount", 2L);
    attributes.put(
        "arn", "arn:" + view.scene().call().partition() + ":route53:::hostedzone/Z" + id);
    attributes.put("nameservers", delegation().orElseGet(() -> servers(hidden)));
    attributes.put("delegationsetid", Route53View.bare(view.input("DelegationSetId")));
    attributes.put("vpcs", hidden ? List.of(view.scene().input().get("VPC")) : List.of());
    Entity zone = view.add(new EntityKey(Route53View.ZONE, "", "/hostedzone/Z" + id), attributes);
    begin(zone);
    Map<String, Object> answer = new LinkedHashMap<>(told(zone));
    answer.put("ChangeInfo", view.submitted(""));
    answer.put("Location", "https://route53.amazonaws.com/2013-04-01/hostedzone/Z" + id);
    if (hidden) {
      answer.put("VPC", view.scene().input().get("VPC"));
    }
    answer.remove("VPCs");
    return answer;
  }

  /** The servers of the delegation set that a request names, if it names one. */
  private Optional<List<?>> delegation() {
    String id = Route53View.bare(view.input("DelegationSetId"));
    return id.isEmpty()
        ? Optional.empty()
        : Optional.of(
            view.scene()
                .state()
                .get(new EntityKey("reusabledelegationset", "", id))
                .flatMap(set -> set.attribute("nameservers"))
                .filter(List.class::isInstance)
                .<List<?>>map(servers -> (List<?>) servers)
                .orElseThrow(
                    () ->
                        Route53View.error(
                            "NoSuchDelegationSet",
                            "A reusable delegation set with the specified ID does not exist.")));
  }

  private Map<String, Object> config(boolean hidden) {
    Map<String, Object> config = new LinkedHashMap<>();
    if (view.scene().input().get("HostedZoneConfig") instanceof Map<?, ?> given
        && given.get("Comment") instanceof String comment) {
      config.put("Comment", comment);
    }
    config.put("PrivateZone", hidden);
    return config;
  }

  /** The four servers of a public zone; the zones that only VPCs see all have the same. */
  private List<String> servers(boolean hidden) {
    return IntStream.range(0, ENDS.size())
        .mapToObj(
            i ->
                "ns-%d.awsdns-%02d.%s"
                    .formatted(
                        i * SERVERS + (hidden ? 0 : chance(SERVERS)),
                        hidden ? 0 : chance(DELEGATIONS),
                        ENDS.get(i)))
        .toList();
  }

  private int chance(int bound) {
    return Integer.parseInt(view.scene().call().random().hex(6), 16) % bound;
  }

  private void begin(Entity zone) {
    List<String> servers = servers(zone);
    String name = String.valueOf(zone.attributes().get("name"));
    view.keep(
        zone,
        Map.of(
            "Name",
            name,
            "Type",
            "NS",
            "TTL",
            SERVERS_TTL,
            "ResourceRecords",
            servers.stream().map(server -> Map.of("Value", server + ".")).toList()));
    String authority = servers.get(0) + ". awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400";
    view.keep(
        zone,
        Map.of(
            "Name",
            name,
            "Type",
            "SOA",
            "TTL",
            AUTHORITY_TTL,
            "ResourceRecords",
            List.of(Map.of("Value", authority))));
  }

  private static List<String> servers(Entity zone) {
    return ((List<?>) zone.attributes().getOrDefault("nameservers", List.of()))
        .stream().map(String::valueOf).toList();
  }

  Map<String, Object> get() {
    return told(view.zone("Id"));
  }

  private Map<String, Object> told(Entity zone) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("HostedZone", shown(zone));
    Object vpcs = zone.attributes().getOrDefault("vpcs", List.of());
    if (vpcs.equals(List.of())) {
      told.put("DelegationSet", delegation(zone));
    } else {
      told.put("VPCs", vpcs);
    }
    return told;
  }

  private static Map<String, Object> delegation(Entity zone) {
    Map<String, Object> set = new LinkedHashMap<>();
    String id = String.valueOf(zone.attributes().getOrDefault("delegationsetid", ""));
    if (!id.isEmpty()) {
      set.put("Id", "/delegationset/" + id);
    }
    set.put("NameServers", servers(zone));
    return set;
  }

  private static Map<String, Object> shown(Entity zone) {
    Map<String, Object> shown = new LinkedHashMap<>();
    for (String member :
        List.of("Id", "Name", "CallerReference", "Config", "ResourceRecordSetCount")) {
      zone.attribute(Names.canonical(member)).ifPresent(value -> shown.put(member, value));
    }
    return shown;
  }

  Map<String, Object> delete() {
    Entity zone = view.zone("Id");
    List<Map<?, ?>> records = view.records(zone);
    if (records.size() > 2) {
      throw Route53View.error(
          "HostedZoneNotEmpty",
          "The specified hosted zone contains non-required resource record sets and so cannot be"
              + " deleted.");
    }
    records.forEach(set -> view.remove(zone, set));
    view.scene().state().remove(zone);
    return Map.of("ChangeInfo", view.submitted(""));
  }

  Map<String, Object> comment() {
    Entity zone = view.zone("Id");
    Map<String, Object> config = new LinkedHashMap<>();
    if (!view.input("Comment").isEmpty()) {
      config.put("Comment", view.input("Comment"));
    }
    if (zone.attributes().get("config") instanceof Map<?, ?> before
        && before.get("PrivateZone") instanceof Boolean hidden) {
      config.put("PrivateZone", hidden);
    }
    return Map.of("HostedZone", shown(view.change(zone, Map.of("config", config))));
  }

  Map<String, Object> count() {
    return Map.of("HostedZoneCount", view.zones().count());
  }

  Map<String, Object> byName() {
    String start = view.input("DNSName").isEmpty() ? "" : order(view.input("DNSName"), firstId());
    List<Entity> zones =
        view.zones()
            .sorted(Comparator.comparing(Route53Zones::order))
            .filter(zone -> order(zone).compareTo(start) >= 0)
            .toList();
    int limit = view.limit(MOST);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("HostedZones", zones.stream().limit(limit).map(Route53Zones::shown).toList());
    answer.put("IsTruncated", zones.size() > limit);
    answer.put("MaxItems", Integer.toString(limit));
    for (String member : List.of("DNSName", "HostedZoneId")) {
      if (!view.input(member).isEmpty()) {
        answer.put(member, view.input(member));
      }
    }
    if (zones.size() > limit) {
      Entity next = zones.get(limit);
      answer.put("NextDNSName", String.valueOf(next.attributes().get("name")));
      answer.put("NextHostedZoneId", Route53View.bare(next.key().id()));
    }
    return answer;
  }

  private String firstId() {
    return Route53View.bare(view.input("HostedZoneId"));
  }

  private static String order(Entity zone) {
    return order(String.valueOf(zone.attributes().get("name")), Route53View.bare(zone.key().id()));
  }

  private static String order(String name, String id) {
    return DomainName.of(name).sortKey() + DomainName.BORDER.repeat(2) + id;
  }
}
