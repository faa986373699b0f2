package io.robotocore.http;

import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DefaultByteBufferPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jboss.logging.BasicLogger;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/**
 * The threads and buffers that all listeners of a JVM share, so that another emulator costs no
 * thread. They are made with the first listener, are daemons, and stay.
 */
final class SharedWorker {

  static final XnioWorker WORKER = worker();
  static final ByteBufferPool BUFFERS = new DefaultByteBufferPool(true, 16 * 1024 - 20, -1, 4);

  private SharedWorker() {}

  private static XnioWorker worker() {
    logThroughSlf4j();
    OptionMap options =
        OptionMap.builder()
            .set(Options.WORKER_NAME, "robotocore")
            .set(Options.WORKER_IO_THREADS, Math.max(2, Runtime.getRuntime().availableProcessors()))
            .set(Options.WORKER_TASK_CORE_THREADS, 1)
            .set(Options.WORKER_TASK_MAX_THREADS, 1)
            .set(Options.THREAD_DAEMON, true)
            .set(Options.TCP_NODELAY, true)
            .getMap();
    try {
      return Xnio.getInstance(SharedWorker.class.getClassLoader()).createWorker(options);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start I/O threads", e);
    }
  }

  /**
   * Has Undertow and XNIO log where the emulator does. The property belongs to the JBoss Logging of
   * this package, which has a name of its own where it is relocated.
   */
  private static void logThroughSlf4j() {
    String property = BasicLogger.class.getPackageName() + ".provider";
    if (System.getProperty(property) == null) {
      System.setProperty(property, "slf4j");
    }
  }
}
