package io.robotocore.services.modeled;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Managed prefix lists, which have a new version with each change of their entries.
 *
 * @param view the call's view of EC2
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html">Managed
 *     prefix lists</a>
 */
record Ec2PrefixLists(Ec2View view) {

  private static final String NOUN = "ManagedPrefixList";

  Map<String, Object> create() {
    return view.shown(
        NOUN, view.change(view.create(NOUN), Map.of("entries", view.structures("Entries"))));
  }

  Map<String, Object> entries() {
    Entity list = list();
    Page<Map<?, ?>> page = Page.of(view.scene(), Ec2View.structures(list, "entries"));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("Entries", page.entries());
    page.continueIn(answer);
    return answer;
  }

  private Entity list() {
    return view.need(NOUN, view.input("PrefixListId"));
  }

  Map<String, Object> modify() {
    Entity list = list();
    Map<String, Object> changes = new LinkedHashMap<>();
    for (String member : List.of("PrefixListName", "MaxEntries")) {
      Object given = view.scene().input().get(member);
      if (given != null) {
        changes.put(Names.canonical(member), given);
      }
    }
    List<Map<?, ?>> added = view.structures("AddEntries");
    List<Map<?, ?>> removed = view.structures("RemoveEntries");
    if (!added.isEmpty() || !removed.isEmpty()) {
      int version = version(list);
      changes.put("entries", changed(Ec2View.structures(list, "entries"), added, removed));
      changes.put("version", version + 1L);
    }
    changes.put("state", "modify-complete");
    return view.shown(NOUN, view.change(list, changes));
  }

  /** The version, which has to be the one that the request is about. */
  private int version(Entity list) {
    int version = list.attribute("version").orElse(1) instanceof Number one ? one.intValue() : 1;
    if (view.scene().input().get("CurrentVersion") instanceof Number given
        && given.intValue() != version) {
      throw Ec2View.error(
          "PrefixListVersionMismatch",
          "The prefix list has the incorrect version number. Current version is " + version + ".");
    }
    return version;
  }

  private static List<Object> changed(
      List<Map<?, ?>> present, List<Map<?, ?>> added, List<Map<?, ?>> removed) {
    List<String> gone = new ArrayList<>();
    removed.forEach(entry -> gone.add(Structures.text(entry, "Cidr")));
    added.forEach(entry -> gone.add(Structures.text(entry, "Cidr")));
    List<Object> changed = new ArrayList<>();
    present.stream()
        .filter(entry -> !gone.contains(Structures.text(entry, "Cidr")))
        .forEach(changed::add);
    changed.addAll(added);
    return changed;
  }
}
