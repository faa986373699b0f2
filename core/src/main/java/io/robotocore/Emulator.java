package io.robotocore;

import io.robotocore.gateway.Gateway;
import io.robotocore.gateway.Journal;
import io.robotocore.gateway.Surroundings;
import io.robotocore.gateway.Timers;
import io.robotocore.gateway.Work;
import io.robotocore.http.HttpServer;
import io.robotocore.service.Randomness;
import io.robotocore.state.Blobs;
import io.robotocore.state.Stores;
import io.robotocore.transport.InProcessAsyncHttpClient;
import io.robotocore.transport.InProcessHttpClient;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;

/**
 * An AWS that lives in this JVM and listens on a port of its own. Many can live side by side; they
 * share nothing that a test could see.
 *
 * <pre>{@code
 * try (Emulator aws = Emulator.start()) {
 *   SqsClient sqs = aws.client(SqsClient.class);
 *   …
 * }
 * }</pre>
 */
public final class Emulator implements AutoCloseable {

  private final EmulatorBuilder settings;
  private final Stores stores = new Stores();
  private final Blobs blobs = new Blobs();
  private final Journal journal = new Journal();
  private final Work work = new Work();
  private final EmulatorClock clock = new EmulatorClock(Clock.systemUTC(), new TimerEvents());
  private final Gateway gateway;
  private final HttpServer server;
  private final Clients clients;

  Emulator(EmulatorBuilder settings) {
    this.settings = settings;
    Randomness random = new Randomness(settings.seed().orElseGet(System::nanoTime));
    Surroundings surroundings =
        new Surroundings(clock, settings.transitionTime(), random, stores, blobs, work, journal);
    this.gateway =
        new Gateway(
            new Gateway.Settings(
                settings.account(),
                settings.region(),
                settings.signatures(),
                settings.maxBodySize(),
                settings.strict()),
            surroundings,
            settings.classLoader(),
            this::reset);
    this.server =
        HttpServer.start(new InetSocketAddress(settings.host(), settings.port()), gateway, work);
    this.clients =
        new Clients(
            new Clients.Wiring(
                endpoint(),
                settings.transport(),
                new InProcessHttpClient(gateway),
                new InProcessAsyncHttpClient(gateway, work)));
  }

  /**
   * Starts an emulator on a free port of the loopback address, with all services on the class path.
   */
  public static Emulator start() {
    return builder().start();
  }

  /** An emulator that is set up before it starts. */
  public static EmulatorBuilder builder() {
    return new EmulatorBuilder();
  }

  /** Where clients reach this emulator: the {@code endpointOverride} of an SDK client. */
  public URI endpoint() {
    InetSocketAddress address = server.address();
    String host = address.getAddress().isAnyLocalAddress() ? "localhost" : address.getHostString();
    return URI.create(
        "http://" + (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + address.getPort());
  }

  /**
   * A client of the default account and region: any synchronous or asynchronous client interface of
   * the AWS SDK. The emulator closes it.
   */
  public <C extends SdkClient> C client(Class<C> client) {
    return scope().client(client);
  }

  /** Another account, given by its twelve digits, in the default region. */
  public Scope as(String account) {
    return scope().as(account);
  }

  /** Another region of the default account. */
  public Scope in(String region) {
    return scope().in(region);
  }

  /** The default account and region. */
  public Scope scope() {
    return new Scope(clients, settings.account(), settings.region());
  }

  /** An HTTP client for SDK clients of one's own that reaches this emulator without a socket. */
  public SdkHttpClient httpClient() {
    return new InProcessHttpClient(gateway);
  }

  /**
   * An asynchronous HTTP client for SDK clients of one's own that reaches this emulator without a
   * socket.
   */
  public SdkAsyncHttpClient asyncHttpClient() {
    return new InProcessAsyncHttpClient(gateway, work);
  }

  /** What all services, accounts and regions contain now, and how the clock stands. */
  public Snapshot snapshot() {
    return new Snapshot(stores.snapshot(), clock.reading());
  }

  /** Goes back to a snapshot. Calls that wait are answered at once, with nothing. */
  public void restore(Snapshot snapshot) {
    clock.restore(snapshot.clock());
    stores.restore(snapshot.content());
  }

  /** Empties every account and region and sets the clock to the system's time. */
  public void reset() {
    stores.reset();
    clock.restore(EmulatorClock.Reading.SYSTEM);
  }

  /** The time inside the emulator. */
  public EmulatorClock clock() {
    return clock;
  }

  /** The last calls, oldest first: as many as fit into 1,000 calls and 32 MiB. */
  public List<RecordedCall> calls() {
    return journal.calls();
  }

  /** Forgets the calls made so far. */
  public void forgetCalls() {
    journal.clear();
  }

  /**
   * Waits until everything that services do after their answers is done: deliveries from one
   * service to another.
   *
   * @param limit for how long at the most
   * @throws IllegalStateException if it is not done by then
   */
  public void awaitIdle(Duration limit) {
    if (!work.awaitIdle(limit)) {
      throw new IllegalStateException(
          "deliveries between services are still going on after " + limit);
    }
  }

  /** Answers the calls that wait, stops to listen, and closes all clients that were handed out. */
  @Override
  public void close() {
    stores.reset();
    server.close();
    gateway.timers().close();
    clients.close();
    work.close();
    blobs.close();
  }

  /**
   * Lets the clock and the timers know of each other; the gateway is there before anybody can
   * change the time.
   */
  private final class TimerEvents implements EmulatorClock.Events {

    private Timers timers() {
      return gateway.timers();
    }

    @Override
    public Optional<Instant> next() {
      return timers().next();
    }

    @Override
    public void runDue(Instant now) {
      timers().runDue(now);
    }

    @Override
    public void timeChanged() {
      timers().timeChanged();
    }
  }
}
