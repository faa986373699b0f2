package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The attributes of items.
 *
 * @param view the call's view of SimpleDB
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/ConditionalPut.html">
 *     conditional puts</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/SDBLimits.html">limits</a>
 */
record SdbAttributes(SdbView view) {

  private static final int MOST_ITEMS = 25;
  private static final int MOST_ATTRIBUTES = 256;
  private static final int CONFLICT = 409;
  private static final String ATTRIBUTES = "Attributes";

  Map<String, Object> put() {
    Map<String, Object> input = view.scene().input();
    String domain = view.domain();
    SdbItem item = view.item(domain, Structures.text(input, "ItemName"));
    checkExpected(item);
    view.keep(domain, changed(item, Structures.list(input, ATTRIBUTES)));
    return Map.of();
  }

  /** Changes all items of a batch, or none of them. */
  Map<String, Object> putBatch() {
    String domain = view.domain();
    Map<String, SdbItem> changed = new LinkedHashMap<>();
    for (Map<?, ?> one : batch()) {
      String name = Structures.text(one, "Name");
      if (changed.containsKey(name)) {
        throw SdbView.error("DuplicateItemName", "Item " + name + " was specified more than once.");
      }
      changed.put(name, changed(view.item(domain, name), Structures.list(one, ATTRIBUTES)));
    }
    changed.values().forEach(item -> view.keep(domain, item));
    return Map.of();
  }

  private List<Map<?, ?>> batch() {
    List<Map<?, ?>> items = Structures.list(view.scene().input(), "Items");
    if (items.size() > MOST_ITEMS) {
      throw SdbView.error(
          "NumberSubmittedItemsExceeded",
          "Too many items in a single call. Up to 25 items per call allowed.");
    }
    return items;
  }

  private static SdbItem changed(SdbItem item, List<Map<?, ?>> given) {
    SdbView.checkLength("ItemName", item.name());
    for (Map<?, ?> one : given) {
      SdbView.checkLength("Name", Structures.text(one, "Name"));
      SdbView.checkLength("Value", Structures.text(one, "Value"));
    }
    SdbItem changed = item.with(given);
    if (changed.size() > MOST_ATTRIBUTES || given.size() > MOST_ATTRIBUTES) {
      throw SdbView.error("NumberItemAttributesExceeded", "Too many attributes in this item.");
    }
    return changed;
  }

  Map<String, Object> delete() {
    String domain = view.domain();
    SdbItem item = view.item(domain, Structures.text(view.scene().input(), "ItemName"));
    checkExpected(item);
    view.keep(domain, item.without(Structures.list(view.scene().input(), ATTRIBUTES)));
    return Map.of();
  }

  Map<String, Object> deleteBatch() {
    String domain = view.domain();
    for (Map<?, ?> one : batch()) {
      SdbItem item = view.item(domain, Structures.text(one, "Name"));
      view.keep(domain, item.without(Structures.list(one, ATTRIBUTES)));
    }
    return Map.of();
  }

  Map<String, Object> get() {
    SdbItem item = view.item(view.domain(), Structures.text(view.scene().input(), "ItemName"));
    List<String> names =
        view.scene().input().get("AttributeNames") instanceof List<?> list
            ? list.stream().map(String::valueOf).toList()
            : List.of();
    return Map.of(ATTRIBUTES, item.told(names));
  }

  private void checkExpected(SdbItem item) {
    if (!(view.scene().input().get("Expected") instanceof Map<?, ?> expected)) {
      return;
    }
    String name = Structures.text(expected, "Name");
    List<String> values = item.values(name);
    boolean absent = Boolean.FALSE.equals(expected.get("Exists"));
    if (absent && !values.isEmpty()) {
      throw conflict(
          "ConditionalCheckFailed",
          "Conditional check failed. Attribute (" + name + ") value exists");
    }
    if (absent) {
      return;
    }
    if (values.isEmpty()) {
      throw SdbView.error("AttributeDoesNotExist", "Attribute (" + name + ") does not exist");
    }
    if (values.size() > 1) {
      throw conflict(
          "MultiValuedAttribute",
          "Attribute ("
              + name
              + ") is multi-valued. Conditional check can only be performed on a single-valued"
              + " attribute");
    }
    if (!values.get(0).equals(expected.get("Value"))) {
      throw conflict(
          "ConditionalCheckFailed",
          "Conditional check failed. Attribute (%s) value is (%s) but was expected (%s)"
              .formatted(name, values.get(0), expected.get("Value")));
    }
  }

  private static DocumentError conflict(String code, String message) {
    return DocumentError.unmodeled(code, message, CONFLICT);
  }
}
