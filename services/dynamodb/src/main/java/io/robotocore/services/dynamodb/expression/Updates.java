package io.robotocore.services.dynamodb.expression;

import io.robotocore.services.dynamodb.item.Value;
import java.util.List;

/** Updates that are not written as expressions. */
public final class Updates {

  private Updates() {}

  /** Several actions at once. */
  public static Update of(List<Update.Action> actions) {
    return new Update(List.copyOf(actions));
  }

  /** A path gets a value. */
  public static Update.Action put(Path path, Value value) {
    return put(path, new Source.Plain(new Operand.Literal(value)));
  }

  /** A path gets what comes from a source. */
  public static Update.Action put(Path path, Source source) {
    return new Update.Put(path, source);
  }

  /** What is at a path goes. */
  public static Update.Action remove(Path path) {
    return new Update.Remove(path);
  }

  /** A number grows, or a set gets elements. */
  public static Update.Action add(Path path, Value value) {
    return new Update.Add(path, value);
  }

  /** A set loses elements. */
  public static Update.Action delete(Path path, Value.Elements value) {
    return new Update.Delete(path, value);
  }
}
