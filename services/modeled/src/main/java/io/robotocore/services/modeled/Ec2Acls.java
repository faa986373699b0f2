package io.robotocore.services.modeled;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The entries of network ACLs, and the subnets that they are for.
 *
 * @param view the call's view of EC2
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/nacl-basics.html">Network ACLs</a>
 */
record Ec2Acls(Ec2View view) {

  private static final int LAST_RULE = 32767;
  private static final List<String> MEMBERS =
      List.of("CidrBlock", "Ipv6CidrBlock", "IcmpTypeCode", "PortRange", "Protocol", "RuleAction");

  /** The entries that every network ACL ends with: what nothing else allows is denied. */
  static List<Object> last() {
    return Stream.of(true, false).map(egress -> (Object) all(egress, LAST_RULE, "deny")).toList();
  }

  /** The entries of a VPC's own network ACL: all is allowed. */
  static List<Object> open() {
    List<Object> entries = new ArrayList<>();
    List.of(true, false).forEach(egress -> entries.add(all(egress, 100, "allow")));
    entries.addAll(last());
    return entries;
  }

  private static Map<String, Object> all(boolean egress, int number, String action) {
    return Map.of(
        "CidrBlock", "0.0.0.0/0",
        "Egress", egress,
        "Protocol", "-1",
        "RuleAction", action,
        "RuleNumber", number);
  }

  Map<String, Object> create() {
    view.need("Vpc", view.input("VpcId"));
    Entity acl = view.create("NetworkAcl");
    return view.shown("NetworkAcl", view.change(acl, Map.of("entries", last())));
  }

  Map<String, Object> createEntry() {
    List<Map<?, ?>> entries = entries();
    if (entries.stream().anyMatch(this::isMeant)) {
      throw Ec2View.error(
          "NetworkAclEntryAlreadyExists",
          "The network acl entry identified by " + number() + " already exists.");
    }
    return keep(entries, entry());
  }

  Map<String, Object> replaceEntry() {
    return keep(others(), entry());
  }

  Map<String, Object> deleteEntry() {
    view.change(acl(), Map.of("entries", others()));
    return view.done();
  }

  private Map<String, Object> keep(List<Map<?, ?>> others, Map<String, Object> entry) {
    List<Map<?, ?>> entries = new ArrayList<>(others);
    entries.add(entry);
    entries.sort(
        Comparator.comparingInt(one -> one.get("RuleNumber") instanceof Integer n ? n : 0));
    view.change(acl(), Map.of("entries", entries));
    return view.done();
  }

  private Entity acl() {
    return view.need("NetworkAcl", view.input("NetworkAclId"));
  }

  private List<Map<?, ?>> entries() {
    return Ec2View.structures(acl(), "entries");
  }

  /** The entries besides the one that the request is about. */
  private List<Map<?, ?>> others() {
    List<Map<?, ?>> entries = entries();
    List<Map<?, ?>> others = entries.stream().filter(entry -> !isMeant(entry)).toList();
    if (others.size() == entries.size()) {
      throw Ec2View.error(
          "InvalidNetworkAclEntry.NotFound",
          "The network acl entry identified by " + number() + " does not exist.");
    }
    return others;
  }

  private boolean isMeant(Map<?, ?> entry) {
    return number().equals(entry.get("RuleNumber")) && egress().equals(entry.get("Egress"));
  }

  private Object number() {
    return view.scene().input().getOrDefault("RuleNumber", 0);
  }

  private Object egress() {
    return view.scene().input().getOrDefault("Egress", false);
  }

  private Map<String, Object> entry() {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("RuleNumber", number());
    entry.put("Egress", egress());
    view.scene().input().entrySet().stream()
        .filter(given -> MEMBERS.contains(given.getKey()))
        .forEach(given -> entry.put(given.getKey(), given.getValue()));
    return entry;
  }

  /** A subnet goes from the network ACL that it has to another. */
  Map<String, Object> replaceAssociation() {
    String id = view.input("AssociationId");
    Entity target = acl();
    Entity source =
        view.all("NetworkAcl")
            .filter(found -> associations(found, id).count() > 0)
            .findFirst()
            .orElseThrow(
                () ->
                    Ec2View.error(
                        "InvalidAssociationID.NotFound",
                        "The association ID '" + id + "' does not exist"));
    Map<?, ?> gone = associations(source, id).findFirst().orElseThrow();
    List<Map<?, ?>> kept = new ArrayList<>(Ec2View.structures(source, "associations"));
    kept.remove(gone);
    view.change(source, Map.of("associations", kept));
    String newId = view.newId("aclassoc-");
    List<Object> associations =
        new ArrayList<>(
            Ec2View.structures(view.need("NetworkAcl", target.key().id()), "associations"));
    associations.add(
        Map.of(
            "NetworkAclAssociationId", newId,
            "NetworkAclId", target.key().id(),
            "SubnetId", Structures.text(gone, "SubnetId")));
    view.change(target, Map.of("associations", associations));
    return Map.of("NewAssociationId", newId);
  }

  private static Stream<Map<?, ?>> associations(Entity acl, String id) {
    return Ec2View.structures(acl, "associations").stream()
        .filter(association -> Structures.text(association, "NetworkAclAssociationId").equals(id));
  }
}
