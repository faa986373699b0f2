package io.robotocore.services.modeled;

import io.robotocore.model.Constraints;
import io.robotocore.model.OperationModel;
import io.robotocore.model.ServiceModel;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the operations of a service mean, as far as its model tells: which nouns it has, and what
 * each operation does with which of them.
 */
final class Design {

  private final ServiceModel model;
  private final Blueprint blueprint;
  private final Behaviour behaviour;
  private final Vocabulary vocabulary;
  private final Meanings meanings;
  private final Map<String, Resource> resources;
  private final Map<Resource, List<Constraints>> ids = new ConcurrentHashMap<>();
  private final Map<Resource, List<Constraints>> arns = new ConcurrentHashMap<>();
  private final Map<String, Plan> plans = new ConcurrentHashMap<>();

  private Design(ServiceModel model) {
    this.model = model;
    blueprint = Blueprint.of(model.id());
    behaviour = Behaviour.of(model.id());
    vocabulary = new Vocabulary(model);
    meanings = new Meanings(vocabulary, blueprint);
    resources = meanings.resources();
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

  Collection<Resource> resources() {
    return resources.values();
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
    return Optional.ofNullable(resources.get(canonicalNoun));
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
