package io.robotocore.services.modeled;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The labels of versions of parameters, each of which is on one version at a time.
 *
 * @param view the call's view of Systems Manager
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_LabelParameterVersion.html">
 *     LabelParameterVersion</a>
 */
record SsmLabels(SsmView view) {

  private static final int MOST = 10;
  private static final String LABELS = "Labels";
  private static final Pattern VALID =
      Pattern.compile("(?!aws|ssm|[0-9])[a-zA-Z0-9_.-]+", Pattern.CASE_INSENSITIVE);

  Map<String, Object> label() {
    Entity parameter = view.parameter();
    List<Map<String, Object>> versions = SsmView.versions(parameter);
    Map<String, Object> labelled = version(parameter, versions);
    List<String> asked = view.texts(LABELS);
    List<String> valid = asked.stream().filter(one -> VALID.matcher(one).matches()).toList();
    Set<String> labels = new LinkedHashSet<>(SsmView.texts(labelled, LABELS));
    labels.addAll(valid);
    if (labels.size() > MOST) {
      throw SsmView.error(
          "ParameterVersionLabelLimitExceeded",
          "A parameter version can have maximum 10 labels. Move one or more labels to another"
              + " version and try again.");
    }
    versions.forEach(version -> remove(version, valid));
    labelled.put(LABELS, List.copyOf(labels));
    view.change(parameter, versions);
    return Map.of(
        "InvalidLabels",
        asked.stream().filter(one -> !valid.contains(one)).toList(),
        "ParameterVersion",
        labelled.getOrDefault("Version", 1L));
  }

  private Map<String, Object> version(Entity parameter, List<Map<String, Object>> versions) {
    Map<String, Object> latest = versions.get(versions.size() - 1);
    Object wanted =
        view.scene().input().getOrDefault("ParameterVersion", latest.getOrDefault("Version", 1L));
    return versions.stream()
        .filter(version -> wanted.equals(version.get("Version")))
        .findFirst()
        .orElseThrow(() -> SsmChanges.noVersion(wanted, parameter.key().id()));
  }

  private static void remove(Map<String, Object> version, List<String> labels) {
    version.put(
        LABELS,
        SsmView.texts(version, LABELS).stream().filter(one -> !labels.contains(one)).toList());
  }

  Map<String, Object> unlabel() {
    Entity parameter = view.parameter();
    List<Map<String, Object>> versions = SsmView.versions(parameter);
    Map<String, Object> labelled = version(parameter, versions);
    List<String> present = SsmView.texts(labelled, LABELS);
    List<String> asked = view.texts(LABELS);
    remove(labelled, asked);
    view.change(parameter, versions);
    return Map.of(
        "RemovedLabels", asked.stream().filter(present::contains).toList(),
        "InvalidLabels", asked.stream().filter(one -> !present.contains(one)).toList());
  }
}
