package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.table.Content;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.pcollections.TreePMap;

/**
 * The past of a table with point-in-time recovery: what was in it at the end of each second in
 * which it changed.
 *
 * @param since when recovery was switched on
 * @param days how many days of the past are kept
 * @param history the content by second
 */
record Recovery(Instant since, int days, TreePMap<Long, Content> history) {

  static final int MAX_DAYS = 35;

  static Recovery from(Instant now, int days, Content content) {
    return new Recovery(now, days, TreePMap.singleton(now.getEpochSecond(), content));
  }

  Recovery keeping(int otherDays) {
    return new Recovery(since, otherDays, history);
  }

  Instant earliest(Instant now) {
    Instant horizon = now.minus(Duration.ofDays(days));
    return horizon.isAfter(since) ? horizon : since;
  }

  /** This past with the present added, and without what is too old. */
  Recovery with(Instant now, Content content) {
    TreePMap<Long, Content> longer = history.plus(now.getEpochSecond(), content);
    long horizon = earliest(now).getEpochSecond();
    while (longer.size() > 1
        && Optional.ofNullable(longer.higherKey(longer.firstKey()))
            .filter(second -> second <= horizon)
            .isPresent()) {
      longer = longer.minusFirstEntry();
    }
    return new Recovery(since, days, longer);
  }

  /** What was in the table at a time. */
  Optional<Content> at(Instant time) {
    return Optional.ofNullable(history.floorEntry(time.getEpochSecond())).map(Map.Entry::getValue);
  }
}
