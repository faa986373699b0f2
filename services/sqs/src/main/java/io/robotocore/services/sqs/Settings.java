package io.robotocore.services.sqs;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pcollections.TreePMap;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The attributes of a queue that can be set.
 *
 * @param fifo whether the queue is FIFO
 * @param given those that were set to something
 * @param redrive the redrive policy among them, read
 */
record Settings(
    boolean fifo, TreePMap<QueueAttributeName, String> given, Optional<RedrivePolicy> redrive) {

  static Settings of(boolean fifo) {
    return new Settings(fifo, TreePMap.empty(), Optional.empty());
  }

  /** These settings with others set; refuses names and values that SQS refuses. */
  Settings with(Map<String, String> changes) {
    TreeMap<QueueAttributeName, String> changed = new TreeMap<>(given);
    changes.forEach((name, value) -> changed.put(checked(name, value).attribute(), value));
    chooseEncryption(changes, changed);
    changed.values().removeIf(String::isEmpty);
    Settings settings =
        new Settings(
            fifo,
            TreePMap.fromSortedMap(changed),
            Optional.ofNullable(changed.get(QueueAttributeName.REDRIVE_POLICY))
                .map(RedrivePolicy::parse));
    settings.checkThroughput();
    return settings;
  }

  private Setting checked(String name, String value) {
    Setting setting = Setting.of(name).orElseThrow(() -> SqsError.unknownAttribute(name));
    if (setting.fifoOnly() && !fifo) {
      throw setting == Setting.DEDUPLICATION_SCOPE || setting == Setting.FIFO_THROUGHPUT_LIMIT
          ? SqsError.attributeName(
              "You can specify the " + name + " only when FifoQueue is set to true.")
          : SqsError.unknownAttribute(name);
    }
    if (setting == Setting.FIFO_QUEUE && value.equals("false")) {
      throw SqsError.attributeValue(
          "Invalid value for the parameter FifoQueue. Reason: Modifying queue type is not supported.");
    }
    setting.check(value);
    return setting;
  }

  /** The two kinds of encryption exclude each other: who chooses one gives up the other. */
  private static void chooseEncryption(
      Map<String, String> changes, Map<QueueAttributeName, String> changed) {
    boolean kms = !changes.getOrDefault("KmsMasterKeyId", "").isEmpty();
    boolean managed = changes.getOrDefault("SqsManagedSseEnabled", "").equals("true");
    if (kms && managed) {
      throw SqsError.attributeName(
          "You can use one type of server-side encryption (SSE) at one time. "
              + "You can either enable KMS SSE or SQS SSE.");
    }
    if (kms) {
      changed.put(QueueAttributeName.SQS_MANAGED_SSE_ENABLED, "false");
    } else if (managed) {
      changed.remove(QueueAttributeName.KMS_MASTER_KEY_ID);
    }
  }

  private void checkThroughput() {
    if (get(Setting.FIFO_THROUGHPUT_LIMIT).equals("perMessageGroupId") && !deduplicatesPerGroup()) {
      throw SqsError.attributeValue(
          "The perMessageGroupId value is allowed only when the value for DeduplicationScope is messageGroup");
    }
  }

  /** The name of an attribute that somebody would set to another value than it has. */
  Optional<String> difference(Map<String, String> wanted) {
    return wanted.entrySet().stream()
        .filter(
            entry -> !Setting.of(entry.getKey()).map(this::get).orElse("").equals(entry.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst();
  }

  /** The attributes as {@code GetQueueAttributes} shows them. */
  Map<QueueAttributeName, String> shown() {
    Map<QueueAttributeName, String> shown = new TreeMap<>();
    for (Setting setting : Setting.values()) {
      boolean concerned =
          setting.fifoOnly() ? fifo : setting != Setting.KMS_DATA_KEY_REUSE_PERIOD_SECONDS || kms();
      if (concerned && !get(setting).isEmpty()) {
        shown.put(setting.attribute(), get(setting));
      }
    }
    return shown;
  }

  private boolean kms() {
    return given.containsKey(QueueAttributeName.KMS_MASTER_KEY_ID);
  }

  String get(Setting setting) {
    return given.getOrDefault(setting.attribute(), setting.byDefault());
  }

  int number(Setting setting) {
    return Integer.parseInt(get(setting));
  }

  Duration duration(Setting setting) {
    return Duration.ofSeconds(number(setting));
  }

  boolean deduplicatesByContent() {
    return get(Setting.CONTENT_BASED_DEDUPLICATION).equals("true");
  }

  boolean deduplicatesPerGroup() {
    return get(Setting.DEDUPLICATION_SCOPE).equals("messageGroup");
  }

  Optional<Policy> policy() {
    return Optional.ofNullable(given.get(QueueAttributeName.POLICY)).map(Policy::parse);
  }

  Optional<RedriveAllowPolicy> redriveAllow() {
    return Optional.ofNullable(given.get(QueueAttributeName.REDRIVE_ALLOW_POLICY))
        .map(RedriveAllowPolicy::parse);
  }
}
