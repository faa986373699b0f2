package io.robotocore.services.modeled;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has written down of a service because its model does not say it: a YAML file in
 * {@code blueprints}, which {@link BlueprintCompiler} has packed.
 *
 * @param resources what is particular about its nouns, by noun
 * @param operations what operations mean, by name, where it is not what their names say
 * @param existing what is there before anybody has created anything, by noun: a list of things, or
 *     a table as {@link Rows} has it
 * @param filters the members that filters mean which are called otherwise, by filter
 * @param absent what members of requests mean that are not there, by member
 */
record Blueprint(
    Map<String, Trait> resources,
    Map<String, Meaning> operations,
    Map<String, Object> existing,
    Map<String, String> filters,
    Map<String, Object> absent) {

  static final Blueprint NONE = new Blueprint(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

  /**
   * What is particular about a noun. Texts may contain {@code {account}}, {@code {region}}, {@code
   * {partition}}, {@code {id}}, {@code {uuid}}, {@code {hex8}}, {@code {hex17}}, {@code
   * {digits12}}, {@code {now}} and the names of other members in braces; {@code {cluster|name}} is
   * the end of an ARN, {@code |path} what is behind its first slash, {@code |short} three letters.
   *
   * @param key the member that names one, {@code none} if there is one for each of what it belongs
   *     to; empty to go by the model
   * @param scope the members that name what it belongs to
   * @param id how ids are made; empty to go by the model
   * @param arn how ARNs are made; empty to go by the model
   * @param missing the error when one is not there, with a message after a colon if it has one of
   *     its own; empty to go by the model
   * @param taken the error when one is there already; empty to go by the model
   * @param defaults what one has that was created without it, by member
   * @param conduct how it behaves
   */
  record Trait(
      String key,
      List<String> scope,
      String id,
      String arn,
      String missing,
      String taken,
      Map<String, Object> defaults,
      Conduct conduct) {

    static final Trait NONE = new Trait("", List.of(), "", "", "", "", Map.of(), Conduct.NONE);
  }

  /**
   * What an operation means.
   *
   * @param kind what it does
   * @param noun to what; empty if to nothing
   * @param then the noun of what tells of that afterwards, and is answered; empty if there is none
   * @param each whether it is done for each of a list in the request
   * @param sets what members of it are afterwards, by member
   */
  record Meaning(Kind kind, String noun, String then, boolean each, Map<String, Object> sets) {}

  /** The blueprint of a service; {@link #NONE} if there is none. */
  static Blueprint of(String service) {
    try (@Nullable InputStream in = Blueprint.class.getResourceAsStream("/blueprints/" + service)) {
      return in == null
          ? NONE
          : of(map(Packed.read(new DataInputStream(new BufferedInputStream(in)))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Blueprint of(Map<String, Object> root) {
    Map<String, Trait> resources = new LinkedHashMap<>();
    map(root.get("resources")).forEach((noun, trait) -> resources.put(noun, trait(map(trait))));
    Map<String, Meaning> operations = new LinkedHashMap<>();
    map(root.get("operations"))
        .forEach(
            (name, meaning) ->
                operations.put(name, parsed(java.util.Objects.requireNonNull(meaning))));
    Map<String, String> filters = new LinkedHashMap<>();
    map(root.get("filters")).forEach((name, path) -> filters.put(name, (String) path));
    return new Blueprint(
        resources, operations, map(root.get("existing")), filters, map(root.get("absent")));
  }

  private static Trait trait(Map<String, Object> facts) {
    return new Trait(
        Structures.text(facts, "key"),
        facts.get("scope") instanceof List<?> scope
            ? scope.stream().map(String::valueOf).toList()
            : List.of(),
        Structures.text(facts, "id"),
        Structures.text(facts, "arn"),
        Structures.text(facts, "missing"),
        Structures.text(facts, "taken"),
        map(facts.get("defaults")),
        Conduct.of(facts));
  }

  /**
   * {@code update Vpc}, {@code compute}, {@code update Cluster then Update}, or a map with that and
   * what it sets.
   */
  private static Meaning parsed(Object meaning) {
    Map<String, Object> facts = map(meaning);
    String text = meaning instanceof String alone ? alone : Structures.text(facts, "does");
    boolean each = text.startsWith("each ");
    String[] words = text.substring(each ? "each ".length() : 0).split(" (then )?", 3);
    return new Meaning(
        Kind.valueOf(words[0].toUpperCase(java.util.Locale.ROOT)),
        words.length > 1 ? words[1] : "",
        words.length > 2 ? words[2] : "",
        each,
        map(facts.get("sets")));
  }

  private static Map<String, Object> map(@Nullable Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> given) {
      given.forEach((name, content) -> map.put((String) name, content));
    }
    return map;
  }

  /** The things of a noun that are there before anybody has created anything. */
  List<Map<String, Object>> existing(String noun) {
    @Nullable Object things = existing.get(noun);
    if (things instanceof String table) {
      return Rows.of(table);
    }
    return things instanceof List<?> list ? list.stream().map(Blueprint::map).toList() : List.of();
  }

  /** What is particular about a noun. */
  Trait trait(Resource resource) {
    return trait(resource.name());
  }

  /** What is particular about a noun. */
  Trait trait(Noun noun) {
    return resources.getOrDefault(noun.text(), Trait.NONE);
  }

  /** What an operation means, if it is written down. */
  Optional<Meaning> meaning(String operation) {
    return Optional.ofNullable(operations.get(operation));
  }
}
