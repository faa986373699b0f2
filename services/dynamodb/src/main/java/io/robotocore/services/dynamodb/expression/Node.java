package io.robotocore.services.dynamodb.expression;

import java.util.List;
import java.util.stream.Stream;

/** A part of an expression as it was written, its placeholders not looked up yet. */
sealed interface Node {

  /** The parts of which it is made. */
  default List<Node> parts() {
    return List.of();
  }

  /** This and all that it is made of, from left to right. */
  default Stream<Node> all() {
    return Stream.concat(Stream.of(this), parts().stream().flatMap(Node::all));
  }

  /** Whether it stands for a value rather than for true or false. */
  default boolean isOperand() {
    return true;
  }

  /** A step of a document path: a name, perhaps a placeholder for one, or an index. */
  record Step(String text, Token.Kind kind) {}

  /** A document path. */
  record Way(List<Step> steps) implements Node {}

  /** A placeholder for a value. */
  record Placeholder(String name) implements Node {}

  /** A call of a function. */
  record Invocation(String function, List<Node> parts) implements Node {}

  /** Something that an operator makes of its operands. */
  record Operation(String operator, List<Node> parts) implements Node {
    @Override
    public boolean isOperand() {
      return operator.equals("+") || operator.equals("-");
    }
  }
}
