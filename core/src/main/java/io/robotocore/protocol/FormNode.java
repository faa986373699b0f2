package io.robotocore.protocol;

import io.robotocore.model.PercentEncoding;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query request as the tree that their dotted names spell: {@code Tag.1.Key=a}
 * is a node {@code Tag} with a node {@code 1} with a node {@code Key} with the value {@code a}.
 */
final class FormNode {

  /** No shape of a query service is as deep as this. */
  private static final int DEEPEST = 64;

  private @Nullable String value;
  private @Nullable Map<String, FormNode> children;

  private FormNode() {}

  /** The tree of a form body and of a query string. */
  static FormNode of(String form, String query) {
    FormNode root = new FormNode();
    root.addAll(query);
    root.addAll(form);
    return root;
  }

  private void addAll(String form) {
    int start = 0;
    while (start < form.length()) {
      int end = form.indexOf('&', start);
      end = end < 0 ? form.length() : end;
      int equals = form.indexOf('=', start);
      if (equals > start && equals < end) {
        add(
            PercentEncoding.decodeForm(form.substring(start, equals)),
            PercentEncoding.decodeForm(form.substring(equals + 1, end)));
      } else if (equals != start && end > start) {
        add(PercentEncoding.decodeForm(form.substring(start, end)), "");
      }
      start = end + 1;
    }
  }

  /** Adds a parameter. */
  void add(String name, String text) {
    FormNode node = this;
    int depth = 0;
    for (int start = 0; start <= name.length(); depth++) {
      int dot = name.indexOf('.', start);
      int end = dot < 0 ? name.length() : dot;
      if (depth == DEEPEST) {
        throw new WireException("MalformedInput", "The parameter name is nested too deeply");
      }
      node = node.children().computeIfAbsent(name.substring(start, end), part -> new FormNode());
      start = end + 1;
    }
    node.value = text;
  }

  private Map<String, FormNode> children() {
    @Nullable Map<String, FormNode> present = children;
    if (present == null) {
      present = new LinkedHashMap<>();
      children = present;
    }
    return present;
  }

  /** The node of a name, which may be dotted. */
  Optional<FormNode> child(String name) {
    int dot = name.indexOf('.');
    if (children == null) {
      return Optional.empty();
    }
    Optional<FormNode> first =
        Optional.ofNullable(children.get(dot < 0 ? name : name.substring(0, dot)));
    return dot < 0 ? first : first.flatMap(node -> node.child(name.substring(dot + 1)));
  }

  /** The numbered nodes below this one, in the order of their numbers. */
  Iterable<FormNode> numbered() {
    Map<Integer, FormNode> byNumber = new TreeMap<>();
    children().forEach((number, node) -> byNumber.put(number(number), node));
    return byNumber.values();
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new WireException(
          "MalformedInput",
          "Key " + text + " is not a number where an index of a list is expected");
    }
  }

  /** Whether this node has nodes below it. */
  boolean hasChildren() {
    return children != null;
  }

  /** The value at this node; empty text when there are only nodes below it. */
  String text() {
    @Nullable String present = value;
    return present == null ? "" : present;
  }
}
