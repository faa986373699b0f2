package io.robotocore.services.modeled;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Launch templates and their numbered versions.
 *
 * @param view the call's view of EC2
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-launch-template-versions.html">
 *     Versions of launch templates</a>
 */
record Ec2Templates(Ec2View view) {

  private static final String NOUN = "LaunchTemplate";
  private static final String ID = "LaunchTemplateId";
  private static final String NAME = "LaunchTemplateName";
  private static final String VERSIONS = "versions";
  private static final String NUMBER = "VersionNumber";
  private static final String USUAL = "defaultversionnumber";
  private static final String LATEST = "latestversionnumber";
  private static final String CONTENT = "LaunchTemplateData";

  Map<String, Object> create() {
    String name = view.input(NAME);
    if (view.all(NOUN, "launchtemplatename", name).findAny().isPresent()) {
      throw Ec2View.error(
          "InvalidLaunchTemplateName.AlreadyExistsException",
          "Launch template name already in use.");
    }
    Map<String, Object> first = version(1, Map.of());
    Entity template =
        view.create(
            NOUN,
            Map.of(
                "launchtemplatename",
                name,
                "createdby",
                creator(),
                USUAL,
                1L,
                LATEST,
                1L,
                VERSIONS,
                List.of(first)));
    return view.shown(NOUN, template);
  }

  private String creator() {
    return "arn:%s:iam::%s:root".formatted(view.scene().call().partition(), view.account());
  }

  private Map<String, Object> version(long number, Map<?, ?> source) {
    Map<String, Object> version = new LinkedHashMap<>();
    version.put(NUMBER, number);
    version.put("CreateTime", view.scene().call().now());
    version.put("CreatedBy", creator());
    if (!view.input("VersionDescription").isEmpty()) {
      version.put("VersionDescription", view.input("VersionDescription"));
    }
    Map<String, Object> content = new LinkedHashMap<>();
    source.forEach((member, value) -> content.put((String) member, value));
    if (view.scene().input().get(CONTENT) instanceof Map<?, ?> given) {
      given.forEach((member, value) -> content.put((String) member, value));
    }
    version.put(CONTENT, content);
    return version;
  }

  /** The template of an id or of a name. */
  private Entity template(Map<?, ?> named) {
    String id = Structures.text(named, ID);
    String name = Structures.text(named, NAME);
    return id.isEmpty()
        ? view.all(NOUN, "launchtemplatename", name)
            .findFirst()
            .orElseThrow(
                () ->
                    Ec2View.error(
                        "InvalidLaunchTemplateName.NotFoundException",
                        "The specified launch template, with template name %s, does not exist."
                            .formatted(name)))
        : view.need(NOUN, id);
  }

  Map<String, Object> createVersion() {
    Entity template = template(view.scene().input());
    String source = view.input("SourceVersion");
    Map<?, ?> content =
        source.isEmpty() ? Map.of() : content(version(template, source).orElseThrow());
    long number = number(template, LATEST) + 1;
    Map<String, Object> version = version(number, content);
    List<Object> versions = new ArrayList<>(Ec2View.structures(template, VERSIONS));
    versions.add(version);
    Entity changed = view.change(template, Map.of(VERSIONS, versions, LATEST, number));
    return Map.of("LaunchTemplateVersion", told(changed, version));
  }

  private static Map<?, ?> content(Map<?, ?> version) {
    return version.get(CONTENT) instanceof Map<?, ?> content ? content : Map.of();
  }

  private static long number(Entity template, String attribute) {
    return template.attribute(attribute).orElse(1L) instanceof Number number
        ? number.longValue()
        : 1;
  }

  private static long number(Map<?, ?> version) {
    return version.get(NUMBER) instanceof Number number ? number.longValue() : 0;
  }

  private static Map<String, Object> told(Entity template, Map<?, ?> version) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put(ID, template.key().id());
    told.put(NAME, Structures.text(template, "launchtemplatename"));
    version.forEach((member, value) -> told.put((String) member, value));
    told.put("DefaultVersion", number(version) == number(template, USUAL));
    return told;
  }

  /** A version by its number, {@code $Latest} or {@code $Default}. */
  private static Optional<Map<?, ?>> version(Entity template, String wanted) {
    String number =
        switch (wanted) {
          case "$Latest" -> String.valueOf(number(template, LATEST));
          case "$Default", "" -> String.valueOf(number(template, USUAL));
          default -> wanted;
        };
    return Ec2View.structures(template, VERSIONS).stream()
        .filter(version -> String.valueOf(number(version)).equals(number))
        .findFirst();
  }

  Map<String, Object> describeVersions() {
    boolean named = !view.input(ID).isEmpty() || !view.input(NAME).isEmpty();
    List<Entity> templates =
        named ? List.of(template(view.scene().input())) : view.all(NOUN).toList();
    List<Object> told = new ArrayList<>();
    for (Entity template : templates) {
      chosen(template).forEach(version -> told.add(told(template, version)));
    }
    Page<Object> page = Page.of(view.scene(), told);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("LaunchTemplateVersions", page.entries());
    page.continueIn(answer);
    return answer;
  }

  private List<Map<?, ?>> chosen(Entity template) {
    List<String> wanted = view.texts("Versions");
    return wanted.isEmpty()
        ? Ec2View.structures(template, VERSIONS).stream()
            .filter(version -> number(version) >= bound("MinVersion", 0))
            .filter(version -> number(version) <= bound("MaxVersion", Long.MAX_VALUE))
            .toList()
        : wanted.stream()
            .<Map<?, ?>>map(
                version -> version(template, version).orElseThrow(() -> missing(template, version)))
            .distinct()
            .toList();
  }

  private long bound(String member, long usual) {
    String text = view.input(member);
    return text.isEmpty() ? usual : Long.parseLong(text);
  }

  private static io.robotocore.service.DocumentError missing(Entity template, String version) {
    return Ec2View.error(
        "InvalidLaunchTemplateId.VersionNotFound",
        "Could not find the specified version %s for the launch template with ID %s."
            .formatted(version, template.key().id()));
  }

  Map<String, Object> deleteVersions() {
    Entity template = template(view.scene().input());
    List<Object> deleted = new ArrayList<>();
    List<Object> failed = new ArrayList<>();
    List<Map<?, ?>> rest = new ArrayList<>(Ec2View.structures(template, VERSIONS));
    for (String wanted : view.texts("Versions")) {
      boolean usual = wanted.equals(String.valueOf(number(template, USUAL)));
      boolean gone =
          !usual && rest.removeIf(version -> String.valueOf(number(version)).equals(wanted));
      Map<String, Object> told = new LinkedHashMap<>();
      told.put(ID, template.key().id());
      told.put(NAME, Structures.text(template, "launchtemplatename"));
      told.put(NUMBER, Long.parseLong(wanted));
      if (!gone) {
        String code = usual ? "unexpectedError" : "launchTemplateVersionDoesNotExist";
        told.put("ResponseError", Map.of("Code", code, "Message", "Version " + wanted));
      }
      (gone ? deleted : failed).add(told);
    }
    view.change(template, Map.of(VERSIONS, rest));
    return Map.of(
        "SuccessfullyDeletedLaunchTemplateVersions",
        deleted,
        "UnsuccessfullyDeletedLaunchTemplateVersions",
        failed);
  }

  Map<String, Object> modify() {
    Entity template = template(view.scene().input());
    String wanted = view.input("DefaultVersion");
    long number = number(version(template, wanted).orElseThrow(() -> missing(template, wanted)));
    return view.shown(NOUN, view.change(template, Map.of(USUAL, number)));
  }

  /** The view of a request to launch, with what its template says besides. */
  Ec2View completed() {
    if (!(view.scene().input().get("LaunchTemplate") instanceof Map<?, ?> named)) {
      return view;
    }
    Entity template = template(named);
    String wanted = Structures.text(named, "Version");
    Map<String, Object> input = new LinkedHashMap<>();
    content(version(template, wanted).orElseThrow(() -> missing(template, wanted)))
        .forEach((member, value) -> input.put((String) member, value));
    input.putAll(view.scene().input());
    Scene.Request request = view.scene().request();
    return new Ec2View(
        view.scene()
            .with(
                new Scene.Request(request.operation(), request.shape(), input, Optional.empty())));
  }
}
