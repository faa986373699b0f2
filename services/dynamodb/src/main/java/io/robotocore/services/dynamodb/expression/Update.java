package io.robotocore.services.dynamodb.expression;

import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Invalid;
import io.robotocore.services.dynamodb.item.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is to become of an item: all of its actions look at the item as it was before. */
public record Update(List<Action> actions) {

  /** The paths that it changes. */
  public List<Path> paths() {
    return actions.stream().map(Action::path).toList();
  }

  /** An item after the update. */
  public Document of(Document item) {
    Map<Path, Optional<Value>> changes = new LinkedHashMap<>();
    for (Action action : actions) {
      action.change(item).ifPresent(change -> changes.put(action.path(), change.value()));
    }
    return Edit.apply(item, changes);
  }

  /** What becomes of the value at a path: another, or none. */
  record Change(Optional<Value> value) {}

  /** Something that happens at a path. */
  public sealed interface Action {

    /** Where it happens. */
    Path path();

    /** What happens for an item, if anything does. */
    Optional<Change> change(Document item);
  }

  /** A path gets a value. */
  record Put(Path path, Source source) implements Action {
    @Override
    public Optional<Change> change(Document item) {
      Value value =
          source
              .in(item)
              .orElseThrow(
                  () ->
                      Invalid.because(
                          "The provided expression refers to an attribute that does not exist in the item"));
      return Optional.of(new Change(Optional.of(value)));
    }
  }

  /** What is at a path goes. */
  record Remove(Path path) implements Action {
    @Override
    public Optional<Change> change(Document item) {
      return Optional.of(new Change(Optional.empty()));
    }
  }

  /** A number grows, or a set gets elements. */
  record Add(Path path, Value value) implements Action {
    @Override
    public Optional<Change> change(Document item) {
      Value sum = path.in(item).map(old -> Arithmetic.added(old, value)).orElse(value);
      return Optional.of(new Change(Optional.of(sum)));
    }
  }

  /** A set loses elements. */
  record Delete(Path path, Value.Elements value) implements Action {
    @Override
    public Optional<Change> change(Document item) {
      Optional<Value> old = path.in(item);
      return old.isEmpty()
          ? path.isAttribute() ? Optional.empty() : Optional.of(new Change(Optional.empty()))
          : Optional.of(new Change(Arithmetic.deleted(old.get(), value)));
    }
  }
}
