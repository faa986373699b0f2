package io.robotocore.services.sqs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sqs.model.AddPermissionRequest;
import software.amazon.awssdk.services.sqs.model.AddPermissionResponse;
import software.amazon.awssdk.services.sqs.model.RemovePermissionRequest;
import software.amazon.awssdk.services.sqs.model.RemovePermissionResponse;

/**
 * The operations that write the queue's policy for its owner.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_AddPermission.html">AddPermission</a>
 */
interface Permissions extends SqsView {

  int MAX_ACTIONS = 7;
  int MAX_STATEMENTS = 20;
  Pattern LABEL = Pattern.compile("[A-Za-z0-9_-]{1,80}");
  Pattern ACCOUNT = Pattern.compile("\\d{12}");

  /** What the owner of a queue can let others do. */
  Set<String> SHARED_ACTIONS =
      Set.of(
          "*",
          "ChangeMessageVisibility",
          "DeleteMessage",
          "GetQueueAttributes",
          "GetQueueUrl",
          "ListDeadLetterSourceQueues",
          "PurgeQueue",
          "ReceiveMessage",
          "SendMessage");

  /** What only the owner of a queue can do. */
  Set<String> OWN_ACTIONS =
      Set.of(
          "AddPermission",
          "CancelMessageMoveTask",
          "CreateQueue",
          "DeleteQueue",
          "ListMessageMoveTasks",
          "ListQueues",
          "ListQueueTags",
          "RemovePermission",
          "SetQueueAttributes",
          "StartMessageMoveTask",
          "TagQueue",
          "UntagQueue");

  @Override
  default AddPermissionResponse addPermission(AddPermissionRequest in) {
    checkPermission(in);
    alter(
        in.queueUrl(),
        queue -> {
          Policy policy = queue.settings().policy().orElseGet(() -> Policy.empty(queue.id()));
          if (policy.find(in.label()).isPresent()) {
            throw SqsError.invalidParameter("Label", in.label(), "Already exists.");
          }
          int statements = policy.statements().size() + 1;
          if (statements > MAX_STATEMENTS) {
            throw SqsError.overLimit(
                statements + " Statements were found, maximum allowed is " + MAX_STATEMENTS + ".");
          }
          return withPolicy(queue, policy.with(statement(in, queue.id())).text());
        });
    return AddPermissionResponse.builder().build();
  }

  private static void checkPermission(AddPermissionRequest in) {
    if (!LABEL.matcher(in.label()).matches()) {
      throw SqsError.invalidParameter(
          "Label",
          in.label(),
          "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length.");
    }
    if (in.actions().isEmpty()) {
      throw SqsError.missingParameter("Actions");
    }
    if (in.awsAccountIds().isEmpty()) {
      throw SqsError.missingParameter("AWSAccountIds");
    }
    if (in.actions().size() > MAX_ACTIONS) {
      throw SqsError.overLimit(
          in.actions().size() + " Actions were found, maximum allowed is " + MAX_ACTIONS + ".");
    }
    in.actions().forEach(Permissions::checkAction);
    for (String account : in.awsAccountIds()) {
      if (!ACCOUNT.matcher(account).matches()) {
        throw SqsError.invalidParameter("PrincipalId", in.awsAccountIds(), "Unable to verify.");
      }
    }
  }

  private static void checkAction(String action) {
    if (OWN_ACTIONS.contains(action)) {
      throw SqsError.invalidParameter(
          "ActionName", "SQS:" + action, "Only the queue owner is allowed to invoke this action.");
    }
    if (!SHARED_ACTIONS.contains(action)) {
      throw SqsError.invalidParameter(
          "ActionName",
          "SQS:" + action,
          "Please refer to the appropriate WSDL for a list of valid actions.");
    }
  }

  private Map<String, Object> statement(AddPermissionRequest in, QueueId queue) {
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("Sid", in.label());
    statement.put("Effect", "Allow");
    statement.put(
        "Principal",
        Map.of(
            "AWS",
            oneOrMore(
                in.awsAccountIds().stream()
                    .map(account -> "arn:" + call().partition() + ":iam::" + account + ":root")
                    .toList())));
    statement.put(
        "Action", oneOrMore(in.actions().stream().map(action -> "SQS:" + action).toList()));
    statement.put("Resource", queue.arn());
    return statement;
  }

  private static Object oneOrMore(List<String> values) {
    return values.size() == 1 ? values.get(0) : values;
  }

  @Override
  default RemovePermissionResponse removePermission(RemovePermissionRequest in) {
    alter(
        in.queueUrl(),
        queue -> {
          Policy policy = queue.settings().policy().orElseGet(() -> Policy.empty(queue.id()));
          Map<String, Object> statement =
              policy
                  .find(in.label())
                  .orElseThrow(
                      () -> SqsError.invalidParameter("Label", in.label(), "can't find label."));
          Policy rest = policy.without(statement);
          return withPolicy(queue, rest.statements().isEmpty() ? "" : rest.text());
        });
    return RemovePermissionResponse.builder().build();
  }

  private Queue withPolicy(Queue queue, String policy) {
    return queue.with(queue.settings().with(Map.of("Policy", policy)), now());
  }
}
