package io.robotocore.services.dynamodb.expression;

import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a request wants to see of an item.
 *
 * @param root the paths, put together as a tree; without branches it means all
 */
public record Projection(Branch root) {

  /** All attributes. */
  public static final Projection EVERYTHING = new Projection(new Branch(Map.of(), Map.of()));

  /** Some paths. */
  public static Projection of(List<Path> paths) {
    return new Projection(Branch.of(paths, 0));
  }

  /** The attributes in which the paths begin. */
  public List<String> attributes() {
    return List.copyOf(root.names.keySet());
  }

  /** What there is of it in an item. */
  public Document of(Document item) {
    return root.isLeaf() ? item : root.of(item).map(Document.class::cast).orElse(Document.EMPTY);
  }

  /** Where paths part. */
  record Branch(Map<String, Branch> names, Map<Integer, Branch> indexes) {

    private static Branch of(List<Path> paths, int depth) {
      Map<String, List<Path>> byName = new LinkedHashMap<>();
      Map<Integer, List<Path>> byIndex = new TreeMap<>();
      for (Path path : paths) {
        if (path.steps().size() > depth) {
          Path.Step step = path.steps().get(depth);
          if (step instanceof Path.Named named) {
            byName.computeIfAbsent(named.name(), name -> new ArrayList<>()).add(path);
          } else if (step instanceof Path.Indexed indexed) {
            byIndex.computeIfAbsent(indexed.index(), index -> new ArrayList<>()).add(path);
          }
        }
      }
      Map<String, Branch> names = new LinkedHashMap<>();
      byName.forEach((name, behind) -> names.put(name, of(behind, depth + 1)));
      Map<Integer, Branch> indexes = new TreeMap<>();
      byIndex.forEach((index, behind) -> indexes.put(index, of(behind, depth + 1)));
      return new Branch(names, indexes);
    }

    private boolean isLeaf() {
      return names.isEmpty() && indexes.isEmpty();
    }

    private Optional<Value> of(Value value) {
      if (isLeaf()) {
        return Optional.of(value);
      }
      return value instanceof Document map ? of(map) : inList(value);
    }

    private Optional<Value> of(Document map) {
      Map<String, Value> found = new TreeMap<>();
      names.forEach(
          (name, branch) ->
              map.get(name).flatMap(branch::of).ifPresent(value -> found.put(name, value)));
      return found.isEmpty() ? Optional.empty() : Optional.of(Document.of(found));
    }

    private Optional<Value> inList(Value value) {
      if (!(value instanceof Value.Sequence list)) {
        return Optional.empty();
      }
      List<Value> found = new ArrayList<>();
      indexes.forEach(
          (index, branch) -> {
            if (index < list.values().size()) {
              branch.of(list.values().get(index)).ifPresent(found::add);
            }
          });
      return found.isEmpty()
          ? Optional.empty()
          : Optional.of(new Value.Sequence(List.copyOf(found)));
    }
  }
}
