package io.robotocore.services.sqs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * What a FIFO queue remembers for five minutes under a token that a client gave.
 *
 * @param byToken what is remembered, and since when
 * @param tokens the tokens, the oldest first
 * @param next the number of the next token
 * @param <V> what is remembered
 */
record Recent<V>(PMap<String, Entry<V>> byToken, TreePMap<Moment, String> tokens, long next) {

  private static final Duration MEMORY = Duration.ofMinutes(5);

  static <V> Recent<V> nothing() {
    return new Recent<>(HashTreePMap.empty(), TreePMap.empty(), 0);
  }

  /** What is still remembered. */
  Recent<V> at(Instant now) {
    Recent<V> recent = this;
    while (!recent.tokens.isEmpty() && !recent.tokens.firstKey().at().plus(MEMORY).isAfter(now)) {
      recent = recent.minus(recent.tokens.firstEntry().getValue());
    }
    return recent;
  }

  Recent<V> plus(String token, V value, Instant now) {
    Recent<V> others = minus(token);
    Moment since = new Moment(now, next);
    Entry<V> entry = new Entry<>(since, value);
    return new Recent<>(
        others.byToken.plus(token, entry), others.tokens.plus(since, token), next + 1);
  }

  private Recent<V> minus(String token) {
    return Optional.ofNullable(byToken.get(token))
        .map(entry -> new Recent<>(byToken.minus(token), tokens.minus(entry.since), next))
        .orElse(this);
  }

  Optional<V> find(String token) {
    return Optional.ofNullable(byToken.get(token)).map(Entry::value);
  }

  /** Something remembered. */
  record Entry<V>(Moment since, V value) {}
}
