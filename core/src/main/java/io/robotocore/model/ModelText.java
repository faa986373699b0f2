package io.robotocore.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The text of a model file, and where in it each operation and shape begins.
 *
 * <p>A file is JSON with one operation and one shape a line, each kind sorted by name, so that a
 * line is found by its name and only what is asked for is ever parsed.
 */
final class ModelText {

  private static final String METADATA = "{\"metadata\":";
  private static final String OPERATIONS = "\"operations\":{";
  private static final String SHAPES = "\"shapes\":{";

  private final String text;
  private final Lines operations;
  private final Lines shapes;

  ModelText(String text) {
    this.text = text;
    operations = new Lines(text, text.indexOf(OPERATIONS) + OPERATIONS.length());
    shapes = new Lines(text, text.indexOf(SHAPES, operations.end) + SHAPES.length());
  }

  JsonObject metadata() {
    return JsonReader.object(text, METADATA.length());
  }

  List<String> operationNames() {
    return operations.names;
  }

  Optional<JsonObject> operation(String name) {
    return operations.find(name);
  }

  List<String> shapeNames() {
    return shapes.names;
  }

  JsonObject shape(String name) {
    Optional<JsonObject> shape = shapes.find(name);
    if (shape.isEmpty()) {
      throw new IllegalArgumentException("no such shape: " + name);
    }
    return shape.get();
  }

  /** The names of the shapes that are errors, found without parsing. */
  List<String> errorNames() {
    return shapes.namesOfLinesWith("\"exception\":true");
  }

  /** Consecutive lines {@code "name":{…},} up to a line that does not begin with a quote. */
  private static final class Lines {

    private final String text;
    private final List<String> names = new ArrayList<>();
    private final int end;
    private int[] values = new int[64];

    Lines(String text, int start) {
      this.text = text;
      int line = text.indexOf('\n', start) + 1;
      while (text.charAt(line) == '"') {
        int quote = text.indexOf('"', line + 1);
        add(text.substring(line + 1, quote), quote + 2);
        line = text.indexOf('\n', quote) + 1;
      }
      end = line;
    }

    private void add(String name, int value) {
      if (names.size() == values.length) {
        values = Arrays.copyOf(values, values.length * 4);
      }
      values[names.size()] = value;
      names.add(name);
    }

    Optional<JsonObject> find(String name) {
      int at = Collections.binarySearch(names, name);
      return at < 0 ? Optional.empty() : Optional.of(JsonReader.object(text, values[at]));
    }

    List<String> namesOfLinesWith(String needle) {
      List<String> found = new ArrayList<>();
      int at = names.isEmpty() ? -1 : text.indexOf(needle, values[0]);
      while (at >= 0 && at < end) {
        found.add(names.get(lineOf(at)));
        at = text.indexOf(needle, at + 1);
      }
      return found;
    }

    /** The number of the line whose value this place is in. */
    private int lineOf(int place) {
      return -2 - Arrays.binarySearch(values, 0, names.size(), place);
    }
  }
}
