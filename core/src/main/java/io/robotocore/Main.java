package io.robotocore;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/** Runs the emulator alone, for clients of any language: {@code --port 4566 --host localhost}. */
public final class Main {

  private static final String USAGE = "usage: java io.robotocore.Main [--port 4566] [--host localhost]";

  private Main() {}

  /** Starts the emulator and serves until the process is ended. */
  public static void main(String[] arguments) throws InterruptedException {
    Map<String, String> options = new TreeMap<>(Map.of("--port", "4566", "--host", "localhost"));
    if (!read(List.of(arguments), options)) {
      System.err.println(USAGE);
      System.exit(2);
    }
    Emulator emulator =
        Emulator.builder().host(options.get("--host")).port(Integer.parseInt(options.get("--port"))).start();
    System.out.println("robotocore listens on " + emulator.endpoint());
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  emulator.close();
                  ended.countDown();
                }));
    ended.await();
  }

  private static boolean read(List<String> arguments, Map<String, String> options) {
    for (int i = 0; i < arguments.size(); i += 2) {
      if (!options.containsKey(arguments.get(i)) || i + 1 == arguments.size()) {
        return false;
      }
      options.put(arguments.get(i), arguments.get(i + 1));
    }
    return options.get("--port").matches("[0-9]{1,5}");
  }
}
