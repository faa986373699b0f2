package io.robotocore.services.modeled;

import io.robotocore.model.Member;
import io.robotocore.model.OperationModel;
import io.robotocore.model.ServiceModel;
import io.robotocore.model.ShapeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs the life of a resource: created, described, listed, tagged, changed, deleted. */
final class Lifecycle {

  private final DocumentClient client;
  private final DocumentClient stranger;
  private final ServiceModel model;
  private final Design design;
  private final LifeRequests requests;
  private final Map<Resource, Created> earlier = new HashMap<>();

  Lifecycle(DocumentClient client, DocumentClient stranger, ServiceModel model) {
    this.client = client;
    this.stranger = stranger;
    this.model = model;
    this.design = Design.of(model);
    this.requests = new LifeRequests(design);
  }

  Design design() {
    return design;
  }

  /** What went wrong in the life of a resource; empty if nothing did. */
  Optional<String> failure(Resource resource) {
    requests.begin(resource);
    try {
      live(resource);
      return Optional.empty();
    } catch (Broken | io.robotocore.protocol.WireException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** Whether a resource can be created and told of at all. */
  boolean isWhole(Resource resource) {
    return operation(resource, Kind.CREATE, Kind.PUT).isPresent()
        && (operation(resource, Kind.READ).isPresent()
            || operation(resource, Kind.LIST).isPresent());
  }

  private void live(Resource resource) {
    Map<String, Map<String, String>> known = new LinkedHashMap<>();
    createParents(resource, known, 0);
    Map<String, Object> input = create(resource, known);
    String id = LifeRequests.name(resource, resource.key(), known).orElse("");
    operation(resource, Kind.READ).ifPresent(read -> read(read, resource, known, input, true));
    operation(resource, Kind.LIST)
        .ifPresent(
            list -> {
              Map<String, Object> asked = requests.input(list, resource, known, false);
              DocumentClient.Answer listed = ok(list, asked);
              check(
                  isListed(resource, known, asked, listed),
                  "not listed: " + id + " in " + listed.text());
              DocumentClient.Answer other = stranger.call(list, asked);
              boolean seen = contains(other.output(), id) && !contains(asked, id);
              check(id.isEmpty() || !seen, "seen by a stranger");
            });
    LifeTrials trials = new LifeTrials(client, design, requests, resource, known);
    again(resource, input);
    operation(resource, Kind.LIST).ifPresent(list -> page(resource, known, list, trials));
    trials.tag();
    operation(resource, Kind.UPDATE)
        .ifPresent(
            update ->
                operation(resource, Kind.READ)
                    .ifPresentOrElse(
                        read -> trials.change(update, read),
                        () -> ok(update, requests.input(update, resource, known, false))));
    operation(resource, Kind.DELETE)
        .ifPresent(
            delete -> {
              ok(delete, requests.input(delete, resource, known, false));
              operation(resource, Kind.READ)
                  .ifPresent(read -> read(read, resource, known, input, false));
              DocumentClient.Answer again =
                  client.call(delete, requests.input(delete, resource, known, false));
              check(again.status() < 500, "second delete: " + again.text());
            });
  }

  /**
   * Creates a thing once more: it is the same, or another, or refused as the operation declares.
   */
  private void again(Resource resource, Map<String, Object> input) {
    OperationModel create = operation(resource, Kind.CREATE, Kind.PUT).orElseThrow();
    DocumentClient.Answer answer = client.call(create, input);
    check(
        answer.ok() || LifeTrials.isDeclared(create, answer, LifeTrials.TAKEN),
        "second " + create.name() + ": " + answer.code() + " " + answer.text());
  }

  /** Creates another thing, and lists both in pages. */
  private void page(
      Resource resource,
      Map<String, Map<String, String>> known,
      OperationModel list,
      LifeTrials trials) {
    Map<String, Map<String, String>> others = new LinkedHashMap<>(known);
    OperationModel create = operation(resource, Kind.CREATE, Kind.PUT).orElseThrow();
    DocumentClient.Answer answer =
        client.call(create, requests.input(create, resource, others, true));
    if (!answer.ok()) {
      check(
          LifeTrials.isDeclared(create, answer, LifeTrials.TAKEN),
          "another: " + answer.code() + answer.text());
      return;
    }
    create(resource, others);
    List<String> ids =
        Stream.of(known, others)
            .flatMap(names -> LifeRequests.name(resource, resource.key(), names).stream())
            .distinct()
            .toList();
    if (ids.size() > 1 && !resource.key().isEmpty()) {
      trials.page(list, ids);
    }
  }

  /** Whether an answer has one of a thing's names, or tells of what was asked for by its name. */
  private static boolean isListed(
      Resource resource,
      Map<String, Map<String, String>> known,
      Map<String, Object> asked,
      DocumentClient.Answer listed) {
    List<String> names =
        known.get(resource.canonicalNoun()).entrySet().stream()
            .filter(name -> LifeRequests.isOwn(resource, name.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    return resource.key().isEmpty()
        || names.stream().anyMatch(name -> contains(listed.output(), name))
        || (names.stream().anyMatch(asked::containsValue) && tells(listed.output()));
  }

  private static boolean tells(Map<String, Object> output) {
    return output.values().stream().anyMatch(value -> !List.of().equals(value));
  }

  private void read(
      OperationModel read,
      Resource resource,
      Map<String, Map<String, String>> known,
      Map<String, Object> created,
      boolean there) {
    Map<String, Object> input = requests.input(read, resource, known, false);
    DocumentClient.Answer answer = client.call(read, input);
    String rest = design.blueprint().trait(resource).conduct().remains();
    boolean remains = !there && !rest.isEmpty() && answer.text().contains(rest);
    boolean settings = (resource.key().isEmpty() || remains) && !there;
    check(
        answer.ok() == there || settings,
        read.name() + (there ? " fails: " : " succeeds: ") + answer.text());
    if (!answer.ok()) {
      check(
          LifeTrials.isDeclared(read, answer, LifeTrials.MISSING),
          read.name() + " undeclared " + answer.code());
    }
    if (there) {
      created.forEach(
          (name, value) -> {
            if (value instanceof String text
                && read.output().members().stream()
                    .anyMatch(
                        m ->
                            m.name().equals(name)
                                && m.target().type() == ShapeType.STRING
                                && m.enumValues().isEmpty())) {
              check(
                  text.equals(answer.output().get(name)) || answer.text().contains(text),
                  name + " lost");
            }
          });
    }
  }

  private void createParents(Resource resource, Map<String, Map<String, String>> known, int depth) {
    OperationModel create =
        operation(resource, Kind.CREATE, Kind.PUT).orElseThrow(() -> new Broken("no create"));
    if (depth > 4) {
      return;
    }
    for (Member member : create.input().members()) {
      if (!member.required() || member.target().type() != ShapeType.STRING) {
        continue;
      }
      requests
          .parent(member, resource)
          .filter(parent -> !known.containsKey(parent.canonicalNoun()))
          .ifPresent(
              parent -> {
                createParents(parent, known, depth + 1);
                create(parent, known);
              });
    }
  }

  private Map<String, Object> create(Resource resource, Map<String, Map<String, String>> known) {
    OperationModel create =
        operation(resource, Kind.CREATE, Kind.PUT)
            .orElseThrow(() -> new Broken("no create of " + resource.noun()));
    Map<String, Object> input = requests.input(create, resource, known, true);
    DocumentClient.Answer answer = client.call(create, input);
    if (!answer.ok() && earlier.containsKey(resource)) {
      // There may be one of some things only, and that is there because of another life.
      known.put(resource.canonicalNoun(), earlier.get(resource).names);
      return earlier.get(resource).input;
    }
    check(answer.ok(), create.name() + " fails: " + answer.text());
    Map<String, String> names = new LinkedHashMap<>();
    LifeRequests.collect(create.input(), input, resource, names, 0);
    LifeRequests.collect(create.output(), answer.output(), resource, names, 0);
    known.put(resource.canonicalNoun(), names);
    earlier.put(resource, new Created(input, names));
    return input;
  }

  private Optional<OperationModel> operation(Resource resource, Kind... kinds) {
    List<OperationModel> found = new ArrayList<>();
    for (Kind kind : kinds) {
      for (String name : model.operationNames()) {
        OperationModel operation = model.operation(name).orElseThrow();
        Plan plan = design.plan(operation);
        boolean exact =
            kind == Kind.CREATE || Phrase.of(name).canonicalNoun().equals(resource.canonicalNoun());
        boolean own =
            design.behaviour().operations().containsKey(name)
                && (kind == Kind.UPDATE || kind == Kind.PUT);
        if (plan.kind() == kind
            && !Phrase.of(name).batch()
            && exact
            && !own
            && plan.resource().filter(resource::equals).isPresent()) {
          found.add(operation);
        }
      }
    }
    List<String> verbs =
        List.of(
            "Create",
            "Put",
            "Register",
            "Get",
            "Describe",
            "List",
            "Update",
            "Modify",
            "Delete",
            "Deregister");
    return found.stream()
        .min(
            java.util.Comparator.comparingInt(
                op -> {
                  int order = verbs.indexOf(Phrase.of(op.name()).verb());
                  return order < 0 ? 99 : order;
                }));
  }

  private DocumentClient.Answer ok(OperationModel operation, Map<String, Object> input) {
    DocumentClient.Answer answer = client.call(operation, input);
    check(answer.ok(), operation.name() + " fails: " + answer.text());
    return answer;
  }

  private static boolean contains(Object value, String text) {
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().anyMatch(inner -> contains(inner, text));
    }
    if (value instanceof List<?> list) {
      return list.stream().anyMatch(inner -> contains(inner, text));
    }
    return text.equals(value);
  }

  static void check(boolean holds, String message) {
    if (!holds) {
      throw new Broken(message.length() > 300 ? message.substring(0, 300) : message);
    }
  }

  /** What a thing was created with, and what it is called. */
  private record Created(Map<String, Object> input, Map<String, String> names) {}

  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Broken(String message) {
      super(message, null, false, false);
    }
  }
}
