package io.robotocore.services.modeled;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * The table of what is served from models, as people read it.
 *
 * @param rows the services
 */
record ServiceTable(List<ServiceRow> rows) {

  private static final String HEAD =
      """
      | service | operations | modeled | synthesized | 501 | resources | complete lives |
      |---|---|---|---|---|---|---|
      """;

  ServiceTable {
    rows = rows.stream().sorted(Comparator.comparing(ServiceRow::service)).toList();
  }

  /** The services that the first release promises. */
  static List<String> catalogue() {
    try (InputStream in = ServiceTable.class.getResourceAsStream("/catalogue.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The share of lives that are complete. */
  double lived() {
    return (double) sum(ServiceRow::complete) / sum(row -> row.whole().size());
  }

  /** The share of operations that have a meaning. */
  double meant() {
    return (double) sum(row -> row.count(ServiceRow.Worth.MODELED))
        / sum(ServiceRow::operationCount);
  }

  private int sum(ToIntFunction<ServiceRow> count) {
    return rows.stream().mapToInt(count).sum();
  }

  private String table() {
    return HEAD
        + "| **%d services** | **%d** | **%d** (%.1f %%) | **%d** | **%d** | **%d** | **%d** (%.1f %%) |%n"
            .formatted(
                rows.size(),
                sum(ServiceRow::operationCount),
                sum(row -> row.count(ServiceRow.Worth.MODELED)),
                meant() * 100,
                sum(row -> row.count(ServiceRow.Worth.SYNTHESIZED)),
                sum(row -> row.count(ServiceRow.Worth.REFUSED)),
                sum(row -> row.whole().size()),
                sum(ServiceRow::complete),
                lived() * 100)
        + rows.stream().map(ServiceRow::row).collect(Collectors.joining("\n"))
        + "\n";
  }

  private String misses() {
    return rows.stream()
        .filter(row -> !row.misses().isEmpty())
        .map(
            row ->
                "- **%s** %s"
                    .formatted(
                        row.service(),
                        row.misses().entrySet().stream()
                            .map(miss -> miss.getKey() + ": " + String.join(", ", miss.getValue()))
                            .collect(Collectors.joining("; "))))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** What goes wrong with which resource, a line each. */
  List<String> failures() {
    return rows.stream()
        .flatMap(
            row ->
                row.broken().entrySet().stream()
                    .map(
                        failure ->
                            row.service()
                                + " "
                                + failure.getKey()
                                + ": "
                                + failure.getValue().replace('\n', ' ')))
        .toList();
  }

  /** Writes all services, those that are promised first, when asked to. */
  void write(ServiceTable promised) {
    if (!Boolean.getBoolean("coverage.write")) {
      return;
    }
    List<ServiceRow> others = rows.stream().filter(row -> !promised.rows.contains(row)).toList();
    String text =
        """
        # Services that are served from their models

        Written by `EveryServiceTest`. *Modeled* operations create, tell of, change, tag or delete something that stays, or
        need something to be there; *synthesized* ones have an answer of the right form and no meaning (`strict` refuses
        them); the rest would have to compute something and answers *501*. *Resources* are the nouns that can be created and
        told of. A resource's *life* is complete if it is created with generated input, described, listed, changed and
        deleted, is gone then, and another account never sees it.

        ## The catalogue

        """
            + promised.table()
            + "\n### What is missing in the catalogue\n\n"
            + promised.misses()
            + "\n## The other services\n\n"
            + new ServiceTable(others).table()
            + "\n### What is missing in the others\n\n"
            + new ServiceTable(others).misses()
            + "\n## All services\n\n"
            + new ServiceTable(rows).table().lines().limit(3).collect(Collectors.joining("\n"))
            + "\n";
    try {
      Files.writeString(Path.of("README.md"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
