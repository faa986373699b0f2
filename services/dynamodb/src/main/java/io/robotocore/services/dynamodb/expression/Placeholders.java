package io.robotocore.services.dynamodb.expression;

import io.robotocore.services.dynamodb.item.Attributes;
import io.robotocore.services.dynamodb.item.Invalid;
import io.robotocore.services.dynamodb.item.Value;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** What the placeholders of a request stand for; each has to be used by one of its expressions. */
public final class Placeholders {

  private static final Pattern NAME = Pattern.compile("#\\w+");
  private static final Pattern VALUE = Pattern.compile(":\\w+");

  private final Map<String, String> names;
  private final Map<String, Value> values;
  private final Set<String> unusedNames;
  private final Set<String> unusedValues;

  private Placeholders(Map<String, String> names, Map<String, Value> values) {
    this.names = names;
    this.values = values;
    this.unusedNames = new LinkedHashSet<>(names.keySet());
    this.unusedValues = new LinkedHashSet<>(values.keySet());
  }

  /** The placeholders of a request that has expressions. */
  public static Placeholders of(Map<String, String> names, Map<String, AttributeValue> values) {
    names.forEach(Placeholders::checkName);
    Map<String, Value> read = new HashMap<>();
    values.forEach((key, value) -> read.put(key, value(key, value)));
    return new Placeholders(names, read);
  }

  private static void checkName(String key, String name) {
    if (!NAME.matcher(key).matches()) {
      throw Invalid.because(
          "ExpressionAttributeNames contains invalid key: Syntax error; key: \"" + key + "\"");
    }
    if (name.isEmpty()) {
      throw Invalid.because(
          "ExpressionAttributeNames contains invalid value: Empty attribute name for key " + key);
    }
  }

  private static Value value(String key, AttributeValue value) {
    if (!VALUE.matcher(key).matches()) {
      throw Invalid.because(
          "ExpressionAttributeValues contains invalid key: Syntax error; key: \"" + key + "\"");
    }
    try {
      return Attributes.read(value);
    } catch (DynamoDbException e) {
      throw Invalid.because(
          "ExpressionAttributeValues contains invalid value: "
              + e.awsErrorDetails().errorMessage()
              + " for key "
              + key);
    }
  }

  Optional<String> name(String placeholder) {
    unusedNames.remove(placeholder);
    return Optional.ofNullable(names.get(placeholder));
  }

  Optional<Value> value(String placeholder) {
    unusedValues.remove(placeholder);
    return Optional.ofNullable(values.get(placeholder));
  }

  /** Refuses what no expression has used. */
  public void checkUsed() {
    if (!unusedNames.isEmpty()) {
      throw Invalid.because(unused("ExpressionAttributeNames", unusedNames));
    }
    if (!unusedValues.isEmpty()) {
      throw Invalid.because(unused("ExpressionAttributeValues", unusedValues));
    }
  }

  private static String unused(String parameter, Set<String> keys) {
    return "Value provided in %s unused in expressions: keys: {%s}"
        .formatted(parameter, String.join(", ", keys));
  }
}
