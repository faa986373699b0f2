package io.robotocore.services.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.services.sts.model.StsException;

/** What clients are told when a request is refused. */
final class Refusals {

  private Refusals() {}

  static void assertRefused(ThrowingCallable call, String code, String message) {
    assertThatExceptionOfType(StsException.class)
        .isThrownBy(call)
        .satisfies(
            refused -> {
              assertThat(refused.awsErrorDetails().errorMessage()).isEqualTo(message);
              assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
            });
  }

  static void assertRefused(
      ThrowingCallable call, Class<? extends StsException> type, String message) {
    assertThatExceptionOfType(type)
        .isThrownBy(call)
        .satisfies(
            refused -> assertThat(refused.awsErrorDetails().errorMessage()).isEqualTo(message));
  }
}
