package io.robotocore.services.s3;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/** What the operations share on configurations of which a bucket may have many, each with an id. */
interface ManyConfigurations extends Configuring {

  int MOST = 1_000;
  int PAGE = 100;

  /** The configuration of a class and an id. */
  default <T extends SdkPojo> T configuration(Bucket bucket, Class<T> kind, String id) {
    return bucket.find(kind, id).orElseThrow(() -> ConfigurationError.missing(kind, bucket.name()));
  }

  /**
   * Adds a configuration, or replaces the one of its id.
   *
   * @param id the id that the request names
   * @param ownId the id that the configuration itself names
   */
  default void put(Bucket bucket, String id, SdkPojo configuration, String ownId) {
    if (!id.equals(ownId)) {
      throw ConfigurationError.idMismatch();
    }
    alter(
        bucket,
        there -> {
          if (there.find(configuration.getClass(), id).isEmpty()
              && there.all(configuration.getClass()).size() >= MOST) {
            throw ConfigurationError.tooMany();
          }
          return there.with(id, configuration);
        });
  }

  /** Takes out a configuration that there is. */
  default void delete(Bucket bucket, Class<? extends SdkPojo> kind, String id) {
    alter(
        bucket,
        there -> {
          if (there.find(kind, id).isEmpty()) {
            throw ConfigurationError.missing(kind, bucket.name());
          }
          return there.without(kind, id);
        });
  }

  /**
   * A page of configurations, sorted by id.
   *
   * @param token how many there are on the pages before; null for the first
   */
  default <T extends SdkPojo> Page<T> page(Bucket bucket, Class<T> kind, @Nullable String token) {
    List<T> all = bucket.all(kind);
    int start = Math.min(all.size(), token == null ? 0 : position(token));
    int end = Math.min(all.size(), start + PAGE);
    return new Page<>(
        all.subList(start, end),
        end < all.size() ? Optional.of(Integer.toString(end)) : Optional.empty());
  }

  private static int position(String token) {
    if (!token.matches("[0-9]{1,9}")) {
      throw ConfigurationError.invalidArgument(
          "The continuation token provided is incorrect", "continuation-token", token);
    }
    return Integer.parseInt(token);
  }

  /**
   * A page.
   *
   * @param configurations what is on it
   * @param next how the next one is asked for; empty if there is none
   */
  record Page<T>(List<T> configurations, Optional<String> next) {}
}
