package io.robotocore.services.modeled;

import io.robotocore.model.Constraints;
import io.robotocore.model.ListShape;
import io.robotocore.model.OperationModel;
import io.robotocore.model.ServiceModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What the operations of a service mean, as far as its model tells: which nouns it has, and what
 * each operation does with which of them.
 */
final class Design {

  private final ServiceModel model;
  private final Blueprint blueprint;
  private final Behaviour behaviour;
  private final Map<String, Resource> resources = new TreeMap<>();
  private final Map<Resource, List<Constraints>> ids = new ConcurrentHashMap<>();
  private final Map<Resource, List<Constraints>> arns = new ConcurrentHashMap<>();
  private final Map<String, Plan> plans = new LinkedHashMap<>();

  private Design(ServiceModel model) {
    this.model = model;
    this.blueprint = Blueprint.of(model.id());
    this.behaviour = Behaviour.of(model.id());
  }

  /** The design of a service. */
  static Design of(ServiceModel model) {
    Design design = new Design(model);
    design.findResources();
    for (String operation : model.operationNames()) {
      design.plans.put(operation, design.planOf(operation));
    }
    return design;
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
    return plans.getOrDefault(operation.name(), Plan.of(Kind.NOTHING));
  }

  /** The noun of this canonical name. */
  Optional<Resource> resource(String canonicalNoun) {
    return Optional.ofNullable(resources.get(canonicalNoun));
  }

  /** What ids of this resource must be like. */
  List<Constraints> wantedIds(Resource resource) {
    return ids.computeIfAbsent(
        resource,
        of -> Identifiers.wanted(model, of, List.of("id", "identifier", of.canonicalNoun())));
  }

  /** What ARNs of this resource must be like. */
  List<Constraints> wantedArns(Resource resource) {
    return arns.computeIfAbsent(resource, of -> Identifiers.wanted(model, of, List.of("arn")));
  }

  /** Whether things of this resource only exist when somebody has created them. */
  boolean isCreated(Resource resource) {
    return Stream.of("Create", "Register")
        .anyMatch(verb -> model.operation(verb + resource.noun()).isPresent());
  }

  private void findResources() {
    blueprint.resources().keySet().forEach(this::add);
    for (String operation : model.operationNames()) {
      Phrase phrase = Phrase.of(operation);
      if (!phrase.noun().isEmpty() && bringsForth(phrase) && !isTagging(operation)) {
        add(createdNoun(phrase));
      }
    }
  }

  private void add(String noun) {
    resources.computeIfAbsent(
        Names.canonical(noun), canonical -> written(Resource.of(noun, naming(canonical))));
  }

  /** A resource as the blueprint has it. */
  private Resource written(Resource found) {
    Blueprint.Trait trait = blueprint.trait(found);
    return trait.key().isEmpty()
        ? found
        : new Resource(
            found.noun(),
            Names.canonical(trait.key()),
            trait.scope().stream().map(Names::canonical).toList());
  }

  /** Whether a noun begins to exist with an operation, rather than being changed by it. */
  private boolean bringsForth(Phrase phrase) {
    String verb = phrase.verb();
    if (verb.equals("Create") || verb.equals("Register")) {
      return true;
    }
    boolean told = Stream.of("Get", "Describe", "List").anyMatch(read -> isTold(read, phrase));
    if (Verbs.PUT.contains(verb)) {
      return told || has("Delete", phrase) || has("Remove", phrase);
    }
    boolean begins = Verbs.CREATE.contains(verb) || Verbs.START.contains(verb);
    boolean created = has("Create", phrase) || has("Register", phrase);
    boolean settings = Verbs.UPDATE.contains(verb) && has("Get", phrase) && !created;
    return (begins && told && !created) || settings || (Verbs.RELATE.contains(verb) && told);
  }

  private boolean isTold(String verb, Phrase phrase) {
    return has(verb, phrase) || model.operation("BatchGet" + phrase.noun() + "s").isPresent();
  }

  private boolean has(String verb, Phrase phrase) {
    return names(phrase.noun()).anyMatch(noun -> model.operation(verb + noun).isPresent());
  }

  private static Stream<String> names(String noun) {
    String ies = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "es";
    return Stream.of(noun, noun + "s", ies);
  }

  /** {@code RestoreDBInstanceFromDBSnapshot} makes a {@code DBInstance}. */
  private String createdNoun(Phrase phrase) {
    for (String border : List.of("From", "To", "With", "For")) {
      int end = phrase.noun().indexOf(border);
      if (end > 0
          && Verbs.CREATE.contains(phrase.verb())
          && Stream.of("Describe", "Get", "Delete")
              .anyMatch(
                  verb ->
                      has(verb, new Phrase(verb, phrase.noun().substring(0, end), false, false)))) {
        return phrase.noun().substring(0, end);
      }
    }
    return phrase.noun();
  }

  /** The operations that name one of a noun, the surest first. */
  private List<OperationModel> naming(String canonicalNoun) {
    List<OperationModel> naming = new ArrayList<>();
    for (String verb :
        List.of(
            "Delete",
            "Get",
            "Describe",
            "Update",
            "Modify",
            "Put",
            "Deregister",
            "Remove",
            "Terminate",
            "Cancel",
            "Stop",
            "Set",
            "Add",
            "Associate",
            "Attach",
            "Create")) {
      for (String operation : model.operationNames()) {
        Phrase phrase = Phrase.of(operation);
        if (phrase.verb().equals(verb)
            && !phrase.batch()
            && phrase.canonicalNoun().equals(canonicalNoun)) {
          model.operation(operation).ifPresent(naming::add);
        }
      }
    }
    return naming;
  }

  private Plan planOf(String name) {
    OperationModel operation = model.operation(name).orElseThrow();
    Optional<Blueprint.Meaning> written = blueprint.meaning(name);
    if (written.isPresent()) {
      return new Plan(written.get().kind(), resource(Names.canonical(written.get().noun())), false);
    }
    if (operation.eventStreamOutput().isPresent() || operation.eventStreamInput().isPresent()) {
      return Plan.of(Kind.COMPUTE);
    }
    Phrase phrase = Phrase.of(name);
    return tagging(name, phrase)
        .or(() -> upon(phrase, operation))
        .map(plan -> phrase.batch() ? plan.inBatch() : plan)
        .orElseGet(() -> Plan.of(computes(phrase, operation) ? Kind.COMPUTE : Kind.NOTHING));
  }

  private static boolean isTagging(String operation) {
    return operation.matches("(Batch)?(Tag|Untag)[A-Z].*")
        || operation.matches(
            "(Add|Create|Put|Set|Remove|Delete|List|Describe|Get|Update|Change)Tags?([A-Z].*)?")
        || operation.matches(
            "(Add|Remove|Change|List|Put|Get|Delete|Update)[A-Za-z]+Tags(ForResource)?");
  }

  private Optional<Plan> tagging(String operation, Phrase phrase) {
    if (!isTagging(operation)) {
      return Optional.empty();
    }
    return switch (phrase.verb()) {
      case "Tag", "Add", "Create", "Put", "Set", "Update", "Change" ->
          Optional.of(Plan.of(Kind.TAG));
      case "Untag", "Remove", "Delete" -> Optional.of(Plan.of(Kind.UNTAG));
      default -> Optional.of(Plan.of(Kind.TAGS));
    };
  }

  private Optional<Plan> upon(Phrase phrase, OperationModel operation) {
    Optional<Resource> exact =
        resource(phrase.canonicalNoun()).or(() -> resource(Names.canonical(createdNoun(phrase))));
    if (exact.isPresent()) {
      return exactly(phrase, operation, exact.get());
    }
    Phrase bare = phrase.bare();
    return resource(bare.canonicalNoun())
        .filter(resource -> bare.plural())
        .map(resource -> Plan.of(Kind.LIST, resource))
        .filter(plan -> Verbs.LIST.contains(bare.verb()))
        .or(() -> part(phrase).flatMap(resource -> partly(phrase, operation, resource)));
  }

  private Optional<Plan> exactly(Phrase phrase, OperationModel operation, Resource resource) {
    return kindOf(phrase, operation).map(kind -> Plan.of(kind, resource));
  }

  private Optional<Kind> kindOf(Phrase phrase, OperationModel operation) {
    String verb = phrase.verb();
    if (Verbs.PUT.contains(verb)) {
      return Optional.of(Kind.PUT);
    }
    if (verb.equals("Update") && !has("Create", phrase) && !has("Put", phrase)) {
      return Optional.of(Kind.PUT);
    }
    boolean readsMany =
        phrase.plural() || operation.paginator().isPresent() || listsOnly(operation);
    if (!phrase.batch() && Verbs.LIST.contains(verb) && (readsMany || verb.equals("List"))) {
      return Optional.of(Kind.LIST);
    }
    if (Verbs.READ.contains(verb) || Verbs.LIST.contains(verb)) {
      return Optional.of(Kind.READ);
    }
    boolean other = has("Create", phrase) || has("Register", phrase) || has("Put", phrase);
    if (Verbs.UNRELATE.contains(verb) && other && has("Delete", phrase)) {
      return Optional.of(Kind.UPDATE);
    }
    if (Verbs.DELETE.contains(verb) || Verbs.UNRELATE.contains(verb)) {
      return Optional.of(Kind.DELETE);
    }
    if (Verbs.TRANSITION.contains(verb) && (other || !Verbs.START.contains(verb))) {
      return Optional.of(Kind.TRANSITION);
    }
    if (Verbs.CREATE.contains(verb) || Verbs.START.contains(verb)) {
      return Optional.of(Kind.CREATE);
    }
    if (Verbs.RELATE.contains(verb)) {
      return Optional.of(other ? Kind.UPDATE : Kind.PUT);
    }
    return Verbs.UPDATE.contains(verb) ? Optional.of(Kind.UPDATE) : Optional.empty();
  }

  /** Whether the only structures in an answer are in a list. */
  private static boolean listsOnly(OperationModel operation) {
    return operation.output().members().stream()
            .anyMatch(member -> member.target() instanceof ListShape)
        && operation.input().members().stream().noneMatch(io.robotocore.model.Member::required);
  }

  /** The longest noun that an operation's noun begins or ends with, as of its part or kind. */
  private Optional<Resource> part(Phrase phrase) {
    String noun = phrase.canonicalNoun();
    return resources.entrySet().stream()
        .filter(entry -> noun.startsWith(entry.getKey()) || noun.endsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .max(Comparator.comparingInt(resource -> resource.noun().length()));
  }

  /** An operation upon a part of something changes it, or tells of it, if it names it. */
  private Optional<Plan> partly(Phrase phrase, OperationModel operation, Resource resource) {
    boolean named = resource.ownMember(operation.input()).isPresent() && !resource.key().isEmpty();
    String verb = phrase.verb();
    if (!named) {
      boolean many = phrase.plural() && Set.of("List", "Describe", "Search").contains(verb);
      return many && Names.canonical(phrase.noun()).endsWith(resource.canonicalNoun())
          ? Optional.of(Plan.of(Kind.LIST, resource))
          : Optional.empty();
    }
    if (computes(phrase, operation)) {
      return Optional.empty();
    }
    if (verb.equals("Get") || verb.equals("Describe")) {
      return Optional.of(Plan.of(Kind.READ, resource));
    }
    boolean changes =
        Verbs.UPDATE.contains(verb)
            || Verbs.RELATE.contains(verb)
            || Verbs.UNRELATE.contains(verb)
            || Verbs.PUT.contains(verb);
    if (changes) {
      return Optional.of(Plan.of(Kind.UPDATE, resource));
    }
    return Verbs.TRANSITION.contains(verb)
        ? Optional.of(Plan.of(Kind.TRANSITION, resource))
        : Optional.empty();
  }

  private static boolean computes(Phrase phrase, OperationModel operation) {
    List<String> words = Names.words(phrase.noun());
    String last = words.get(words.size() - 1);
    boolean tells = Verbs.READ.contains(phrase.verb()) && Verbs.COMPUTED.contains(last);
    return (Verbs.COMPUTE.contains(phrase.verb()) || tells)
        && !operation.output().members().isEmpty();
  }
}
