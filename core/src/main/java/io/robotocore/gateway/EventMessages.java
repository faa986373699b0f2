package io.robotocore.gateway;

import io.robotocore.eventstream.EventWriter;
import io.robotocore.model.OperationModel;
import io.robotocore.service.Events;
import java.io.InputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The events of an answer as bytes. One reading gives no more than one message, so that who sends
 * them can send each at once.
 */
final class EventMessages extends InputStream {

  private static final Logger LOG = LoggerFactory.getLogger(EventMessages.class);

  private final OperationModel operation;
  private final EventWriter writer;
  private final Events events;
  private byte[] message;
  private int position;
  private boolean ended;

  /**
   * The events of an operation.
   *
   * @param first the bytes before them
   */
  EventMessages(OperationModel operation, EventWriter writer, Events events, byte[] first) {
    this.operation = operation;
    this.writer = writer;
    this.events = events;
    this.message = first;
  }

  @Override
  public int read() {
    return hasBytes() ? message[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (!hasBytes()) {
      return -1;
    }
    int count = Math.min(length, message.length - position);
    System.arraycopy(message, position, target, offset, count);
    position += count;
    return count;
  }

  private boolean hasBytes() {
    while (position == message.length && !ended) {
      message = nextMessage();
      position = 0;
    }
    return position < message.length;
  }

  /** The answer has begun, so an exception can only become its last message. */
  private byte[] nextMessage() {
    try {
      Optional<? extends SdkPojo> event = events.next();
      ended = event.isEmpty();
      return event.isPresent() ? writer.event(event.get()) : new byte[0];
    } catch (Throwable thrown) {
      ended = true;
      if (!Faults.isExpected(thrown)) {
        LOG.error("{} failed, which is a defect of the emulator", operation, thrown);
      }
      return writer.failure(Faults.of(operation, thrown));
    }
  }

  @Override
  public void close() {
    ended = true;
    events.close();
  }
}
