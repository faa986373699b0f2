package io.robotocore.services.modeled;

import io.robotocore.model.Member;
import io.robotocore.model.OperationModel;
import io.robotocore.model.ShapeType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What operations mean whose noun nothing creates: it is a part of something, or belongs to
 * something that they name, or comes to be by what nobody asks for.
 *
 * @param nouns the nouns that are created
 */
record Parts(Nouns nouns) {

  private static final Set<String> ONE = Set.of("Get", "Describe", "BatchGet");
  private static final Set<String> MANY = Set.of("List", "Describe", "Get", "Search");

  /** What an operation means. */
  Optional<Plan> of(Phrase phrase, OperationModel operation) {
    Optional<Resource> part = part(phrase);
    Optional<Plan> plan = part.flatMap(resource -> partly(phrase, operation, resource));
    return plan.isPresent() || computes(phrase, operation)
        ? plan
        : unborn(phrase, operation).or(() -> named(phrase, operation));
  }

  /** The longest noun that an operation's noun begins or ends with, as of its part or kind. */
  private Optional<Resource> part(Phrase phrase) {
    String noun = phrase.canonicalNoun();
    return nouns.all().stream()
        .filter(of -> noun.startsWith(of.canonical()) || noun.endsWith(of.canonical()))
        .max(Comparator.comparingInt(of -> of.text().length()))
        .flatMap(of -> nouns.resource(of.canonical()));
  }

  /** An operation upon a part of something changes it, or tells of it, if it names it. */
  private static Optional<Plan> partly(Phrase phrase, OperationModel operation, Resource resource) {
    boolean named = resource.ownMember(operation.input()).isPresent() && !resource.key().isEmpty();
    String verb = phrase.verb();
    if (!named) {
      boolean many = phrase.plural() && Set.of("List", "Describe", "Search").contains(verb);
      return many && phrase.canonicalNoun().endsWith(resource.canonicalNoun())
          ? Optional.of(Plan.of(Kind.LIST, resource))
          : Optional.empty();
    }
    return computes(phrase, operation) ? Optional.empty() : changed(verb, resource);
  }

  private static Optional<Plan> changed(String verb, Resource resource) {
    if (ONE.contains(verb)) {
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

  /**
   * What comes to be by itself, such as events and findings, does not in an emulator: lists of it
   * are empty, and one that is named is not there. What AWS itself brings along is another matter.
   */
  private static Optional<Plan> unborn(Phrase phrase, OperationModel operation) {
    String verb = phrase.verb();
    if (phrase.noun().isEmpty() || isGiven(phrase)) {
      return Optional.empty();
    }
    boolean many = phrase.plural() || operation.paginator().isPresent();
    if (many && MANY.contains(verb) && !phrase.batch()) {
      return Optional.of(Plan.of(Kind.LIST, new Resource(phrase.noun(), "", List.of())));
    }
    Resource resource = Resource.of(phrase.noun(), List.of(operation));
    boolean own = resource.ownMember(operation.input()).filter(Member::required).isPresent();
    boolean named =
        Identity.score(resource.key(), resource.canonicalNoun(), resource.lastWord()) >= 55
            && !resource.key().startsWith("resource");
    if (!own || !named) {
      return Optional.empty();
    }
    return Verbs.DELETE.contains(verb)
        ? Optional.of(Plan.of(Kind.DELETE, resource))
        : changed(verb, resource);
  }

  /** What is done to something that is named by a member: it has to be there. */
  private Optional<Plan> named(Phrase phrase, OperationModel operation) {
    String verb = phrase.verb();
    boolean passing = Verbs.PASSING.contains(phrase.noun().lastWord()) && !isTelling(phrase);
    if (Verbs.SAY.contains(verb) || passing || isGiven(phrase)) {
      return Optional.empty();
    }
    Optional<Resource> named =
        operation.input().members().stream()
            .filter(Member::required)
            .flatMap(member -> namedBy(member).stream())
            .reduce((first, last) -> last);
    return named.map(
        resource ->
            changed(verb, resource)
                .filter(plan -> plan.kind() != Kind.TRANSITION)
                .filter(plan -> !Verbs.UNRELATE.contains(verb))
                .orElse(Plan.of(Kind.ACT, resource)));
  }

  /** Whether AWS would tell of what it brings along itself. */
  private static boolean isGiven(Phrase phrase) {
    return isTelling(phrase) && Verbs.GIVEN.contains(phrase.noun().lastWord());
  }

  private static boolean isTelling(Phrase phrase) {
    return Verbs.READ.contains(phrase.verb()) || Verbs.LIST.contains(phrase.verb());
  }

  /** The noun that a member can only be the name of. */
  Optional<Resource> namedBy(Member member) {
    if (member.target().type() != ShapeType.STRING) {
      return Optional.empty();
    }
    String name = Names.canonical(member.name());
    return Identity.nouns(name)
        .flatMap(noun -> nouns.resource(noun).stream())
        .findFirst()
        .or(
            () ->
                nouns
                    .resources()
                    .filter(resource -> resource.key().equals(name) && !Identity.isGeneral(name))
                    .min(Comparator.comparingInt(resource -> resource.noun().length())));
  }

  /** Whether the answer of an operation would have to be computed. */
  static boolean computes(Phrase phrase, OperationModel operation) {
    String verb = phrase.verb();
    String noun = phrase.noun().text();
    boolean tells =
        Verbs.READ.contains(verb)
            && (Verbs.COMPUTED.contains(phrase.noun().lastWord())
                || Names.words(noun).stream()
                    .map(word -> Names.canonical(Names.singular(word)))
                    .anyMatch(Verbs.RESULT::contains));
    boolean lists = verb.equals("List") && Verbs.COMPUTED.contains(phrase.noun().lastWord());
    return (Verbs.COMPUTE.contains(verb) || tells || lists)
        && !operation.output().members().isEmpty();
  }
}
