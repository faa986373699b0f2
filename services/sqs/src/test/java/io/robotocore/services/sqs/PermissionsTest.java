package io.robotocore.services.sqs;

import static io.robotocore.services.sqs.Invalid.assertInvalid;
import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.junit5.AwsEmulator;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.OverLimitException;

/** The policy that AddPermission writes. */
@AwsEmulator
final class PermissionsTest {

  private final SqsClient sqs;
  private String url = "";

  PermissionsTest(SqsClient sqs) {
    this.sqs = sqs;
  }

  @BeforeEach
  void createQueue() {
    url = sqs.createQueue(in -> in.queueName("orders")).queueUrl();
  }

  private void add(String label, List<String> accounts, List<String> actions) {
    sqs.addPermission(in -> in.queueUrl(url).label(label).awsAccountIds(accounts).actions(actions));
  }

  private String policy() {
    return sqs.getQueueAttributes(in -> in.queueUrl(url).attributeNamesWithStrings("Policy"))
        .attributesAsStrings()
        .getOrDefault("Policy", "");
  }

  @Test
  void addPermission_first_writesPolicy() {
    add("share", List.of("111111111111", "222222222222"), List.of("ReceiveMessage"));

    assertThat(policy())
        .isEqualTo(
            "{\"Version\":\"2008-10-17\","
                + "\"Id\":\"arn:aws:sqs:us-east-1:123456789012:orders/SQSDefaultPolicy\","
                + "\"Statement\":[{\"Sid\":\"share\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":["
                + "\"arn:aws:iam::111111111111:root\",\"arn:aws:iam::222222222222:root\"]},"
                + "\"Action\":\"SQS:ReceiveMessage\","
                + "\"Resource\":\"arn:aws:sqs:us-east-1:123456789012:orders\"}]}");
  }

  @Test
  void addPermission_toPolicyOfOnesOwn_addsStatement() {
    sqs.setQueueAttributes(
        in ->
            in.queueUrl(url)
                .attributesWithStrings(
                    Map.of(
                        "Policy",
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Sid\":\"mine\",\"Effect\":"
                            + "\"Deny\",\"Principal\":\"*\",\"Action\":\"sqs:*\",\"Resource\":"
                            + "\"*\",\"Condition\":{\"Bool\":{\"aws:SecureTransport\":false}}}}")));
    add("share", List.of("111111111111"), List.of("SendMessage", "DeleteMessage"));

    assertThat(policy())
        .isEqualTo(
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"mine\",\"Effect\":\"Deny\","
                + "\"Principal\":\"*\",\"Action\":\"sqs:*\",\"Resource\":\"*\",\"Condition\":"
                + "{\"Bool\":{\"aws:SecureTransport\":false}}},{\"Sid\":\"share\",\"Effect\":"
                + "\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::111111111111:root\"},"
                + "\"Action\":[\"SQS:SendMessage\",\"SQS:DeleteMessage\"],"
                + "\"Resource\":\"arn:aws:sqs:us-east-1:123456789012:orders\"}]}");
  }

  @Test
  void addPermission_sameLabel_isRefused() {
    add("share", List.of("111111111111"), List.of("ReceiveMessage"));

    assertInvalid(
        () -> add("share", List.of("222222222222"), List.of("ReceiveMessage")),
        "Value share for parameter Label is invalid. Reason: Already exists.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CreateQueue | Only the queue owner is allowed to invoke this action.",
        "TagQueue | Only the queue owner is allowed to invoke this action.",
        "SendMessageBatch | Please refer to the appropriate WSDL for a list of valid actions.",
        "Fly | Please refer to the appropriate WSDL for a list of valid actions."
      })
  void addPermission_actionThatCannotBeShared_isRefused(String action, String reason) {
    assertInvalid(
        () -> add("share", List.of("111111111111"), List.of(action)),
        "Value SQS:" + action + " for parameter ActionName is invalid. Reason: " + reason);
  }

  @Test
  void addPermission_tooMany_isRefused() {
    assertRefused(
        () -> add("share", List.of("111111111111"), Collections.nCopies(8, "SendMessage")),
        OverLimitException.class,
        "8 Actions were found, maximum allowed is 7.");
    for (int i = 0; i < 20; i++) {
      add("share" + i, List.of("111111111111"), List.of("SendMessage"));
    }
    assertRefused(
        () -> add("share20", List.of("111111111111"), List.of("SendMessage")),
        OverLimitException.class,
        "21 Statements were found, maximum allowed is 20.");
  }

  @Test
  void addPermission_wrongAccountOrLabel_isRefused() {
    assertInvalid(
        () -> add("share", List.of("me"), List.of("SendMessage")),
        "Value [me] for parameter PrincipalId is invalid. Reason: Unable to verify.");
    assertInvalid(
        () -> add("a label", List.of("111111111111"), List.of("SendMessage")),
        "Value a label for parameter Label is invalid. Reason: Can only include alphanumeric"
            + " characters, hyphens, or underscores. 1 to 80 in length.");
    assertRefused(
        () -> add("share", List.of("111111111111"), List.of()),
        "MissingParameter",
        "The request must contain the parameter Actions.");
    assertRefused(
        () -> add("share", List.of(), List.of("SendMessage")),
        "MissingParameter",
        "The request must contain the parameter AWSAccountIds.");
  }

  @Test
  void removePermission_oneAfterTheOther_leavesNoPolicy() {
    add("one", List.of("111111111111"), List.of("SendMessage"));
    add("two", List.of("111111111111"), List.of("*"));
    sqs.removePermission(in -> in.queueUrl(url).label("one"));
    assertThat(policy()).contains("\"Sid\":\"two\"").doesNotContain("\"Sid\":\"one\"");

    sqs.removePermission(in -> in.queueUrl(url).label("two"));
    assertThat(policy()).isEmpty();
  }

  @Test
  void removePermission_unknownLabel_isRefused() {
    assertInvalid(
        () -> sqs.removePermission(in -> in.queueUrl(url).label("none")),
        "Value none for parameter Label is invalid. Reason: can't find label.");
  }
}
