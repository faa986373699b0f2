package io.robotocore.services.sqs;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A queue attribute that can be set: what it is without being set, and which values it takes. */
enum Setting {
  VISIBILITY_TIMEOUT(QueueAttributeName.VISIBILITY_TIMEOUT, "30", range(0, 43_200)),
  MAXIMUM_MESSAGE_SIZE(QueueAttributeName.MAXIMUM_MESSAGE_SIZE, "1048576", range(1_024, 1_048_576)),
  MESSAGE_RETENTION_PERIOD(
      QueueAttributeName.MESSAGE_RETENTION_PERIOD, "345600", range(60, 1_209_600)),
  DELAY_SECONDS(QueueAttributeName.DELAY_SECONDS, "0", range(0, 900)),
  RECEIVE_MESSAGE_WAIT_TIME_SECONDS(
      QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS, "0", range(0, 20)),
  POLICY(QueueAttributeName.POLICY, "", Policy::parse),
  REDRIVE_POLICY(QueueAttributeName.REDRIVE_POLICY, "", RedrivePolicy::parse),
  REDRIVE_ALLOW_POLICY(QueueAttributeName.REDRIVE_ALLOW_POLICY, "", RedriveAllowPolicy::parse),
  KMS_MASTER_KEY_ID(QueueAttributeName.KMS_MASTER_KEY_ID, "", value -> {}),
  KMS_DATA_KEY_REUSE_PERIOD_SECONDS(
      QueueAttributeName.KMS_DATA_KEY_REUSE_PERIOD_SECONDS, "300", range(60, 86_400)),
  SQS_MANAGED_SSE_ENABLED(
      QueueAttributeName.SQS_MANAGED_SSE_ENABLED, "true", oneOf("true", "false")),
  FIFO_QUEUE(QueueAttributeName.FIFO_QUEUE, "true", oneOf("true")),
  CONTENT_BASED_DEDUPLICATION(
      QueueAttributeName.CONTENT_BASED_DEDUPLICATION, "false", oneOf("true", "false")),
  DEDUPLICATION_SCOPE(
      QueueAttributeName.DEDUPLICATION_SCOPE, "queue", oneOf("queue", "messageGroup")),
  FIFO_THROUGHPUT_LIMIT(
      QueueAttributeName.FIFO_THROUGHPUT_LIMIT, "perQueue", oneOf("perQueue", "perMessageGroupId"));

  private static final Set<Setting> REMOVED_BY_EMPTY =
      Set.of(POLICY, REDRIVE_POLICY, REDRIVE_ALLOW_POLICY, KMS_MASTER_KEY_ID);

  private final QueueAttributeName attribute;
  private final String byDefault;
  private final Consumer<String> check;

  Setting(QueueAttributeName attribute, String byDefault, Consumer<String> check) {
    this.attribute = attribute;
    this.byDefault = byDefault;
    this.check = check;
  }

  /** The setting of an attribute's name, unless there is no such attribute or it cannot be set. */
  static Optional<Setting> of(String name) {
    for (Setting setting : values()) {
      if (setting.attribute.toString().equals(name)) {
        return Optional.of(setting);
      }
    }
    return Optional.empty();
  }

  QueueAttributeName attribute() {
    return attribute;
  }

  /** What it is without being set, empty for an attribute that is absent then. */
  String byDefault() {
    return byDefault;
  }

  /** Refuses a value that this attribute cannot have. */
  void check(String value) {
    if (value.isEmpty() && REMOVED_BY_EMPTY.contains(this)) {
      return;
    }
    try {
      check.accept(value);
    } catch (IllegalArgumentException e) {
      throw SqsError.invalidAttribute(attribute.toString());
    }
  }

  /** Whether only FIFO queues have it. */
  boolean fifoOnly() {
    return compareTo(FIFO_QUEUE) >= 0;
  }

  private static Consumer<String> range(int min, int max) {
    return value -> {
      int number = Integer.parseInt(value);
      if (number < min || number > max) {
        throw new IllegalArgumentException(value);
      }
    };
  }

  private static Consumer<String> oneOf(String... values) {
    return value -> {
      if (!Set.of(values).contains(value)) {
        throw new IllegalArgumentException(value);
      }
    };
  }
}
