package io.robotocore.services.s3.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A way into a value: {@code s.a."B c"[0]['d'].*}.
 *
 * @param steps its steps
 */
record Path(List<Step> steps) {

  private static final Pattern STEP =
      Pattern.compile(
          "\\.?(?:(?<name>\\w+)|\"(?<quoted>[^\"]*)\")"
              + "|\\[(?:(?<index>\\d+)|'(?<key>[^']*)'|(?<all>\\*))]");

  /** A step. */
  sealed interface Step {}

  /**
   * To a member.
   *
   * @param text its name
   * @param exact whether the case of its letters matters
   */
  record Name(String text, boolean exact) implements Step {}

  /**
   * To an element.
   *
   * @param number how many elements are before it
   */
  record Index(int number) implements Step {}

  /** To every element. */
  record All() implements Step {}

  static Path of(String text) {
    List<Step> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(text);
    while (matcher.find()) {
      if (matcher.group("name") != null) {
        steps.add(new Name(matcher.group("name"), false));
      } else if (matcher.group("quoted") != null) {
        steps.add(new Name(matcher.group("quoted"), true));
      } else if (matcher.group("key") != null) {
        steps.add(new Name(matcher.group("key"), true));
      } else if (matcher.group("index") != null) {
        steps.add(new Index(Integer.parseInt(matcher.group("index"))));
      } else {
        steps.add(new All());
      }
    }
    return new Path(List.copyOf(steps));
  }

  /** This path without its first step. */
  Path rest() {
    return new Path(steps.subList(1, steps.size()));
  }

  /** Whether it begins with a name. */
  boolean startsWith(String name) {
    return !steps.isEmpty()
        && steps.get(0) instanceof Name first
        && (first.exact ? first.text.equals(name) : first.text.equalsIgnoreCase(name));
  }

  /** What its end is called; empty if that is no member. */
  String lastName() {
    return !steps.isEmpty() && steps.get(steps.size() - 1) instanceof Name last ? last.text : "";
  }

  /** What it leads to. */
  Object from(Object start) {
    Object here = start;
    for (Step step : steps) {
      here = from(here, step);
    }
    return here;
  }

  private static Object from(Object value, Step step) {
    if (step instanceof Name name && value instanceof Map<?, ?> members) {
      return member(members, name);
    }
    if (step instanceof Index index && value instanceof List<?> elements) {
      return index.number < elements.size() ? elements.get(index.number) : Absent.MISSING;
    }
    return Absent.MISSING;
  }

  private static Object member(Map<?, ?> members, Name name) {
    for (Map.Entry<?, ?> member : members.entrySet()) {
      String there = String.valueOf(member.getKey());
      if (name.exact ? there.equals(name.text) : there.equalsIgnoreCase(name.text)) {
        return member.getValue();
      }
    }
    return Absent.MISSING;
  }

  /** Hands over everything that it leads to. */
  void each(Object start, Consumer<Object> receiver) {
    if (steps.isEmpty()) {
      receiver.accept(start);
    } else if (!(steps.get(0) instanceof All)) {
      Object next = from(start, steps.get(0));
      if (next != Absent.MISSING) {
        rest().each(next, receiver);
      }
    } else if (start instanceof List<?> elements) {
      elements.forEach(element -> rest().each(element, receiver));
    } else {
      rest().each(start, receiver);
    }
  }
}
