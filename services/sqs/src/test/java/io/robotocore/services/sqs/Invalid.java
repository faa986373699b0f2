package io.robotocore.services.sqs;

import static io.robotocore.testing.Refusals.assertRefused;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Values that SQS calls invalid without an error of their own. */
final class Invalid {

  private Invalid() {}

  static void assertInvalid(ThrowingCallable call, String message) {
    assertRefused(call, "InvalidParameterValue", message);
  }
}
