package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.util.Map;

/** The errors of SWF, in its words. */
final class SwfFault {

  private SwfFault() {}

  static DocumentError of(String code, String message) {
    return new DocumentError(code, message, Map.of("message", message));
  }

  /** The error for something that is not there, or not any more. */
  static DocumentError unknown(String what) {
    return of("UnknownResourceFault", "Unknown " + what);
  }

  static DocumentError invalid(String message) {
    return DocumentError.unmodeled("ValidationException", message, 400);
  }

  /** The error for a token that SWF has not given out, or for something else. */
  static DocumentError invalidToken() {
    return invalid("Invalid token");
  }
}
