package io.robotocore.services.sqs;

import io.robotocore.service.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who else may do what with a queue: the value of its attribute {@code Policy}.
 *
 * @param document the policy as it was given
 */
record Policy(Map<String, Object> document) {

  private static final int MAX_STATEMENTS = 20;
  private static final Set<String> MEMBERS = Set.of("Version", "Id", "Statement");
  private static final Set<String> VERSIONS = Set.of("2008-10-17", "2012-10-17");
  private static final Pattern ROLE_SESSION =
      Pattern.compile("arn:([^:]+):sts::(\\d+):assumed-role/([^/]+)/.*");

  /** Reads and checks a policy. */
  static Policy parse(String text) {
    Policy policy = new Policy(Json.object(text).orElseThrow(Policy::invalid));
    List<Map<String, Object>> statements = policy.statements();
    boolean valid =
        MEMBERS.containsAll(policy.document.keySet())
            && VERSIONS.contains(policy.document.getOrDefault("Version", "2008-10-17"))
            && !statements.isEmpty()
            && statements.stream().allMatch(Policy::complete);
    if (!valid) {
      throw invalid();
    }
    if (statements.size() > MAX_STATEMENTS) {
      throw SqsError.overLimit(
          statements.size()
              + " statements were found in the submitted policy, max allowed is "
              + MAX_STATEMENTS);
    }
    return policy;
  }

  private static boolean complete(Map<String, Object> statement) {
    return Set.of("Allow", "Deny").contains(statement.getOrDefault("Effect", ""))
        && (statement.containsKey("Principal") || statement.containsKey("NotPrincipal"))
        && (statement.containsKey("Action") || statement.containsKey("NotAction"))
        && (statement.containsKey("Resource") || statement.containsKey("NotResource"));
  }

  private static RuntimeException invalid() {
    return SqsError.invalidAttribute("Policy");
  }

  /** The policy that {@code AddPermission} starts from. */
  static Policy empty(QueueId queue) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("Version", "2008-10-17");
    document.put("Id", queue.arn() + "/SQSDefaultPolicy");
    document.put("Statement", List.of());
    return new Policy(document);
  }

  String text() {
    return Json.text(document);
  }

  /** The statements, of which a policy with only one may do without a list. */
  @SuppressWarnings("unchecked")
  List<Map<String, Object>> statements() {
    return list(document.get("Statement")).stream()
        .map(
            statement ->
                statement instanceof Map<?, ?> map
                    ? (Map<String, Object>) map
                    : Map.<String, Object>of())
        .toList();
  }

  Optional<Map<String, Object>> find(String sid) {
    return statements().stream().filter(statement -> sid.equals(statement.get("Sid"))).findFirst();
  }

  Policy with(Map<String, Object> statement) {
    List<Object> statements = new ArrayList<>(statements());
    statements.add(statement);
    return withAll(statements);
  }

  Policy without(Map<String, Object> statement) {
    List<Object> statements = new ArrayList<>(statements());
    statements.remove(statement);
    return withAll(statements);
  }

  private Policy withAll(List<Object> statements) {
    Map<String, Object> changed = new LinkedHashMap<>(document);
    changed.put("Statement", statements);
    return new Policy(changed);
  }

  /**
   * Whether the policy lets somebody do something with a queue. Conditions are not evaluated: a
   * statement that allows under a condition allows, one that denies under a condition does not
   * deny.
   */
  boolean allows(Principal caller, String action, QueueId queue) {
    List<Map<String, Object>> concerned =
        statements().stream()
            .filter(statement -> names(statement, "Principal", value -> isCaller(value, caller)))
            .filter(
                statement -> names(statement, "Action", value -> matches(value, "sqs:" + action)))
            .filter(statement -> names(statement, "Resource", value -> matches(value, queue.arn())))
            .toList();
    return concerned.stream().anyMatch(statement -> "Allow".equals(statement.get("Effect")))
        && concerned.stream()
            .noneMatch(
                statement ->
                    "Deny".equals(statement.get("Effect")) && !statement.containsKey("Condition"));
  }

  private static boolean names(
      Map<String, Object> statement, String element, Predicate<Object> condition) {
    return statement.containsKey(element)
        ? list(statement.get(element)).stream().anyMatch(condition)
        : list(statement.get("Not" + element)).stream().noneMatch(condition);
  }

  private static boolean matches(Object pattern, String value) {
    String literal = Pattern.quote(pattern.toString().toLowerCase(Locale.ROOT));
    return value
        .toLowerCase(Locale.ROOT)
        .matches(literal.replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"));
  }

  private static boolean isCaller(Object principal, Principal caller) {
    if (principal instanceof Map<?, ?> kinds) {
      return kinds.values().stream()
          .flatMap(names -> list(names).stream())
          .anyMatch(name -> isNamed(name, caller));
    }
    return principal.equals("*");
  }

  private static boolean isNamed(Object name, Principal caller) {
    return List.of("*", caller.account(), caller.arn(), role(caller)).contains(name)
        || name.toString().endsWith(":iam::" + caller.account() + ":root");
  }

  /** The role that a caller has assumed, which a policy names rather than the session. */
  private static String role(Principal caller) {
    return ROLE_SESSION.matcher(caller.arn()).replaceFirst("arn:$1:iam::$2:role/$3");
  }

  private static List<?> list(@Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    return value instanceof List<?> list ? list : List.of(value);
  }
}
