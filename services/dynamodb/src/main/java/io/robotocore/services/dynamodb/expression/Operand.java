package io.robotocore.services.dynamodb.expression;

import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Sizes;
import io.robotocore.services.dynamodb.item.Type;
import io.robotocore.services.dynamodb.item.Value;
import java.math.BigDecimal;
import java.util.Optional;

/** What stands for a value in a condition. */
public sealed interface Operand {

  /** The value for an item, if there is one. */
  Optional<Value> in(Document item);

  /** The type, as far as it is known without an item. */
  Optional<Type> type();

  /** The value at a path. */
  record At(Path path) implements Operand {
    @Override
    public Optional<Value> in(Document item) {
      return path.in(item);
    }

    @Override
    public Optional<Type> type() {
      return Optional.empty();
    }
  }

  /** A value that the request brings. */
  record Literal(Value value) implements Operand {
    @Override
    public Optional<Value> in(Document item) {
      return Optional.of(value);
    }

    @Override
    public Optional<Type> type() {
      return Optional.of(value.type());
    }
  }

  /** The size of another value: characters of a text, bytes, or the number of elements. */
  record Size(Operand operand) implements Operand {
    @Override
    public Optional<Value> in(Document item) {
      return operand
          .in(item)
          .flatMap(Size::of)
          .map(size -> new Value.Num(BigDecimal.valueOf(size).stripTrailingZeros()));
    }

    private static Optional<Integer> of(Value value) {
      if (value instanceof Value.Text text) {
        return Optional.of(text.text().length());
      } else if (value instanceof Value.Binary) {
        return Optional.of(Sizes.of(value));
      } else if (value instanceof Value.Elements set) {
        return Optional.of(set.elements().size());
      } else if (value instanceof Value.Sequence list) {
        return Optional.of(list.values().size());
      }
      return value instanceof Document map ? Optional.of(map.size()) : Optional.empty();
    }

    @Override
    public Optional<Type> type() {
      return Optional.of(Type.N);
    }
  }
}
