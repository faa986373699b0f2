package io.robotocore.wire;

import java.util.Optional;

/** What answers requests, whichever way they come. */
public interface Endpoint {

  /** A body up to this size, in bytes, is kept in memory while it arrives. */
  int IN_MEMORY = 1024 * 1024;

  /** The largest body, in bytes, that a request which begins like this may have. */
  long maxBodySize(HttpRequest head);

  /** Where a body goes that is larger than {@link #IN_MEMORY}, or may be. */
  Spool spool();

  /**
   * Understands a request whose body is at hand; never throws.
   *
   * @return what answers it
   */
  Task prepare(HttpRequest request);

  /** Answers a request that could not even be read; never throws. */
  HttpResponse refuse(HttpRequest head, Refusal refusal);

  /** A request that is understood and only waits to be answered. */
  interface Task {

    /** The answer, unless it may take a while; never throws and never blocks. */
    Optional<HttpResponse> answerAtOnce();

    /** The answer, however long it takes; never throws. */
    HttpResponse answer();
  }

  /** Why a request cannot be read. */
  enum Refusal {
    /** The body is larger than the request may have. */
    TOO_LARGE,
    /** The body is not encoded as its {@code Content-Encoding} says. */
    BAD_ENCODING,
    /** There is no thread left for one more call that waits. */
    TOO_MANY_WAITING
  }
}
