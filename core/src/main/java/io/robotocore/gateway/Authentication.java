package io.robotocore.gateway;

import io.robotocore.Signatures;
import io.robotocore.model.OperationModel;
import io.robotocore.model.Route;
import io.robotocore.signature.Presigned;
import io.robotocore.signature.Rejected;
import io.robotocore.signature.SignedRequest;
import io.robotocore.signature.Verifier;
import io.robotocore.wire.HttpRequest;
import java.time.Clock;

/**
 * Lets requests in: those that are signed as they should be, or all if signatures do not matter. A
 * presigned URL whose time is over is never let in.
 *
 * @param signatures whether they matter
 * @param verifier what verifies them
 * @param clock the emulator's clock
 */
record Authentication(Signatures signatures, Verifier verifier, Clock clock) {

  /** Whether signatures matter. */
  boolean isAsked() {
    return signatures == Signatures.VERIFY;
  }

  /**
   * Looks at the signature of a request.
   *
   * @param sent the request as it was sent, no encoding taken off
   * @throws Rejected if the request is not let in
   */
  void check(Route route, HttpRequest sent) {
    OperationModel operation = route.operation();
    if (signatures == Signatures.IGNORE ? sent.query().isEmpty() : isOpen(operation, sent)) {
      return;
    }
    SignedRequest signed =
        new SignedRequest(
            sent, operation.service().signingName(), route.path(), operation.unsignedPayload());
    if (signatures == Signatures.IGNORE) {
      Presigned.checkUntil(signed, clock.instant());
    } else {
      verifier.verify(signed, clock.instant());
    }
  }

  /** Whether AWS looks at no signature here, but perhaps at a token in the request. */
  private static boolean isOpen(OperationModel operation, HttpRequest sent) {
    return operation.unsigned()
        || (operation.service().takesBearerTokens()
            && sent.headers().firstOr("Authorization", "").startsWith("Bearer "));
  }
}
