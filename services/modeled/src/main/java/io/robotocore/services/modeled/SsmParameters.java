package io.robotocore.services.modeled;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Tells of parameters.
 *
 * @param view the call's view of Systems Manager
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-versions.html">
 *     Versions</a>
 */
record SsmParameters(SsmView view) {

  private static final List<String> HISTORY =
      List.of(
          "Name",
          "Type",
          "KeyId",
          "LastModifiedDate",
          "LastModifiedUser",
          "Description",
          "Value",
          "AllowedPattern",
          "Version",
          "Labels",
          "Tier",
          "DataType");

  Map<String, Object> get() {
    String selected = view.input("Name");
    Entity parameter = view.need(SsmView.PARAMETER, name(selected));
    Map<String, Object> shown =
        version(parameter, selector(selected))
            .map(version -> shown(parameter, version, selector(selected)))
            .orElseThrow(
                () -> SsmChanges.noVersion(selector(selected).substring(1), parameter.key().id()));
    return Map.of("Parameter", shown);
  }

  Map<String, Object> getSeveral() {
    List<Object> found = new ArrayList<>();
    List<String> invalid = new ArrayList<>();
    for (String selected : view.texts("Names")) {
      Optional<Entity> parameter = view.find(SsmView.PARAMETER, name(selected));
      Optional<Map<String, Object>> version =
          parameter.flatMap(one -> version(one, selector(selected)));
      version.ifPresentOrElse(
          one -> found.add(shown(parameter.orElseThrow(), one, selector(selected))),
          () -> invalid.add(selected));
    }
    return Map.of("Parameters", found, "InvalidParameters", invalid);
  }

  /** {@code name:3}: what is in front of the selector; ARNs have colons of their own. */
  private static String name(String selected) {
    return selected.substring(0, selected.length() - selector(selected).length());
  }

  /** {@code name:3}: the colon and what follows it; empty if there is none. */
  private static String selector(String selected) {
    int path = Math.max(selected.indexOf(":parameter/"), 0);
    int colon = selected.indexOf(':', path + (path > 0 ? 1 : 0));
    return colon < 0 ? "" : selected.substring(colon);
  }

  private static Optional<Map<String, Object>> version(Entity parameter, String selector) {
    if (selector.isEmpty()) {
      return Optional.of(SsmView.latest(parameter));
    }
    String wanted = selector.substring(1);
    return SsmView.versions(parameter).stream()
        .filter(
            version ->
                wanted.equals(String.valueOf(version.get("Version")))
                    || SsmView.texts(version, "Labels").contains(wanted))
        .findFirst();
  }

  private Map<String, Object> shown(
      Entity parameter, Map<String, Object> version, String selector) {
    Map<String, Object> shown =
        SsmView.some(
            readable(version),
            List.of("Name", "Type", "Value", "Version", "LastModifiedDate", "DataType"));
    shown.put("ARN", parameter.attribute(Entity.ARN).orElse(""));
    if (!selector.isEmpty()) {
      shown.put("Selector", selector);
    }
    return shown;
  }

  /** A version as somebody sees it who has asked for the plaintext, or has not. */
  private Map<String, Object> readable(Map<String, Object> version) {
    Map<String, Object> readable = new LinkedHashMap<>(version);
    Object ciphertext = readable.remove(SsmChanges.CIPHERTEXT);
    if (ciphertext != null && !view.isSet("WithDecryption")) {
      readable.put("Value", ciphertext);
    }
    return readable;
  }

  Map<String, Object> byPath() {
    String path = view.input("Path");
    if (!path.startsWith("/")) {
      throw SsmView.invalid("The parameter path must begin with a forward slash: " + path);
    }
    return page(
        parameter -> isBelow(parameter, path, view.isSet("Recursive")),
        parameter -> shown(parameter, SsmView.latest(parameter), ""));
  }

  private static boolean isBelow(Entity parameter, String path, boolean deep) {
    String folder = path.endsWith("/") ? path : path + "/";
    String name = parameter.key().id();
    String absolute = name.startsWith("/") ? name : "/" + name;
    return absolute.startsWith(folder) && (deep || absolute.indexOf('/', folder.length()) < 0);
  }

  Map<String, Object> history() {
    return Map.of(
        "Parameters",
        SsmView.versions(view.parameter()).stream()
            .map(version -> SsmView.some(readable(version), HISTORY))
            .toList());
  }

  Map<String, Object> describe() {
    return page(parameter -> true, this::described);
  }

  private Map<String, Object> described(Entity parameter) {
    Map<String, Object> shown = SsmView.some(SsmView.latest(parameter), HISTORY);
    shown.keySet().removeAll(List.of("Value", "Labels"));
    shown.put("ARN", parameter.attribute(Entity.ARN).orElse(""));
    return shown;
  }

  private Map<String, Object> page(
      Predicate<Entity> wanted, Function<Entity, Map<String, Object>> shown) {
    List<Entity> all =
        view.scene()
            .state()
            .all(Names.canonical(SsmView.PARAMETER))
            .filter(wanted)
            .filter(
                parameter ->
                    view.structures("Filters", "ParameterFilters")
                        .allMatch(filter -> satisfies(parameter, filter)))
            .toList();
    Page<Entity> page = Page.of(view.scene(), all);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("Parameters", page.entries().stream().map(shown).toList());
    page.continueIn(answer);
    return answer;
  }

  /** Whether a parameter is as a filter wants it; of several values, one will do. */
  private static boolean satisfies(Entity parameter, Map<?, ?> filter) {
    String key = Structures.text(filter, "Key");
    String option = Structures.text(filter, "Option");
    List<String> values = SsmView.texts(filter, "Values");
    if (key.equals("Path")) {
      return values.stream().anyMatch(path -> isBelow(parameter, path, option.equals("Recursive")));
    }
    if (key.startsWith("tag:")) {
      String tag = parameter.tags().get(key.substring("tag:".length()));
      return tag != null && (values.isEmpty() || values.contains(tag));
    }
    Map<String, Object> latest = SsmView.latest(parameter);
    if (key.equals("Label")) {
      return SsmView.texts(latest, "Labels").stream().anyMatch(values::contains);
    }
    String known = Structures.text(latest, key);
    return values.stream().anyMatch(value -> compares(known, option, value));
  }

  private static boolean compares(String known, String option, String value) {
    return switch (option) {
      case "BeginsWith" -> known.startsWith(value) || known.startsWith("/" + value);
      case "Contains" -> known.contains(value);
      default -> known.equals(value) || known.equals("/" + value);
    };
  }
}
