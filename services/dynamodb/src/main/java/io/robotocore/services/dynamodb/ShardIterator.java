package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.item.Invalid;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * From where a shard is read on.
 *
 * @param stream the stream's ARN
 * @param shard the shard's id
 * @param next the number of the next record
 * @param created when the iterator was given out: it is good for a quarter of an hour
 */
record ShardIterator(String stream, String shard, long next, Instant created) {

  private static final Duration LIFE = Duration.ofMinutes(15);

  String text() {
    String content =
        String.join(" ", shard, Long.toString(next), Long.toString(created.toEpochMilli()));
    return stream
        + "|1|"
        + Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
  }

  static ShardIterator parse(String text) {
    try {
      String[] parts = text.split("\\|1\\|", 2);
      String[] content =
          new String(Base64.getDecoder().decode(parts[1]), StandardCharsets.UTF_8).split(" ", 3);
      return new ShardIterator(
          parts[0],
          content[0],
          Long.parseLong(content[1]),
          Instant.ofEpochMilli(Long.parseLong(content[2])));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw Invalid.because("Invalid ShardIterator: " + text);
    }
  }

  boolean isExpired(Instant now) {
    return !created.plus(LIFE).isAfter(now);
  }
}
