package io.robotocore.services.modeled;

import io.robotocore.service.Call;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the places in the texts of blueprints.
 *
 * @param call the call that creates something
 * @param attributes what is known of it
 * @param id its id
 */
record Template(Call call, Map<String, Object> attributes, String id) {

  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)([0-9]*)\\}");
  private static final String HEX = "0123456789abcdef";
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final String DIGITS = "0123456789";

  /** A value with all places in it filled; other values than texts are left as they are. */
  Object fill(Object value) {
    if (value instanceof String text) {
      return text.equals("{now}") ? call.now() : text(text);
    }
    if (value instanceof List<?> list) {
      List<Object> filled = new ArrayList<>();
      list.forEach(element -> filled.add(fill(java.util.Objects.requireNonNull(element))));
      return filled;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> filled = new LinkedHashMap<>();
      map.forEach((name, content) -> filled.put((String) name, fill(content)));
      return filled;
    }
    return value;
  }

  String text(String template) {
    Matcher place = PLACE.matcher(template);
    StringBuilder text = new StringBuilder();
    while (place.find()) {
      place.appendReplacement(
          text, Matcher.quoteReplacement(content(place.group(1), place.group(2))));
    }
    return place.appendTail(text).toString();
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
