package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Permissions and tags of a data lake.
 *
 * @see <a href="https://docs.aws.amazon.com/lake-formation/latest/dg/managing-permissions.html">
 *     managing permissions</a>
 */
@AwsEmulator
final class LakeFormationTest {

  private static final String OWNER = "111111111111";
  private static final Map<String, Object> READER =
      Map.of("DataLakePrincipalIdentifier", "arn:aws:iam::111111111111:user/reader");
  private static final Map<String, Object> WRITER =
      Map.of("DataLakePrincipalIdentifier", "arn:aws:iam::111111111111:role/writer");
  private static final Map<String, Object> DATABASE = Map.of("Database", Map.of("Name", "db"));
  private static final Map<String, Object> TABLE =
      Map.of("Table", Map.of("DatabaseName", "db", "Name", "t"));
  private static final Map<String, Object> COLUMN =
      Map.of(
          "TableWithColumns",
          Map.of("DatabaseName", "db", "Name", "t", "ColumnNames", List.of("c")));

  private Catalogue lake;

  @BeforeEach
  void prepare(Emulator emulator) {
    lake = new Catalogue(emulator, "lakeformation");
  }

  private static Map<String, Object> request(
      Map<String, Object> principal,
      Map<String, Object> resource,
      List<String> permissions,
      List<String> grantable) {
    return Map.of(
        "Principal", principal,
        "Resource", resource,
        "Permissions", permissions,
        "PermissionsWithGrantOption", grantable);
  }

  private List<Object> listed(Map<String, Object> filter) {
    return lake.list("ListPermissions", filter, "PrincipalResourcePermissions");
  }

  @Test
  void permissions_ofAPrincipalOnAResource_comeTogether() {
    lake.ok("GrantPermissions", request(READER, TABLE, List.of("SELECT"), List.of()));
    lake.ok(
        "GrantPermissions", request(READER, TABLE, List.of("INSERT", "SELECT"), List.of("INSERT")));
    assertThat(listed(Map.of()))
        .singleElement()
        .satisfies(
            grant ->
                assertThat(Catalogue.structure(grant))
                    .containsEntry("Principal", READER)
                    .containsEntry(
                        "Resource",
                        Map.of(
                            "Table", Map.of("CatalogId", OWNER, "DatabaseName", "db", "Name", "t")))
                    .containsEntry("Permissions", List.of("SELECT", "INSERT"))
                    .containsEntry("PermissionsWithGrantOption", List.of("INSERT")));
    lake.ok("RevokePermissions", request(READER, TABLE, List.of("INSERT"), List.of("INSERT")));
    assertThat(Catalogue.structure(listed(Map.of()).get(0)))
        .containsEntry("Permissions", List.of("SELECT"))
        .containsEntry("PermissionsWithGrantOption", List.of());
    lake.ok("RevokePermissions", request(READER, TABLE, List.of("SELECT"), List.of()));
    assertThat(listed(Map.of())).isEmpty();
    assertThat(
            lake.call("RevokePermissions", request(READER, TABLE, List.of("SELECT"), List.of()))
                .text())
        .contains("No permissions revoked. Grantee has no permissions");
  }

  @Test
  void permissions_areListedByPrincipalTypeAndResource() {
    lake.ok("GrantPermissions", request(READER, DATABASE, List.of("DESCRIBE"), List.of()));
    lake.ok("GrantPermissions", request(READER, TABLE, List.of("DROP"), List.of()));
    lake.ok("GrantPermissions", request(WRITER, COLUMN, List.of("SELECT"), List.of()));
    assertThat(listed(Map.of("Principal", READER))).hasSize(2);
    assertThat(listed(Map.of("ResourceType", "DATABASE"))).hasSize(1);
    assertThat(listed(Map.of("ResourceType", "TABLE"))).hasSize(2);
    assertThat(listed(Map.of("Resource", TABLE))).hasSize(2);
    assertThat(listed(Map.of("Resource", COLUMN, "Principal", READER))).isEmpty();
    assertThat(listed(Map.of("Resource", COLUMN, "Principal", WRITER))).hasSize(1);
  }

  @Test
  void grant_thatIsNotClear_isRefused() {
    Map<String, Object> none =
        request(READER, Map.of("Table", Map.of("DatabaseName", "db")), List.of("DROP"), List.of());
    assertThat(lake.error("GrantPermissions", none)).isEqualTo("InvalidInputException");
    Map<String, Object> both = new HashMap<>(DATABASE);
    both.putAll(TABLE);
    assertThat(lake.error("GrantPermissions", request(READER, both, List.of("DROP"), List.of())))
        .isEqualTo("InvalidInputException");
    assertThat(
            lake.error(
                "GrantPermissions", request(READER, TABLE, List.of("DROP"), List.of("ALTER"))))
        .isEqualTo("InvalidInputException");
  }

  @Test
  void batch_tellsOfTheEntriesThatFail() {
    Map<String, Object> good = new HashMap<>(request(READER, TABLE, List.of("SELECT"), List.of()));
    good.put("Id", "good");
    Map<String, Object> bad = new HashMap<>(good);
    bad.put("Id", "bad");
    bad.remove("Principal");
    Map<String, Object> entries = Map.of("Entries", List.of(good, bad));
    assertThat(lake.only("BatchGrantPermissions", entries, "Failures"))
        .satisfies(
            failure ->
                assertThat(Catalogue.structure(failure.get("RequestEntry")))
                    .containsEntry("Id", "bad"))
        .satisfies(
            failure ->
                assertThat(Catalogue.structure(failure.get("Error")))
                    .containsEntry("ErrorCode", "InvalidInputException"));
    assertThat(listed(Map.of())).hasSize(1);
    lake.ok("BatchRevokePermissions", Map.of("Entries", List.of(good)));
    assertThat(listed(Map.of())).isEmpty();
  }

  private static Map<String, Object> tag(String key, String value) {
    return Map.of("TagKey", key, "TagValues", List.of(value));
  }

  private static Map<String, Object> pair(String key, String value) {
    return Map.of("CatalogId", OWNER, "TagKey", key, "TagValues", List.of(value));
  }

  private List<Object> put(Map<String, Object> resource, String key, String value) {
    return lake.list(
        "AddLFTagsToResource",
        Map.of("Resource", resource, "LFTags", List.of(tag(key, value))),
        "Failures");
  }

  @Test
  void tag_ofADatabase_isOnItsTables_thatMayHaveAnother(Emulator emulator) {
    lake.ok("CreateLFTag", Map.of("TagKey", "level", "TagValues", List.of("open", "secret")));
    assertThat(put(DATABASE, "level", "open")).isEmpty();
    assertThat(put(DATABASE, "level", "none")).hasSize(1);
    assertThat(put(DATABASE, "other", "open")).hasSize(1);
    Map<String, Object> table = Map.of("Resource", TABLE);
    assertThat(lake.list("GetResourceLFTags", table, "LFTagsOnTable"))
        .containsExactly(pair("level", "open"));
    assertThat(
            lake.list(
                "GetResourceLFTags",
                Map.of("Resource", TABLE, "ShowAssignedLFTags", true),
                "LFTagsOnTable"))
        .isEmpty();
    put(TABLE, "level", "secret");
    put(COLUMN, "level", "open");
    Map<String, Object> got = lake.ok("GetResourceLFTags", table);
    assertThat(got)
        .containsEntry("LFTagOnDatabase", List.of(pair("level", "open")))
        .containsEntry("LFTagsOnTable", List.of(pair("level", "secret")))
        .containsEntry(
            "LFTagsOnColumns",
            List.of(Map.of("Name", "c", "LFTags", List.of(pair("level", "open")))));

    Map<String, Object> open = Map.of("Expression", List.of(tag("level", "open")));
    Map<String, Object> secret = Map.of("Expression", List.of(tag("level", "secret")));
    assertThat(lake.only("SearchDatabasesByLFTags", open, "DatabaseList"))
        .containsEntry("Database", Map.of("CatalogId", OWNER, "Name", "db"))
        .containsEntry("LFTags", List.of(pair("level", "open")));
    assertThat(lake.list("SearchDatabasesByLFTags", secret, "DatabaseList")).isEmpty();
    assertThat(lake.only("SearchTablesByLFTags", secret, "TableList"))
        .containsEntry("Table", Map.of("CatalogId", OWNER, "DatabaseName", "db", "Name", "t"));
    lake.ok(
        "RemoveLFTagsFromResource",
        Map.of("Resource", COLUMN, "LFTags", List.of(tag("level", "open"))));
    assertThat(lake.list("SearchTablesByLFTags", open, "TableList")).isEmpty();
    glueTable(emulator, "u", "s3://lake/u");
    assertThat(lake.only("SearchTablesByLFTags", open, "TableList"))
        .containsEntry("LFTagsOnTable", List.of(pair("level", "open")));
    lake.ok("DeleteLFTag", Map.of("TagKey", "level"));
    assertThat(lake.list("GetResourceLFTags", table, "LFTagsOnTable")).isEmpty();
  }

  private static void glueTable(Emulator emulator, String name, String location) {
    Catalogue glue = new Catalogue(emulator, "glue");
    glue.ok("CreateDatabase", Map.of("DatabaseInput", Map.of("Name", "db")));
    glue.ok(
        "CreateTable",
        Map.of(
            "DatabaseName",
            "db",
            "TableInput",
            Map.of("Name", name, "StorageDescriptor", Map.of("Location", location))));
  }

  @Test
  void permissions_ofAPath_areThoseOnItAndOnTheTablesThere(Emulator emulator) {
    glueTable(emulator, "t", "s3://lake/sales/t");
    Map<String, Object> location =
        Map.of("DataLocation", Map.of("ResourceArn", "arn:aws:s3:::lake/sales"));
    lake.ok(
        "GrantPermissions", request(WRITER, location, List.of("DATA_LOCATION_ACCESS"), List.of()));
    lake.ok("GrantPermissions", request(READER, TABLE, List.of("SELECT"), List.of()));
    assertThat(ofPath("arn:aws:s3:::lake/sales")).hasSize(2);
    assertThat(ofPath("arn:aws:s3:::lake/sales/new"))
        .singleElement()
        .satisfies(
            grant -> assertThat(Catalogue.structure(grant)).containsEntry("Principal", WRITER));
    assertThat(ofPath("arn:aws:s3:::lake/salesmen")).isEmpty();
  }

  private List<Object> ofPath(String arn) {
    return lake.list("GetEffectivePermissionsForPath", Map.of("ResourceArn", arn), "Permissions");
  }
}
