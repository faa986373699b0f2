package io.robotocore.services.modeled;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The record sets of a hosted zone.
 *
 * @param view the call's view of Route 53
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html">
 *     ChangeResourceRecordSets</a>
 */
record Route53Records(Route53View view) {

  private static final int MOST = 300;
  private static final Set<String> REQUIRED = Set.of("NS", "SOA");

  /** Makes all changes of a batch, or none of them. */
  Map<String, Object> change() {
    Entity zone = view.zone("HostedZoneId");
    Map<?, ?> batch =
        view.scene().input().get("ChangeBatch") instanceof Map<?, ?> map ? map : Map.of();
    List<Map<?, ?>> before = view.records(zone);
    List<String> faults = new ArrayList<>();
    for (Object change : batch.get("Changes") instanceof List<?> list ? list : List.of()) {
      if (change instanceof Map<?, ?> one
          && one.get("ResourceRecordSet") instanceof Map<?, ?> given) {
        change(zone, Structures.text(one, "Action"), named(given)).ifPresent(faults::add);
      }
    }
    if (!faults.isEmpty()) {
      view.records(zone).forEach(set -> view.remove(zone, set));
      before.forEach(set -> view.keep(zone, set));
      throw Route53View.error("InvalidChangeBatch", faults.toString());
    }
    view.change(zone, Map.of("resourcerecordsetcount", (long) view.records(zone).size()));
    return Map.of("ChangeInfo", view.submitted(Structures.text(batch, "Comment")));
  }

  private static Map<String, Object> named(Map<?, ?> given) {
    Map<String, Object> named = new LinkedHashMap<>();
    given.forEach((member, value) -> named.put((String) member, value));
    named.put("Name", DomainName.of(Structures.text(given, "Name")).text());
    return named;
  }

  /** Makes a change; what is wrong with it, if something is. */
  private Optional<String> change(Entity zone, String action, Map<String, Object> set) {
    Optional<String> fault =
        switch (action) {
          case "CREATE" ->
              view.record(zone, set)
                  .map(
                      there ->
                          "Tried to create resource record set "
                              + name(set)
                              + " but it already exists");
          case "DELETE" -> undeletable(zone, set);
          default -> Optional.empty();
        };
    if (fault.isPresent()) {
      return fault;
    }
    if (action.equals("DELETE")) {
      view.remove(zone, set);
      return Optional.empty();
    }
    Optional<String> misplaced = misplaced(zone, set);
    if (misplaced.isEmpty()) {
      view.keep(zone, set);
    }
    return misplaced;
  }

  private static String name(Map<?, ?> set) {
    String identifier = Structures.text(set, "SetIdentifier");
    return "[name='%s', type='%s'%s]"
        .formatted(
            Structures.text(set, "Name"),
            Structures.text(set, "Type"),
            identifier.isEmpty() ? "" : ", set identifier='" + identifier + "'");
  }

  private Optional<String> undeletable(Entity zone, Map<String, Object> set) {
    Optional<Map<?, ?>> there = view.record(zone, set);
    String tried = "Tried to delete resource record set " + name(set) + " but ";
    if (there.isEmpty()) {
      return Optional.of(tried + "it was not found");
    }
    if (!there.get().equals(set)) {
      return Optional.of(tried + "the values provided do not match the current values");
    }
    String type = Structures.text(set, "Type");
    if (isApex(zone, set) && REQUIRED.contains(type)) {
      return Optional.of(
          type.equals("SOA")
              ? "A HostedZone must contain exactly one SOA record."
              : "A HostedZone must contain at least one NS record for the zone itself.");
    }
    return Optional.empty();
  }

  private static boolean isApex(Entity zone, Map<?, ?> set) {
    return Structures.text(set, "Name").equals(zone.attributes().get("name"));
  }

  /** Why a record set may not be where it is to be. */
  private Optional<String> misplaced(Entity zone, Map<String, Object> set) {
    String name = Structures.text(set, "Name");
    String type = Structures.text(set, "Type");
    String apex = String.valueOf(zone.attributes().get("name"));
    if (!new DomainName(name).isIn(new DomainName(apex))) {
      return Optional.of("RRSet with DNS name " + name + " is not permitted in zone " + apex);
    }
    String what = "RRSet of type " + type + " with DNS name " + name + " is not permitted ";
    boolean alias = type.equals("CNAME");
    if (alias && name.equals(apex)) {
      return Optional.of(what + "at apex in zone " + apex);
    }
    boolean conflict =
        view.records(zone).stream()
            .filter(other -> Structures.text(other, "Name").equals(name))
            .map(other -> Structures.text(other, "Type"))
            .anyMatch(other -> !other.equals(type) && (alias || other.equals("CNAME")));
    return conflict
        ? Optional.of(
            what
                + "because a conflicting RRSet "
                + (alias ? "" : "of type CNAME ")
                + "with the same DNS name already exists in zone "
                + apex)
        : Optional.empty();
  }

  Map<String, Object> list() {
    Entity zone = view.zone("HostedZoneId");
    String start = start();
    List<Map<?, ?>> sets =
        view.records(zone).stream()
            .filter(set -> Route53View.sortKey(set).compareTo(start) >= 0)
            .toList();
    int limit = view.limit(MOST);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("ResourceRecordSets", sets.stream().limit(limit).toList());
    answer.put("IsTruncated", sets.size() > limit);
    answer.put("MaxItems", Integer.toString(limit));
    if (sets.size() > limit) {
      Map<?, ?> next = sets.get(limit);
      answer.put("NextRecordName", Structures.text(next, "Name"));
      answer.put("NextRecordType", Structures.text(next, "Type"));
      if (!Structures.text(next, "SetIdentifier").isEmpty()) {
        answer.put("NextRecordIdentifier", Structures.text(next, "SetIdentifier"));
      }
    }
    return answer;
  }

  private String start() {
    String name = view.input("StartRecordName");
    String type = view.input("StartRecordType");
    if (name.isEmpty() && !type.isEmpty()) {
      throw Route53View.error("InvalidInput", "StartRecordType requires StartRecordName");
    }
    if (name.isEmpty()) {
      return "";
    }
    Map<String, Object> first =
        Map.of(
            "Name", DomainName.of(name).text(),
            "Type", type,
            "SetIdentifier", view.input("StartRecordIdentifier"));
    return Route53View.sortKey(first);
  }
}
