package io.robotocore.signature;

import io.robotocore.model.PercentEncoding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The fields of a query string or form, decoded, in the order in which they were sent.
 *
 * @param fields the fields
 */
record Parameters(List<Field> fields) {

  static Parameters of(String text) {
    List<Field> fields = new ArrayList<>();
    for (String field : text.split("&")) {
      if (!field.isEmpty()) {
        int equals = field.indexOf('=');
        String name = equals < 0 ? field : field.substring(0, equals);
        String value = equals < 0 ? "" : field.substring(equals + 1);
        fields.add(
            new Field(
                PercentEncoding.decodeForm(name), PercentEncoding.decodeForm(value), equals >= 0));
      }
    }
    return new Parameters(List.copyOf(fields));
  }

  /** These fields and others behind them. */
  Parameters and(Parameters others) {
    List<Field> both = new ArrayList<>(fields);
    both.addAll(others.fields);
    return new Parameters(both);
  }

  /** The first value of a field. */
  Optional<String> first(String name) {
    return fields.stream().filter(field -> field.name.equals(name)).map(Field::value).findFirst();
  }

  /** Those whose names satisfy a condition. */
  Parameters named(Predicate<String> condition) {
    return new Parameters(fields.stream().filter(field -> condition.test(field.name)).toList());
  }

  /** These fields encoded, and sorted by encoded name and then by encoded value. */
  String canonical() {
    return fields.stream()
        .map(
            field ->
                new Field(UriEncoding.encode(field.name), UriEncoding.encode(field.value), true))
        .sorted(Comparator.comparing(Field::name).thenComparing(Field::value))
        .map(field -> field.name + "=" + field.value)
        .collect(Collectors.joining("&"));
  }

  /**
   * A field.
   *
   * @param name its name
   * @param value its value
   * @param assigned whether there was an equals sign
   */
  record Field(String name, String value, boolean assigned) {}
}
