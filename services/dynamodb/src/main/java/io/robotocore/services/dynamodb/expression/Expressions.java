package io.robotocore.services.dynamodb.expression;

import java.util.ArrayList;
import java.util.List;

/** Reads the expressions of a request. */
public final class Expressions {

  private Expressions() {}

  /**
   * Reads a condition.
   *
   * @param kind the parameter that holds it
   */
  public static Condition condition(String kind, String text, Placeholders placeholders) {
    Tokens tokens = new Tokens(kind, text);
    Node root = ConditionGrammar.read(tokens);
    return ConditionResolver.resolve(tokens, root, new Resolver(tokens, placeholders));
  }

  /** Reads a key condition: what it demands of each attribute. */
  public static List<KeyPredicate> keyCondition(String text, Placeholders placeholders) {
    return KeyConditions.of(condition("KeyConditionExpression", text, placeholders));
  }

  /** Reads an update. */
  public static Update update(String text, Placeholders placeholders) {
    Tokens tokens = new Tokens("UpdateExpression", text);
    return UpdateResolver.resolve(
        tokens, UpdateGrammar.read(tokens), new Resolver(tokens, placeholders));
  }

  /** Reads a projection. */
  public static Projection projection(String text, Placeholders placeholders) {
    Tokens tokens = new Tokens("ProjectionExpression", text);
    List<Node.Way> ways = new ArrayList<>();
    do {
      ways.add(tokens.path());
    } while (tokens.skip(","));
    tokens.expectEnd();
    Resolver resolver = new Resolver(tokens, placeholders);
    ways.forEach(resolver::checkNames);
    List<Path> paths = ways.stream().map(resolver::path).toList();
    Overlaps.check(tokens, paths);
    return Projection.of(paths);
  }
}
