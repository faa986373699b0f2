package io.robotocore.gateway;

import io.robotocore.RecordedCall;
import io.robotocore.protocol.Fault;
import io.robotocore.service.EventAnswer;

/** What came of a call: there is nothing else than output and error. */
sealed interface Outcome {

  /** The outcome as the journal keeps it. */
  RecordedCall.Outcome recorded();

  /**
   * The operation returned.
   *
   * @param output its response
   */
  record Returned(Object output) implements Outcome {
    @Override
    public RecordedCall.Outcome recorded() {
      return new RecordedCall.Success(response());
    }

    /** The response without what streams out. */
    Object response() {
      if (output instanceof EventAnswer answer) {
        return answer.response();
      }
      return output instanceof Download download ? download.response() : output;
    }
  }

  /**
   * The operation failed, or there was none.
   *
   * @param fault what the client is told
   * @param cause the exception behind it
   */
  record Failed(Fault fault, Throwable cause) implements Outcome {
    @Override
    public RecordedCall.Outcome recorded() {
      return new RecordedCall.Failure(fault.code(), fault.message(), fault.status(), cause);
    }
  }
}
