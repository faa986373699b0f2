package io.robotocore.services.dynamodb.item;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Turns the SDK's attribute values into ours, checking them, and back. */
public final class Attributes {

  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final Value.Null NULL = new Value.Null();
  private static final AttributeValue WRITTEN_NULL = AttributeValue.fromNul(true);
  private static final AttributeValue TRUE = AttributeValue.fromBool(true);
  private static final AttributeValue FALSE = AttributeValue.fromBool(false);

  private Attributes() {}

  /**
   * Reads an item or a key.
   *
   * @throws software.amazon.awssdk.services.dynamodb.model.DynamoDbException if one of its values
   *     is none
   */
  public static Document read(Map<String, AttributeValue> map) {
    List<Map.Entry<String, AttributeValue>> sorted = new ArrayList<>(map.entrySet());
    sorted.sort(Map.Entry.comparingByKey());
    String[] names = new String[sorted.size()];
    Value[] values = new Value[names.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = sorted.get(i).getKey();
      values[i] = read(sorted.get(i).getValue());
    }
    return new Document(names, values);
  }

  /**
   * Reads a value.
   *
   * @throws software.amazon.awssdk.services.dynamodb.model.DynamoDbException if it is none
   */
  public static Value read(AttributeValue value) {
    int types = types(value);
    if (types == 0) {
      throw Invalid.because(
          "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
    }
    Value read = first(value);
    if (types > 1) {
      throw Invalid.because(
          "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes");
    }
    return read;
  }

  private static int types(AttributeValue value) {
    int types = value.s() != null ? 1 : 0;
    types += value.n() != null ? 1 : 0;
    types += value.b() != null ? 1 : 0;
    types += value.bool() != null ? 1 : 0;
    types += value.nul() != null ? 1 : 0;
    types += value.hasSs() ? 1 : 0;
    types += value.hasNs() ? 1 : 0;
    types += value.hasBs() ? 1 : 0;
    types += value.hasL() ? 1 : 0;
    return types + (value.hasM() ? 1 : 0);
  }

  private static Value first(AttributeValue value) {
    if (value.s() != null) {
      return new Value.Text(value.s());
    } else if (value.n() != null) {
      return Numbers.parse(value.n());
    } else if (value.b() != null) {
      return new Value.Binary(value.b());
    } else if (value.hasM()) {
      return read(value.m());
    } else if (value.hasL()) {
      return new Value.Sequence(value.l().stream().map(Attributes::read).toList());
    } else if (value.bool() != null) {
      return new Value.Bool(value.bool());
    } else if (value.nul() != null) {
      return nothing(value.nul());
    }
    return set(value);
  }

  private static Value nothing(boolean said) {
    if (!said) {
      throw Invalid.parameter("Null attribute value types must have the value of true");
    }
    return NULL;
  }

  private static Value set(AttributeValue value) {
    if (value.hasSs()) {
      return set(
          Type.SS,
          value.ss(),
          Value.Text::new,
          INVALID + "Input collection " + value.ss() + " contains duplicates.");
    } else if (value.hasNs()) {
      return set(Type.NS, value.ns(), Numbers::parse, "Input collection contains duplicates");
    }
    return set(
        Type.BS,
        value.bs(),
        Value.Binary::new,
        INVALID + "Input collection " + shown(value.bs()) + "of type BS contains duplicates.");
  }

  private static String shown(List<SdkBytes> bytes) {
    return bytes.stream()
        .map(one -> Base64.getEncoder().encodeToString(one.asByteArrayUnsafe()))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static <T> Value set(
      Type type, List<T> elements, Function<T, ? extends Value.Scalar> element, String duplicates) {
    if (elements.isEmpty()) {
      throw Invalid.parameter(empty(type));
    }
    SortedSet<Value.Scalar> set = new TreeSet<>();
    for (T one : elements) {
      if (!set.add(element.apply(one))) {
        throw Invalid.because(duplicates);
      }
    }
    return elements(type, set);
  }

  private static String empty(Type type) {
    return switch (type) {
      case SS -> "An string set  may not be empty";
      case NS -> "An number set  may not be empty";
      default -> "Binary sets should not be empty";
    };
  }

  /** A set of scalars. */
  public static Value.Elements elements(Type type, Collection<Value.Scalar> elements) {
    return new Value.Elements(type, Collections.unmodifiableSortedSet(new TreeSet<>(elements)));
  }

  /** An item as the SDK has it. */
  public static Map<String, AttributeValue> write(Document item) {
    Map<String, AttributeValue> map = new LinkedHashMap<>((item.size() + 1) * 4 / 3);
    item.forEach((name, value) -> map.put(name, write(value)));
    return map;
  }

  /** A value as the SDK has it. */
  public static AttributeValue write(Value value) {
    if (value instanceof Value.Text text) {
      return AttributeValue.fromS(text.text());
    } else if (value instanceof Value.Num number) {
      return AttributeValue.fromN(Numbers.text(number));
    } else if (value instanceof Value.Binary binary) {
      return AttributeValue.fromB(binary.bytes());
    } else if (value instanceof Value.Bool bool) {
      return bool.value() ? TRUE : FALSE;
    } else if (value instanceof Value.Null) {
      return WRITTEN_NULL;
    } else if (value instanceof Value.Sequence list) {
      return AttributeValue.fromL(list.values().stream().map(Attributes::write).toList());
    } else if (value instanceof Document map) {
      return AttributeValue.fromM(write(map));
    }
    return write((Value.Elements) value);
  }

  private static AttributeValue write(Value.Elements set) {
    List<AttributeValue> elements = new ArrayList<>();
    set.elements().forEach(element -> elements.add(write(element)));
    return switch (set.type()) {
      case SS -> AttributeValue.fromSs(elements.stream().map(AttributeValue::s).toList());
      case NS -> AttributeValue.fromNs(elements.stream().map(AttributeValue::n).toList());
      default -> AttributeValue.fromBs(elements.stream().map(AttributeValue::b).toList());
    };
  }
}
