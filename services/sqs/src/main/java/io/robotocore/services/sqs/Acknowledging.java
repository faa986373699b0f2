package io.robotocore.services.sqs;

import io.robotocore.services.sqs.Receives.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** The operations by which a consumer says what has become of a message that it received. */
interface Acknowledging extends SqsView {

  /** How long a message may be in flight in all since it was received. */
  Duration MAX_VISIBILITY = Duration.ofHours(12);

  @Override
  default DeleteMessageResponse deleteMessage(DeleteMessageRequest in) {
    alter(in.queueUrl(), queue -> deleted(queue, in.receiptHandle()));
    return DeleteMessageResponse.builder().build();
  }

  @Override
  default DeleteMessageBatchResponse deleteMessageBatch(DeleteMessageBatchRequest in) {
    Batch.check("DeleteMessageBatchRequestEntry", in.entries(), DeleteMessageBatchRequestEntry::id);
    DeleteMessageBatchResponse.Builder out = DeleteMessageBatchResponse.builder();
    List<DeleteMessageBatchResultEntry> successful = new ArrayList<>();
    List<BatchResultErrorEntry> failed =
        failures(
            in.entries(),
            DeleteMessageBatchRequestEntry::id,
            entry -> {
              String handle = given(entry.receiptHandle(), "ReceiptHandle");
              alter(in.queueUrl(), queue -> deleted(queue, handle));
              successful.add(DeleteMessageBatchResultEntry.builder().id(entry.id()).build());
            });
    if (!successful.isEmpty()) {
      out.successful(successful);
    }
    if (!failed.isEmpty()) {
      out.failed(failed);
    }
    return out.build();
  }

  @Override
  default ChangeMessageVisibilityResponse changeMessageVisibility(
      ChangeMessageVisibilityRequest in) {
    int timeout = in.visibilityTimeout();
    if (timeout < 0 || timeout > MAX_VISIBILITY.toSeconds()) {
      throw SqsError.invalidParameter("VisibilityTimeout", timeout, "Must be between 0 and 43200.");
    }
    alter(in.queueUrl(), queue -> hidden(queue, in.receiptHandle(), Duration.ofSeconds(timeout)));
    return ChangeMessageVisibilityResponse.builder().build();
  }

  @Override
  default ChangeMessageVisibilityBatchResponse changeMessageVisibilityBatch(
      ChangeMessageVisibilityBatchRequest in) {
    Batch.check(
        "ChangeMessageVisibilityBatchRequestEntry",
        in.entries(),
        ChangeMessageVisibilityBatchRequestEntry::id);
    ChangeMessageVisibilityBatchResponse.Builder out =
        ChangeMessageVisibilityBatchResponse.builder();
    List<ChangeMessageVisibilityBatchResultEntry> successful = new ArrayList<>();
    List<BatchResultErrorEntry> failed =
        failures(
            in.entries(),
            ChangeMessageVisibilityBatchRequestEntry::id,
            entry -> {
              String handle = given(entry.receiptHandle(), "ReceiptHandle");
              String place =
                  "ChangeMessageVisibilityBatchRequestEntry."
                      + (in.entries().indexOf(entry) + 1)
                      + ".VisibilityTimeout";
              Duration timeout = timeout(given(entry.visibilityTimeout(), place));
              alter(in.queueUrl(), queue -> hidden(queue, handle, timeout));
              successful.add(
                  ChangeMessageVisibilityBatchResultEntry.builder().id(entry.id()).build());
            });
    if (!successful.isEmpty()) {
      out.successful(successful);
    }
    if (!failed.isEmpty()) {
      out.failed(failed);
    }
    return out.build();
  }

  private static Duration timeout(int seconds) {
    if (seconds < 0 || seconds > MAX_VISIBILITY.toSeconds()) {
      throw SqsError.invalidParameter(
          "VisibilityTimeout",
          seconds,
          "VisibilityTimeout must be an integer between 0 and 43200.");
    }
    return Duration.ofSeconds(seconds);
  }

  private static <T> T given(@Nullable T value, String parameter) {
    return Optional.ofNullable(value).orElseThrow(() -> SqsError.missingParameter(parameter));
  }

  /** Does something with each entry of a batch, and gives those with which it went wrong. */
  private <E> List<BatchResultErrorEntry> failures(
      List<E> entries, Function<E, String> id, Consumer<E> action) {
    List<BatchResultErrorEntry> failed = new ArrayList<>();
    for (E entry : entries) {
      try {
        action.accept(entry);
      } catch (SqsException e) {
        failed.add(SqsError.entry(id.apply(entry), e));
      }
    }
    return failed;
  }

  /**
   * A queue after somebody deleted a message. With an old receipt handle the message stays, and
   * only a FIFO queue says so.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessage.html">DeleteMessage</a>
   */
  private static Queue deleted(Queue queue, String handle) {
    ReceiptHandle receipt = ReceiptHandle.parse(handle, queue.id());
    Optional<QueuedMessage> found = queue.backlog().find(receipt.message());
    if (found.isEmpty()) {
      return queue;
    }
    QueuedMessage message = found.get();
    boolean current = message.receives().lastWas(receipt.nonce());
    if (queue.id().fifo() && !(current && message.visibility() instanceof Visibility.InFlight)) {
      throw SqsError.expiredReceiptHandle(handle);
    }
    return current ? queue.with(queue.backlog().minus(message)) : queue;
  }

  /** A queue after somebody changed the visibility timeout of a message. */
  private Queue hidden(Queue queue, String handle, Duration timeout) {
    ReceiptHandle receiptHandle = ReceiptHandle.parse(handle, queue.id());
    QueuedMessage message =
        queue
            .backlog()
            .find(receiptHandle.message())
            .filter(found -> found.receives().lastWas(receiptHandle.nonce()))
            .orElseThrow(
                () ->
                    SqsError.invalidParameter(
                        "ReceiptHandle",
                        handle,
                        "Message does not exist or is not available for visibility timeout change."));
    if (!(message.visibility() instanceof Visibility.InFlight)) {
      checkVisible(queue, message, handle);
    }
    Receipt receipt = message.receives().last().orElseThrow();
    Instant until = now().plus(timeout);
    if (until.isAfter(receipt.at().plus(MAX_VISIBILITY))) {
      throw SqsError.invalidParameter(
          "VisibilityTimeout",
          timeout.toSeconds(),
          "Total VisibilityTimeout for the message is beyond the limit [43200 seconds]");
    }
    return queue.with(queue.backlog().replace(message, message.hidden(until, now())));
  }

  /**
   * Refuses to hide a message that has become visible again. A standard queue hides one whose
   * timeout has merely run out, as long as nobody else has received it.
   */
  private static void checkVisible(Queue queue, QueuedMessage message, String handle) {
    if (queue.id().fifo()) {
      throw SqsError.expiredReceiptHandle(handle);
    }
    if (message.receives().last().orElseThrow().ended()) {
      throw SqsError.notInFlight();
    }
  }
}
