package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Items of SimpleDB and queries of them, on the data of AWS's own examples.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/UsingSelectSampleDataSet.html">
 *     sample query data set</a>
 */
@AwsEmulator
final class SdbTest {

  private Catalogue sdb;

  @BeforeEach
  void prepare(Emulator emulator) {
    sdb = new Catalogue(emulator, "sdb");
    sdb.ok("CreateDomain", Map.of("DomainName", "books"));
    sdb.ok(
        "BatchPutAttributes",
        Map.of(
            "DomainName",
            "books",
            "Items",
            List.of(
                book("0385333498", "Year=1959", "Pages=00336", "Keyword=Book", "Keyword=Paperback"),
                book("0802131786", "Year=1934", "Pages=00318", "Keyword=Book"),
                book("1579124585", "Year=2002", "Pages=00304", "Keyword=Book", "Keyword=American"),
                book("B000T9886K", "Year=2007", "Keyword=CD", "Title=In Between"),
                book("B00005JPLW", "Year=2007", "Keyword=DVD", "Title=300"))));
  }

  private static Map<String, Object> book(String name, String... pairs) {
    return Map.of("Name", name, "Attributes", attributes(false, pairs));
  }

  private static List<Map<String, Object>> attributes(boolean replace, String... pairs) {
    List<Map<String, Object>> attributes = new ArrayList<>();
    for (String pair : pairs) {
      String[] parts = pair.split("=", 2);
      Map<String, Object> attribute = new HashMap<>(Map.of("Name", parts[0], "Value", parts[1]));
      if (replace) {
        attribute.put("Replace", true);
      }
      attributes.add(attribute);
    }
    return attributes;
  }

  private static Map<String, Object> item(String name, Map<String, Object> more) {
    Map<String, Object> input = new HashMap<>(more);
    input.put("DomainName", "books");
    input.put("ItemName", name);
    return input;
  }

  private List<String> got(String item) {
    return pairs(sdb.list("GetAttributes", item(item, Map.of()), "Attributes"));
  }

  private static List<String> pairs(List<?> attributes) {
    return attributes.stream()
        .map(Catalogue::structure)
        .map(one -> one.get("Name") + "=" + one.get("Value"))
        .toList();
  }

  private List<String> names(String query) {
    return ((List<?>)
            sdb.ok("Select", Map.of("SelectExpression", query)).getOrDefault("Items", List.of()))
        .stream().map(one -> String.valueOf(Catalogue.structure(one).get("Name"))).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Title = '300' | B00005JPLW",
        "Year > '1985' | 1579124585 B00005JPLW B000T9886K",
        "Year between '1934' and '1960' | 0385333498 0802131786",
        "(Year > '1950' and Year < '1960') or Year = '2007' | 0385333498 B00005JPLW B000T9886K",
        "Keyword = 'Book' and Keyword = 'Paperback' | ",
        "Keyword = 'Book' intersection Keyword = 'Paperback' | 0385333498",
        "every(Keyword) in ('Book', 'Paperback') | 0385333498 0802131786",
        "Keyword in ('CD', 'DVD') and Title is not null | B00005JPLW B000T9886K",
        "Pages is null | B00005JPLW B000T9886K",
        "not Keyword = 'Book' | B00005JPLW B000T9886K",
        "Title like 'In%' | B000T9886K",
        "Title like '%etw%' | B000T9886K",
        "Title not like '%0%' | B000T9886K",
        "Keyword != 'Book' and Year < '2005' | 0385333498 1579124585",
        "itemName() like 'B%' | B00005JPLW B000T9886K",
        "`Title` = \"300\" | B00005JPLW",
        "Year < '1980' order by Year | 0802131786 0385333498",
        "Year < '1980' order by Year desc | 0385333498 0802131786",
        "itemName() is not null order by itemName() desc limit 2 | B000T9886K B00005JPLW",
      })
  void select_where_isWhatAwsSelects(String condition, String expected) {
    assertThat(names("select * from books where " + condition))
        .isEqualTo(expected == null ? List.of() : List.of(expected.split(" ")));
  }

  @Test
  void select_tellsOfWhatIsAskedFor() {
    String where = " from books where itemName() = '0802131786'";
    List<Map<String, Object>> answers =
        List.of(
                "select Year, Pages" + where,
                "select itemName()" + where,
                "select count(*) from books")
            .stream()
            .map(query -> sdb.only("Select", Map.of("SelectExpression", query), "Items"))
            .toList();
    assertThat(pairs((List<?>) answers.get(0).get("Attributes")))
        .containsExactly("Pages=00318", "Year=1934");
    assertThat(answers.get(1)).containsEntry("Name", "0802131786").doesNotContainKey("Attributes");
    assertThat(pairs((List<?>) answers.get(2).get("Attributes"))).containsExactly("Count=5");
  }

  @Test
  void select_withALimit_goesOnWithAToken() {
    Map<String, Object> input =
        new HashMap<>(Map.of("SelectExpression", "select itemName() from books limit 3"));
    Map<String, Object> first = sdb.ok("Select", input);
    assertThat((List<?>) first.get("Items")).hasSize(3);
    input.put("NextToken", first.get("NextToken"));
    Map<String, Object> second = sdb.ok("Select", input);
    assertThat((List<?>) second.get("Items")).hasSize(2);
    assertThat(second).doesNotContainKey("NextToken");
    input.put("NextToken", "none");
    assertThat(sdb.error("Select", input)).isEqualTo("InvalidNextToken");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select from books",
        "select * from books where",
        "select * from books where Year = 1959",
        "select * from books where Year like",
        "select * from books limit 3000",
        "select * from books where Year ~ '1'",
        "select * from books where Year = '1' trailing",
      })
  void select_thatIsNoQuery_isRefused(String query) {
    assertThat(sdb.call("Select", Map.of("SelectExpression", query)).text())
        .contains("InvalidQueryExpression", "The specified query expression syntax is not valid.");
  }

  @Test
  void select_sortedByWhatIsNotAskedFor_isRefused() {
    String query = "select * from books where Title is null order by Title";
    assertThat(sdb.error("Select", Map.of("SelectExpression", query)))
        .isEqualTo("InvalidSortExpression");
  }

  @Test
  void put_addsValues_orReplacesThem() {
    sdb.ok("PutAttributes", item("new", Map.of("Attributes", attributes(false, "a=1", "b=1"))));
    sdb.ok("PutAttributes", item("new", Map.of("Attributes", attributes(false, "a=2", "a=1"))));
    assertThat(got("new")).containsExactly("a=1", "a=2", "b=1");
    sdb.ok("PutAttributes", item("new", Map.of("Attributes", attributes(true, "a=3", "a=4"))));
    assertThat(got("new")).containsExactly("a=3", "a=4", "b=1");
  }

  @Test
  void put_withAnExpectation_isMadeOnlyIfItHolds() {
    String item = "0802131786";
    List<Map<String, Object>> year = attributes(true, "Year=1935");
    assertThat(expecting(item, Map.of("Name", "Year", "Exists", false), year).text())
        .contains("ConditionalCheckFailed", "Attribute (Year) value exists");
    DocumentClient.Answer wrong =
        expecting(item, Map.of("Name", "Year", "Value", "1936", "Exists", true), year);
    assertThat(wrong.status()).isEqualTo(409);
    assertThat(wrong.text()).contains("Attribute (Year) value is (1934) but was expected (1936)");
    assertThat(expecting(item, Map.of("Name", "none", "Value", "1"), year).status()).isEqualTo(404);
    assertThat(expecting("0385333498", Map.of("Name", "Keyword", "Value", "Book"), year).text())
        .contains("MultiValuedAttribute");
    assertThat(expecting(item, Map.of("Name", "Year", "Value", "1934"), year).ok()).isTrue();
    assertThat(got(item)).contains("Year=1935");
  }

  private DocumentClient.Answer expecting(
      String item, Map<String, Object> expected, List<Map<String, Object>> attributes) {
    return sdb.call(
        "PutAttributes", item(item, Map.of("Expected", expected, "Attributes", attributes)));
  }

  @Test
  void delete_takesValues_orTheItem() {
    String item = "0385333498";
    sdb.ok("DeleteAttributes", item(item, Map.of("Attributes", attributes(false, "Keyword=Book"))));
    assertThat(got(item)).containsExactly("Keyword=Paperback", "Pages=00336", "Year=1959");
    sdb.ok("DeleteAttributes", item(item, Map.of()));
    assertThat(sdb.ok("GetAttributes", item(item, Map.of()))).doesNotContainKey("Attributes");
    assertThat(names("select * from books")).hasSize(4).doesNotContain(item);
  }

  @Test
  void metadata_countsWhatIsThere() {
    assertThat(sdb.ok("DomainMetadata", Map.of("DomainName", "books")))
        .containsEntry("ItemCount", 5)
        .containsEntry("ItemNamesSizeBytes", 50L)
        .containsEntry("AttributeNameCount", 4)
        .containsEntry("AttributeNamesSizeBytes", 21L)
        .containsEntry("AttributeValueCount", 17);
  }

  @Test
  void domain_thatIsDeleted_isGone_andToDeleteItAgainIsNoError() {
    for (int i = 0; i < 2; i++) {
      sdb.ok("DeleteDomain", Map.of("DomainName", "books"));
    }
    assertThat(sdb.call("GetAttributes", item("x", Map.of())).text())
        .contains("NoSuchDomain", "The specified domain does not exist.");
    sdb.ok("CreateDomain", Map.of("DomainName", "books"));
    sdb.ok("CreateDomain", Map.of("DomainName", "books"));
    assertThat(sdb.ok("Select", Map.of("SelectExpression", "select * from books")))
        .doesNotContainKey("Items");
    assertThat(sdb.error("CreateDomain", Map.of("DomainName", "a b")))
        .isEqualTo("InvalidParameterValue");
  }

  @Test
  void put_ofTooMuch_isRefused() {
    String[] many = IntStream.range(0, 257).mapToObj(i -> "a" + i + "=1").toArray(String[]::new);
    assertThat(sdb.error("PutAttributes", item("x", Map.of("Attributes", attributes(false, many)))))
        .isEqualTo("NumberItemAttributesExceeded");
    String[] large = {"a=" + "x".repeat(1025)};
    assertThat(
            sdb.error("PutAttributes", item("x", Map.of("Attributes", attributes(false, large)))))
        .isEqualTo("InvalidParameterValue");
    List<Map<String, Object>> items =
        IntStream.range(0, 26).mapToObj(i -> book("i" + i, "a=1")).toList();
    assertThat(sdb.error("BatchPutAttributes", Map.of("DomainName", "books", "Items", items)))
        .isEqualTo("NumberSubmittedItemsExceeded");
    Map<String, Object> twice =
        Map.of("DomainName", "books", "Items", List.of(book("x", "a=1"), book("x", "b=1")));
    assertThat(sdb.error("BatchPutAttributes", twice)).isEqualTo("DuplicateItemName");
  }
}
