package io.robotocore.services.sqs;

import io.robotocore.services.sqs.Queue.Sent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** The operations that put messages into a queue. */
interface Sending extends SqsView {

  /** How large all messages of a batch may be together, in bytes. */
  int MAX_BATCH_SIZE = 1_048_576;

  @Override
  default SendMessageResponse sendMessage(SendMessageRequest in) {
    Outgoing message = Outgoing.of(in);
    if (message.body().isEmpty()) {
      throw SqsError.missingParameter("MessageBody");
    }
    Sent sent =
        change(
            in.queueUrl(),
            queue -> {
              message.check(queue.settings());
              return sent(queue, message);
            });
    SendMessageResponse.Builder out =
        SendMessageResponse.builder()
            .messageId(sent.messageId())
            .md5OfMessageBody(Digest.md5(message.body()));
    MessageAttributes.md5(message.attributes()).ifPresent(out::md5OfMessageAttributes);
    message.systemAttributesMd5().ifPresent(out::md5OfMessageSystemAttributes);
    sent.sequenceNumber().ifPresent(out::sequenceNumber);
    return out.build();
  }

  /**
   * Sends up to ten messages. A standard queue takes those that are right; a FIFO queue, which has
   * to keep the order, takes all or none.
   */
  @Override
  default SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest in) {
    Batch.check("SendMessageBatchRequestEntry", in.entries(), SendMessageBatchRequestEntry::id);
    List<Entry> entries =
        IntStream.range(0, in.entries().size())
            .mapToObj(i -> Entry.of(i + 1, in.entries().get(i)))
            .toList();
    int size = entries.stream().mapToInt(entry -> entry.message.size()).sum();
    if (size > MAX_BATCH_SIZE) {
      throw SqsError.batchTooLong(MAX_BATCH_SIZE, size);
    }
    return change(
        in.queueUrl(),
        queue -> queue.id().fifo() ? allSent(queue, entries) : eachSent(queue, entries));
  }

  private Changed<SendMessageBatchResponse> allSent(Queue queue, List<Entry> entries) {
    entries.forEach(entry -> entry.check(queue.settings()));
    Queue after = queue;
    List<SendMessageBatchResultEntry> successful = new ArrayList<>();
    for (Entry entry : entries) {
      Changed<Sent> sent = sent(after, entry.message);
      after = sent.queue();
      successful.add(entry.result(sent.result()));
    }
    return new Changed<>(after, SendMessageBatchResponse.builder().successful(successful).build());
  }

  private Changed<SendMessageBatchResponse> eachSent(Queue queue, List<Entry> entries) {
    Queue after = queue;
    List<SendMessageBatchResultEntry> successful = new ArrayList<>();
    List<BatchResultErrorEntry> failed = new ArrayList<>();
    for (Entry entry : entries) {
      try {
        entry.check(queue.settings());
        Changed<Sent> sent = sent(after, entry.message);
        after = sent.queue();
        successful.add(entry.result(sent.result()));
      } catch (SqsException e) {
        failed.add(SqsError.entry(entry.id, e));
      }
    }
    SendMessageBatchResponse.Builder out = SendMessageBatchResponse.builder();
    if (!successful.isEmpty()) {
      out.successful(successful);
    }
    if (!failed.isEmpty()) {
      out.failed(failed);
    }
    return new Changed<>(after, out.build());
  }

  /**
   * Puts a message into a queue, unless a FIFO queue has had it in the last five minutes already.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-exactly-once-processing.html">exactly-once
   *     processing</a>
   */
  private Changed<Sent> sent(Queue queue, Outgoing message) {
    if (!queue.id().fifo()) {
      Changed<QueuedMessage> put = put(queue, message);
      return new Changed<>(
          put.queue(), new Sent(put.result().content().messageId(), Optional.empty()));
    }
    String token =
        queue.settings().deduplicatesPerGroup() ? message.tokens().group().orElse("") + " " : "";
    String deduplication = token + message.deduplicationId();
    return queue
        .memory()
        .sent()
        .find(deduplication)
        .map(before -> new Changed<>(queue, before))
        .orElseGet(
            () -> {
              Changed<QueuedMessage> put = put(queue, message);
              Sent sent =
                  new Sent(
                      put.result().content().messageId(),
                      Optional.of(put.result().sequenceNumber()));
              return new Changed<>(put.queue().remembering(deduplication, sent, now()), sent);
            });
  }

  private Changed<QueuedMessage> put(Queue queue, Outgoing message) {
    Instant now = now();
    Content content =
        message.content(call().random().uuid(), call().principal().userId(), queue.settings());
    Instant visible = now.plus(message.delay(queue.settings()));
    QueuedMessage queued =
        QueuedMessage.fresh(
                content,
                now,
                visible.isAfter(now) ? new Visibility.Delayed(visible) : new Visibility.Visible(0))
            .numbered(queue.backlog().next());
    return new Changed<>(queue.with(queue.backlog().plus(queued)), queued);
  }

  /**
   * An entry of a batch.
   *
   * @param number its number in the batch, from one
   * @param id tells it apart from the others
   * @param message what it sends
   */
  record Entry(int number, String id, Outgoing message) {

    private static Entry of(int number, SendMessageBatchRequestEntry in) {
      return new Entry(number, in.id(), Outgoing.of(in));
    }

    private void check(Settings settings) {
      if (message.body().isEmpty()) {
        throw SqsError.missingParameter("SendMessageBatchRequestEntry." + number + ".MessageBody");
      }
      if (settings.fifo() && message.tokens().group().isEmpty()) {
        throw SqsError.invalidParameter("The request must contain the parameter MessageGroupId.");
      }
      message.check(settings);
    }

    private SendMessageBatchResultEntry result(Sent sent) {
      SendMessageBatchResultEntry.Builder out =
          SendMessageBatchResultEntry.builder()
              .id(id)
              .messageId(sent.messageId())
              .md5OfMessageBody(Digest.md5(message.body()));
      MessageAttributes.md5(message.attributes()).ifPresent(out::md5OfMessageAttributes);
      message.systemAttributesMd5().ifPresent(out::md5OfMessageSystemAttributes);
      sent.sequenceNumber().ifPresent(out::sequenceNumber);
      return out.build();
    }
  }
}
