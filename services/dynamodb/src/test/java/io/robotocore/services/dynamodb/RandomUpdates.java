package io.robotocore.services.dynamodb;

import static io.robotocore.services.dynamodb.Given.l;
import static io.robotocore.services.dynamodb.Given.m;
import static io.robotocore.services.dynamodb.Given.n;
import static io.robotocore.services.dynamodb.Given.ns;
import static io.robotocore.services.dynamodb.Given.ss;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Makes random updates, each together with what it means, in terms of the SDK's values only. An
 * update's actions touch places that do not meet.
 */
final class RandomUpdates {

  private static final List<String> NAMES = List.of("aa", "bb", "cc", "dd");

  private final Random random;
  private final RandomConditions scalars;
  private final Map<String, AttributeValue> values = new LinkedHashMap<>();
  private final Map<String, List<String>> sections = new TreeMap<>();
  private final List<Action> actions = new ArrayList<>();

  /** A place: an attribute, or what stands in one under a name or index. */
  private record Place(String attribute, Optional<Object> step) {

    String text() {
      return attribute
          + step.map(one -> one instanceof Integer ? "[" + one + "]" : "." + one).orElse("");
    }

    boolean meets(Place other) {
      return attribute.equals(other.attribute)
          && (step.isEmpty()
              || other.step.isEmpty()
              || step.equals(other.step)
              || step.get().getClass() != other.step.get().getClass());
    }

    Optional<AttributeValue> in(Map<String, AttributeValue> item) {
      AttributeValue value = item.get(attribute);
      if (value == null || step.isEmpty()) {
        return Optional.ofNullable(value);
      }
      if (step.get() instanceof Integer index) {
        return value.hasL() && index < value.l().size()
            ? Optional.of(value.l().get(index))
            : Optional.empty();
      }
      return value.hasM() ? Optional.ofNullable(value.m().get(step.get())) : Optional.empty();
    }
  }

  /** What cannot be done to an item. */
  static final class Impossible extends RuntimeException {}

  /** Where a value comes from. */
  private interface Origin {
    AttributeValue in(Map<String, AttributeValue> item);
  }

  private record Source(String text, Origin origin) {}

  /** What a place becomes: something, nothing, or what it was. */
  private interface Effect {
    Optional<AttributeValue> of(Map<String, AttributeValue> item);
  }

  private record Action(Place place, Effect effect) {}

  RandomUpdates(Random random) {
    this.random = random;
    this.scalars = new RandomConditions(random);
    for (int i = random.nextInt(3); i >= 0; i--) {
      Place place = place();
      if (actions.stream().noneMatch(action -> action.place.meets(place))) {
        add(place);
      }
    }
  }

  /** The values of its placeholders. */
  Map<String, AttributeValue> values() {
    return values;
  }

  /** The update as it is written. */
  String text() {
    List<String> texts = new ArrayList<>();
    sections.forEach((section, clauses) -> texts.add(section + " " + String.join(", ", clauses)));
    return String.join(" ", texts);
  }

  private int pick(int bound) {
    return random.nextInt(bound);
  }

  /** A value, of those that updates can do more with rather often. */
  AttributeValue value() {
    return switch (pick(6)) {
      case 0 -> n(pick(40) - 20);
      case 1 -> l(scalars.scalar(), scalars.scalar(), scalars.scalar());
      case 2 -> m("kk", scalars.scalar(), "jj", n(pick(9)));
      case 3 -> ns(pick(3), 5 + pick(3));
      case 4 -> ss("x", "y" + pick(3));
      default -> scalars.value();
    };
  }

  /** An item's attributes besides its key. */
  Map<String, AttributeValue> attributes() {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    for (String name : NAMES) {
      if (pick(5) > 0) {
        attributes.put(name, value());
      }
    }
    return attributes;
  }

  private Place place() {
    String name = NAMES.get(pick(NAMES.size()));
    return switch (pick(6)) {
      case 0 -> new Place(name, Optional.of(List.of("kk", "jj", "nn").get(pick(3))));
      case 1 -> new Place(name, Optional.of(List.of(0, 1, 2, 5, 7).get(pick(5))));
      default -> new Place(name, Optional.empty());
    };
  }

  private String placeholder(AttributeValue value) {
    String name = ":v" + values.size();
    values.put(name, value);
    return name;
  }

  private void add(Place place) {
    switch (pick(6)) {
      case 0 -> add("REMOVE", place, "", item -> Optional.empty());
      case 1 -> {
        AttributeValue value = pick(2) == 0 ? n(pick(9)) : ns(pick(3), 9);
        add("ADD", place, " " + placeholder(value), item -> Optional.of(sum(place, value, item)));
      }
      case 2 -> {
        AttributeValue value = pick(2) == 0 ? ss("x", "y1") : ns(0, 1, 5, 6);
        add("DELETE", place, " " + placeholder(value), item -> without(place, value, item));
      }
      default -> {
        Source source = source();
        add("SET", place, " = " + source.text, item -> Optional.of(source.origin.in(item)));
      }
    }
  }

  private void add(String section, Place place, String rest, Effect effect) {
    sections.computeIfAbsent(section, name -> new ArrayList<>()).add(place.text() + rest);
    actions.add(new Action(place, effect));
  }

  private static AttributeValue sum(
      Place place, AttributeValue value, Map<String, AttributeValue> item) {
    AttributeValue old = place.in(item).orElse(null);
    if (old == null) {
      return value;
    } else if (value.n() != null && old.n() != null) {
      return n(new BigDecimal(old.n()).add(new BigDecimal(value.n())));
    } else if (value.hasNs() && old.hasNs()) {
      Set<String> all = new LinkedHashSet<>(old.ns());
      all.addAll(value.ns());
      return AttributeValue.fromNs(List.copyOf(all));
    }
    throw new Impossible();
  }

  private static Optional<AttributeValue> without(
      Place place, AttributeValue value, Map<String, AttributeValue> item) {
    AttributeValue old = place.in(item).orElse(null);
    if (old == null) {
      return Optional.empty();
    } else if (old.hasSs() && value.hasSs()) {
      List<String> left = old.ss().stream().filter(one -> !value.ss().contains(one)).toList();
      return left.isEmpty() ? Optional.empty() : Optional.of(AttributeValue.fromSs(left));
    } else if (old.hasNs() && value.hasNs()) {
      List<String> left = old.ns().stream().filter(one -> !value.ns().contains(one)).toList();
      return left.isEmpty() ? Optional.empty() : Optional.of(AttributeValue.fromNs(left));
    }
    throw new Impossible();
  }

  private Source source() {
    return switch (pick(6)) {
      case 0 -> number(operand(n(pick(9))), pick(2) == 0 ? "+" : "-", operand(n(pick(9))));
      case 1 -> appended(operand(l(scalars.scalar())), operand(l(scalars.scalar())));
      default -> operand(value());
    };
  }

  private static Source number(Source one, String operator, Source other) {
    return new Source(
        one.text + " " + operator + " " + other.text,
        item -> {
          AttributeValue a = one.origin.in(item);
          AttributeValue b = other.origin.in(item);
          if (a.n() == null || b.n() == null) {
            throw new Impossible();
          }
          BigDecimal second = new BigDecimal(b.n());
          return n(new BigDecimal(a.n()).add(operator.equals("+") ? second : second.negate()));
        });
  }

  private static Source appended(Source one, Source other) {
    return new Source(
        "list_append(" + one.text + ", " + other.text + ")",
        item -> {
          AttributeValue a = one.origin.in(item);
          AttributeValue b = other.origin.in(item);
          if (!a.hasL() || !b.hasL()) {
            throw new Impossible();
          }
          return AttributeValue.fromL(Stream.concat(a.l().stream(), b.l().stream()).toList());
        });
  }

  /** A path, a value, or the one if it is there and else the other. */
  private Source operand(AttributeValue value) {
    Place place = place();
    return switch (pick(4)) {
      case 0 -> new Source(place.text(), item -> place.in(item).orElseThrow(Impossible::new));
      case 1 ->
          new Source(
              "if_not_exists(" + place.text() + ", " + placeholder(value) + ")",
              item -> place.in(item).orElse(value));
      default -> new Source(placeholder(value), item -> value);
    };
  }

  /**
   * An item after the update.
   *
   * @throws Impossible if it does not fit the item
   */
  Map<String, AttributeValue> of(Map<String, AttributeValue> item) {
    Map<String, AttributeValue> changed = new LinkedHashMap<>(item);
    Map<String, TreeMap<Integer, Optional<AttributeValue>>> elements = new TreeMap<>();
    for (Action action : actions) {
      Optional<AttributeValue> value = action.effect.of(item);
      String attribute = action.place.attribute;
      Object step = action.place.step.orElse("");
      if (step instanceof Integer index) {
        elements.computeIfAbsent(attribute, name -> new TreeMap<>()).put(index, value);
      } else if (action.place.step.isEmpty()) {
        value.ifPresentOrElse(one -> changed.put(attribute, one), () -> changed.remove(attribute));
      } else {
        changed.put(attribute, member(changed.get(attribute), (String) step, value));
      }
    }
    elements.forEach(
        (attribute, edits) -> changed.put(attribute, list(changed.get(attribute), edits)));
    return changed;
  }

  private static AttributeValue member(
      AttributeValue map, String name, Optional<AttributeValue> value) {
    if (map == null || !map.hasM()) {
      throw new Impossible();
    }
    Map<String, AttributeValue> members = new LinkedHashMap<>(map.m());
    members.remove(name);
    value.ifPresent(one -> members.put(name, one));
    return AttributeValue.fromM(members);
  }

  private static AttributeValue list(
      AttributeValue list, SortedMap<Integer, Optional<AttributeValue>> edits) {
    if (list == null || !list.hasL()) {
      throw new Impossible();
    }
    List<AttributeValue> elements = new ArrayList<>();
    for (int i = 0; i < list.l().size(); i++) {
      (edits.containsKey(i) ? edits.get(i) : Optional.of(list.l().get(i))).ifPresent(elements::add);
    }
    edits.tailMap(list.l().size()).values().forEach(value -> value.ifPresent(elements::add));
    return AttributeValue.fromL(elements);
  }
}
