package io.robotocore.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What clients of any service are told when a request is refused. */
public final class Refusals {

  private Refusals() {}

  /** The error of a call that is refused with this status and code. */
  public static AwsServiceException assertRefused(ThrowingCallable call, int status, String code) {
    AwsServiceException refused = refused(AwsServiceException.class, call);
    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
    assertThat(refused.statusCode()).isEqualTo(status);
    return refused;
  }

  public static void assertRefused(ThrowingCallable call, int status, String code, String message) {
    assertThat(assertRefused(call, status, code).awsErrorDetails().errorMessage())
        .isEqualTo(message);
  }

  /** The code is the one that the SDK shows, of the query protocol where there is one. */
  public static void assertRefused(ThrowingCallable call, String code, String message) {
    AwsServiceException refused = refused(AwsServiceException.class, call);
    assertThat(refused.awsErrorDetails().errorMessage()).isEqualTo(message);
    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
  }

  public static void assertRefused(
      ThrowingCallable call, Class<? extends AwsServiceException> type, String message) {
    assertThat(refused(type, call).awsErrorDetails().errorMessage()).isEqualTo(message);
  }

  /** The status of a call that is refused without a body, as all of {@code HEAD} are. */
  public static int refusedStatus(ThrowingCallable call) {
    return refused(AwsServiceException.class, call).statusCode();
  }

  private static <E extends AwsServiceException> E refused(Class<E> type, ThrowingCallable call) {
    E refused = catchThrowableOfType(type, call);
    assertThat(refused).as("refused").isNotNull();
    return refused;
  }
}
