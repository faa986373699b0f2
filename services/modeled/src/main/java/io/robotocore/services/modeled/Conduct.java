package io.robotocore.services.modeled;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How things of a noun behave where that is not what others do.
 *
 * @param statuses the statuses that there are, if the model does not list them; empty if it does
 * @param passing the statuses of one that is being created, updated, deleted …, by verb in small
 *     letters; by the model where it lists the statuses
 * @param remains the status in which one can still be looked at after it was deleted; empty if it
 *     is gone
 * @param numbered the member that names several of which each has the next number, and the member
 *     with the number; empty if they are not numbered
 * @param unique the members of which no two have the same values
 * @param ignored whether lists leave out what is asked for and is not there
 * @param again whether what is not there can be deleted
 * @param flat structures of requests that answers show as parts of the whole
 * @param refers the members that name other things which have to be there, and the nouns of those;
 *     {@code Cluster.arn} to keep its ARN instead
 * @param holds the nouns of which none may belong to one that is deleted, and the error else
 * @param protects the members that, where they are on, keep one from being deleted, and the error
 * @param counts the members with numbers that go up by one when one is changed, and not only
 *     brought to another status
 * @param shows what answers show that follows from other members, by canonical name
 */
record Conduct(
    List<String> statuses,
    Map<String, String> passing,
    String remains,
    List<String> numbered,
    List<String> unique,
    boolean ignored,
    boolean again,
    List<String> flat,
    Map<String, String> refers,
    Map<String, String> holds,
    Map<String, String> protects,
    List<String> counts,
    Map<String, Object> shows) {

  static final Conduct NONE =
      new Conduct(
          List.of(), Map.of(), "", List.of(), List.of(), false, false, List.of(), Map.of(),
          Map.of(), Map.of(), List.of(), Map.of());

  /** That which a blueprint tells among the facts of a noun. */
  static Conduct of(Map<String, Object> facts) {
    return new Conduct(
        texts(facts.get("statuses")),
        byText(facts.get("passing")),
        facts.get("remains") instanceof String status ? status : "",
        texts(facts.get("numbered")).stream().map(Names::canonical).toList(),
        texts(facts.get("unique")).stream().map(Names::canonical).toList(),
        "ignored".equals(facts.get("unknown")),
        "again".equals(facts.get("deleted")),
        texts(facts.get("flat")).stream().map(Names::canonical).toList(),
        byName(facts.get("refers"), String.class),
        byText(facts.get("holds")),
        byName(facts.get("protects"), String.class),
        texts(facts.get("counts")).stream().map(Names::canonical).toList(),
        byName(facts.get("shows"), Object.class));
  }

  private static List<String> texts(@Nullable Object value) {
    return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  private static <T> Map<String, T> byName(@Nullable Object value, Class<T> type) {
    Map<String, T> byName = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (name, content) -> byName.put(Names.canonical((String) name), type.cast(content)));
    }
    return byName;
  }

  private static Map<String, String> byText(@Nullable Object value) {
    Map<String, String> byText = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, content) -> byText.put((String) name, (String) content));
    }
    return byText;
  }

  boolean isNumbered() {
    return !numbered.isEmpty();
  }
}
