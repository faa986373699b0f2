package io.robotocore;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A call that the emulator has answered, as its journal keeps it.
 *
 * @param service the service's id: {@code sqs}; empty when the request was refused before that was
 *     known
 * @param operation the operation's name: {@code SendMessage}; empty when the request was refused
 *     before that was known
 * @param account the account that the call was made in
 * @param region the region that the call was made to
 * @param requestId the id that the answer carried
 * @param start when the call was received, by the emulator's clock
 * @param duration how long it took, in real time
 * @param fidelity where the answer comes from
 * @param input the request as the SDK's class ({@code SendMessageRequest}); empty when it was not
 *     or could not be read
 * @param outcome what came of it
 */
public record RecordedCall(
    String service,
    String operation,
    String account,
    String region,
    String requestId,
    Instant start,
    Duration duration,
    Fidelity fidelity,
    Optional<Object> input,
    Outcome outcome) {

  /** The response, if the call succeeded, as the SDK's class ({@code SendMessageResponse}). */
  public Optional<Object> output() {
    return outcome instanceof Success success ? Optional.of(success.output) : Optional.empty();
  }

  /** The error, if the call failed. */
  public Optional<Failure> error() {
    return outcome instanceof Failure failure ? Optional.of(failure) : Optional.empty();
  }

  /** One line: when, what, how long, and what came of it. */
  @Override
  public String toString() {
    return "%s %s %s (%s, %s) %.1f ms: %s -> %s"
        .formatted(
            start,
            service.isEmpty() ? "(no service)" : service,
            operation.isEmpty() ? "(no operation)" : operation,
            account,
            region,
            duration.toNanos() / 1e6,
            input.map(RecordedCall::shortened).orElse("not read"),
            shortened(outcome));
  }

  private static String shortened(Object value) {
    String text = value.toString();
    return text.length() <= 300 ? text : text.substring(0, 300) + "…";
  }

  /** What came of a call. */
  public sealed interface Outcome {}

  /**
   * A call that succeeded.
   *
   * @param output the response
   */
  public record Success(Object output) implements Outcome {
    @Override
    public String toString() {
      return output.toString();
    }
  }

  /**
   * A call that failed.
   *
   * @param code the error code
   * @param message the message
   * @param status the HTTP status
   * @param cause the exception behind it
   */
  public record Failure(String code, String message, int status, Throwable cause)
      implements Outcome {
    @Override
    public String toString() {
      return status + " " + code + ": " + message;
    }
  }
}
