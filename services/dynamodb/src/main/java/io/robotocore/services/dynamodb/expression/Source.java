package io.robotocore.services.dynamodb.expression;

import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Numbers;
import io.robotocore.services.dynamodb.item.Type;
import io.robotocore.services.dynamodb.item.Value;
import java.util.Optional;

/** Where the value comes from that an update puts somewhere. */
public sealed interface Source {

  /** The value for an item; none if a path leads nowhere. */
  Optional<Value> in(Document item);

  /** The type, as far as it is known without an item. */
  default Optional<Type> type() {
    return Optional.empty();
  }

  /** A value of the request, or at a path. */
  record Plain(Operand operand) implements Source {
    @Override
    public Optional<Value> in(Document item) {
      return operand.in(item);
    }

    @Override
    public Optional<Type> type() {
      return operand.type();
    }
  }

  /** The value at a path, or another if there is none. */
  record Default(Path path, Source other) implements Source {
    @Override
    public Optional<Value> in(Document item) {
      return path.in(item).or(() -> other.in(item));
    }
  }

  /** Two lists, one behind the other. */
  record Appended(Source first, Source second) implements Source {
    @Override
    public Optional<Value> in(Document item) {
      return first.in(item).flatMap(one -> second.in(item).map(other -> append(one, other)));
    }

    private static Value append(Value one, Value other) {
      if (one instanceof Value.Sequence && other instanceof Value.Sequence) {
        return Arithmetic.added(one, other);
      }
      throw Arithmetic.wrongType();
    }
  }

  /** The sum or the difference of two numbers. */
  record Sum(Source first, Source second, boolean minus) implements Source {
    @Override
    public Optional<Value> in(Document item) {
      return first.in(item).flatMap(one -> second.in(item).map(other -> sum(one, other)));
    }

    private Value sum(Value one, Value other) {
      if (one instanceof Value.Num a && other instanceof Value.Num b) {
        return Numbers.sum(a, minus ? Numbers.negated(b) : b);
      }
      throw Arithmetic.wrongType();
    }
  }
}
