package io.robotocore.services.s3;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.LifecycleExpiration;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.LifecycleRuleAndOperator;
import software.amazon.awssdk.services.s3.model.LifecycleRuleFilter;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.TransitionDefaultMinimumObjectSize;

/**
 * What becomes of a bucket's objects in time.
 *
 * @param enabled the rules that are in force
 * @param anySize whether small objects, too, move to archives
 */
record LifecycleRules(List<LifecycleRule> enabled, boolean anySize) {

  private static final LifecycleRules NONE = new LifecycleRules(List.of(), false);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  static LifecycleRules of(Bucket bucket) {
    return bucket
        .find(GetBucketLifecycleConfigurationResponse.class)
        .map(LifecycleRules::of)
        .orElse(NONE);
  }

  private static LifecycleRules of(GetBucketLifecycleConfigurationResponse configuration) {
    return new LifecycleRules(
        configuration.rules().stream()
            .filter(rule -> rule.status() == ExpirationStatus.ENABLED)
            .toList(),
        configuration.transitionDefaultMinimumObjectSize()
            == TransitionDefaultMinimumObjectSize.VARIES_BY_STORAGE_CLASS);
  }

  /** Those of the rules that are about an object. */
  Stream<LifecycleRule> about(String key, StoredObject object) {
    return enabled.stream().filter(rule -> filter(rule).matches(key, object));
  }

  /**
   * What the header {@code x-amz-expiration} says of an object; empty if it does not expire.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-expire-general-considerations.html">expiring
   *     objects</a>
   */
  Optional<String> header(String key, StoredObject object) {
    return about(key, object)
        .flatMap(rule -> end(rule, object).map(at -> new End(at, rule.id())).stream())
        .min(Comparator.comparing(End::at))
        .map(
            end ->
                "expiry-date=\"%s\", rule-id=\"%s\""
                    .formatted(
                        DATE.format(end.at), URLEncoder.encode(end.rule, StandardCharsets.UTF_8)));
  }

  /** When an object expires by a rule. */
  static Optional<Instant> end(LifecycleRule rule, StoredObject object) {
    return Optional.ofNullable(rule.expiration()).flatMap(expiration -> end(expiration, object));
  }

  private static Optional<Instant> end(LifecycleExpiration expiration, StoredObject object) {
    return Optional.ofNullable(expiration.date())
        .or(
            () ->
                Optional.ofNullable(expiration.days())
                    .map(days -> Restoration.expiry(object.modified(), days)));
  }

  /**
   * When an upload will be given up.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html">aborting
   *     incomplete multipart uploads</a>
   */
  Optional<End> abortion(String key, Instant initiated) {
    return enabled.stream()
        .filter(rule -> key.startsWith(filter(rule).prefix()))
        .flatMap(
            rule ->
                Optional.ofNullable(rule.abortIncompleteMultipartUpload())
                    .map(abort -> Restoration.expiry(initiated, abort.daysAfterInitiation()))
                    .map(at -> new End(at, rule.id()))
                    .stream())
        .min(Comparator.comparing(End::at));
  }

  /** When something ends, and by which rule. */
  record End(Instant at, String rule) {}

  /** Which objects a rule is about. */
  static Filter filter(LifecycleRule rule) {
    @Nullable LifecycleRuleFilter filter = rule.filter();
    if (filter == null) {
      return new Filter(orEmpty(rule.prefix()), List.of(), -1, Long.MAX_VALUE);
    }
    @Nullable LifecycleRuleAndOperator and = filter.and();
    return and == null
        ? new Filter(
            orEmpty(filter.prefix()),
            filter.tag() == null ? List.of() : List.of(filter.tag()),
            or(filter.objectSizeGreaterThan(), -1),
            or(filter.objectSizeLessThan(), Long.MAX_VALUE))
        : new Filter(
            orEmpty(and.prefix()),
            and.tags(),
            or(and.objectSizeGreaterThan(), -1),
            or(and.objectSizeLessThan(), Long.MAX_VALUE));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static long or(@Nullable Long number, long otherwise) {
    return number == null ? otherwise : number;
  }

  /**
   * Which objects a rule is about.
   *
   * @param prefix what their keys begin with
   * @param tags the tags that they have
   * @param above they have more bytes
   * @param below they have fewer bytes
   */
  record Filter(String prefix, List<Tag> tags, long above, long below) {

    boolean matches(String key, StoredObject object) {
      return key.startsWith(prefix)
          && object.labels().tags().containsAll(tags)
          && object.content().size() > above
          && object.content().size() < below;
    }

    /** Whether it says something of sizes. */
    boolean limitsSize() {
      return above >= 0 || below < Long.MAX_VALUE;
    }
  }
}
