package io.robotocore.junit5;

/** When the state of a test class's emulator goes back to the baseline. */
public enum Reset {
  /**
   * Between any two tests, so that each starts from the baseline; tests of one class then take
   * turns.
   */
  BEFORE_EACH,
  /** Never: each test finds what the tests before it have left. */
  NEVER
}
