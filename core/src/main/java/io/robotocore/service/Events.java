package io.robotocore.service;

import java.util.Iterator;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The events that make up an answer, given one after the other as they happen. They are asked for
 * on a thread of the call's own, which may wait.
 */
public interface Events extends AutoCloseable {

  /**
   * The next event, an object of one of the SDK's classes for the events of the operation; waits
   * until there is one. Who waits for a change of the state is woken when the emulator is reset,
   * restored or closed, and should then end.
   *
   * @return the event; empty if there will be no more
   * @throws software.amazon.awssdk.awscore.exception.AwsServiceException if the stream ends with an
   *     error
   */
  Optional<? extends SdkPojo> next();

  /** Nobody asks any more: the stream has ended, or the client has gone. */
  @Override
  default void close() {}

  /** Events that are known already, or come from an iterator that may wait. */
  static Events of(Iterable<? extends SdkPojo> events) {
    Iterator<? extends SdkPojo> iterator = events.iterator();
    return () -> iterator.hasNext() ? Optional.of(iterator.next()) : Optional.empty();
  }
}
