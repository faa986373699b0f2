package io.robotocore;

/**
 * Hears of every call that an emulator of this JVM understands, over HTTP or in process.
 *
 * <p>Each emulator looks its observers up when it gets its first call, with {@link
 * java.util.ServiceLoader}. They are called on the thread that handles the call, several at a time.
 */
public interface CallObserver {

  /**
   * A call is about to be answered: whoever has its answer can rely on this method having returned.
   *
   * @param service the service's id in AWS's model, such as {@code sqs}
   * @param operation the operation's name, such as {@code SendMessage}
   */
  void called(String service, String operation);
}
