package io.robotocore.services.modeled;

import io.robotocore.model.ListShape;
import io.robotocore.model.Member;
import io.robotocore.model.OperationModel;
import io.robotocore.model.StructureShape;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the operations of a service do with its nouns, as their names say. */
final class Meanings {

  private static final Set<Kind> MANY =
      Set.of(Kind.CREATE, Kind.PUT, Kind.UPDATE, Kind.DELETE, Kind.TRANSITION, Kind.ACT);
  private static final List<String> OTHERS = List.of("Create", "Register", "Put");
  private static final List<String> TELL_ONE = List.of("Get", "Describe");

  private final Vocabulary vocabulary;
  private final Nouns nouns;
  private final Blueprint blueprint;
  private final Parts parts;

  Meanings(Vocabulary vocabulary, Blueprint blueprint) {
    this.vocabulary = vocabulary;
    this.blueprint = blueprint;
    nouns = new Nouns(vocabulary, blueprint);
    parts = new Parts(nouns);
  }

  /** The nouns of the service. */
  Nouns nouns() {
    return nouns;
  }

  private Optional<Resource> resource(String canonicalNoun) {
    return nouns.resource(canonicalNoun);
  }

  /** What an operation means. */
  Plan of(OperationModel operation) {
    String name = operation.name();
    Optional<Blueprint.Meaning> written = blueprint.meaning(name);
    if (written.isPresent()) {
      Kind kind = written.get().kind();
      Optional<Resource> noun = resource(Names.canonical(written.get().noun()));
      boolean many =
          written.get().each()
              || (MANY.contains(kind)
                  && noun.filter(of -> Entries.areIn(operation, of)).isPresent());
      return new Plan(kind, noun, many);
    }
    if (operation.eventStreamOutput().isPresent() || operation.eventStreamInput().isPresent()) {
      return Plan.of(Kind.COMPUTE);
    }
    Phrase phrase = vocabulary.phrase(name);
    return tagging(name, phrase)
        .or(() -> upon(phrase, operation))
        .map(plan -> phrase.batch() || isForMany(phrase, operation, plan) ? plan.inBatch() : plan)
        .orElseGet(() -> Plan.of(Parts.computes(phrase, operation) ? Kind.COMPUTE : Kind.NOTHING));
  }

  /** {@code DeleteFlowLogs} names several without saying that it is a batch. */
  private static boolean isForMany(Phrase phrase, OperationModel operation, Plan plan) {
    return phrase.plural()
        && MANY.contains(plan.kind())
        && plan.resource().filter(resource -> Entries.areIn(operation, resource)).isPresent();
  }

  private Optional<Plan> tagging(String operation, Phrase phrase) {
    if (!Tagging.isTagging(operation)) {
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
        resource(phrase.canonicalNoun())
            .or(() -> resource(Names.canonical(nouns.createdNoun(phrase))));
    if (exact.isPresent()) {
      return exactly(phrase, operation, exact.get());
    }
    Phrase bare = phrase.bare();
    Optional<Resource> summarized =
        Verbs.LIST.contains(phrase.verb())
            ? phrase.withoutSuffix().flatMap(of -> resource(of.canonicalNoun()))
            : Optional.empty();
    if (summarized.isPresent()) {
      return exactly(phrase, operation, summarized.get());
    }
    return resource(bare.canonicalNoun())
        .filter(resource -> bare.plural())
        .map(resource -> Plan.of(Kind.LIST, resource))
        .filter(plan -> Verbs.LIST.contains(bare.verb()))
        .or(() -> parts.of(phrase, operation));
  }

  private Optional<Plan> exactly(Phrase phrase, OperationModel operation, Resource resource) {
    boolean settings = resource.key().isEmpty() && !hasList(operation.output(), 0);
    return kindOf(phrase, operation)
        .map(kind -> kind == Kind.LIST && settings ? Kind.READ : kind)
        .map(kind -> Plan.of(kind, resource));
  }

  private static boolean hasList(StructureShape shape, int depth) {
    return shape.members().stream()
        .anyMatch(
            member ->
                member.target() instanceof ListShape
                    || (depth < 2
                        && member.target() instanceof StructureShape inner
                        && hasList(inner, depth + 1)));
  }

  private Optional<Kind> kindOf(Phrase phrase, OperationModel operation) {
    String verb = phrase.verb();
    String noun = phrase.noun().text();
    if (Verbs.PUT.contains(verb)) {
      return Optional.of(Kind.PUT);
    }
    if (verb.equals("Update") && !vocabulary.has("Create", noun) && !vocabulary.has("Put", noun)) {
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
    return changeOf(phrase);
  }

  /** What an operation does that does not only tell of things. */
  private Optional<Kind> changeOf(Phrase phrase) {
    String verb = phrase.verb();
    String noun = phrase.noun().text();
    boolean other = vocabulary.hasAny(OTHERS, noun);
    if (verb.equals("Enable") && !other) {
      return Optional.of(Kind.PUT);
    }
    if (verb.equals("Disable") && !other) {
      return Optional.of(vocabulary.hasAny(TELL_ONE, noun) ? Kind.PUT : Kind.DELETE);
    }
    if (Verbs.UNRELATE.contains(verb) && other && vocabulary.has("Delete", noun)) {
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
    return Verbs.UPDATE.contains(verb)
        ? Optional.of(isBegun(phrase) ? Kind.UPDATE : Kind.PUT)
        : Optional.empty();
  }

  private boolean isBegun(Phrase phrase) {
    return vocabulary
        .verbs(phrase.canonicalNoun())
        .anyMatch(verb -> Verbs.CREATE.contains(verb) || Verbs.START.contains(verb));
  }

  /** Whether the only structures in an answer are in a list. */
  private static boolean listsOnly(OperationModel operation) {
    return operation.output().members().stream()
            .anyMatch(member -> member.target() instanceof ListShape)
        && operation.input().members().stream().noneMatch(Member::required);
  }
}
