package io.robotocore.services.modeled;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Domains.
 *
 * @param view the call's view of SimpleDB
 */
record SdbDomains(SdbView view) {

  private static final int MOST = 100;

  /** Makes a domain; nothing happens if it is there. */
  Map<String, Object> create() {
    String name = Structures.text(view.scene().input(), "DomainName");
    if (!name.matches("[a-zA-Z0-9_.-]{3,255}")) {
      throw SdbView.invalid("DomainName", name, "");
    }
    EntityKey key = new EntityKey(SdbView.DOMAIN, "", name);
    if (view.scene().state().get(key).isEmpty()) {
      view.scene().state().put(Entity.of(key, Map.of(), view.scene().call().now()));
    }
    return Map.of();
  }

  /** Takes a domain away with its items; nothing happens if it is not there. */
  Map<String, Object> delete() {
    String name = Structures.text(view.scene().input(), "DomainName");
    view.items(name).toList().forEach(item -> view.keep(name, SdbItem.of(item.name(), Map.of())));
    view.scene()
        .state()
        .get(new EntityKey(SdbView.DOMAIN, "", name))
        .ifPresent(view.scene().state()::remove);
    return Map.of();
  }

  Map<String, Object> list() {
    int asked =
        view.scene().input().get("MaxNumberOfDomains") instanceof Integer given ? given : MOST;
    if (asked < 1 || asked > MOST) {
      throw SdbView.invalid(
          "MaxNumberOfDomains",
          Integer.toString(asked),
          "MaxNumberOfDomains must be between 1 and 100.");
    }
    List<String> names =
        view.scene().state().all(SdbView.DOMAIN).map(domain -> domain.key().id()).toList();
    int start = Math.min(view.start(), names.size());
    int end = Math.min(names.size(), start + asked);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("DomainNames", names.subList(start, end));
    if (end < names.size()) {
      answer.put("NextToken", SdbView.token(end));
    }
    return answer;
  }

  Map<String, Object> metadata() {
    List<SdbItem> items = view.items(view.domain()).toList();
    List<String> names =
        items.stream().flatMap(item -> item.attributes().keySet().stream()).distinct().toList();
    List<String> values =
        items.stream()
            .flatMap(item -> item.attributes().values().stream().flatMap(List::stream))
            .toList();
    return Map.of(
        "ItemCount", items.size(),
        "ItemNamesSizeBytes", size(items.stream().map(SdbItem::name)),
        "AttributeNameCount", names.size(),
        "AttributeNamesSizeBytes", size(names.stream()),
        "AttributeValueCount", values.size(),
        "AttributeValuesSizeBytes", size(values.stream()),
        "Timestamp", (int) view.scene().call().now().getEpochSecond());
  }

  private static long size(Stream<String> texts) {
    return texts
        .mapToLong(text -> text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
        .sum();
  }
}
