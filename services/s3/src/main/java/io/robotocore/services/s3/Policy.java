package io.robotocore.services.s3;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A policy of a resource: who may do what with it, and on which conditions.
 *
 * @param statements its statements
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html">elements
 *     of policies</a>
 */
record Policy(List<Statement> statements) {

  private static final String EVERYBODY = "*";

  /** Conditions on these, if they name fixed values, let in somebody certain. */
  private static final Set<String> RESTRICTING =
      Set.of(
          "aws:principalaccount",
          "aws:principalarn",
          "aws:principalorgid",
          "aws:principalorgpaths",
          "aws:sourceaccount",
          "aws:sourcearn",
          "aws:sourceip",
          "aws:sourceorgid",
          "aws:sourceowner",
          "aws:sourcevpc",
          "aws:sourcevpce",
          "aws:userid",
          "s3:dataaccesspointaccount",
          "s3:dataaccesspointarn",
          "s3:x-amz-server-side-encryption-aws-kms-key-id");

  /** What a policy says to somebody who wants something. */
  enum Verdict {
    ALLOWED,
    DENIED,
    SILENT
  }

  /**
   * Who wants what.
   *
   * @param account the account that asks
   * @param principal the ARN of who asks
   * @param action the action
   * @param resource the ARN of the resource
   * @param context what else is known, by the key that conditions have for it
   */
  record Question(
      String account,
      String principal,
      String action,
      String resource,
      Function<String, List<String>> context) {}

  /** What the statements say together: one that denies outweighs all others. */
  Verdict verdict(Question question) {
    Verdict verdict = Verdict.SILENT;
    for (Statement statement : statements) {
      if (statement.appliesTo(question)) {
        if (!statement.allows) {
          return Verdict.DENIED;
        }
        verdict = Verdict.ALLOWED;
      }
    }
    return verdict;
  }

  /** Whether it lets in whoever comes. */
  boolean isPublic() {
    return statements.stream().anyMatch(Statement::isPublic);
  }

  /**
   * A statement.
   *
   * @param allows whether it allows or denies
   * @param principals whom it is about
   * @param actions what it is about
   * @param resources with which resources
   * @param conditions all of them have to hold
   */
  record Statement(
      boolean allows,
      Names principals,
      Names actions,
      Names resources,
      List<PolicyCondition> conditions) {

    private boolean appliesTo(Question question) {
      return principals.include(name -> isPrincipal(name, question))
          && actions.include(name -> matches(name, question.action, true))
          && resources.include(
              name ->
                  matches(PolicyCondition.filled(name, question.context), question.resource, false))
          && conditions.stream().allMatch(condition -> condition.holds(question.context));
    }

    private static boolean isPrincipal(String name, Question question) {
      return name.equals(EVERYBODY)
          || name.equals(question.account)
          || name.equals(question.principal)
          || name.equals(CanonicalUser.id(question.account))
          || name.matches("arn:[a-z-]+:iam::" + question.account + ":root");
    }

    private boolean isPublic() {
      return allows
          && (principals.except || principals.names.contains(EVERYBODY))
          && conditions.stream().noneMatch(Statement::isRestricting);
    }

    private static boolean isRestricting(PolicyCondition condition) {
      return RESTRICTING.contains(condition.key())
          && !condition.operator().contains("Not")
          && condition.values().stream()
              .noneMatch(
                  value -> value.equals("*") || value.endsWith("/0") || value.contains("${"));
    }
  }

  /**
   * Names that a statement gives, or all but those.
   *
   * @param names the names, which may have wildcards
   * @param except whether all others are meant
   */
  record Names(List<String> names, boolean except) {

    private boolean include(Predicate<String> matches) {
      return names.stream().anyMatch(matches) != except;
    }
  }

  /** Whether a text is one that a name with wildcards stands for. */
  static boolean matches(String name, String text, boolean anyCase) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      pattern.append(
          switch (c) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(String.valueOf(c));
          });
    }
    int flags = Pattern.DOTALL | (anyCase ? Pattern.CASE_INSENSITIVE : 0);
    return Pattern.compile(pattern.toString(), flags).matcher(text).matches();
  }
}
