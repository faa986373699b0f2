package io.robotocore.services.modeled;

import io.robotocore.Fidelity;
import io.robotocore.model.OperationModel;
import io.robotocore.service.Call;
import io.robotocore.service.DocumentError;
import io.robotocore.service.DocumentService;
import io.robotocore.service.Extent;
import io.robotocore.service.Tagged;
import io.robotocore.state.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A service that is served from its model.
 *
 * @param design what its operations mean
 */
record Modeled(Design design) implements DocumentService {

  private static final String GLOBAL = "us-east-1";

  @Override
  public Extent extent() {
    return design.model().isGlobal() ? Extent.ACCOUNT : Extent.REGION;
  }

  @Override
  public State freshState() {
    return new ModeledState();
  }

  @Override
  public Optional<Fidelity> fidelity(OperationModel operation) {
    if (design.behaviour().operations().containsKey(operation.name())) {
      return Optional.of(Fidelity.MODELED);
    }
    return switch (design.plan(operation).kind()) {
      case COMPUTE -> Optional.empty();
      case NOTHING -> Optional.of(Fidelity.SYNTHESIZED);
      default -> Optional.of(Fidelity.MODELED);
    };
  }

  @Override
  public Map<String, Object> answer(
      Call call, State state, OperationModel operation, Map<String, Object> input) {
    Scene scene =
        new Scene(
            call,
            (ModeledState) state,
            design,
            Scene.Request.of(operation, completed(operation, input)));
    return design.behaviour().isAtomic(operation.name())
        ? scene.state().atomically(() -> answer(scene))
        : answer(scene);
  }

  @Override
  public boolean runDue(Call call, State state, Instant now) {
    ModeledState own = (ModeledState) state;
    Optional<EntityKey> due = own.takePlanned(now);
    due.ifPresent(key -> design.behaviour().due(call, own, key));
    return due.isPresent();
  }

  /** AWS tells of the tags of what belongs to no region in one of the regions. */
  @Override
  public Optional<Tagged> tagged(Call call, State state) {
    boolean elsewhere = extent() == Extent.ACCOUNT && !call.region().equals(GLOBAL);
    return elsewhere
        ? Optional.empty()
        : Optional.of(new TaggedEntities(call, (ModeledState) state));
  }

  private Map<String, Object> answer(Scene scene) {
    Plan plan = design.plan(scene.operation());
    new Transit(scene).settle();
    bringForth(scene);
    design.behaviour().check(scene);
    Behaviour.Answer own = design.behaviour().operations().get(scene.operation().name());
    if (own != null) {
      return own.to(scene);
    }
    return plan.batch() ? batch(scene, plan) : answer(scene, plan);
  }

  /** A request with what members mean that are not there. */
  private Map<String, Object> completed(OperationModel operation, Map<String, Object> input) {
    Map<String, Object> absent = design.blueprint().absent();
    if (absent.isEmpty()) {
      return input;
    }
    Map<String, Object> completed = new LinkedHashMap<>(input);
    operation
        .input()
        .members()
        .forEach(
            member -> {
              if (absent.containsKey(member.name())) {
                completed.putIfAbsent(
                    member.name(), Objects.requireNonNull(absent.get(member.name())));
              }
            });
    return completed;
  }

  /** Makes what is there from the beginning, when somebody looks for the first time. */
  private void bringForth(Scene scene) {
    boolean empty = design.blueprint().existing().isEmpty() && design.behaviour() == Behaviour.NONE;
    if (empty || !scene.state().begin()) {
      return;
    }
    Scene nothing =
        scene.with(new Scene.Request(scene.operation(), scene.shape(), Map.of(), Optional.empty()));
    design
        .blueprint()
        .existing()
        .keySet()
        .forEach(
            noun -> {
              Resource resource = design.resource(Names.canonical(noun)).orElseThrow();
              design
                  .blueprint()
                  .existing(noun)
                  .forEach(new Creation(nothing, resource)::bringForth);
            });
    design.behaviour().begin(nothing);
    for (Entity entity : scene.state().all().toList()) {
      scene.state().put(entity.with(Map.of(), "", entity.life().created()));
    }
  }

  private static Map<String, Object> answer(Scene scene, Plan plan) {
    Tagging tagging = new Tagging(scene);
    return switch (plan.kind()) {
      case TAG -> tagging.tag();
      case UNTAG -> tagging.untag();
      case TAGS -> tagging.tags();
      case NOTHING, COMPUTE -> synthesized(scene);
      default -> followed(scene, answer(scene, plan.kind(), plan.resource().orElseThrow()));
    };
  }

  /** The answer, or what tells afterwards of what was done. */
  private static Map<String, Object> followed(Scene scene, Map<String, Object> answer) {
    return scene
        .design()
        .blueprint()
        .meaning(scene.operation().name())
        .filter(meaning -> !meaning.then().isEmpty())
        .flatMap(meaning -> scene.design().resource(Names.canonical(meaning.then())))
        .map(resource -> new Creation(scene, resource))
        .map(creation -> creation.shown(creation.create()))
        .orElse(answer);
  }

  private static Map<String, Object> answer(Scene scene, Kind kind, Resource resource) {
    Creation creation = new Creation(scene, resource);
    Finder finder = new Finder(scene);
    return switch (kind) {
      case CREATE -> creation.shown(creation.create());
      case PUT -> creation.shown(creation.put());
      case READ -> creation.shown(creation.told());
      case ACT -> creation.shown(finder.theOne(resource));
      case LIST -> new Listing(scene, resource).answer();
      case UPDATE -> creation.shown(creation.changed(finder.theOne(resource)));
      case ADD, SUBTRACT -> creation.shown(creation.counted(finder.theOne(resource), kind));
      case DELETE -> deleted(scene, resource);
      case TRANSITION -> creation.shown(creation.changed(finder.theOne(resource)));
      default -> synthesized(scene);
    };
  }

  private static Map<String, Object> deleted(Scene scene, Resource resource) {
    Conduct conduct = scene.design().blueprint().trait(resource).conduct();
    Finder finder = new Finder(scene);
    if (conduct.again() && finder.one(resource).isEmpty()) {
      return synthesized(scene);
    }
    Entity entity = finder.theOne(resource);
    checkHolding(scene, resource, entity);
    Entity gone = new Transit(scene).removed(resource, entity);
    return new Projection(scene, resource, gone).onto(scene.operation().output());
  }

  private static boolean isOn(Object value) {
    return value.equals(true) || value.equals("ENABLED") || value.equals("ACTIVE");
  }

  /** A thing that is protected, or that others belong to, may have to stay. */
  private static void checkHolding(Scene scene, Resource resource, Entity entity) {
    Shown shown = new Shown(scene, resource, entity);
    Conduct conduct = scene.design().blueprint().trait(resource).conduct();
    conduct
        .protects()
        .forEach(
            (member, error) -> {
              if (isOn(entity.attribute(member).orElse(false))) {
                throw new Errors(scene).held(error, resource, entity.key().id());
              }
            });
    conduct
        .holds()
        .forEach(
            (noun, error) -> {
              if (shown.belonging(noun).findAny().isPresent()) {
                throw new Errors(scene).held(error, resource, entity.key().id());
              }
            });
  }

  /** Takes a thing away, and what belongs to it. */
  static void remove(Scene scene, Entity entity) {
    scene.state().remove(entity);
    scene
        .design()
        .resource(entity.key().noun())
        .ifPresent(resource -> removeChildren(scene, resource, entity));
  }

  private static void removeChildren(Scene scene, Resource resource, Entity parent) {
    for (Design.Child child : scene.design().children(resource)) {
      scene
          .state()
          .all(child.noun())
          .filter(
              entity ->
                  entity.attribute(child.member()).filter(String.class::isInstance).stream()
                      .anyMatch(name -> parent.isNamed((String) name)))
          .toList()
          .forEach(entity -> remove(scene, entity));
    }
  }

  /** An answer that is well formed, and says nothing. */
  private static Map<String, Object> synthesized(Scene scene) {
    return scene.values().structure(scene.operation().output(), 0);
  }

  /** Does for each entry of a request what an operation for one does. */
  private static Map<String, Object> batch(Scene scene, Plan plan) {
    boolean tolerant =
        scene.operation().name().startsWith("Batch")
            && (plan.kind() == Kind.READ || plan.kind() == Kind.DELETE);
    List<Map<String, Object>> shown = new ArrayList<>();
    for (Scene.Request entry : new Entries(scene, plan.resource()).all()) {
      try {
        shown.add(answer(scene.with(entry), plan));
      } catch (DocumentError e) {
        if (!tolerant) {
          throw e;
        }
      }
    }
    return merged(scene, shown);
  }

  private static Map<String, Object> merged(Scene scene, List<Map<String, Object>> answers) {
    Map<String, Object> merged = synthesized(scene);
    for (Map<String, Object> answer : answers) {
      answer.forEach(
          (name, value) ->
              merged.merge(
                  name,
                  value,
                  (some, more) ->
                      some instanceof List<?> a && more instanceof List<?> b
                          ? Stream.concat(a.stream(), b.stream()).toList()
                          : more));
    }
    return merged;
  }
}
