package io.robotocore.gateway;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of an emulator: for calls that wait and for what is done after an answer. They come
 * when they are needed and go when they are not.
 */
public final class Work implements Executor, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Work.class);
  private static final int MOST_THREADS = 1_024;

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0, MOST_THREADS, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), new Daemons());
  private int deliveries;

  /**
   * Runs a call that may wait.
   *
   * @throws java.util.concurrent.RejectedExecutionException if too many wait already
   */
  @Override
  public void execute(Runnable call) {
    threads.execute(call);
  }

  /** Runs something that {@link #awaitIdle} waits for. */
  void deliver(Runnable delivery) {
    synchronized (this) {
      deliveries++;
    }
    threads.execute(
        () -> {
          try {
            delivery.run();
          } catch (RuntimeException e) {
            LOG.error("A delivery between services failed", e);
          } finally {
            delivered();
          }
        });
  }

  private synchronized void delivered() {
    deliveries--;
    notifyAll();
  }

  /**
   * Waits until nothing is left to be delivered.
   *
   * @return whether that was so within the limit
   */
  public synchronized boolean awaitIdle(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    try {
      while (deliveries > 0) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          return false;
        }
        wait(left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private static final class Daemons implements ThreadFactory {
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public Thread newThread(Runnable task) {
      Thread thread = new Thread(task, "robotocore-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    }
  }
}
