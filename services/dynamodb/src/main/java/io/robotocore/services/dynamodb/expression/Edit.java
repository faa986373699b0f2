package io.robotocore.services.dynamodb.expression;

import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Invalid;
import io.robotocore.services.dynamodb.item.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Changes at several paths of an item, put together as a tree so that each map and list is made
 * once.
 */
final class Edit {

  private final Map<String, Edit> names = new TreeMap<>();
  private final Map<Integer, Edit> indexes = new TreeMap<>();
  private Optional<Update.Change> change = Optional.empty();

  /** An item with what is at some paths replaced, or removed. */
  static Document apply(Document item, Map<Path, Optional<Value>> changes) {
    Edit root = new Edit();
    changes.forEach(root::add);
    return root.edited(item);
  }

  private void add(Path path, Optional<Value> value) {
    Edit edit = this;
    for (Path.Step step : path.steps()) {
      edit =
          step instanceof Path.Named named
              ? edit.names.computeIfAbsent(named.name(), name -> new Edit())
              : edit.indexes.computeIfAbsent(((Path.Indexed) step).index(), index -> new Edit());
    }
    edit.change = Optional.of(new Update.Change(value));
  }

  /** What becomes of a value, or of nothing. */
  private Optional<Value> edited(Optional<Value> old) {
    if (change.isPresent()) {
      return change.get().value();
    }
    Value value = old.orElseThrow(Edit::wrongPath);
    if (value instanceof Document map && indexes.isEmpty()) {
      return Optional.of(edited(map));
    } else if (value instanceof Value.Sequence list && names.isEmpty()) {
      return Optional.of(edited(list));
    }
    throw wrongPath();
  }

  private Document edited(Document map) {
    Map<String, Value> values = map.asMap();
    names.forEach(
        (name, edit) ->
            edit.edited(map.get(name))
                .ifPresentOrElse(value -> values.put(name, value), () -> values.remove(name)));
    return Document.of(values);
  }

  /** What is put beyond the end of a list comes at its end, in the order of the indexes. */
  private Value.Sequence edited(Value.Sequence list) {
    List<Value> old = list.values();
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < old.size(); i++) {
      Optional<Value> before = Optional.of(old.get(i));
      Optional.ofNullable(indexes.get(i))
          .map(edit -> edit.edited(before))
          .orElse(before)
          .ifPresent(values::add);
    }
    indexes.forEach(
        (index, edit) -> {
          if (index >= old.size()) {
            edit.edited(Optional.empty()).ifPresent(values::add);
          }
        });
    return new Value.Sequence(List.copyOf(values));
  }

  private static RuntimeException wrongPath() {
    return Invalid.because(
        "The document path provided in the update expression is invalid for update");
  }
}
