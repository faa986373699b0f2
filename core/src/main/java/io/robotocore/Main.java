package io.robotocore;

import java.util.concurrent.CountDownLatch;

/** Runs the emulator alone, for clients of any language: {@code --port 4566 --host localhost}. */
public final class Main {

  private static final String USAGE =
      "usage: java io.robotocore.Main [--port 4566] [--host localhost]";

  private Main() {}

  /** Starts the emulator and serves until the process is ended. */
  public static void main(String[] arguments) throws InterruptedException {
    EmulatorBuilder builder = Emulator.builder().port(4566);
    for (int i = 0; i < arguments.length; i += 2) {
      if (i + 1 == arguments.length || !set(builder, arguments[i], arguments[i + 1])) {
        System.err.println(USAGE);
        System.exit(2);
      }
    }
    Emulator emulator = builder.start();
    System.out.println("robotocore listens on " + emulator.endpoint());
    CountDownLatch ended = new CountDownLatch(1);
    Thread shutdown =
        new Thread(
            () -> {
              emulator.close();
              ended.countDown();
            });
    Runtime.getRuntime().addShutdownHook(shutdown);
    ended.await();
  }

  private static boolean set(EmulatorBuilder builder, String option, String value) {
    switch (option) {
      case "--host" -> builder.host(value);
      case "--port" -> {
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65_535) {
          return false;
        }
        builder.port(Integer.parseInt(value));
      }
      default -> {
        return false;
      }
    }
    return true;
  }
}
