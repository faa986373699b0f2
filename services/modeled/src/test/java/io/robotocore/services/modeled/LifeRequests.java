package io.robotocore.services.modeled;

import io.robotocore.model.ListShape;
import io.robotocore.model.Member;
import io.robotocore.model.OperationModel;
import io.robotocore.model.ShapeType;
import io.robotocore.model.StructureShape;
import io.robotocore.service.Randomness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes the requests of a life: valid ones, with the names of what was created before. */
final class LifeRequests {

  /** What services ask for when something is created although their models do not say so. */
  private static final Map<String, Object> ASKED =
      Map.of(
          "cidrblock",
          "10.0.0.0/16",
          "mincount",
          1,
          "maxcount",
          1,
          "certificatesigningrequest",
          CertificateRequest.PEM);

  private static final String VERSION = "version";

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private final Design design;
  private Values values = new Values(new Randomness(7), NOW, 1);
  private int names;

  LifeRequests(Design design) {
    this.design = design;
  }

  /** Begins the life of a resource, whose values do not depend on those of others. */
  void begin(Resource resource) {
    values = new Values(new Randomness(resource.noun().hashCode()), NOW, 1);
  }

  /** Another value that a member may have. */
  Object value(Member member) {
    return values.of(member);
  }

  Optional<Resource> parent(Member member, Resource resource) {
    String name = Names.canonical(member.name());
    return Optional.ofNullable(design.blueprint().trait(resource).conduct().refers().get(name))
        .map(noun -> Names.canonical(noun.replace(".arn", "")))
        .flatMap(design::resource)
        .or(() -> named(member, resource));
  }

  /** The resource that a member names by its own name: {@code SourceEndpointArn}. */
  private Optional<Resource> named(Member member, Resource resource) {
    List<String> words = Names.words(member.name());
    boolean names = Identity.looksLikeOne(Names.canonical(member.name()));
    return IntStream.range(0, names ? words.size() - 1 : 0)
        .mapToObj(start -> String.join("", words.subList(start, words.size() - 1)))
        .flatMap(noun -> design.resource(Names.canonical(noun)).stream())
        .filter(found -> !found.equals(resource) && design.isCreated(found))
        .findFirst();
  }

  static boolean isOwn(Resource resource, String name) {
    return name.equals(resource.key())
        || Identity.isGeneral(name)
        || Identity.nouns(name).anyMatch(resource.canonicalNoun()::endsWith);
  }

  /** All texts in a document that look like names of a resource, by what they are called. */
  static void collect(
      StructureShape shape,
      Map<?, ?> document,
      Resource resource,
      Map<String, String> names,
      int depth) {
    for (Member member : shape.members()) {
      Object value = document.get(member.name());
      String name = Names.canonical(member.name());
      if (value instanceof String text && !text.isEmpty() && member.enumValues().isEmpty()) {
        names.putIfAbsent(name, text);
      } else if (depth < 3
          && member.target() instanceof StructureShape inner
          && value instanceof Map<?, ?> map) {
        collect(inner, map, resource, names, depth + 1);
      } else if (depth < 3
          && !TagForms.isOne(member)
          && member.target() instanceof ListShape list
          && list.member().target() instanceof StructureShape inner
          && value instanceof List<?> many
          && !many.isEmpty()
          && many.get(0) instanceof Map<?, ?> map) {
        collect(inner, map, resource, names, depth + 1);
      }
    }
  }

  /** What a resource is called under a name that a member asks for. */
  static Optional<String> name(
      Resource resource, String member, Map<String, Map<String, String>> known) {
    Map<String, String> names = known.getOrDefault(resource.canonicalNoun(), Map.of());
    String noun = resource.canonicalNoun();
    String bare = member.startsWith(noun) ? member.substring(noun.length()) : member;
    List<String> wanted =
        new ArrayList<>(List.of(member, bare, noun + bare, resource.lastWord() + bare));
    if (resource.lastWord().equals(VERSION)) {
      // Where a version has the id of what it is one of, it is called by its version.
      wanted.add(1, VERSION);
    }
    if (bare.endsWith("identifier") || bare.isEmpty()) {
      wanted.addAll(
          List.of(
              noun + "id",
              "id",
              resource.lastWord() + "id",
              noun + "name",
              "name",
              noun + "arn",
              "arn"));
    }
    if (bare.endsWith("arn")) {
      wanted.addAll(List.of(noun + "arn", "arn"));
    }
    if (bare.endsWith("id")) {
      wanted.addAll(
          List.of(noun + "id", "id", noun + "identifier", "identifier", noun + "name", "name"));
    }
    if (bare.endsWith("name")) {
      wanted.addAll(List.of(noun + "name", "name", noun, noun + "identifier"));
    }
    wanted.addAll(
        List.of(resource.key(), noun + "id", "id", noun + "name", "name", noun + "arn", "arn"));
    Stream<String> others =
        names.keySet().stream().filter(name -> isOwn(resource, name) && name.endsWith(bare));
    Stream<String> own = names.keySet().stream().filter(name -> isOwn(resource, name));
    return Stream.of(wanted.stream(), others, own)
        .flatMap(Function.identity())
        .filter(names::containsKey)
        .map(names::get)
        .findFirst();
  }

  Map<String, Object> input(
      OperationModel operation,
      Resource resource,
      Map<String, Map<String, String>> known,
      boolean creates) {
    Map<String, Object> input = new LinkedHashMap<>();
    for (Member member : operation.input().members()) {
      boolean text = member.target().type() == ShapeType.STRING && member.enumValues().isEmpty();
      String name = Names.canonical(member.name());
      Optional<Member> own = resource.ownMember(operation.input());
      boolean isOwn = own.isPresent() && own.get().equals(member);
      Optional<Resource> parent = text ? parent(member, resource) : Optional.empty();
      Optional<String> ownName = isOwn && !creates ? name(resource, name, known) : Optional.empty();
      Optional<String> listed = creates ? Optional.empty() : listedName(resource, member, known);
      Optional<String> parentName = parent.flatMap(found -> name(found, name, known));
      if (creates && ASKED.containsKey(name)) {
        new Conversion(values)
            .to(member, ASKED.get(name))
            .ifPresent(v -> input.put(member.name(), v));
      } else if (listed.isPresent()) {
        input.put(member.name(), List.of(listed.get()));
      } else if (ownName.isPresent() && (member.required() || !list(operation))) {
        input.put(member.name(), ownName.get());
      } else if (parentName.isPresent() && (member.required() || resource.scope().contains(name))) {
        input.put(member.name(), parentName.get());
      } else if (!creates
          && text
          && member.required()
          && known.getOrDefault(resource.canonicalNoun(), Map.of()).containsKey(name)) {
        input.put(member.name(), known.get(resource.canonicalNoun()).get(name));
      } else if (member.required() || (creates && describes(resource, member))) {
        Object value = values.of(member);
        if (creates
            && member.target() instanceof StructureShape inner
            && value instanceof Map<?, ?> map) {
          value = named(resource, inner, map);
        }
        if ("".equals(value)) {
          value = "x";
        }
        if (member.idempotencyToken() || name.endsWith("token") || name.endsWith("requestid")) {
          String token = "00000000-0000-4000-8000-%012d".formatted(names++);
          value = Values.fits(token, member.target().constraints()) ? token : value;
        }
        if (creates
            && text
            && isOwn
            && Values.fits("name" + names, member.target().constraints())) {
          value = "name" + names++;
        }
        input.put(member.name(), value);
      }
    }
    return input;
  }

  /** The name of a resource where an operation takes a list of such. */
  private static Optional<String> listedName(
      Resource resource, Member member, Map<String, Map<String, String>> known) {
    if (!(member.target() instanceof ListShape list)
        || list.member().target().type() != ShapeType.STRING) {
      return Optional.empty();
    }
    String name = Names.canonical(Names.singular(member.name()));
    return Identity.score(name, resource.canonicalNoun(), resource.lastWord()) >= 55
        ? name(resource, name, known)
        : Optional.empty();
  }

  /** A structure that describes a resource with a name in it, if it has a place for one. */
  private Map<String, Object> named(Resource resource, StructureShape shape, Map<?, ?> value) {
    Map<String, Object> named = new LinkedHashMap<>();
    value.forEach((name, inner) -> named.put((String) name, inner));
    resource
        .ownMember(shape)
        .filter(own -> Names.canonical(own.name()).equals(resource.key()))
        .filter(own -> Values.fits("name" + names, own.target().constraints()))
        .ifPresent(own -> named.put(own.name(), "name" + names++));
    return named;
  }

  /** Whether a structure is where the name of a resource goes. */
  private static boolean describes(Resource resource, Member member) {
    return member.target() instanceof StructureShape shape
        && Names.canonical(shape.name()).contains(resource.canonicalNoun())
        && resource
            .ownMember(shape)
            .filter(own -> Names.canonical(own.name()).equals(resource.key()))
            .isPresent();
  }

  static boolean list(OperationModel operation) {
    return operation.paginator().isPresent() || operation.name().startsWith("List");
  }
}
