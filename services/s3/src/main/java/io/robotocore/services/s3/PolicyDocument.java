package io.robotocore.services.s3;

import io.robotocore.services.s3.Policy.Names;
import io.robotocore.services.s3.Policy.Statement;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** The JSON in which users write policies. */
final class PolicyDocument {

  private static final Set<String> ELEMENTS = Set.of("Version", "Id", "Statement");
  private static final Set<String> VERSIONS = Set.of("2012-10-17", "2008-10-17");
  private static final Pattern ACTION = Pattern.compile("\\*|(?i)(s3|s3express):[A-Za-z0-9*?]+");
  private static final Pattern ACCOUNT =
      Pattern.compile("\\*|[0-9]{12}|arn:[a-z-]+:(iam|sts)::[0-9]{12}:.+");

  /** Actions on objects, as opposed to those on the bucket itself. */
  private static final Pattern OF_OBJECTS =
      Pattern.compile(
          "s3:((Get|Put|Delete|Restore|Replicate|Initiate)?(Object|Replicate|Delete|Tags).*"
              + "|AbortMultipartUpload|ListMultipartUploadParts|BypassGovernanceRetention)");

  private PolicyDocument() {}

  /** A policy that has been checked before. */
  static Policy read(String text) {
    return new Policy(
        elements(node(text).field("Statement")).stream().map(PolicyDocument::statement).toList());
  }

  /**
   * A policy that somebody wants to give to a bucket or an access point.
   *
   * @param text the document
   * @param resource the ARN of what it is for
   * @throws software.amazon.awssdk.services.s3.model.S3Exception if it is no policy
   */
  static Policy checked(String text, String resource) {
    JsonNode document = node(text);
    Map<String, JsonNode> elements = document.asObject();
    elements.keySet().stream()
        .filter(name -> !ELEMENTS.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw malformed("Unknown field " + name);
            });
    document
        .field("Version")
        .filter(version -> !version.isString() || !VERSIONS.contains(version.text()))
        .ifPresent(
            version -> {
              throw malformed("The policy must contain a valid version string");
            });
    List<JsonNode> statements = elements(document.field("Statement"));
    if (statements.isEmpty()) {
      throw malformed("Missing required field Statement");
    }
    statements.forEach(statement -> check(statement, resource));
    return read(text);
  }

  private static JsonNode node(String text) {
    if (!text.stripLeading().startsWith("{")) {
      throw malformed("Policies must be valid JSON and the first byte must be '{'");
    }
    try {
      return JsonNode.parser().parse(text);
    } catch (UncheckedIOException e) {
      throw malformed("Policies must be valid JSON and the first byte must be '{'");
    }
  }

  private static RuntimeException malformed(String message) {
    return ConfigurationError.malformedPolicy(message);
  }

  private static void check(JsonNode statement, String resource) {
    if (!statement.isObject()) {
      throw malformed("Invalid policy syntax.");
    }
    JsonNode effect = statement.field("Effect").orElseThrow(() -> missing("Effect"));
    if (!effect.text().equals("Allow") && !effect.text().equals("Deny")) {
      throw malformed("Invalid effect : " + effect.text());
    }
    Names principals = names(statement, "Principal");
    if (principals.names().isEmpty()) {
      throw missing("Principal");
    }
    statement
        .field(principals.except() ? "NotPrincipal" : "Principal")
        .ifPresent(PolicyDocument::checkPrincipal);
    Names actions = names(statement, "Action");
    if (actions.names().isEmpty()) {
      throw missing("Action");
    }
    if (actions.names().stream().anyMatch(action -> !ACTION.matcher(action).matches())) {
      throw malformed("Policy has invalid action");
    }
    Names resources = names(statement, "Resource");
    if (resources.names().isEmpty()) {
      throw missing("Resource");
    }
    if (resources.names().stream().anyMatch(name -> !isWithin(name, resource))) {
      throw malformed("Policy has invalid resource");
    }
    checkTogether(actions, resources);
  }

  private static RuntimeException missing(String element) {
    return malformed("Missing required field " + element);
  }

  private static void checkPrincipal(JsonNode principal) {
    boolean valid =
        principal.isString()
            ? principal.text().equals("*")
            : principal.isObject()
                && texts(principal.field("AWS")).stream().allMatch(name -> isAccount(name));
    if (!valid) {
      throw malformed("Invalid principal in policy");
    }
  }

  private static boolean isAccount(String name) {
    return ACCOUNT.matcher(name).matches() || name.matches("A[A-Z0-9]{15,}");
  }

  private static boolean isWithin(String name, String resource) {
    return name.equals(resource)
        || name.equals("*")
        || name.startsWith(resource + "/")
        || (name.startsWith("arn:") && Policy.matches(name, resource, false));
  }

  /** An action on objects needs objects, one on the bucket the bucket. */
  private static void checkTogether(Names actions, Names resources) {
    if (actions.except() || resources.except()) {
      return;
    }
    boolean objects = resources.names().stream().anyMatch(name -> name.matches(".*[/*?].*"));
    boolean bucket = resources.names().stream().anyMatch(name -> !name.contains("/"));
    for (String action : actions.names()) {
      boolean any = action.contains("*") || action.contains("?");
      if (!any && !(OF_OBJECTS.matcher(action).matches() ? objects : bucket)) {
        throw malformed("Action does not apply to any resource(s) in statement");
      }
    }
  }

  private static Statement statement(JsonNode statement) {
    return new Statement(
        statement.field("Effect").filter(effect -> effect.text().equals("Allow")).isPresent(),
        names(statement, "Principal"),
        names(statement, "Action"),
        names(statement, "Resource"),
        conditions(statement.field("Condition")));
  }

  private static List<PolicyCondition> conditions(Optional<JsonNode> element) {
    List<PolicyCondition> conditions = new ArrayList<>();
    element
        .filter(JsonNode::isObject)
        .ifPresent(
            operators ->
                operators
                    .asObject()
                    .forEach(
                        (operator, keys) ->
                            keys.asObject()
                                .forEach(
                                    (key, values) ->
                                        conditions.add(
                                            new PolicyCondition(
                                                operator,
                                                key.toLowerCase(Locale.ROOT),
                                                texts(Optional.of(values)))))));
    return List.copyOf(conditions);
  }

  /** What a statement gives under a name, or under the same with {@code Not} in front. */
  private static Names names(JsonNode statement, String element) {
    Optional<JsonNode> plain = statement.field(element);
    return plain.isPresent()
        ? new Names(texts(plain), false)
        : new Names(texts(statement.field("Not" + element)), true);
  }

  /** The texts of a node, of all its elements, or of all its members. */
  private static List<String> texts(Optional<JsonNode> node) {
    List<String> texts = new ArrayList<>();
    node.ifPresent(
        there -> {
          if (there.isObject()) {
            there.asObject().values().forEach(part -> texts.addAll(texts(Optional.of(part))));
          } else if (there.isArray()) {
            there.asArray().forEach(part -> texts.addAll(texts(Optional.of(part))));
          } else {
            texts.add(there.isBoolean() ? Boolean.toString(there.asBoolean()) : there.text());
          }
        });
    return List.copyOf(texts);
  }

  private static List<JsonNode> elements(Optional<JsonNode> node) {
    return node.map(there -> there.isArray() ? there.asArray() : List.of(there)).orElse(List.of());
  }
}
