package io.robotocore.services.modeled;

import io.robotocore.model.ListShape;
import io.robotocore.model.Member;
import io.robotocore.model.ShapeType;
import io.robotocore.model.StructureShape;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A member of an answer, and what its name says of things of a resource: found out once, shown
 * often.
 *
 * @param member the member
 * @param name its canonical name
 * @param own its canonical name without the noun
 * @param isTags whether it holds tags
 * @param isStatus whether it tells the status of a thing
 * @param isNames whether it is a list of names of things
 * @param isAbout whether it is a structure, or a list of them, about things
 * @param attributes the attributes that may have its value, the likeliest first
 */
record Facet(
    Member member,
    String name,
    String own,
    boolean isTags,
    boolean isStatus,
    boolean isNames,
    boolean isAbout,
    List<String> attributes) {

  /** The score of a name that is the whole noun's, or a general one. */
  private static final int SURE = 95;

  private static final int GENERAL = 80;

  /** What follows a noun in the name of a structure that describes it. */
  private static final Set<String> DESCRIPTIONS =
      Set.of(
          "detail",
          "details",
          "description",
          "summary",
          "info",
          "output",
          "metadata",
          "configuration",
          "properties",
          "type");

  /** The facet of things of a resource that a member is. */
  static Facet of(Member member, Resource resource) {
    String name = Names.canonical(member.name());
    return new Facet(
        member,
        name,
        without(resource.canonicalNoun(), name).orElse(name),
        TagForms.isOne(member),
        Statuses.isOne(name, resource),
        isNames(member, resource),
        isAbout(member, resource),
        attributes(name, resource).toList());
  }

  /** A list of the names of things: {@code FlowLogIds}. */
  private static boolean isNames(Member member, Resource resource) {
    return member.target() instanceof ListShape list
        && list.member().target().type() == ShapeType.STRING
        && score(singular(member), resource) >= SURE;
  }

  private static String singular(Member member) {
    return Names.canonical(Names.singular(member.name()));
  }

  private static int score(String name, Resource resource) {
    return Identity.score(name, resource.canonicalNoun(), resource.lastWord());
  }

  /** Whether a member, or its shape, is called as the resource is. */
  private static boolean isAbout(Member member, Resource resource) {
    return structure(member)
        .filter(
            shape ->
                singular(member).equals(resource.lastWord())
                    || isDescription(singular(member), resource)
                    || isDescription(Names.canonical(shape.name()), resource))
        .isPresent();
  }

  /** The structure that a member has one or a list of. */
  private static Optional<StructureShape> structure(Member member) {
    if (member.target() instanceof ListShape list) {
      return Optional.of(list.member().target())
          .filter(StructureShape.class::isInstance)
          .map(StructureShape.class::cast);
    }
    return member.target() instanceof StructureShape shape ? Optional.of(shape) : Optional.empty();
  }

  private static boolean isDescription(String name, Resource resource) {
    String noun = resource.canonicalNoun();
    return name.equals(noun)
        || (name.startsWith(noun) && DESCRIPTIONS.contains(name.substring(noun.length())));
  }

  private static Stream<String> attributes(String name, Resource resource) {
    String noun = resource.canonicalNoun();
    String word = resource.lastWord();
    return Stream.of(
            Optional.of(name),
            Optional.of(noun + name),
            without(noun, name),
            Optional.of(word + name),
            without(word, name),
            without(word, name).map(rest -> noun + rest),
            name.equals(noun) || name.equals(noun + "identifier")
                ? Optional.of(resource.key())
                : Optional.<String>empty(),
            score(name, resource) >= SURE && name.endsWith("identifier")
                ? Optional.of("id")
                : Optional.<String>empty(),
            isKey(name, resource) ? Optional.of(resource.key()) : Optional.<String>empty())
        .flatMap(Optional::stream)
        .distinct();
  }

  /** Whether the key has another name in a structure about the thing: {@code Id} for RunId. */
  private static boolean isKey(String name, Resource resource) {
    String key = resource.key();
    int score = score(name, resource);
    boolean same = score >= GENERAL && Identity.ending(name).equals(Identity.ending(key));
    boolean part = key.endsWith(name) || (name.endsWith(key) && !Identity.isGeneral(key));
    boolean called = key.equals(resource.canonicalNoun()) && Identity.ending(name).equals("name");
    return !key.isEmpty() && score > 0 && (same || part || called);
  }

  private static Optional<String> without(String prefix, String name) {
    return name.startsWith(prefix) && name.length() > prefix.length()
        ? Optional.of(name.substring(prefix.length()))
        : Optional.empty();
  }
}
