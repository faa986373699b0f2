package io.robotocore.services.modeled;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Things written as a table, one a line: the first line has the paths of members, {@code
 * MemoryInfo.SizeInMiB}, with {@code []} behind those that are lists; columns stand between bars.
 */
final class Rows {

  private static final String LIST = "[]";

  private Rows() {}

  static List<Map<String, Object>> of(String table) {
    List<List<String>> lines = table.lines().map(Rows::cells).toList();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (List<String> line : lines.subList(1, lines.size())) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (int i = 0; i < line.size(); i++) {
        put(row, lines.get(0).get(i), line.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    int start = 0;
    for (int bar = line.indexOf('|'); bar >= 0; bar = line.indexOf('|', start)) {
      cells.add(line.substring(start, bar).strip());
      start = bar + 1;
    }
    cells.add(line.substring(start).strip());
    return cells;
  }

  private static void put(Map<String, Object> row, String path, String cell) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      boolean list = path.endsWith(LIST);
      String member = list ? path.substring(0, path.length() - LIST.length()) : path;
      row.put(member, list ? List.of(value(cell)) : value(cell));
      return;
    }
    Map<String, Object> inner = new LinkedHashMap<>();
    put(inner, path.substring(dot + 1), cell);
    row.put(path.substring(0, dot), inner);
  }

  private static Object value(String cell) {
    if (cell.equals("true") || cell.equals("false")) {
      return Boolean.valueOf(cell);
    }
    return cell.chars().allMatch(Character::isDigit) ? (Object) Integer.valueOf(cell) : cell;
  }
}
