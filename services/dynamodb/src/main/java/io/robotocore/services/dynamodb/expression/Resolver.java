package io.robotocore.services.dynamodb.expression;

import io.robotocore.services.dynamodb.item.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks up what the placeholders of an expression stand for.
 *
 * @param tokens the expression, for its errors
 * @param placeholders what there is
 */
record Resolver(Tokens tokens, Placeholders placeholders) {

  /** Refuses names that are reserved words. */
  void checkNames(Node root) {
    root.all()
        .forEach(
            node -> {
              if (node instanceof Node.Way way) {
                checkSteps(way);
              }
            });
  }

  private void checkSteps(Node.Way way) {
    for (Node.Step step : way.steps()) {
      if (step.kind() == Token.Kind.WORD && ReservedWords.contains(step.text())) {
        throw tokens.error(
            "Attribute name is a reserved keyword; reserved keyword: " + step.text());
      }
    }
  }

  Path path(Node.Way way) {
    List<Path.Step> steps = new ArrayList<>(way.steps().size());
    for (Node.Step step : way.steps()) {
      steps.add(
          switch (step.kind()) {
            case NUMBER -> new Path.Indexed(index(step.text()));
            case NAME_PLACEHOLDER -> new Path.Named(name(step.text()));
            default -> new Path.Named(step.text());
          });
    }
    return new Path(List.copyOf(steps));
  }

  private int index(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw tokens.error("List index is not within the allowable range; index: [" + digits + "]");
    }
  }

  private String name(String placeholder) {
    return placeholders
        .name(placeholder)
        .orElseThrow(
            () ->
                tokens.error(
                    "An expression attribute name used in the document path is not defined; attribute name: "
                        + placeholder));
  }

  Value value(Node.Placeholder placeholder) {
    return placeholders
        .value(placeholder.name())
        .orElseThrow(
            () ->
                tokens.error(
                    "An expression attribute value used in expression is not defined; attribute value: "
                        + placeholder.name()));
  }
}
