package io.robotocore.services.sqs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which queues may have a queue as their dead-letter queue: the value of its attribute {@code
 * RedriveAllowPolicy}.
 *
 * @param permission {@code allowAll}, {@code denyAll} or {@code byQueue}
 * @param sources the ARNs of the queues, for {@code byQueue}
 */
record RedriveAllowPolicy(String permission, List<String> sources) {

  private static final int MAX_SOURCES = 10;
  private static final String BY_QUEUE = "byQueue";

  static RedriveAllowPolicy parse(String text) {
    Map<String, Object> policy = Json.object(text).orElseThrow(RedriveAllowPolicy::unsupported);
    boolean known =
        Set.of("redrivePermission", "sourceQueueArns").containsAll(policy.keySet())
            && Set.of("allowAll", "denyAll", BY_QUEUE)
                .contains(policy.getOrDefault("redrivePermission", ""));
    if (!known) {
      throw unsupported();
    }
    String permission = policy.getOrDefault("redrivePermission", "").toString();
    Optional<List<String>> sources =
        Optional.ofNullable(policy.get("sourceQueueArns")).map(RedriveAllowPolicy::arns);
    check(text, permission, sources);
    return new RedriveAllowPolicy(permission, sources.orElse(List.of()));
  }

  private static List<String> arns(Object value) {
    if (!(value instanceof List<?> list) || !list.stream().allMatch(String.class::isInstance)) {
      throw unsupported();
    }
    return list.stream().map(String.class::cast).toList();
  }

  private static void check(String text, String permission, Optional<List<String>> sources) {
    boolean byQueue = permission.equals(BY_QUEUE);
    if (!byQueue && sources.isPresent()) {
      throw invalid(
          text,
          "To specify one or more source queue ARNs, you must set redrivePermission to byQueue.");
    }
    if (byQueue && sources.orElse(List.of()).isEmpty()) {
      throw invalid(
          text,
          "When you specify the byQueue permission type, you must also specify one or more sourceQueueArns values.");
    }
    if (sources.orElse(List.of()).size() > MAX_SOURCES) {
      throw invalid(text, "The maximum number of source queue ARNs you can specify is 10.");
    }
  }

  private static RuntimeException invalid(String text, String reason) {
    return SqsError.invalidParameter(
        "RedriveAllowPolicy", text, "Amazon SQS can't create the redrive allow policy. " + reason);
  }

  private static RuntimeException unsupported() {
    return SqsError.attributeValue(
        "Invalid value for the parameter RedriveAllowPolicy. "
            + "Reason: Amazon SQS can't create the redrive allow policy, as it\u2019s in an unsupported format.");
  }

  boolean allows(QueueId source) {
    return permission.equals("allowAll") || sources.contains(source.arn());
  }
}
