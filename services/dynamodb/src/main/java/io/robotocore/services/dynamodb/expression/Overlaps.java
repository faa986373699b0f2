package io.robotocore.services.dynamodb.expression;

import java.util.List;

/** Refuses paths of one expression that meet. */
final class Overlaps {

  private Overlaps() {}

  static void check(Tokens tokens, List<Path> paths) {
    for (int i = 1; i < paths.size(); i++) {
      for (int j = 0; j < i; j++) {
        check(tokens, paths.get(j), paths.get(i));
      }
    }
  }

  private static void check(Tokens tokens, Path one, Path two) {
    int common = Math.min(one.steps().size(), two.steps().size());
    for (int i = 0; i < common; i++) {
      Path.Step a = one.steps().get(i);
      Path.Step b = two.steps().get(i);
      if (a.getClass() != b.getClass()) {
        throw tokens.error(
            "Two document paths conflict with each other; must remove or rewrite one of these paths; path one: %s, path two: %s"
                .formatted(one, two));
      }
      if (!a.equals(b)) {
        return;
      }
    }
    throw tokens.error(
        "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: %s, path two: %s"
            .formatted(one, two));
  }
}
