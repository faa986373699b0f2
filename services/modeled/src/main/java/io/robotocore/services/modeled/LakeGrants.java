package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who may do what: one grant for each principal and resource, with all that is permitted.
 *
 * @param scene the call
 * @see <a
 *     href="https://docs.aws.amazon.com/lake-formation/latest/APIReference/API_GrantPermissions.html">
 *     GrantPermissions</a>
 */
record LakeGrants(Scene scene) {

  private static final String NOUN = "permissiongrant";
  private static final String PERMISSIONS = "Permissions";
  private static final String GRANTABLE = "PermissionsWithGrantOption";
  private static final String RESOURCE = "Resource";
  private static final String PRINCIPAL = "Principal";
  private static final String IDENTIFIER = "DataLakePrincipalIdentifier";

  Map<String, Object> grant() {
    grant(scene.input());
    return Map.of();
  }

  Map<String, Object> revoke() {
    revoke(scene.input());
    return Map.of();
  }

  /** Does for each entry what is asked, and tells of those of which it could not be done. */
  Map<String, Object> batch() {
    List<Map<String, Object>> failures = new ArrayList<>();
    for (Map<?, ?> entry : Structures.list(scene.input(), "Entries")) {
      try {
        if (scene.operation().name().equals("BatchGrantPermissions")) {
          grant(entry);
        } else {
          revoke(entry);
        }
      } catch (DocumentError e) {
        failures.add(
            Map.of(
                "RequestEntry",
                entry,
                "Error",
                Map.of("ErrorCode", e.code(), "ErrorMessage", e.message())));
      }
    }
    return Map.of("Failures", failures);
  }

  private static String principal(Map<?, ?> request) {
    return Structures.text(LakeFormation.structure(request, PRINCIPAL), IDENTIFIER);
  }

  private LakeResource resource(Map<?, ?> request) {
    return LakeResource.of(scene, LakeFormation.structure(request, RESOURCE));
  }

  private EntityKey key(Map<?, ?> request) {
    if (principal(request).isEmpty()) {
      throw LakeFormation.invalid("Principal is mandatory");
    }
    return new EntityKey(NOUN, principal(request), resource(request).toString());
  }

  private void grant(Map<?, ?> request) {
    EntityKey key = key(request);
    List<String> given = LakeFormation.texts(request, PERMISSIONS);
    List<String> grantable = LakeFormation.texts(request, GRANTABLE);
    if (given.isEmpty() || !given.containsAll(grantable)) {
      throw LakeFormation.invalid(
          "Permissions with grant option must be among the permissions that are granted");
    }
    Optional<Entity> before = scene.state().get(key);
    Map<String, Object> known = new LinkedHashMap<>();
    known.put(PRINCIPAL, Map.of(IDENTIFIER, principal(request)));
    known.put(RESOURCE, resource(request));
    known.put(PERMISSIONS, joined(before, PERMISSIONS, given));
    known.put(GRANTABLE, joined(before, GRANTABLE, grantable));
    Optional.ofNullable(request.get("Condition"))
        .ifPresent(condition -> known.put("Condition", condition));
    scene.state().put(Entity.of(key, known, scene.call().now()));
  }

  private static List<String> joined(Optional<Entity> before, String member, List<String> more) {
    Set<String> all = new LinkedHashSet<>();
    before.ifPresent(grant -> all.addAll(LakeFormation.texts(grant.attributes(), member)));
    all.addAll(more);
    return List.copyOf(all);
  }

  private void revoke(Map<?, ?> request) {
    EntityKey key = key(request);
    Entity grant =
        scene
            .state()
            .get(key)
            .orElseThrow(
                () ->
                    LakeFormation.invalid(
                        "No permissions revoked. Grantee has no permissions and no grantable"
                            + " permissions on resource."));
    List<String> permissions = left(grant, PERMISSIONS, request);
    List<String> grantable = left(grant, GRANTABLE, request);
    if (permissions.isEmpty() && grantable.isEmpty()) {
      scene.state().remove(grant);
      return;
    }
    Map<String, Object> known = new LinkedHashMap<>(grant.attributes());
    known.put(PERMISSIONS, permissions);
    known.put(GRANTABLE, grantable);
    scene.state().put(Entity.of(key, known, scene.call().now()));
  }

  private static List<String> left(Entity grant, String member, Map<?, ?> request) {
    List<String> revoked = LakeFormation.texts(request, member);
    return LakeFormation.texts(grant.attributes(), member).stream()
        .filter(one -> !revoked.contains(one))
        .toList();
  }

  private static LakeResource resource(Entity grant) {
    return (LakeResource) grant.attribute(RESOURCE).orElseThrow();
  }

  Map<String, Object> list() {
    Map<String, Object> input = scene.input();
    String principal = principal(input);
    String type = Structures.text(input, "ResourceType");
    Optional<LakeResource> resource =
        input.containsKey(RESOURCE) ? Optional.of(resource(input)) : Optional.empty();
    return page(
        "PrincipalResourcePermissions",
        grant ->
            (principal.isEmpty() || grant.key().scope().equals(principal))
                && (type.isEmpty() || resource(grant).isOf(type))
                && resource.map(wanted -> wanted.covers(resource(grant))).orElse(true));
  }

  private Map<String, Object> page(String member, Predicate<Entity> wanted) {
    List<Entity> all = scene.state().all(NOUN).filter(wanted).toList();
    Page<Entity> page = Page.of(scene, all);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(member, page.entries().stream().map(LakeGrants::shown).toList());
    page.continueIn(answer);
    return answer;
  }

  private static Map<String, Object> shown(Entity grant) {
    Map<String, Object> shown = new LinkedHashMap<>(grant.attributes());
    shown.put(RESOURCE, resource(grant).shown());
    Instant changed = grant.life().changed();
    shown.put("LastUpdated", changed);
    return shown;
  }

  /**
   * The permissions on a location, and on the databases and tables that are there.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/lake-formation/latest/APIReference/API_GetEffectivePermissionsForPath.html">
   *     GetEffectivePermissionsForPath</a>
   */
  Map<String, Object> ofPath() {
    String arn = Structures.text(scene.input(), "ResourceArn");
    List<LakeResource> located = located("s3://" + arn.replaceFirst("^.*:::", ""));
    return page("Permissions", grant -> isAt(resource(grant), arn, located));
  }

  private static boolean isAt(LakeResource resource, String arn, List<LakeResource> located) {
    return resource.kind().equals("DataLocation")
        ? isWithin(arn, resource.text("ResourceArn"))
        : located.stream()
            .anyMatch(
                there ->
                    there.kind().equals("Database")
                        ? there.equals(resource)
                        : there.covers(resource));
  }

  private static boolean isWithin(String path, String folder) {
    String plain = folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    return path.equals(plain) || path.startsWith(plain + "/");
  }

  /** The databases and tables of AWS Glue that are at a path. */
  private List<LakeResource> located(String path) {
    return Neighbour.of(scene.call(), "glue").stream()
        .flatMap(glue -> Stream.concat(glue.all("database"), glue.all("table")))
        .filter(one -> isWithin(location(one), path))
        .map(
            one ->
                one.key().noun().equals("table")
                    ? LakeTags.table(
                        scene,
                        String.valueOf(one.attribute("databasename").orElse("")),
                        String.valueOf(one.attribute("name").orElse(one.key().id())))
                    : LakeTags.database(
                        scene, String.valueOf(one.attribute("name").orElse(one.key().id()))))
        .toList();
  }

  private static String location(Entity entity) {
    String own = String.valueOf(entity.attribute("locationuri").orElse(""));
    return own.isEmpty()
        ? Structures.text(
            LakeFormation.structure(entity.attributes(), "storagedescriptor"), "Location")
        : own;
  }
}
