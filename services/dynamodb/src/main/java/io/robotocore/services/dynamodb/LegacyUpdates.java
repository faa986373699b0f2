package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.expression.Path;
import io.robotocore.services.dynamodb.expression.Update;
import io.robotocore.services.dynamodb.expression.Updates;
import io.robotocore.services.dynamodb.item.Attributes;
import io.robotocore.services.dynamodb.item.Invalid;
import io.robotocore.services.dynamodb.item.Type;
import io.robotocore.services.dynamodb.item.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeAction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValueUpdate;

/**
 * The parameter for updates from before there were expressions.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LegacyConditionalParameters.AttributeUpdates.html">AttributeUpdates</a>
 */
final class LegacyUpdates {

  private LegacyUpdates() {}

  static Update of(Map<String, AttributeValueUpdate> updates) {
    List<Update.Action> actions = new ArrayList<>();
    updates.forEach((name, update) -> actions.add(action(name, update)));
    return Updates.of(actions);
  }

  private static Update.Action action(String name, AttributeValueUpdate update) {
    AttributeAction action = Optional.ofNullable(update.action()).orElse(AttributeAction.PUT);
    Optional<Value> value = Optional.ofNullable(update.value()).map(Attributes::read);
    if (value.isEmpty()) {
      if (action != AttributeAction.DELETE) {
        throw Invalid.parameter(
            "Only DELETE action is allowed when no attribute value is specified");
      }
      return Updates.remove(Path.of(name));
    }
    return switch (action) {
      case ADD -> add(name, value.get());
      case DELETE -> delete(name, value.get());
      default -> Updates.put(Path.of(name), value.get());
    };
  }

  private static Update.Action add(String name, Value value) {
    if (value.type() != Type.N && !value.type().isSet() && value.type() != Type.L) {
      throw Invalid.parameter("ADD action is not supported for the type " + value.type());
    }
    return Updates.add(Path.of(name), value);
  }

  private static Update.Action delete(String name, Value value) {
    if (value instanceof Value.Elements set) {
      return Updates.delete(Path.of(name), set);
    }
    throw Invalid.parameter(
        "DELETE action with value is not supported for the type " + value.type());
  }
}
