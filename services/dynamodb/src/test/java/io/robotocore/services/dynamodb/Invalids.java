package io.robotocore.services.dynamodb;

import static io.robotocore.testing.Refusals.assertRefused;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Requests that DynamoDB calls invalid without an error of their own. */
final class Invalids {

  private Invalids() {}

  static void assertInvalid(ThrowingCallable call, String message) {
    assertRefused(call, 400, "ValidationException", message);
  }

  /** A value of a parameter that is refused. */
  static void assertInvalidValue(ThrowingCallable call, String message) {
    assertInvalid(call, "One or more parameter values were invalid: " + message);
  }
}
