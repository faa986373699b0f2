package io.robotocore.services.modeled;

import io.robotocore.model.ListShape;
import io.robotocore.model.Member;
import io.robotocore.model.OperationModel;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the operations of a service do with its nouns, as their names say. */
final class Meanings {

  private final Vocabulary vocabulary;
  private final Nouns nouns;
  private final Blueprint blueprint;
  private final Map<String, Resource> resources;

  Meanings(Vocabulary vocabulary, Blueprint blueprint) {
    this.vocabulary = vocabulary;
    this.blueprint = blueprint;
    nouns = new Nouns(vocabulary, blueprint);
    resources = nouns.found();
  }

  /** The nouns, by canonical name. */
  Map<String, Resource> resources() {
    return resources;
  }

  private Optional<Resource> resource(String canonicalNoun) {
    return Optional.ofNullable(resources.get(canonicalNoun));
  }

  /** What an operation means. */
  Plan of(OperationModel operation) {
    String name = operation.name();
    Optional<Blueprint.Meaning> written = blueprint.meaning(name);
    if (written.isPresent()) {
      return new Plan(written.get().kind(), resource(Names.canonical(written.get().noun())), false);
    }
    if (operation.eventStreamOutput().isPresent() || operation.eventStreamInput().isPresent()) {
      return Plan.of(Kind.COMPUTE);
    }
    Phrase phrase = vocabulary.phrase(name);
    return tagging(name, phrase)
        .or(() -> upon(phrase, operation))
        .map(plan -> phrase.batch() ? plan.inBatch() : plan)
        .orElseGet(() -> Plan.of(computes(phrase, operation) ? Kind.COMPUTE : Kind.NOTHING));
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
    boolean other =
        vocabulary.has("Create", noun)
            || vocabulary.has("Register", noun)
            || vocabulary.has("Put", noun);
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
    return Verbs.UPDATE.contains(verb) ? Optional.of(Kind.UPDATE) : Optional.empty();
  }

  /** Whether the only structures in an answer are in a list. */
  private static boolean listsOnly(OperationModel operation) {
    return operation.output().members().stream()
            .anyMatch(member -> member.target() instanceof ListShape)
        && operation.input().members().stream().noneMatch(Member::required);
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
      return many && phrase.canonicalNoun().endsWith(resource.canonicalNoun())
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
    boolean tells =
        Verbs.READ.contains(phrase.verb()) && Verbs.COMPUTED.contains(phrase.noun().lastWord());
    return (Verbs.COMPUTE.contains(phrase.verb()) || tells)
        && !operation.output().members().isEmpty();
  }
}
