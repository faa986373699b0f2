package io.robotocore.services.modeled;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What permissions are granted on, and tags are put on.
 *
 * @param kind which of the kinds it is: {@code Database}, {@code TableWithColumns}
 * @param told what names it, with the catalog that it is in
 */
record LakeResource(String kind, Map<String, Object> told) {

  private static final Set<String> TABLES = Set.of("Table", "TableWithColumns", "DataCellsFilter");
  private static final Map<String, Set<String>> TYPES =
      Map.of(
          "CATALOG", Set.of("Catalog"),
          "DATABASE", Set.of("Database"),
          "TABLE", TABLES,
          "DATA_LOCATION", Set.of("DataLocation"),
          "LF_TAG", Set.of("LFTag"),
          "LF_TAG_POLICY", Set.of("LFTagPolicy"),
          "LF_NAMED_TAG_EXPRESSION", Set.of("LFTagExpression"));

  /**
   * The resource that a structure describes.
   *
   * @throws io.robotocore.service.DocumentError if it describes none, or several
   */
  static LakeResource of(Scene scene, Map<?, ?> structure) {
    if (structure.size() != 1) {
      throw LakeFormation.invalid("Resource must have one and only one kind of resource");
    }
    Map.Entry<?, ?> only = structure.entrySet().iterator().next();
    Map<String, Object> told = new TreeMap<>();
    ((Map<?, ?>) only.getValue()).forEach((name, value) -> told.put((String) name, value));
    String kind = (String) only.getKey();
    String catalog =
        String.valueOf(scene.input().getOrDefault("CatalogId", scene.call().account()));
    if (!kind.equals("Catalog")) {
      told.putIfAbsent(kind.equals("DataCellsFilter") ? "TableCatalogId" : "CatalogId", catalog);
    }
    LakeResource resource = new LakeResource(kind, told);
    resource.check();
    return resource;
  }

  private void check() {
    boolean all = told.containsKey("TableWildcard");
    if (kind.equals("Table") && all == told.containsKey("Name")) {
      throw LakeFormation.invalid("A table has either a name or a wildcard");
    }
    boolean columns = told.containsKey("ColumnNames") || told.containsKey("ColumnWildcard");
    if (kind.equals("TableWithColumns") && !columns) {
      throw LakeFormation.invalid("A table with columns has either columns or a wildcard");
    }
  }

  Map<String, Object> shown() {
    return Map.of(kind, told);
  }

  String text(String member) {
    return Structures.text(told, member);
  }

  String database() {
    return kind.equals("Database") ? text("Name") : text("DatabaseName");
  }

  /** The name of the table; empty if this is none. */
  String table() {
    return kind.equals("DataCellsFilter")
        ? text("TableName")
        : TABLES.contains(kind) ? text("Name") : "";
  }

  List<String> columns() {
    return LakeFormation.texts(told, "ColumnNames");
  }

  boolean isTable() {
    return TABLES.contains(kind);
  }

  /** Whether permissions on another resource are told of when one asks for this. */
  boolean covers(LakeResource other) {
    return equals(other)
        || (kind.equals("Table")
            && !table().isEmpty()
            && other.isTable()
            && database().equals(other.database())
            && table().equals(other.table()));
  }

  /** Whether it is of a type of Lake Formation's. */
  boolean isOf(String type) {
    return type.startsWith("LF_TAG_POLICY_")
        ? kind.equals("LFTagPolicy") && type.endsWith(text("ResourceType"))
        : TYPES.getOrDefault(type, Set.of()).contains(kind);
  }
}
