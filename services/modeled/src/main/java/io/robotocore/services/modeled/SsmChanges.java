package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Makes parameters, gives them new versions, and takes them away.
 *
 * @param view the call's view of Systems Manager
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html">
 *     PutParameter</a>
 */
record SsmChanges(SsmView view) {

  /** The version's member with what a secure string looks like to those who may not decrypt it. */
  static final String CIPHERTEXT = "Ciphertext";

  private static final int MOST_VERSIONS = 100;
  private static final int STANDARD_BYTES = 4096;
  private static final int DEEPEST = 15;
  private static final int CIPHERTEXT_BYTES = 160;
  private static final List<String> KEPT =
      List.of("Type", "Description", "AllowedPattern", "KeyId", "DataType", "Tier");

  Map<String, Object> put() {
    String name = view.input("Name");
    checkName(name);
    Optional<Entity> present = view.find(SsmView.PARAMETER, name);
    if (present.isPresent() && !view.isSet("Overwrite")) {
      throw SsmView.error(
          "ParameterAlreadyExists",
          "The parameter already exists. To overwrite this value, set the overwrite option in the"
              + " request to true.");
    }
    if (view.isSet("Overwrite") && view.structures("Tags").findAny().isPresent()) {
      throw SsmView.invalid(
          "Invalid request: tags and overwrite can't be used together. To create a parameter with"
              + " tags, please remove overwrite flag. To update tags for an existing parameter,"
              + " please use AddTagsToResource or RemoveTagsFromResource.");
    }
    Map<String, Object> version = version(present.map(SsmView::latest).orElse(Map.of()));
    check(version);
    present.ifPresentOrElse(
        parameter -> add(parameter, version),
        () -> view.make(SsmView.PARAMETER, Map.of("name", name, "arn", arn(name)), version));
    return SsmView.some(version, List.of("Version", "Tier"));
  }

  /** The oldest versions go, unless they have a label. */
  private void add(Entity parameter, Map<String, Object> version) {
    List<Map<String, Object>> versions = SsmView.versions(parameter);
    if (versions.size() >= MOST_VERSIONS) {
      Map<String, Object> oldest = versions.remove(0);
      if (!SsmView.texts(oldest, "Labels").isEmpty()) {
        throw SsmView.error(
            "ParameterMaxVersionLimitExceeded",
            "You attempted to create a new version of "
                + parameter.key().id()
                + " by calling the PutParameter API with the overwrite flag. Version "
                + oldest.get("Version")
                + ", the oldest version, can't be deleted because it has a label associated with"
                + " it. Move the label to another version of the parameter, and try again.");
      }
    }
    versions.add(version);
    view.change(parameter, versions);
  }

  private Map<String, Object> version(Map<String, Object> before) {
    Map<String, Object> version = new LinkedHashMap<>();
    version.put("Name", view.input("Name"));
    version.put("Value", view.input("Value"));
    version.put("Version", before.get("Version") instanceof Long last ? last + 1 : 1L);
    version.put("LastModifiedDate", view.scene().call().now());
    version.put(
        "LastModifiedUser",
        "arn:" + view.scene().call().partition() + ":iam::" + account() + ":root");
    for (String member : KEPT) {
      Object value = view.scene().input().getOrDefault(member, before.getOrDefault(member, ""));
      if (!value.equals("")) {
        version.put(member, value);
      }
    }
    version.putIfAbsent("DataType", "text");
    version.putIfAbsent("Tier", "Standard");
    if ("Intelligent-Tiering".equals(version.get("Tier"))) {
      version.put("Tier", bytes(version) > STANDARD_BYTES ? "Advanced" : "Standard");
    }
    if (!version.containsKey("Type")) {
      throw SsmView.invalid("A parameter type is required when you create a parameter.");
    }
    if (version.get("Type").equals("SecureString")) {
      version.putIfAbsent("KeyId", "alias/aws/ssm");
      byte[] ciphertext = view.scene().call().random().bytes(CIPHERTEXT_BYTES);
      version.put(CIPHERTEXT, Base64.getEncoder().encodeToString(ciphertext));
    }
    return version;
  }

  private static int bytes(Map<String, Object> version) {
    return Structures.text(version, "Value").getBytes(StandardCharsets.UTF_8).length;
  }

  private static void check(Map<String, Object> version) {
    String value = Structures.text(version, "Value");
    if ("Standard".equals(version.get("Tier")) && bytes(version) > STANDARD_BYTES) {
      throw SsmView.invalid(
          "Standard tier parameters support a maximum parameter value of 4096 characters. To create"
              + " a larger parameter value, upgrade the parameter to use the advanced-parameter"
              + " tier. For more information, see https://docs.aws.amazon.com/systems-manager/latest"
              + "/userguide/parameter-store-advanced-parameters.html");
    }
    String pattern = Structures.text(version, "AllowedPattern");
    if (!pattern.isEmpty() && !compiled(pattern).matcher(value).find()) {
      throw SsmView.error(
          "ParameterPatternMismatchException",
          "Parameter value, cannot be validated against allowedPattern: " + pattern);
    }
  }

  private static Pattern compiled(String pattern) {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw SsmView.error(
          "InvalidAllowedPatternException",
          "The request does not meet the regular expression requirement.");
    }
  }

  private static void checkName(String name) {
    String bare = name.startsWith("/") ? name.substring(1) : name;
    String lower = bare.toLowerCase(Locale.ROOT);
    boolean path = bare.contains("/");
    if (path && !name.startsWith("/")) {
      throw SsmView.invalid("Parameter name must be a fully qualified name.");
    }
    if (path && lower.startsWith("aws")) {
      throw SsmView.error(
          "AccessDeniedException", "No access to reserved parameter name: " + name + ".");
    }
    if (lower.startsWith("aws") || lower.startsWith("ssm")) {
      throw SsmView.invalid(
          path
              ? "Parameter name: can't be prefixed with \"ssm\" (case-insensitive). If formed as a"
                  + " path, it can consist of sub-paths divided by slash symbol; each sub-path can"
                  + " be formed as a mix of letters, numbers and the following 3 symbols .-_"
              : "Parameter name: can't be prefixed with \"aws\" or \"ssm\" (case-insensitive).");
    }
    if (bare.split("/", -1).length > DEEPEST) {
      throw SsmView.error(
          "HierarchyLevelLimitExceededException",
          "A hierarchy can have a maximum of 15 levels. For more information, see Requirements and"
              + " constraints for parameter names in the AWS Systems Manager User Guide.");
    }
  }

  private String arn(String name) {
    return view.scene().call().arn("ssm", "parameter" + (name.startsWith("/") ? "" : "/") + name);
  }

  private String account() {
    return view.scene().call().account();
  }

  Map<String, Object> delete() {
    view.scene().state().remove(view.parameter());
    return Map.of();
  }

  Map<String, Object> deleteSeveral() {
    List<String> deleted = new ArrayList<>();
    List<String> invalid = new ArrayList<>();
    for (String name : view.texts("Names")) {
      Optional<Entity> parameter = view.find(SsmView.PARAMETER, name);
      parameter.ifPresent(view.scene().state()::remove);
      (parameter.isPresent() ? deleted : invalid).add(name);
    }
    return Map.of("DeletedParameters", deleted, "InvalidParameters", invalid);
  }

  /** The error for a version that is not there. */
  static DocumentError noVersion(Object version, String name) {
    return SsmView.error(
        "ParameterVersionNotFound",
        "Systems Manager could not find version "
            + version
            + " of "
            + name
            + ". Verify the version and try again.");
  }
}
