package io.robotocore.services.modeled;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Tags of databases, tables and columns: a table has those of its database, and a column those of
 * its table, where it has none of its own with the same key.
 *
 * @param scene the call
 * @see <a
 *     href="https://docs.aws.amazon.com/lake-formation/latest/dg/tag-based-access-control.html">
 *     tag-based access control</a>
 */
record LakeTags(Scene scene) {

  private static final String NOUN = "lakeassignment";
  private static final String VALUE = "value";
  private static final String KEY = "TagKey";
  private static final String VALUES = "TagValues";
  private static final String CATALOG = "CatalogId";

  static LakeResource database(Scene scene, String name) {
    return LakeResource.of(scene, Map.of("Database", Map.of("Name", name)));
  }

  static LakeResource table(Scene scene, String database, String name) {
    return LakeResource.of(scene, Map.of("Table", Map.of("DatabaseName", database, "Name", name)));
  }

  private LakeResource resource() {
    LakeResource resource =
        LakeResource.of(scene, LakeFormation.structure(scene.input(), "Resource"));
    if (resource.database().isEmpty() || resource.kind().equals("DataCellsFilter")) {
      throw LakeFormation.invalid("Tags are on databases, tables and columns");
    }
    return resource;
  }

  /** Where the tags of a resource are kept: of each of its columns, if it has some. */
  private static List<String> places(LakeResource resource) {
    String place = place(resource.database(), resource.table());
    return resource.columns().isEmpty()
        ? List.of(place)
        : resource.columns().stream().map(column -> place + "/" + column).toList();
  }

  private static String place(String database, String table) {
    return table.isEmpty() ? database : database + "/" + table;
  }

  private SortedMap<String, String> at(String place) {
    SortedMap<String, String> tags = new TreeMap<>();
    scene
        .state()
        .all(NOUN, place)
        .forEach(tag -> tags.put(tag.key().id(), (String) tag.attribute(VALUE).orElse("")));
    return tags;
  }

  Map<String, Object> add() {
    List<String> places = places(resource());
    List<Map<String, Object>> failures = new ArrayList<>();
    for (Map<?, ?> tag : Structures.list(scene.input(), "LFTags")) {
      List<String> values = LakeFormation.texts(tag, VALUES);
      if (values.size() == 1 && known(Structures.text(tag, KEY)).contains(values.get(0))) {
        places.forEach(place -> put(place, Structures.text(tag, KEY), values.get(0)));
      } else {
        failures.add(failure(tag));
      }
    }
    return Map.of("Failures", failures);
  }

  private List<String> known(String key) {
    return scene
        .state()
        .get(new EntityKey("lftag", "", key))
        .map(tag -> LakeFormation.texts(tag.attributes(), "tagvalues"))
        .orElse(List.of());
  }

  private void put(String place, String key, String value) {
    EntityKey at = new EntityKey(NOUN, place, key);
    scene.state().put(Entity.of(at, Map.of(VALUE, value), scene.call().now()));
  }

  private static Map<String, Object> failure(Map<?, ?> tag) {
    return Map.of(
        "LFTag",
        tag,
        "Error",
        Map.of(
            "ErrorCode",
            "EntityNotFoundException",
            "ErrorMessage",
            "Tag or tag value does not exist."));
  }

  Map<String, Object> remove() {
    List<String> places = places(resource());
    List<Map<String, Object>> failures = new ArrayList<>();
    for (Map<?, ?> tag : Structures.list(scene.input(), "LFTags")) {
      List<Entity> found =
          places.stream()
              .map(place -> new EntityKey(NOUN, place, Structures.text(tag, KEY)))
              .flatMap(key -> scene.state().get(key).stream())
              .toList();
      found.forEach(scene.state()::remove);
      if (found.isEmpty()) {
        failures.add(failure(tag));
      }
    }
    return Map.of("Failures", failures);
  }

  /** Takes a tag off everything. */
  void forget(String key) {
    scene
        .state()
        .all(NOUN)
        .filter(tag -> tag.key().id().equals(key))
        .toList()
        .forEach(scene.state()::remove);
  }

  Map<String, Object> get() {
    LakeResource resource = resource();
    boolean own = Boolean.TRUE.equals(scene.input().get("ShowAssignedLFTags"));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("LFTagOnDatabase", pairs(at(resource.database())));
    if (resource.isTable()) {
      String place = place(resource.database(), resource.table());
      answer.put("LFTagsOnTable", pairs(own ? at(place) : inherited(place)));
      answer.put("LFTagsOnColumns", columns(place, resource.columns(), own));
    }
    return answer;
  }

  /** The tags of a place, and of what it is in. */
  private SortedMap<String, String> inherited(String place) {
    SortedMap<String, String> tags = new TreeMap<>();
    for (int end = place.indexOf('/'); end >= 0; end = place.indexOf('/', end + 1)) {
      tags.putAll(at(place.substring(0, end)));
    }
    tags.putAll(at(place));
    return tags;
  }

  /** The columns of a table that are asked for, or else those that have tags of their own. */
  private List<Map<String, Object>> columns(String table, List<String> asked, boolean own) {
    Stream<String> tagged =
        scene
            .state()
            .all(NOUN)
            .map(tag -> tag.key().scope())
            .filter(place -> place.startsWith(table + "/"))
            .map(place -> place.substring(table.length() + 1));
    return (asked.isEmpty() ? tagged : asked.stream())
        .distinct()
        .map(
            column -> {
              String place = table + "/" + column;
              return Map.<String, Object>of(
                  "Name", column, "LFTags", pairs(own ? at(place) : inherited(place)));
            })
        .toList();
  }

  private List<Map<String, Object>> pairs(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(
            tag ->
                Map.<String, Object>of(
                    CATALOG,
                    scene.call().account(),
                    KEY,
                    tag.getKey(),
                    VALUES,
                    List.of(tag.getValue())))
        .toList();
  }

  /** Whether tags have one of the values that are asked for of each of the keys. */
  private boolean isWanted(Map<String, String> tags) {
    return Structures.list(scene.input(), "Expression").stream()
        .allMatch(
            wanted ->
                Optional.ofNullable(tags.get(Structures.text(wanted, KEY)))
                    .filter(LakeFormation.texts(wanted, VALUES)::contains)
                    .isPresent());
  }

  private Stream<String> places(int depth) {
    return scene
        .state()
        .all(NOUN)
        .map(tag -> tag.key().scope().split("/"))
        .filter(parts -> parts.length >= depth)
        .map(parts -> depth == 1 ? parts[0] : parts[0] + "/" + parts[1])
        .distinct();
  }

  Map<String, Object> databases() {
    return Iot.page(
        scene,
        "DatabaseList",
        places(1)
            .filter(database -> isWanted(at(database)))
            .map(
                database ->
                    Map.of(
                        "Database", database(scene, database).told(),
                        "LFTags", pairs(at(database))))
            .toList());
  }

  /** The tables with tags of their own, and those of AWS Glue that have the tags of a database. */
  Map<String, Object> tables() {
    Stream<String> glue =
        Neighbour.of(scene.call(), "glue").stream()
            .flatMap(state -> state.all("table"))
            .map(
                table ->
                    place(
                        String.valueOf(table.attribute("databasename").orElse("")),
                        String.valueOf(table.attribute("name").orElse(table.key().id()))));
    return Iot.page(
        scene,
        "TableList",
        Stream.concat(places(2), glue)
            .distinct()
            .sorted()
            .filter(table -> isWanted(inherited(table)) || hasWantedColumn(table))
            .map(this::shown)
            .toList());
  }

  private boolean hasWantedColumn(String table) {
    return scene
        .state()
        .all(NOUN)
        .map(tag -> tag.key().scope())
        .filter(place -> place.startsWith(table + "/"))
        .anyMatch(place -> isWanted(inherited(place)));
  }

  private Map<String, Object> shown(String table) {
    String[] names = table.split("/", 2);
    return Map.of(
        "Table", table(scene, names[0], names[1]).told(),
        "LFTagOnDatabase", pairs(at(names[0])),
        "LFTagsOnTable", pairs(inherited(table)),
        "LFTagsOnColumns", columns(table, List.of(), false));
  }
}
