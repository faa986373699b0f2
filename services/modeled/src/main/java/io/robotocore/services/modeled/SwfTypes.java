package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Types of workflows, or of activities, each named by a name and a version.
 *
 * @param view the call's view of SWF
 * @param of which of both
 * @param in the request
 */
record SwfTypes(SwfView view, Of of, SwfFacts in) {

  private static final String STATUS = "status";
  private static final String REGISTERED = "REGISTERED";
  private static final String DEPRECATED = "DEPRECATED";

  /** What there are types of. */
  enum Of {
    WORKFLOW("WorkflowType"),
    ACTIVITY("ActivityType");

    private final String noun;

    Of(String noun) {
      this.noun = noun;
    }

    String noun() {
      return noun;
    }

    EntityKey key(String domain, SwfFacts named) {
      return new EntityKey(
          Names.canonical(noun), domain, named.text("name") + "/" + named.text("version"));
    }

    /** The member of a request that names a type. */
    String member() {
      return Character.toLowerCase(noun.charAt(0)) + noun.substring(1);
    }

    String words(SwfFacts named) {
      return noun + "=[name=" + named.text("name") + ", version=" + named.text("version") + "]";
    }
  }

  static boolean isDeprecated(SwfFacts type) {
    return type.text(STATUS).equals(DEPRECATED);
  }

  Map<String, Object> register() {
    view.checkInUse(in.text("domain"));
    SwfSettings.check(in);
    if (view.type(of, in.text("domain"), in).isPresent()) {
      throw SwfFault.of("TypeAlreadyExistsFault", of.words(in));
    }
    view.keep(
        of.key(in.text("domain"), in), in.and(STATUS, REGISTERED).and("creationDate", view.now()));
    return Map.of();
  }

  Map<String, Object> deprecate() {
    SwfFacts type = theType();
    if (isDeprecated(type)) {
      throw SwfFault.of("TypeDeprecatedFault", of.words(type));
    }
    view.keep(key(), type.and(STATUS, DEPRECATED).and("deprecationDate", view.now()));
    return Map.of();
  }

  Map<String, Object> undeprecate() {
    view.checkInUse(in.text("domain"));
    SwfFacts type = theType();
    if (!isDeprecated(type)) {
      throw SwfFault.of("TypeAlreadyExistsFault", of.words(type));
    }
    Map<String, Object> rest = new java.util.LinkedHashMap<>(type.members());
    rest.remove("deprecationDate");
    view.keep(key(), SwfFacts.of(rest).and(STATUS, REGISTERED));
    return Map.of();
  }

  Map<String, Object> delete() {
    SwfFacts type = theType();
    if (!isDeprecated(type)) {
      throw SwfFault.of("TypeNotDeprecatedFault", of.words(type));
    }
    view.forget(key());
    return Map.of();
  }

  Map<String, Object> describe() {
    SwfFacts type = theType();
    Map<String, Object> configuration = new java.util.LinkedHashMap<>(type.members());
    configuration.keySet().removeIf(name -> !name.startsWith("default"));
    return Map.of("typeInfo", shown(type), "configuration", configuration);
  }

  Map<String, Object> list() {
    view.domain(in.text("domain"));
    Stream<SwfFacts> wanted =
        view.all(Names.canonical(of.noun), in.text("domain"))
            .filter(type -> type.text(STATUS).equals(in.text("registrationStatus")))
            .filter(type -> !in.has("name") || type.text("name").equals(in.text("name")));
    List<Map<String, Object>> shown = wanted.map(this::shown).toList();
    return new SwfPage(in, "types", "")
        .answer("typeInfos", SwfPage.ordered(shown, in.is("reverseOrder")));
  }

  private Map<String, Object> shown(SwfFacts type) {
    return type.only(STATUS, "description", "creationDate", "deprecationDate")
        .and(of.member(), type.only("name", "version").members())
        .members();
  }

  private EntityKey key() {
    return of.key(in.text("domain"), in.structure(of.member()));
  }

  /**
   * The type that the request names.
   *
   * @throws DocumentError if it is not there
   */
  private SwfFacts theType() {
    view.domain(in.text("domain"));
    return theType(view, of, in);
  }

  /**
   * The type that a request names.
   *
   * @throws DocumentError if it is not there
   */
  static SwfFacts theType(SwfView view, Of of, SwfFacts in) {
    SwfFacts named = in.structure(of.member());
    return view.type(of, in.text("domain"), named)
        .orElseThrow(() -> SwfFault.unknown("type: " + of.words(named)));
  }
}
