package io.robotocore.services.modeled;

import io.robotocore.model.Constraints;
import io.robotocore.model.ListShape;
import io.robotocore.model.Member;
import io.robotocore.model.OperationModel;
import io.robotocore.model.ServiceModel;
import io.robotocore.model.Shape;
import io.robotocore.model.StructureShape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What the operations of a service mean, as far as its model tells: which nouns it has, and what
 * each operation does with which of them.
 */
final class Design {

  private static final Set<Kind> TELLING = Set.of(Kind.READ, Kind.LIST);
  private static final int STATUS_DEPTH = 3;

  /** The score of a member that is called as the whole noun. */
  private static final int SURE = 95;

  /**
   * A resource of which each belongs to one of another.
   *
   * @param noun the canonical noun
   * @param member the canonical name of the member that names what one belongs to
   */
  record Child(String noun, String member) {}

  private final ServiceModel model;
  private final Blueprint blueprint;
  private final Behaviour behaviour;
  private final Vocabulary vocabulary;
  private final Meanings meanings;
  private final Map<Resource, List<Constraints>> ids = new ConcurrentHashMap<>();
  private final Map<Resource, List<Constraints>> arns = new ConcurrentHashMap<>();
  private final Map<Resource, List<String>> statuses = new ConcurrentHashMap<>();
  private final Map<Resource, List<Child>> children = new ConcurrentHashMap<>();
  private final Map<Resource, Map<StructureShape, List<Facet>>> facets = new ConcurrentHashMap<>();
  private final Map<String, Plan> plans = new ConcurrentHashMap<>();

  private Design(ServiceModel model) {
    this.model = model;
    blueprint = Blueprint.of(model.id());
    behaviour = Behaviour.of(model.id());
    vocabulary = new Vocabulary(model);
    meanings = new Meanings(vocabulary, blueprint);
  }

  /** The design of a service. */
  static Design of(ServiceModel model) {
    return new Design(model);
  }

  ServiceModel model() {
    return model;
  }

  Blueprint blueprint() {
    return blueprint;
  }

  Behaviour behaviour() {
    return behaviour;
  }

  /** What all nouns of the service stand for, sorted. */
  Stream<Resource> resources() {
    return meanings.nouns().resources();
  }

  /** What an operation of the service means. */
  Plan plan(OperationModel operation) {
    return plans.computeIfAbsent(operation.name(), name -> meanings.of(operation));
  }

  /** The verb of an operation. */
  String verb(OperationModel operation) {
    return vocabulary.phrase(operation.name()).verb();
  }

  /** The noun of this canonical name. */
  Optional<Resource> resource(String canonicalNoun) {
    return meanings.nouns().resource(canonicalNoun);
  }

  /** The resource that the name of an operation has in it. */
  Optional<Resource> resourceIn(OperationModel operation) {
    String name = Names.canonical(operation.name());
    return meanings.nouns().all().stream()
        .map(Noun::canonical)
        .filter(name::contains)
        .findFirst()
        .flatMap(this::resource);
  }

  /** The resources of which each belongs to one of this. */
  List<Child> children(Resource parent) {
    return children.computeIfAbsent(
        parent,
        of ->
            resources()
                .flatMap(
                    child ->
                        child.scope().stream()
                            .filter(member -> names(member, of))
                            .map(member -> new Child(child.canonicalNoun(), member)))
                .toList());
  }

  private static boolean names(String member, Resource resource) {
    return Identity.score(member, resource.canonicalNoun(), resource.lastWord()) >= SURE;
  }

  /** What the members of an answer's structure are to things of a resource. */
  List<Facet> facets(Resource resource, StructureShape shape) {
    return facets
        .computeIfAbsent(resource, of -> new ConcurrentHashMap<>())
        .computeIfAbsent(
            shape, of -> of.members().stream().map(member -> Facet.of(member, resource)).toList());
  }

  /** What ids of this resource must be like. */
  List<Constraints> wantedIds(Resource resource) {
    return ids.computeIfAbsent(
        resource, of -> wanted(of, List.of("id", "identifier", of.canonicalNoun())));
  }

  /** What ARNs of this resource must be like. */
  List<Constraints> wantedArns(Resource resource) {
    return arns.computeIfAbsent(resource, of -> wanted(of, List.of("arn")));
  }

  /** The statuses that things of this resource may be told of with; empty if they have none. */
  List<String> statuses(Resource resource) {
    return statuses.computeIfAbsent(
        resource,
        of ->
            model.operationNames().stream()
                .flatMap(name -> model.operation(name).stream())
                .filter(operation -> TELLING.contains(plan(operation).kind()))
                .filter(operation -> plan(operation).resource().filter(of::equals).isPresent())
                .flatMap(operation -> statuses(operation.output(), of, 0))
                .distinct()
                .toList());
  }

  private static Stream<String> statuses(Shape shape, Resource resource, int depth) {
    if (shape instanceof ListShape list) {
      return statuses(list.member().target(), resource, depth);
    }
    return shape instanceof StructureShape structure && depth < STATUS_DEPTH
        ? structure.members().stream()
            .flatMap(
                member ->
                    Statuses.isOne(Names.canonical(member.name()), resource)
                        ? values(member)
                        : statuses(member.target(), resource, depth + 1))
        : Stream.empty();
  }

  private static Stream<String> values(Member member) {
    return member.target() instanceof StructureShape structure
        ? structure.members().stream().flatMap(inner -> inner.enumValues().stream())
        : member.enumValues().stream();
  }

  private List<Constraints> wanted(Resource resource, List<String> ends) {
    return Identifiers.wanted(
        model,
        resource,
        ends,
        name -> vocabulary.phrase(name).canonicalNoun().equals(resource.canonicalNoun()));
  }

  /** Whether things of this resource only exist when somebody has created them. */
  boolean isCreated(Resource resource) {
    return vocabulary.has("Create" + resource.noun())
        || vocabulary.has("Register" + resource.noun());
  }
}
