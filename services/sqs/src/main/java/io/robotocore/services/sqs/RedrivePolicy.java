package io.robotocore.services.sqs;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the messages of a queue go that nobody can process: the value of its attribute {@code
 * RedrivePolicy}.
 *
 * @param target the dead-letter queue
 * @param maxReceiveCount how often a message is received before it goes there
 */
record RedrivePolicy(QueueId target, int maxReceiveCount) {

  private static final String TARGET = "deadLetterTargetArn";
  private static final String COUNT = "maxReceiveCount";

  /** Reads and checks the policy; whether the dead-letter queue exists is not looked at. */
  static RedrivePolicy parse(String text) {
    Map<String, Object> policy =
        Json.object(text)
            .orElseThrow(
                () ->
                    SqsError.attributeValue(
                        "Invalid value for the parameter RedrivePolicy. "
                            + "Reason: Redrive policy is not a valid JSON map."));
    String count = mandatory(text, policy, COUNT);
    String arn = mandatory(text, policy, TARGET);
    if (!Set.of(TARGET, COUNT).containsAll(policy.keySet())) {
      throw invalid(
          text, "Only following attributes are supported: [deadLetterTargetArn, maxReceiveCount].");
    }
    int maxReceiveCount = wholeNumber(text, count);
    QueueId target =
        QueueId.ofArn(arn)
            .orElseThrow(() -> invalid(text, "Invalid value for deadLetterTargetArn."));
    return new RedrivePolicy(target, maxReceiveCount);
  }

  private static String mandatory(String text, Map<String, Object> policy, String name) {
    return Optional.ofNullable(policy.get(name))
        .map(Object::toString)
        .orElseThrow(
            () ->
                invalid(
                    text, "Redrive policy does not contain mandatory attribute: " + name + "."));
  }

  private static int wholeNumber(String text, String value) {
    try {
      int count = new BigDecimal(value).intValueExact();
      if (count >= 1 && count <= 1000) {
        return count;
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // no whole number: refused below like one that is out of range
    }
    throw invalid(
        text,
        "Invalid value for maxReceiveCount: "
            + value
            + ", valid values are from 1 to 1000 both inclusive.");
  }

  /** What SQS says of a policy that it refuses. */
  static RuntimeException invalid(String text, String reason) {
    return SqsError.invalidParameter("RedrivePolicy", text, reason);
  }
}
