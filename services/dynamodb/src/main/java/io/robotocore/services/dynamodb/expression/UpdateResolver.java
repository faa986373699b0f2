package io.robotocore.services.dynamodb.expression;

import io.robotocore.services.dynamodb.expression.UpdateGrammar.Clause;
import io.robotocore.services.dynamodb.item.Type;
import io.robotocore.services.dynamodb.item.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes an update of what was read, and refuses what makes no sense.
 *
 * @param tokens the expression, for its errors
 * @param resolver knows the placeholders
 */
record UpdateResolver(Tokens tokens, Resolver resolver) {

  static Update resolve(Tokens tokens, UpdateGrammar read, Resolver resolver) {
    tokens.checkParentheses();
    for (Clause clause : read.clauses()) {
      resolver.checkNames(clause.way());
      clause.value().ifPresent(resolver::checkNames);
    }
    read.clauses().forEach(one -> one.value().ifPresent(v -> Functions.checkUpdate(tokens, v)));
    read.repeatedSection()
        .ifPresent(
            section -> {
              throw tokens.error(
                  "The \"" + section + "\" section can only be used once in an update expression;");
            });
    UpdateResolver resolve = new UpdateResolver(tokens, resolver);
    List<Path> paths = read.clauses().stream().map(clause -> resolver.path(clause.way())).toList();
    List<Update.Action> actions = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      actions.add(resolve.action(read.clauses().get(i), paths.get(i)));
    }
    Overlaps.check(tokens, paths);
    return new Update(List.copyOf(actions));
  }

  private Update.Action action(Clause clause, Path path) {
    if (clause.value().isEmpty()) {
      return new Update.Remove(path);
    }
    Node node = clause.value().get();
    if (clause.section().equals("SET")) {
      return new Update.Put(path, source(node));
    }
    Value value = resolver.value((Node.Placeholder) node);
    if (clause.section().equals("ADD")) {
      checkType(clause.section(), value, value.type() == Type.N || value.type().isSet());
      return new Update.Add(path, value);
    }
    checkType(clause.section(), value, value.type().isSet());
    return new Update.Delete(path, (Value.Elements) value);
  }

  private void checkType(String section, Value value, boolean allowed) {
    if (!allowed) {
      throw tokens.error(
          "Incorrect operand type for operator or function; operator: %1$s, operand type: %2$s, typeSet: ALLOWED_FOR_%1$s_OPERAND"
              .formatted(section, value.type().word()));
    }
  }

  private Source source(Node node) {
    if (node instanceof Node.Way way) {
      return new Source.Plain(new Operand.At(resolver.path(way)));
    } else if (node instanceof Node.Placeholder placeholder) {
      return new Source.Plain(new Operand.Literal(resolver.value(placeholder)));
    } else if (node instanceof Node.Invocation call) {
      return function(call);
    }
    Node.Operation operation = (Node.Operation) node;
    Source first = source(operation.parts().get(0));
    Source second = source(operation.parts().get(1));
    checkType(operation.operator(), first, Type.N);
    checkType(operation.operator(), second, Type.N);
    return new Source.Sum(first, second, operation.operator().equals("-"));
  }

  private Source function(Node.Invocation call) {
    Functions.checkOperands(tokens, call);
    List<Source> sources = call.parts().stream().map(this::source).toList();
    if (call.function().equals("list_append")) {
      sources.forEach(source -> checkType("list_append", source, Type.L));
      return new Source.Appended(sources.get(0), sources.get(1));
    }
    if (sources.get(0) instanceof Source.Plain plain && plain.operand() instanceof Operand.At at) {
      return new Source.Default(at.path(), sources.get(1));
    }
    throw tokens.error(
        "Operator or function requires a document path; operator or function: if_not_exists");
  }

  private void checkType(String operator, Source source, Type wanted) {
    if (source.type().filter(type -> type != wanted).isPresent()) {
      throw tokens.error(
          "Incorrect operand type for operator or function; operator or function: %s, operand type: %s"
              .formatted(operator, source.type().orElseThrow()));
    }
  }
}
