package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.item.Document;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pcollections.TreePMap;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/**
 * The stream of a table's changes. A shard is open for four hours, a record stays for a day.
 *
 * @param about what it is the stream of
 * @param disabled when it was switched off
 * @param records its records, by number
 * @param shards its shards, by the number with which each begins
 * @param next the next number
 * @param trimmed the first number that has not been trimmed
 */
record Stream(
    About about,
    Optional<Instant> disabled,
    TreePMap<Long, Change> records,
    TreePMap<Long, Shard> shards,
    long next,
    long trimmed) {

  static final Duration RETENTION = Duration.ofHours(24);
  private static final Duration SHARD_LIFE = Duration.ofHours(4);
  private static final long FIRST = 1;

  /** What a stream is of, and what it shows. */
  record About(
      String arn,
      String label,
      String table,
      StreamViewType view,
      List<KeySchemaElement> keys,
      Instant created) {}

  /**
   * A shard.
   *
   * @param first the number with which it begins, which no record has
   * @param last the number with which it ended; open if there is none
   */
  record Shard(
      String id, Optional<String> parent, long first, Optional<Long> last, Instant opened) {

    boolean has(long number) {
      return number >= first && last.filter(end -> number > end).isEmpty();
    }
  }

  /**
   * A change of an item.
   *
   * @param expired whether it was deleted because its time had come
   */
  record Change(
      String eventId,
      Instant at,
      Document keys,
      Optional<Document> old,
      Optional<Document> item,
      boolean expired) {}

  static Stream opened(About about, Instant now, String suffix) {
    Shard shard = new Shard(id(now, suffix), Optional.empty(), FIRST, Optional.empty(), now);
    return new Stream(
        about,
        Optional.empty(),
        TreePMap.empty(),
        TreePMap.singleton(FIRST, shard),
        FIRST + 1,
        FIRST);
  }

  private static String id(Instant now, String suffix) {
    return "shardId-%020d-%s".formatted(now.toEpochMilli(), suffix);
  }

  /** A number as clients see it. */
  static String text(long number) {
    return "1%020d".formatted(number);
  }

  /** The number behind what clients see. */
  static Optional<Long> number(String text) {
    try {
      return text.length() == 21 && text.startsWith("1")
          ? Optional.of(Long.parseLong(text.substring(1)))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The first number that has not been trimmed. */
  long horizon() {
    return trimmed;
  }

  /** This stream as time has left it: records trimmed, and the shard closed that was open long. */
  Stream at(Instant now, String suffix) {
    Stream stream = this;
    while (!stream.records.isEmpty()
        && !stream.records.firstEntry().getValue().at().isAfter(now.minus(RETENTION))) {
      stream = stream.withoutFirst();
    }
    Shard open = stream.shards.lastEntry().getValue();
    boolean old = !open.opened().plus(SHARD_LIFE).isAfter(now);
    stream = old && stream.disabled.isEmpty() ? stream.rolled(now, suffix) : stream;
    return stream.withoutEmptyShards(now);
  }

  private Stream rolled(Instant now, String suffix) {
    Shard parent = shards.lastEntry().getValue();
    Shard child =
        new Shard(id(now, suffix), Optional.of(parent.id()), next + 1, Optional.empty(), now);
    return new Stream(
        about,
        disabled,
        records,
        shards.plus(parent.first(), ended(parent)).plus(child.first(), child),
        next + 2,
        trimmed);
  }

  private Shard ended(Shard shard) {
    return new Shard(shard.id(), shard.parent(), shard.first(), Optional.of(next), shard.opened());
  }

  /** A shard whose last record has been trimmed is gone. */
  private Stream withoutEmptyShards(Instant now) {
    TreePMap<Long, Shard> left = shards;
    while (left.size() > 1
        && !left.firstEntry().getValue().opened().plus(SHARD_LIFE).plus(RETENTION).isAfter(now)) {
      left = left.minusFirstEntry();
    }
    return new Stream(about, disabled, records, left, next, trimmed);
  }

  private Stream withoutFirst() {
    return new Stream(
        about, disabled, records.minusFirstEntry(), shards, next, records.firstKey() + 1);
  }

  /** This stream with one change more. */
  Stream plus(Change change) {
    return new Stream(about, disabled, records.plus(next, change), shards, next + 1, trimmed);
  }

  /** This stream switched off: its shard is closed, its records stay. */
  Stream closed(Instant now) {
    Shard open = shards.lastEntry().getValue();
    return new Stream(
        about,
        Optional.of(now),
        records,
        shards.plus(open.first(), ended(open)),
        next + 1,
        trimmed);
  }
}
