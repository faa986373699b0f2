package io.robotocore.services.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** What clients are told when a request is refused. */
final class Refusals {

  private Refusals() {}

  static void assertRefused(ThrowingCallable call, String code, String message) {
    assertThatExceptionOfType(DynamoDbException.class)
        .isThrownBy(call)
        .satisfies(
            refused -> {
              assertThat(refused.awsErrorDetails().errorMessage()).isEqualTo(message);
              assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
              assertThat(refused.statusCode()).isEqualTo(400);
            });
  }

  static void assertRefused(
      ThrowingCallable call, Class<? extends DynamoDbException> type, String message) {
    assertThatExceptionOfType(type)
        .isThrownBy(call)
        .satisfies(
            refused -> assertThat(refused.awsErrorDetails().errorMessage()).isEqualTo(message));
  }

  static void assertInvalid(ThrowingCallable call, String message) {
    assertRefused(call, "ValidationException", message);
  }

  /** A value of a parameter that is refused. */
  static void assertInvalidValue(ThrowingCallable call, String message) {
    assertInvalid(call, "One or more parameter values were invalid: " + message);
  }
}
