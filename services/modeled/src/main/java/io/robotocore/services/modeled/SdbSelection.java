package io.robotocore.services.modeled;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a query selects.
 *
 * @param view the call's view of SimpleDB
 */
record SdbSelection(SdbView view) {

  Map<String, Object> select() {
    SdbQuery query = SdbParser.query(Structures.text(view.scene().input(), "SelectExpression"));
    List<SdbItem> all =
        view.items(view.domain(query.domain()))
            .filter(item -> query.condition().holds(item))
            .filter(item -> isSortable(item, query.page()))
            .sorted(order(query.page()))
            .toList();
    int start = Math.min(view.start(), all.size());
    int end = Math.min(all.size(), start + query.page().limit());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("Items", told(query.output(), all.subList(start, end)));
    if (end < all.size()) {
      answer.put("NextToken", SdbView.token(end));
    }
    return answer;
  }

  /** What has not the attribute to sort by is not told of. */
  private static boolean isSortable(SdbItem item, SdbQuery.Paging page) {
    return page.sort().filter(name -> sortKey(item, name, page).isEmpty()).isEmpty();
  }

  private static Comparator<SdbItem> order(SdbQuery.Paging page) {
    Comparator<SdbItem> order =
        Comparator.comparing(
            item ->
                page.sort()
                    .flatMap(name -> sortKey(item, name, page).stream().findFirst())
                    .orElse(""));
    return page.descending() ? order.reversed() : order;
  }

  /** The first value in the order, as a list of one; nothing if there is no value. */
  private static List<String> sortKey(SdbItem item, String name, SdbQuery.Paging page) {
    Comparator<String> natural = Comparator.naturalOrder();
    return name.isEmpty()
        ? List.of(item.name())
        : item.values(name).stream().min(page.descending() ? natural.reversed() : natural).stream()
            .toList();
  }

  private static List<Map<String, Object>> told(SdbQuery.Output output, List<SdbItem> items) {
    return switch (output.kind()) {
      case COUNT -> List.of(count(items.size()));
      case NAME -> items.stream().map(item -> told(item, List.of())).toList();
      case ALL -> items.stream().map(item -> told(item, item.told(List.of()))).toList();
      case SOME -> items.stream().map(item -> told(item, item.told(output.names()))).toList();
    };
  }

  private static Map<String, Object> count(int size) {
    return Map.of(
        "Name",
        "Domain",
        "Attributes",
        List.of(Map.of("Name", "Count", "Value", Integer.toString(size))));
  }

  private static Map<String, Object> told(SdbItem item, List<Map<String, String>> attributes) {
    return Map.of("Name", item.name(), "Attributes", attributes);
  }
}
