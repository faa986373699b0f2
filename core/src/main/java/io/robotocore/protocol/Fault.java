package io.robotocore.protocol;

import java.util.Optional;

/**
 * An error as the client is told of it.
 *
 * @param shape the name of the error's shape: {@code QueueDoesNotExist}
 * @param code the error's code, which the older protocols send: {@code
 *     AWS.SimpleQueueService.NonExistentQueue}
 * @param message what went wrong
 * @param status the HTTP status
 * @param detail the modelled error with its members, if it is one
 */
public record Fault(
    String shape, String code, String message, int status, Optional<Detail> detail) {

  /** An error that no model describes; it has a code and a message only. */
  public static Fault of(String code, String message, int status) {
    return new Fault(code, code, message, status, Optional.empty());
  }

  /** Whether the client is to blame rather than the service. */
  public boolean sender() {
    return status < 500;
  }

  /**
   * The members of a modelled error.
   *
   * @param binding how its value is taken apart
   * @param value the value
   */
  public record Detail(Binding binding, Object value) {}
}
