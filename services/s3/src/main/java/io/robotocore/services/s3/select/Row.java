package io.robotocore.services.s3.select;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A record of an object. */
sealed interface Row {

  /** What a path leads to. */
  Object at(Path path);

  /** Everything in it, by names. */
  Map<String, Object> members();

  /**
   * A line of a CSV file.
   *
   * @param names the names of the columns; empty if they have none
   * @param values the values
   */
  record Line(List<String> names, List<String> values) implements Row {

    @Override
    public Object at(Path path) {
      if (path.steps().size() != 1 || !(path.steps().get(0) instanceof Path.Name name)) {
        return Absent.MISSING;
      }
      int index = index(name);
      return index < values.size() ? values.get(index) : Absent.MISSING;
    }

    private int index(Path.Name name) {
      for (int i = 0; i < names.size(); i++) {
        String there = names.get(i);
        if (name.exact() ? there.equals(name.text()) : there.equalsIgnoreCase(name.text())) {
          return i;
        }
      }
      if (name.text().matches("_[1-9][0-9]{0,8}")) {
        return Integer.parseInt(name.text().substring(1)) - 1;
      }
      throw names.isEmpty() ? SelectError.noColumn() : SelectError.missingHeaders();
    }

    @Override
    public Map<String, Object> members() {
      Map<String, Object> members = new LinkedHashMap<>();
      for (int i = 0; i < values.size(); i++) {
        members.put(i < names.size() ? names.get(i) : "_" + (i + 1), values.get(i));
      }
      return members;
    }
  }

  /**
   * A value in a JSON file.
   *
   * @param value the value
   */
  record Value(Object value) implements Row {

    @Override
    public Object at(Path path) {
      return value instanceof Map<?, ?> || !path.startsWith("_1")
          ? path.from(value)
          : path.rest().from(value);
    }

    @Override
    public Map<String, Object> members() {
      Map<String, Object> members = new LinkedHashMap<>();
      if (value instanceof Map<?, ?> map) {
        map.forEach((name, member) -> members.put(String.valueOf(name), member));
      } else {
        members.put("_1", value);
      }
      return members;
    }
  }
}
