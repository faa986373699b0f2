package io.robotocore.services.modeled;

import io.robotocore.model.ListShape;
import io.robotocore.model.Member;
import io.robotocore.model.OperationModel;
import io.robotocore.model.Paginator;
import io.robotocore.model.ShapeType;
import io.robotocore.model.StructureShape;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is tried with a thing in the middle of its life: it is told of in pages, tagged, changed,
 * and created once more.
 *
 * @param client who owns it
 * @param design what the operations mean
 * @param requests makes the requests
 * @param resource what it is one of
 * @param known the names of what was created, by noun
 */
record LifeTrials(
    DocumentClient client,
    Design design,
    LifeRequests requests,
    Resource resource,
    Map<String, Map<String, String>> known) {

  private static final String NO_TOKEN = "bm8tc3VjaC1wYWdl";
  private static final int MOST_PAGES = 200;

  /** What is in the names of errors for what is not there. */
  static final List<String> MISSING = List.of("notfound", "nosuch", "doesnotexist", "notexist");

  /** What is in the names of errors for what is there already. */
  static final List<String> TAKEN = List.of("exist", "conflict", "inuse", "duplicate");

  /** Lists things in the smallest pages that there are, which have all of them once. */
  void page(OperationModel list, List<String> ids) {
    Optional<Paginator> paginator = list.paginator();
    Optional<Member> limit = paginator.flatMap(Paginator::limitKey).flatMap(list.input()::member);
    Optional<Member> token =
        paginator.map(p -> p.inputTokens().get(0)).flatMap(list.input()::member);
    boolean ofOne = resource.ownMember(list.input()).filter(Member::required).isPresent();
    if (limit.isEmpty() || token.isEmpty() || ofOne) {
      return;
    }
    Map<String, Object> input = new LinkedHashMap<>(requests.input(list, resource, known, false));
    input.keySet().removeIf(name -> !list.input().member(name).orElseThrow().required());
    int size = limit.get().target().constraints().min().map(Number::intValue).orElse(1);
    new Conversion(new Values(new io.robotocore.service.Randomness(1), java.time.Instant.EPOCH, 0))
        .to(
            limit.get(),
            limit.get().target().type() == ShapeType.STRING
                ? "" + Math.max(1, size)
                : Math.max(1, size))
        .ifPresent(value -> input.put(limit.get().name(), value));
    Set<String> found = new HashSet<>();
    for (int page = 0; page < MOST_PAGES; page++) {
      DocumentClient.Answer answer = client.call(list, input);
      Lifecycle.check(answer.ok(), "page fails: " + answer.text());
      for (String id : ids) {
        if (answer.text().contains(id)) {
          found.add(id);
        }
      }
      if (!(at(answer.output(), paginator.get().outputTokens().get(0)) instanceof String text)
          || text.isEmpty()) {
        break;
      }
      input.put(token.get().name(), text);
    }
    Lifecycle.check(found.containsAll(ids), "not on any page: " + ids + " but " + found);
    if (Values.fits(NO_TOKEN, token.get().target().constraints())) {
      input.put(token.get().name(), NO_TOKEN);
      DocumentClient.Answer refused = client.call(list, input);
      Lifecycle.check(
          !refused.ok() && refused.status() < 500, "page of another list: " + refused.text());
    }
  }

  /** What stands at a path of names in an answer: {@code DistributionList.NextMarker}. */
  private static Object at(Object output, String path) {
    Object found = output;
    for (String name : path.split(" ")[0].split("\\.")) {
      found = found instanceof Map<?, ?> map ? map.get(name) : List.of();
    }
    return found;
  }

  /** Puts a tag on a thing and takes it off, if that is done by its ARN. */
  void tag() {
    Optional<String> arn =
        known.getOrDefault(resource.canonicalNoun(), Map.of()).entrySet().stream()
            .filter(
                name ->
                    name.getKey().endsWith("arn") && LifeRequests.isOwn(resource, name.getKey()))
            .map(Map.Entry::getValue)
            .filter(text -> text.startsWith("arn:") && text.contains(client.account()))
            .findFirst();
    Optional<OperationModel> tag =
        upon(Kind.TAG)
            .filter(
                of ->
                    arn.filter(
                            text ->
                                Values.fits(
                                    text, arnMember(of).orElseThrow().target().constraints()))
                        .isPresent());
    Optional<OperationModel> untag = upon(Kind.UNTAG);
    Optional<OperationModel> tags = upon(Kind.TAGS);
    if (arn.isEmpty() || tag.isEmpty() || tags.isEmpty() || untag.isEmpty()) {
      return;
    }
    Map<String, Object> given = named(tag.get(), arn.get());
    Map<String, String> life = Map.of("life", "long");
    for (Member member : tag.get().input().members()) {
      if (TagForms.isOne(member)) {
        given.put(member.name(), TagForms.write(member, life));
      } else if (member.required() && member.target() instanceof StructureShape structure) {
        Member tagged = structure.members().get(0);
        given.put(member.name(), Map.of(tagged.name(), TagForms.write(tagged, life)));
      } else if (member.required() && !given.containsKey(member.name())) {
        given.put(member.name(), requests.value(member));
      }
    }
    answer(tag.get(), given);
    String told = answer(tags.get(), named(tags.get(), arn.get())).text();
    Lifecycle.check(told.contains("life") && told.contains("long"), "tag lost: " + told);
    Map<String, Object> taken = named(untag.get(), arn.get());
    untag.get().input().members().stream()
        .filter(
            member ->
                Names.canonical(member.name()).contains("key")
                    || Names.canonical(member.name()).contains("tag"))
        .filter(member -> member.target() instanceof ListShape)
        .findFirst()
        .ifPresent(
            member ->
                taken.put(
                    member.name(),
                    TagForms.isOne(member)
                        ? TagForms.write(member, Map.of("life", "long"))
                        : List.of("life")));
    answer(untag.get(), taken);
    String left = answer(tags.get(), named(tags.get(), arn.get())).text();
    Lifecycle.check(!left.contains("\"life\"") && !left.contains(">life<"), "tag stays: " + left);
  }

  /** An operation on tags that names a thing by its ARN, whatever it is. */
  private Optional<OperationModel> upon(Kind kind) {
    return design.model().operationNames().stream()
        .flatMap(name -> design.model().operation(name).stream())
        .filter(operation -> design.plan(operation).kind() == kind)
        .filter(operation -> design.resourceIn(operation).isEmpty())
        .filter(operation -> arnMember(operation).isPresent())
        .findFirst();
  }

  private static Optional<Member> arnMember(OperationModel operation) {
    return operation.input().members().stream()
        .filter(member -> Names.canonical(member.name()).endsWith("arn"))
        .filter(member -> member.required() && member.target().type() == ShapeType.STRING)
        .findFirst();
  }

  private Map<String, Object> named(OperationModel operation, String arn) {
    Map<String, Object> input = new LinkedHashMap<>();
    operation.input().members().stream()
        .filter(member -> Names.canonical(member.name()).equals("accountid"))
        .forEach(member -> input.put(member.name(), client.account()));
    input.put(arnMember(operation).orElseThrow().name(), arn);
    return input;
  }

  private DocumentClient.Answer answer(OperationModel operation, Map<String, Object> input) {
    DocumentClient.Answer answer = client.call(operation, input);
    Lifecycle.check(answer.ok(), operation.name() + " fails: " + answer.text());
    return answer;
  }

  /** Changes what is told of a thing, and looks whether that is told then. */
  void change(OperationModel update, OperationModel read) {
    Map<String, Object> input = new LinkedHashMap<>(requests.input(update, resource, known, false));
    Map<String, Object> changes = new LinkedHashMap<>();
    for (Member member : update.input().members()) {
      if (!input.containsKey(member.name())
          && isContent(member)
          && tells(read.output(), member, 0)) {
        Object value =
            member.target().type() == ShapeType.STRING ? text(member) : requests.value(member);
        if (value.equals("")) {
          continue;
        }
        changes.put(member.name(), value);
      }
    }
    input.putAll(changes);
    answer(update, input);
    Map<String, Object> output =
        answer(read, requests.input(read, resource, known, false)).output();
    changes.forEach(
        (name, value) ->
            Lifecycle.check(
                contains(output, name, value),
                name + " is not changed to " + value + ": " + output));
  }

  private Object text(Member member) {
    return Stream.of("changed", "Changed1", "1")
        .filter(text -> Values.fits(text, member.target().constraints()))
        .findFirst()
        .map(text -> (Object) text)
        .orElse("");
  }

  private boolean isContent(Member member) {
    String name = Names.canonical(member.name());
    boolean simple =
        Set.of(ShapeType.STRING, ShapeType.INTEGER, ShapeType.LONG)
            .contains(member.target().type());
    return simple
        && member.enumValues().isEmpty()
        && !Identity.looksLikeOne(name)
        && !name.endsWith("token")
        && !name.startsWith("new")
        && !name.contains("version")
        && !name.contains("password");
  }

  /** Whether an answer has a place for a member of this name and type. */
  private boolean tells(StructureShape shape, Member member, int depth) {
    for (Member told : shape.members()) {
      boolean same = Names.canonical(told.name()).equals(Names.canonical(member.name()));
      if (same && told.target().type() == member.target().type()) {
        return true;
      }
      if (depth == 0
          && told.target() instanceof StructureShape inner
          && Facet.of(told, resource).isAbout()
          && tells(inner, member, 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(Object output, String name, Object value) {
    if (output instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .anyMatch(
              entry ->
                  (Names.canonical((String) entry.getKey()).equals(Names.canonical(name))
                          && String.valueOf(entry.getValue()).equals(String.valueOf(value)))
                      || contains(entry.getValue(), name, value));
    }
    return output instanceof List<?> list
        && list.stream().anyMatch(element -> contains(element, name, value));
  }

  /**
   * Whether a refusal is one that the operation declares, or the usual one for what no model
   * declares an error for.
   *
   * @param meaning words of which one is in the name of the error that is meant
   */
  static boolean isDeclared(
      OperationModel operation, DocumentClient.Answer answer, List<String> meaning) {
    boolean declares =
        operation.errors().stream()
            .anyMatch(error -> meaning.stream().anyMatch(Names.canonical(error.name())::contains));
    return !declares
        || answer.text().contains("ValidationException")
        || operation.errors().stream()
            .anyMatch(
                error ->
                    (answer.code() + answer.text()).contains(error.name())
                        || error
                            .error()
                            .filter(trait -> answer.text().contains(trait.code()))
                            .isPresent());
  }
}
