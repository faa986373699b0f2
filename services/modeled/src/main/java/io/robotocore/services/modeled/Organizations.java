package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * AWS Organizations: what is below what, and which policies are attached to it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListParents.html">
 *     ListParents</a>
 */
final class Organizations implements Behaviour {

  private static final String PARENT = "parentid";
  private static final String ACCOUNT = "account";
  private static final String UNIT = "organizationalunit";
  private static final String ROOT = "root";
  private static final String POLICY = "policy";

  /** The attribute with the id of the request that an account was created by. */
  private static final String REQUEST = "createaccountrequestid";

  private static final Map<String, String> TYPES =
      Map.of(ACCOUNT, "ACCOUNT", UNIT, "ORGANIZATIONAL_UNIT", ROOT, "ROOT");

  private static final Attachment ATTACHED =
      new Attachment("attachedpolicy", "PolicyId", "TargetId");

  @Override
  public Map<String, Answer> operations() {
    Map<String, Answer> operations = new LinkedHashMap<>();
    operations.put("CreateAccount", Organizations::created);
    operations.put("DescribeCreateAccountStatus", Organizations::creation);
    operations.put("ListParents", Organizations::parents);
    operations.put("ListChildren", Organizations::children);
    operations.put("ListAccountsForParent", scene -> below(scene, ACCOUNT, "Accounts"));
    operations.put(
        "ListOrganizationalUnitsForParent", scene -> below(scene, UNIT, "OrganizationalUnits"));
    operations.put("MoveAccount", Organizations::moved);
    operations.put("AttachPolicy", Organizations::attached);
    operations.put("DetachPolicy", ATTACHED::detach);
    operations.put("ListTargetsForPolicy", Organizations::targets);
    operations.put("ListPoliciesForTarget", Organizations::policies);
    return operations;
  }

  private static Map<String, Object> created(Scene scene) {
    Entity account = new Creation(scene, scene.design().resource(ACCOUNT).orElseThrow()).create();
    String request = "car-" + scene.call().random().text(32, "0123456789abcdef");
    Entity requested = account.knowing(Map.of(REQUEST, request));
    scene.state().put(requested);
    return status(requested);
  }

  private static Map<String, Object> creation(Scene scene) {
    String request = scene.text("CreateAccountRequestId");
    return scene
        .state()
        .all(ACCOUNT)
        .filter(account -> account.attribute(REQUEST).filter(request::equals).isPresent())
        .findFirst()
        .map(Organizations::status)
        .orElseThrow(
            () ->
                new DocumentError(
                    "CreateAccountStatusNotFoundException",
                    "You specified a create account request that doesn't exist.",
                    Map.of()));
  }

  private static Map<String, Object> status(Entity account) {
    return Map.of(
        "CreateAccountStatus",
        Map.of(
            "Id",
            account.attribute(REQUEST).orElse(""),
            "AccountId",
            account.key().id(),
            "AccountName",
            account.attribute("accountname").orElse(""),
            "State",
            "SUCCEEDED",
            "RequestedTimestamp",
            account.life().created(),
            "CompletedTimestamp",
            account.life().created()));
  }

  private static Map<String, Object> parents(Scene scene) {
    Entity child =
        named(scene, scene.text("ChildId"))
            .orElseThrow(
                () ->
                    new DocumentError(
                        "ChildNotFoundException",
                        "You specified a child that doesn't exist.",
                        Map.of()));
    String parent = parent(scene, child);
    return Map.of("Parents", List.of(Map.of("Id", parent, "Type", type(scene, parent))));
  }

  private static Map<String, Object> children(Scene scene) {
    String type = scene.text("ChildType");
    return Map.of(
        "Children",
        (type.equals("ACCOUNT") ? belonging(scene, ACCOUNT) : belonging(scene, UNIT))
            .map(child -> Map.<String, Object>of("Id", child.key().id(), "Type", type))
            .toList());
  }

  private static Map<String, Object> below(Scene scene, String noun, String list) {
    Resource resource = scene.design().resource(noun).orElseThrow();
    Creation creation = new Creation(scene, resource);
    return Map.of(
        list,
        belonging(scene, noun)
            .flatMap(
                child ->
                    creation.shown(child).get(list) instanceof List<?> shown
                        ? shown.stream()
                        : Stream.empty())
            .toList());
  }

  private static Stream<Entity> belonging(Scene scene, String noun) {
    String parent = scene.text("ParentId");
    return scene.state().all(noun).filter(child -> parent(scene, child).equals(parent));
  }

  /** What something is below: the root, if nobody has said anything else. */
  private static String parent(Scene scene, Entity child) {
    return child
        .attribute(PARENT)
        .map(String.class::cast)
        .or(() -> scene.state().all(ROOT).findFirst().map(root -> root.key().id()))
        .orElse("");
  }

  private static Map<String, Object> moved(Scene scene) {
    Entity account = new Finder(scene).theOne(scene.design().resource(ACCOUNT).orElseThrow());
    Map<String, Object> below = Map.of(PARENT, scene.text("DestinationParentId"));
    scene.state().put(account.knowing(below));
    return Map.of();
  }

  private static Map<String, Object> attached(Scene scene) {
    new Finder(scene).theOne(scene.design().resource(POLICY).orElseThrow());
    return ATTACHED.attach(scene);
  }

  private static Map<String, Object> targets(Scene scene) {
    return Map.of(
        "Targets",
        ATTACHED.of(scene, scene.text("PolicyId")).stream().map(id -> target(scene, id)).toList());
  }

  private static Map<String, Object> target(Scene scene, String id) {
    Optional<Entity> entity = named(scene, id);
    return Map.of(
        "TargetId",
        id,
        "Arn",
        entity.flatMap(of -> of.attribute(Entity.ARN)).orElse(""),
        "Name",
        entity.flatMap(of -> of.attribute("name")).orElse(""),
        "Type",
        type(scene, id));
  }

  private static Map<String, Object> policies(Scene scene) {
    Creation creation = new Creation(scene, scene.design().resource(POLICY).orElseThrow());
    return Map.of(
        "Policies",
        ATTACHED.to(scene, scene.text("TargetId")).stream()
            .flatMap(id -> named(scene, id).stream())
            .filter(policy -> policy.attribute("type").equals(filter(scene)))
            .flatMap(
                policy ->
                    creation.shown(policy).get("Policies") instanceof List<?> shown
                        ? shown.stream()
                        : Stream.empty())
            .toList());
  }

  private static Optional<Object> filter(Scene scene) {
    return Optional.ofNullable(scene.input().get("Filter"));
  }

  private static Optional<Entity> named(Scene scene, String id) {
    return scene.state().named(id).filter(entity -> entity.key().id().equals(id)).findFirst();
  }

  private static String type(Scene scene, String id) {
    return named(scene, id).map(entity -> TYPES.getOrDefault(entity.key().noun(), "")).orElse("");
  }
}
