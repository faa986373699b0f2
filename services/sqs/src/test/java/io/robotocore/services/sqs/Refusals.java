package io.robotocore.services.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** What clients are told when a request is refused. */
final class Refusals {

  private Refusals() {}

  /** The code is the one of the query protocol, which the SDK shows. */
  static void assertRefused(ThrowingCallable call, String code, String message) {
    assertThatExceptionOfType(SqsException.class)
        .isThrownBy(call)
        .satisfies(
            refused -> {
              assertThat(refused.awsErrorDetails().errorMessage()).isEqualTo(message);
              assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
            });
  }

  static void assertRefused(
      ThrowingCallable call, Class<? extends SqsException> type, String message) {
    assertThatExceptionOfType(type)
        .isThrownBy(call)
        .satisfies(
            refused -> assertThat(refused.awsErrorDetails().errorMessage()).isEqualTo(message));
  }

  /** A value that SQS calls invalid without an error of its own. */
  static void assertInvalid(ThrowingCallable call, String message) {
    assertRefused(call, "InvalidParameterValue", message);
  }
}
