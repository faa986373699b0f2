package io.robotocore.services.modeled;

import io.robotocore.service.Call;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills the places in the texts of blueprints.
 *
 * @param call the call that creates something
 * @param attributes what is known of it
 * @param id its id
 */
record Template(Call call, Map<String, Object> attributes, String id) {

  private static final Pattern PLACE =
      Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*?)([0-9]*)(?:\\|(name|path|short))?\\}");
  private static final Set<String> KNOWN =
      Set.of(
          "account",
          "region",
          "partition",
          "id",
          "uuid",
          "hex",
          "letters",
          "capitals",
          "digits",
          "now",
          "millis");
  private static final int SHORT = 3;
  private static final String EACH = "each ";
  private static final String HEX = "0123456789abcdef";
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final String DIGITS = "0123456789";

  /** A value with all places in it filled; other values than texts are left as they are. */
  Object fill(Object value) {
    if (value instanceof String text) {
      if (text.equals("{millis}")) {
        return call.now().toEpochMilli();
      }
      return text.equals("{now}") ? call.now() : whole(text).orElseGet(() -> text(text));
    }
    if (value instanceof List<?> list) {
      List<Object> filled = new ArrayList<>();
      list.forEach(element -> filled.add(fill(java.util.Objects.requireNonNull(element))));
      return filled;
    }
    if (value instanceof Map<?, ?> map) {
      Optional<Object> special = special(map);
      if (special.isPresent()) {
        return special.get();
      }
      Map<String, Object> filled = new LinkedHashMap<>();
      map.forEach(
          (name, content) -> {
            if (!isUnknown(content)) {
              filled.put((String) name, fill(content));
            }
          });
      return filled;
    }
    return value;
  }

  /** Whether a value is nothing but a member that is not there. */
  boolean isUnknown(Object value) {
    if (!(value instanceof String text)) {
      return false;
    }
    Matcher place = PLACE.matcher(text);
    return place.matches()
        && !KNOWN.contains(place.group(1))
        && !attributes.containsKey(Names.canonical(place.group(1) + place.group(2)));
  }

  /** A member that is no text. */
  private Optional<Object> whole(String text) {
    Matcher place = PLACE.matcher(text);
    return place.matches() && place.group(3) == null
        ? Optional.ofNullable(attributes.get(Names.canonical(place.group(1) + place.group(2))))
            .filter(known -> !(known instanceof String))
        : Optional.empty();
  }

  /**
   * {@code {"{Engine}": {mysql: 3306, else: 5432}}}, {@code {"each {SubnetIds}": {Id: "{it}"}}}.
   */
  private Optional<Object> special(Map<?, ?> map) {
    if (map.size() != 1) {
      return Optional.empty();
    }
    Map.Entry<?, ?> only = map.entrySet().iterator().next();
    String key = (String) only.getKey();
    Object content = java.util.Objects.requireNonNull(only.getValue());
    if (key.startsWith(EACH)) {
      return Optional.of(each(whole(key.substring(EACH.length())).orElse(List.of()), content));
    }
    return PLACE.matcher(key).matches() && content instanceof Map<?, ?> choices
        ? Optional.of(fill(chosen(choices, String.valueOf(whole(key).orElseGet(() -> text(key))))))
        : Optional.empty();
  }

  private static Object chosen(Map<?, ?> choices, String value) {
    Object chosen = choices.get(value);
    return java.util.Objects.requireNonNull(chosen == null ? choices.get("else") : chosen);
  }

  private List<Object> each(Object elements, Object content) {
    List<Object> filled = new ArrayList<>();
    for (Object element : elements instanceof List<?> list ? list : List.of()) {
      Map<String, Object> more = new LinkedHashMap<>(attributes);
      more.put("it", java.util.Objects.requireNonNull(element));
      if (element instanceof Map<?, ?> structure) {
        structure.forEach((name, value) -> more.put(Names.canonical((String) name), value));
      }
      filled.add(new Template(call, more, id).fill(content));
    }
    return filled;
  }

  String text(String template) {
    Matcher place = PLACE.matcher(template);
    StringBuilder text = new StringBuilder();
    while (place.find()) {
      place.appendReplacement(
          text,
          Matcher.quoteReplacement(part(content(place.group(1), place.group(2)), place.group(3))));
    }
    return place.appendTail(text).toString();
  }

  /** A part of a text: its end, what is behind its first slash, or its first letters. */
  private static String part(String text, @Nullable String which) {
    if (which == null) {
      return text;
    }
    return switch (which) {
      case "name" -> text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf(':')) + 1);
      case "path" -> text.substring(text.indexOf('/') + 1);
      default -> text.substring(0, Math.min(SHORT, text.length()));
    };
  }

  private String content(String name, String count) {
    int length = count.isEmpty() ? 0 : Integer.parseInt(count);
    return switch (name) {
      case "account" -> call.account();
      case "region" -> call.region();
      case "partition" -> call.partition();
      case "id" -> id;
      case "uuid" -> call.random().uuid();
      case "hex" -> call.random().text(length, HEX);
      case "letters" -> call.random().text(length, LETTERS);
      case "capitals" -> call.random().text(length, LETTERS).toUpperCase(java.util.Locale.ROOT);
      case "digits" -> call.random().text(length, DIGITS);
      default -> String.valueOf(attributes.getOrDefault(Names.canonical(name + count), ""));
    };
  }
}
