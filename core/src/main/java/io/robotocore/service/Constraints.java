package io.robotocore.service;

/**
 * What of the model's constraints AWS checks for a service before the operation itself looks at a
 * request.
 */
public enum Constraints {
  /** Nothing: the service has checks and words of its own. */
  NONE,
  /**
   * Missing members, as the older query services put it: {@code The request must contain the
   * parameter QueueName.}
   */
  REQUIRED,
  /**
   * Everything: required, length, range, pattern, enum; all violations of a request in one message,
   * {@code 2 validation errors detected: …}.
   */
  ALL
}
