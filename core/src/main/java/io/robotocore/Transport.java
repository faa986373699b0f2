package io.robotocore;

/** How the clients that an emulator hands out reach it. */
public enum Transport {
  /** Over a socket, as any client would. */
  HTTP,
  /**
   * Within the JVM, through the same pipeline without a socket: faster, and without an HTTP client
   * on the class path.
   */
  IN_PROCESS
}
