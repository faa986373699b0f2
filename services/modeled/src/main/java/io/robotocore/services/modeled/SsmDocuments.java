package io.robotocore.services.modeled;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Documents, whose content has versions of which one is the default.
 *
 * @param view the call's view of Systems Manager
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-schemas-features.html">
 *     Documents</a>
 */
record SsmDocuments(SsmView view) {

  private static final String VERSION = "DocumentVersion";
  private static final Pattern SCHEMA =
      Pattern.compile("\"?schemaVersion\"?\\s*:\\s*[\"']?([0-9]+(?:\\.[0-9]+)?)");
  private static final List<String> GIVEN =
      List.of("DisplayName", "VersionName", "TargetType", "Requires");

  Map<String, Object> create() {
    String name = view.input("Name");
    if (view.find(SsmView.DOCUMENT, name).isPresent()) {
      throw SsmView.error("DocumentAlreadyExists", "The specified document already exists.");
    }
    Map<String, Object> version = version("1", "JSON");
    version.put("DocumentType", given("DocumentType", "Command"));
    Entity document =
        view.make(SsmView.DOCUMENT, Map.of("name", name, "defaultversion", "1"), version);
    return Map.of("DocumentDescription", described(document, version, "Creating"));
  }

  private Map<String, Object> version(String number, String format) {
    String content = view.input("Content");
    Map<String, Object> version = SsmView.some(view.scene().input(), GIVEN);
    version.put("Content", content);
    version.put(VERSION, number);
    version.put("CreatedDate", view.scene().call().now());
    version.put("DocumentFormat", given("DocumentFormat", format));
    version.put("Hash", hash(content));
    version.put("HashType", "Sha256");
    Matcher schema = SCHEMA.matcher(content);
    if (schema.find()) {
      version.put("SchemaVersion", schema.group(1));
    }
    return version;
  }

  private String given(String member, String otherwise) {
    String given = view.input(member);
    return given.isEmpty() ? otherwise : given;
  }

  private static String hash(String content) {
    return Sha256.hex(content.getBytes(StandardCharsets.UTF_8));
  }

  Map<String, Object> update() {
    Entity document = view.document();
    List<Map<String, Object>> versions = SsmView.versions(document);
    Map<String, Object> latest = SsmView.latest(document);
    String wanted = view.input(VERSION);
    if (!wanted.isEmpty() && !wanted.equals("$LATEST") && !wanted.equals(latest.get(VERSION))) {
      throw SsmView.error(
          "InvalidDocumentVersion", "The document version is not valid or does not exist.");
    }
    if (versions.stream().anyMatch(old -> view.input("Content").equals(old.get("Content")))) {
      throw SsmView.error(
          "DuplicateDocumentContent",
          "The content of the association document matches another document. Change the content of"
              + " the document and try again.");
    }
    int next = Integer.parseInt(Structures.text(latest, VERSION)) + 1;
    Map<String, Object> version =
        version(Integer.toString(next), Structures.text(latest, "DocumentFormat"));
    version.put("DocumentType", latest.getOrDefault("DocumentType", "Command"));
    versions.add(version);
    return Map.of(
        "DocumentDescription", described(view.change(document, versions), version, "Updating"));
  }

  Map<String, Object> choose() {
    Entity document = view.document();
    Map<String, Object> chosen = chosen(document);
    view.change(document, Map.of("defaultversion", Structures.text(chosen, VERSION)));
    return Map.of(
        "Description",
        Map.of("Name", document.key().id(), "DefaultVersion", Structures.text(chosen, VERSION)));
  }

  Map<String, Object> get() {
    Map<String, Object> got = new LinkedHashMap<>(chosen(view.document()));
    got.put("Name", view.document().key().id());
    got.put("Status", "Active");
    return got;
  }

  Map<String, Object> describe() {
    Entity document = view.document();
    return Map.of("Document", described(document, chosen(document), "Active"));
  }

  /** The version that a request means: its number, its name, the latest, or the default. */
  private Map<String, Object> chosen(Entity document) {
    String wanted = view.input(VERSION);
    String name = view.input("VersionName");
    String number =
        switch (wanted) {
          case "", "$DEFAULT" -> String.valueOf(document.attribute("defaultversion").orElse("1"));
          case "$LATEST" -> Structures.text(SsmView.latest(document), VERSION);
          default -> wanted;
        };
    return SsmView.versions(document).stream()
        .filter(
            version ->
                name.isEmpty()
                    ? number.equals(version.get(VERSION))
                    : name.equals(version.get("VersionName")))
        .findFirst()
        .orElseThrow(
            () ->
                SsmView.error(
                    "InvalidDocumentVersion",
                    "The document version is not valid or does not exist."));
  }

  Map<String, Object> versions() {
    Entity document = view.document();
    Object chosen = document.attribute("defaultversion").orElse("1");
    return Map.of(
        "DocumentVersions",
        SsmView.versions(document).stream()
            .map(
                version -> {
                  Map<String, Object> shown =
                      SsmView.some(
                          version,
                          List.of(VERSION, "VersionName", "CreatedDate", "DocumentFormat"));
                  shown.put("Name", document.key().id());
                  shown.put("IsDefaultVersion", chosen.equals(version.get(VERSION)));
                  shown.put("Status", "Active");
                  return shown;
                })
            .toList());
  }

  private Map<String, Object> described(
      Entity document, Map<String, Object> version, String status) {
    Map<String, Object> shown = new LinkedHashMap<>(version);
    shown.remove("Content");
    shown.put("Name", document.key().id());
    shown.put("Owner", view.scene().call().account());
    shown.put("Status", status);
    shown.put("PlatformTypes", List.of("Linux", "MacOS", "Windows"));
    shown.put("LatestVersion", Structures.text(SsmView.latest(document), VERSION));
    shown.put("DefaultVersion", document.attribute("defaultversion").orElse("1"));
    shown.put(
        "Tags",
        document.tags().entrySet().stream()
            .map(tag -> Map.of("Key", tag.getKey(), "Value", tag.getValue()))
            .toList());
    return shown;
  }
}
