package io.robotocore.services.sts;

import software.amazon.awssdk.services.sts.model.ExpiredTradeInTokenException;
import software.amazon.awssdk.services.sts.model.SessionDurationEscalationException;
import software.amazon.awssdk.services.sts.model.StsException;

/**
 * The errors of {@link Tokens}, in a class of their own because older releases of the SDK do not
 * have them.
 */
final class TokenError {

  private TokenError() {}

  static StsException expiredTradeInToken() {
    return StsError.of(
        ExpiredTradeInTokenException.builder(),
        400,
        "ExpiredTradeInTokenException",
        "The trade-in token is expired or was never issued.");
  }

  static StsException sessionTooShort() {
    return StsError.of(
        SessionDurationEscalationException.builder(),
        403,
        "SessionDurationEscalationException",
        "The requested token duration would extend the session beyond its original expiration time.");
  }
}
