package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.item.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Collects why a transaction cannot be made, one reason for each of its actions.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">TransactWriteItems</a>,
 *     with the reasons
 */
final class Cancellation {

  private static final String MULTIPLE =
      "Transaction request cannot include multiple operations on one item";

  private final List<CancellationReason> reasons = new ArrayList<>();
  private boolean cancelled;

  /** Does an action of the transaction after its check, and notes if either fails. */
  void unlessFails(Runnable check, Runnable action) {
    try {
      check.run();
      action.run();
      reasons.add(CancellationReason.builder().code("None").build());
    } catch (ConditionalCheckFailedException e) {
      CancellationReason.Builder reason =
          CancellationReason.builder()
              .code("ConditionalCheckFailed")
              .message(e.awsErrorDetails().errorMessage());
      if (e.hasItem()) {
        reason.item(e.item());
      }
      add(reason.build());
    } catch (DynamoDbException e) {
      String message = e.awsErrorDetails().errorMessage();
      if (message.equals(MULTIPLE)) {
        throw Invalid.because(MULTIPLE);
      }
      add(CancellationReason.builder().code("ValidationError").message(message).build());
    }
  }

  private void add(CancellationReason reason) {
    reasons.add(reason);
    cancelled = true;
  }

  void throwIfAny() {
    if (cancelled) {
      String codes =
          reasons.stream().map(CancellationReason::code).collect(Collectors.joining(", "));
      throw DynamoDbError.with(
              TransactionCanceledException.builder(),
              "Transaction cancelled, please refer cancellation reasons for specific reasons ["
                  + codes
                  + "]")
          .cancellationReasons(reasons)
          .build();
    }
  }
}
