package io.robotocore.services.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What clients are told when a request is refused. */
final class Refusals {

  private Refusals() {}

  /** The error of a call that is refused with this status and code. */
  static S3Exception assertRefused(ThrowingCallable call, int status, String code) {
    S3Exception refused = catchThrowableOfType(S3Exception.class, call);
    assertThat(refused).as("refused").isNotNull();
    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
    assertThat(refused.statusCode()).isEqualTo(status);
    return refused;
  }

  static void assertRefused(ThrowingCallable call, int status, String code, String message) {
    assertThat(assertRefused(call, status, code).awsErrorDetails().errorMessage())
        .isEqualTo(message);
  }

  /** The status of a call that is refused without a body, as all of {@code HEAD} are. */
  static int refusedStatus(ThrowingCallable call) {
    S3Exception refused = catchThrowableOfType(S3Exception.class, call);
    assertThat(refused).as("refused").isNotNull();
    return refused.statusCode();
  }
}
