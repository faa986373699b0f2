package io.robotocore.services.modeled;

import io.robotocore.model.Member;
import io.robotocore.model.OperationModel;
import io.robotocore.model.ShapeType;
import io.robotocore.model.StructureShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A noun of a service, of which there can be many: {@code Cluster}.
 *
 * @param name the noun
 * @param key the canonical name of the member that names one; empty if there is only one
 * @param scope the canonical names of the members that name what it belongs to, outermost first
 */
record Resource(Noun name, String key, List<String> scope) {

  /** The score of a member that is called as the noun itself ends. */
  private static final int NOT_CALLED_A_NAME = 55;

  /**
   * A noun whose members are named as by the operations upon one of it.
   *
   * @param operations the operations that name one, the surest first
   */
  static Resource of(Noun noun, List<OperationModel> operations) {
    Resource named = new Resource(noun, "", List.of());
    for (OperationModel operation : operations) {
      Optional<Member> own = named.ownMember(operation.input());
      if (own.isPresent()) {
        return new Resource(
            noun,
            Names.canonical(own.get().name()),
            named.scopeMembers(operation.input(), own.get()));
      }
    }
    return named;
  }

  String noun() {
    return name.text();
  }

  String canonicalNoun() {
    return name.canonical();
  }

  String lastWord() {
    return name.lastWord();
  }

  /** The member of an input that names one of this; the surest, and of equals a required one. */
  Optional<Member> ownMember(StructureShape input) {
    List<Member> required = texts(input).stream().filter(Member::required).toList();
    Optional<Member> scored =
        texts(input).stream()
            .filter(member -> score(member) > 0)
            .max(Comparator.comparingInt(this::rank));
    boolean sure = scored.filter(member -> score(member) > NOT_CALLED_A_NAME).isPresent();
    return sure || required.isEmpty()
        ? scored
        : Optional.of(required.get(required.size() - 1))
            .filter(Resource::isIdentity)
            .filter(member -> !scope.contains(Names.canonical(member.name())))
            .or(() -> scored);
  }

  private static boolean isIdentity(Member member) {
    return Identity.looksLikeOne(Names.canonical(member.name()));
  }

  /**
   * A required member comes before others, and one that is called a name before one that is not.
   */
  private int rank(Member member) {
    boolean named = score(member) > NOT_CALLED_A_NAME;
    return score(member) + (member.required() && named ? 200 : 0);
  }

  private int score(Member member) {
    return Identity.score(Names.canonical(member.name()), canonicalNoun(), lastWord());
  }

  private List<String> scopeMembers(StructureShape input, Member own) {
    return texts(input).stream()
        .filter(member -> member.required() && !member.equals(own))
        .map(member -> Names.canonical(member.name()))
        .filter(name -> Identity.looksLikeOne(name) || isEndOfPath(input, name))
        .toList();
  }

  private static boolean isEndOfPath(StructureShape input, String name) {
    return input.members().stream()
        .anyMatch(
            member ->
                Names.canonical(member.name()).equals(name)
                    && member.location() == io.robotocore.model.Location.URI);
  }

  private static List<Member> texts(StructureShape shape) {
    return shape.members().stream()
        .filter(member -> member.target().type() == ShapeType.STRING)
        .filter(member -> !member.idempotencyToken() && member.enumValues().isEmpty())
        .toList();
  }

  /** The text that a request names one of this with; empty if it does not. */
  Optional<String> named(StructureShape input, Map<String, Object> request) {
    List<Member> named = new ArrayList<>();
    for (Member member : texts(input)) {
      if (request.get(member.name()) instanceof String
          && (score(member) > 0 || Names.canonical(member.name()).equals(key))) {
        named.add(member);
      }
    }
    return named.stream()
        .max(Comparator.comparingInt(member -> rank(member) + (isKey(member) ? 500 : 0)))
        .or(() -> ownMember(input).filter(Member::required))
        .flatMap(member -> text(request.get(member.name())));
  }

  private boolean isKey(Member member) {
    return Names.canonical(member.name()).equals(key);
  }

  private static Optional<String> text(@org.jspecify.annotations.Nullable Object value) {
    return value instanceof String text ? Optional.of(text) : Optional.empty();
  }
}
