package io.robotocore.services.dynamodb;

import io.robotocore.service.Call;
import io.robotocore.services.dynamodb.item.Invalid;
import io.robotocore.state.Table;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ExportNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ImportNotFoundException;

/**
 * The exports, or the imports, of an account in a region.
 *
 * @param kind which of both
 * @param byArn the jobs
 */
record Jobs<J extends Job>(Kind kind, Table<String, J> byArn) {

  static final int MAX_LISTED = 25;
  private static final Duration LISTED = Duration.ofDays(90);
  private static final Duration TOKEN_LIFE = Duration.ofHours(8);
  private static final int TOKEN_BLOCK = 8;
  private static final int TOKEN_BLOCKS = 7;

  /** Exports and imports, as ARNs and errors call them. */
  enum Kind {
    EXPORT("Export"),
    IMPORT("Import");

    private final String word;
    private final Pattern arn;

    Kind(String word) {
      this.word = word;
      this.arn =
          Pattern.compile(
              "arn:[^:]+:dynamodb:([^:]+):(\\d{12}):table/[^/]+/%s/[^/]+"
                  .formatted(word.toLowerCase(Locale.ROOT)));
    }

    private DynamoDbException notFound(String message) {
      String full = word + " not found: " + message;
      return (DynamoDbException)
          (this == EXPORT
              ? DynamoDbError.with(ExportNotFoundException.builder(), full).build()
              : DynamoDbError.with(ImportNotFoundException.builder(), full).build());
    }
  }

  /**
   * A part of a list.
   *
   * @param next where the next part begins, if there is one
   */
  record Page<J>(List<J> jobs, Optional<String> next) {}

  /** An ARN of a new job for a table. */
  static String arn(Kind kind, String tableArn, Call call) {
    return "%s/%s/%014d-%s"
        .formatted(
            tableArn,
            kind.word.toLowerCase(Locale.ROOT),
            call.now().toEpochMilli(),
            call.random().hex(8));
  }

  /** The job that was asked for with a token, unless that is too long ago. */
  Optional<J> of(Optional<String> token, Instant now) {
    return token.flatMap(
        wanted ->
            byArn.asMap().values().stream()
                .filter(job -> job.token().equals(wanted))
                .filter(job -> job.start().plus(TOKEN_LIFE).isAfter(now))
                .findFirst());
  }

  /** The job of an ARN. */
  J get(String arn, Call call) {
    Matcher parts = kind.arn.matcher(arn);
    if (!parts.matches()) {
      throw Invalid.because("Invalid " + kind.word + " ARN");
    }
    if (!parts.group(2).equals(call.account())) {
      throw DynamoDbError.accessDenied("Access is denied");
    }
    if (!parts.group(1).equals(call.region())) {
      throw kind.notFound("Invalid " + kind.name().toLowerCase(Locale.ROOT) + " arn");
    }
    return byArn.get(arn).orElseThrow(() -> kind.notFound(kind.word + " not found: " + arn));
  }

  /** Those jobs of the last ninety days that are wanted, in reverse order of their ARNs. */
  Page<J> page(Predicate<J> wanted, int limit, Optional<String> token, Instant now) {
    NavigableMap<String, J> all = byArn.asMap();
    List<J> listed =
        token
            .map(text -> all.headMap(last(text), false))
            .orElse(all)
            .descendingMap()
            .values()
            .stream()
            .filter(job -> job.start().isAfter(now.minus(LISTED)))
            .filter(wanted)
            .limit(limit + 1L)
            .toList();
    return listed.size() > limit
        ? new Page<>(listed.subList(0, limit), Optional.of(token(listed.get(limit - 1).arn())))
        : new Page<>(listed, Optional.empty());
  }

  /** Blocks of sixteen hexadecimal digits, of which the model wants seven at least. */
  private static String token(String arn) {
    int blocks = Math.max(TOKEN_BLOCKS, (arn.length() + TOKEN_BLOCK - 1) / TOKEN_BLOCK);
    String padded = arn + " ".repeat(blocks * TOKEN_BLOCK - arn.length());
    return HexFormat.of().formatHex(padded.getBytes(StandardCharsets.UTF_8));
  }

  private String last(String token) {
    try {
      String arn = new String(HexFormat.of().parseHex(token), StandardCharsets.UTF_8).strip();
      if (byArn.containsKey(arn)) {
        return arn;
      }
      throw invalid(token);
    } catch (IllegalArgumentException e) {
      throw invalid(token);
    }
  }

  private static DynamoDbException invalid(String token) {
    return Invalid.because("Invalid Request: Provided nextToken is invalid: " + token);
  }
}
