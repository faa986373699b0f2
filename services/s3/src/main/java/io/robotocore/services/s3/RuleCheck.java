package io.robotocore.services.s3;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleExpiration;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.LifecycleRuleFilter;
import software.amazon.awssdk.services.s3.model.Transition;
import software.amazon.awssdk.services.s3.model.TransitionStorageClass;

/**
 * Refuses rules for lifecycles that S3 would refuse.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html">lifecycle
 *     configuration elements</a>
 */
final class RuleCheck {

  private static final int MAX_RULES = 1_000;
  private static final int MAX_ID = 255;
  private static final int DAYS_BEFORE_INFREQUENT = 30;

  private RuleCheck() {}

  static void check(List<LifecycleRule> rules) {
    Required.known(!rules.isEmpty() && rules.size() <= MAX_RULES);
    Set<String> ids = new HashSet<>();
    for (LifecycleRule rule : rules) {
      String id = Optional.ofNullable(rule.id()).orElse("");
      if (id.length() > MAX_ID) {
        throw invalid("ID length should not exceed allowed limit of 255");
      }
      if (!id.isEmpty() && !ids.add(id)) {
        throw invalid("Rule ID must be unique. Found same ID for more than one rule");
      }
      check(rule);
    }
  }

  private static RuntimeException invalid(String message) {
    return S3Error.invalidArgument(message, Map.of());
  }

  private static void check(LifecycleRule rule) {
    Required.known(
        rule.status() != ExpirationStatus.UNKNOWN_TO_SDK_VERSION
            && (rule.prefix() == null) != (rule.filter() == null)
            && isFilter(rule.filter()));
    if (rule.expiration() == null
        && rule.transitions().isEmpty()
        && rule.noncurrentVersionExpiration() == null
        && rule.noncurrentVersionTransitions().isEmpty()
        && rule.abortIncompleteMultipartUpload() == null) {
      throw S3Error.invalidRequest("At least one action needs to be specified in a rule");
    }
    if (rule.abortIncompleteMultipartUpload() != null
        && !LifecycleRules.filter(rule).tags().isEmpty()) {
      throw S3Error.invalidRequest("AbortIncompleteMultipartUpload cannot be specified with Tags.");
    }
    Optional.ofNullable(rule.expiration()).ifPresent(RuleCheck::check);
    rule.transitions().forEach(RuleCheck::check);
    rule.noncurrentVersionTransitions()
        .forEach(
            transition ->
                check(
                    "NoncurrentDays",
                    "NoncurrentVersionTransition",
                    transition.storageClass(),
                    transition.noncurrentDays()));
    Optional.ofNullable(rule.noncurrentVersionExpiration())
        .ifPresent(
            expiration ->
                positive(
                    "'NoncurrentDays' for NoncurrentVersionExpiration action must be a positive integer",
                    expiration.noncurrentDays()));
    Optional.ofNullable(rule.abortIncompleteMultipartUpload())
        .ifPresent(
            abort ->
                positive(
                    "'DaysAfterInitiation' for AbortIncompleteMultipartUpload action must be a positive integer",
                    abort.daysAfterInitiation()));
    checkOrder(rule);
  }

  /** A filter has one part; several stand in an {@code And}. */
  private static boolean isFilter(@Nullable LifecycleRuleFilter filter) {
    if (filter == null) {
      return true;
    }
    long parts =
        Stream.<Object>of(
                filter.prefix(),
                filter.tag(),
                filter.objectSizeGreaterThan(),
                filter.objectSizeLessThan(),
                filter.and())
            .filter(Objects::nonNull)
            .count();
    return parts <= 1;
  }

  private static void check(LifecycleExpiration expiration) {
    long parts =
        Stream.<Object>of(
                expiration.days(), expiration.date(), expiration.expiredObjectDeleteMarker())
            .filter(Objects::nonNull)
            .count();
    Required.known(parts == 1);
    if (expiration.days() != null) {
      positive("'Days' for Expiration action must be a positive integer", expiration.days());
    }
    midnight(expiration.date());
  }

  private static void check(Transition transition) {
    Required.known((transition.days() == null) != (transition.date() == null));
    midnight(transition.date());
    if (transition.days() != null) {
      check("Days", "Transition", transition.storageClass(), transition.days());
    }
  }

  private static void check(
      String element, String action, TransitionStorageClass storageClass, @Nullable Integer days) {
    Required.known(
        storageClass != null && storageClass != TransitionStorageClass.UNKNOWN_TO_SDK_VERSION);
    boolean infrequent =
        storageClass == TransitionStorageClass.STANDARD_IA
            || storageClass == TransitionStorageClass.ONEZONE_IA;
    if (days == null || days < 0) {
      throw invalid("'%s' for %s action must be nonnegative".formatted(element, action));
    }
    if (infrequent && days < DAYS_BEFORE_INFREQUENT) {
      throw invalid(
          "'%s' in %s action must be greater than or equal to 30 for storageClass '%s'"
              .formatted(element, action, storageClass));
    }
  }

  private static void positive(String message, @Nullable Integer days) {
    if (days == null || days < 1) {
      throw invalid(message);
    }
  }

  private static void midnight(@Nullable Instant date) {
    if (date != null && !date.equals(date.truncatedTo(ChronoUnit.DAYS))) {
      throw invalid("'Date' must be at midnight GMT");
    }
  }

  /** Objects go after they have moved, not before. */
  private static void checkOrder(LifecycleRule rule) {
    Optional<Integer> end = Optional.ofNullable(rule.expiration()).map(LifecycleExpiration::days);
    boolean tooEarly =
        end.isPresent()
            && rule.transitions().stream()
                .anyMatch(move -> move.days() != null && move.days() >= end.get());
    if (tooEarly) {
      throw invalid(
          "'Days' in the Expiration action for filter '(prefix=%s)' must be greater than 'Days' in the Transition action"
              .formatted(LifecycleRules.filter(rule).prefix()));
    }
  }
}
