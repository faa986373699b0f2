package io.robotocore.services.s3;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.NotificationConfigurationFilter;
import software.amazon.awssdk.services.s3.model.S3KeyFilter;

/**
 * Somebody who wants to be told of what happens to objects.
 *
 * @param kind what it is
 * @param id the id of the part of the configuration that says so
 * @param arn its ARN
 * @param events of what it is told, as {@code s3:ObjectCreated:*}
 * @param filter the rules for the keys of which it is told
 */
record Subscription(
    Kind kind, String id, String arn, List<String> events, List<FilterRule> filter) {

  private static final Pattern ARN =
      Pattern.compile("arn:[a-z-]+:(sqs|sns|lambda):[a-z0-9-]+:[0-9]{12}:.+");
  private static final Set<String> NAMES = Set.of("prefix", "suffix");

  /** What can be told. */
  enum Kind {
    QUEUE,
    TOPIC,
    FUNCTION
  }

  /** All that a configuration names. */
  static List<Subscription> of(GetBucketNotificationConfigurationResponse configuration) {
    List<Subscription> all = new ArrayList<>();
    configuration
        .queueConfigurations()
        .forEach(
            part ->
                all.add(
                    new Subscription(
                        Kind.QUEUE,
                        part.id(),
                        part.queueArn(),
                        part.eventsAsStrings(),
                        rules(part.filter()))));
    configuration
        .topicConfigurations()
        .forEach(
            part ->
                all.add(
                    new Subscription(
                        Kind.TOPIC,
                        part.id(),
                        part.topicArn(),
                        part.eventsAsStrings(),
                        rules(part.filter()))));
    configuration
        .lambdaFunctionConfigurations()
        .forEach(
            part ->
                all.add(
                    new Subscription(
                        Kind.FUNCTION,
                        part.id(),
                        part.lambdaFunctionArn(),
                        part.eventsAsStrings(),
                        rules(part.filter()))));
    return all;
  }

  private static List<FilterRule> rules(@Nullable NotificationConfigurationFilter filter) {
    return Optional.ofNullable(filter)
        .map(NotificationConfigurationFilter::key)
        .map(S3KeyFilter::filterRules)
        .orElse(List.of());
  }

  /** Refuses what cannot be. */
  void check() {
    if (!ARN.matcher(arn).matches()) {
      throw S3Error.invalidArgument(
          "The ARN is not well formed", Map.of("ArgumentName", "Arn", "ArgumentValue", arn));
    }
    for (String event : events) {
      if (Event.fromValue(event) == Event.UNKNOWN_TO_SDK_VERSION) {
        throw S3Error.invalidArgument(
            "The event is not supported for notifications",
            Map.of("ArgumentName", "Event", "ArgumentValue", event));
      }
    }
    for (FilterRule rule : filter) {
      String name = name(rule);
      if (!NAMES.contains(name)) {
        throw S3Error.invalidArgument(
            "filter rule name must be either prefix or suffix",
            Map.of("ArgumentName", "FilterRule.Name", "ArgumentValue", name));
      }
      if (filter.stream().filter(other -> name(other).equals(name)).count() > 1) {
        throw S3Error.invalidArgument(
            "Cannot specify more than one %s rule in a filter.".formatted(name),
            Map.of("ArgumentName", "FilterRule.Name", "ArgumentValue", name));
      }
    }
  }

  private static String name(FilterRule rule) {
    return String.valueOf(rule.nameAsString()).toLowerCase(Locale.ROOT);
  }

  /** Refuses several that would be told of the same. */
  static void checkApart(List<Subscription> all) {
    for (int i = 0; i < all.size(); i++) {
      Subscription one = all.get(i);
      if (all.subList(i + 1, all.size()).stream().anyMatch(one::overlaps)) {
        throw S3Error.invalidArgument(
            "Configuration is ambiguously defined. Cannot have overlapping suffixes in two rules "
                + "if the prefixes are overlapping for the same event type.",
            Map.of());
      }
    }
  }

  private boolean overlaps(Subscription other) {
    return events.stream()
            .anyMatch(event -> other.events.stream().anyMatch(second -> isSame(event, second)))
        && (prefix().startsWith(other.prefix()) || other.prefix().startsWith(prefix()))
        && (suffix().endsWith(other.suffix()) || other.suffix().endsWith(suffix()));
  }

  private static boolean isSame(String one, String other) {
    return Policy.matches(one, other, false) || Policy.matches(other, one, false);
  }

  /** Whether it is told of a change. */
  boolean includes(Change change) {
    return events.stream().anyMatch(event -> Policy.matches(event, "s3:" + change.event(), false))
        && change.key().startsWith(prefix())
        && change.key().endsWith(suffix());
  }

  private String prefix() {
    return value("prefix");
  }

  private String suffix() {
    return value("suffix");
  }

  private String value(String name) {
    return filter.stream()
        .filter(rule -> name(rule).equals(name))
        .flatMap(rule -> Stream.ofNullable(rule.value()))
        .findFirst()
        .orElse("");
  }
}
