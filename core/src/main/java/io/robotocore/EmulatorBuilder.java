package io.robotocore;

import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How an emulator is set up. Each method changes one setting and gives the builder back. */
public final class EmulatorBuilder {

  private String account = "123456789012";
  private String region = "us-east-1";
  private String host = "localhost";
  private int port;
  private OptionalLong seed = OptionalLong.empty();
  private Transport transport = Transport.HTTP;
  private Signatures signatures = Signatures.IGNORE;
  private boolean strict;
  private Duration transitionTime = Duration.ZERO;
  private long maxBodySize = 64L * 1024 * 1024;

  EmulatorBuilder() {}

  /**
   * The account of clients that say nothing of one: twelve digits; {@code 123456789012} if not set.
   */
  public EmulatorBuilder account(String defaultAccount) {
    account = Accounts.checked(defaultAccount);
    return this;
  }

  /** The region of clients that say nothing of one; {@code us-east-1} if not set. */
  public EmulatorBuilder region(String defaultRegion) {
    region = defaultRegion;
    return this;
  }

  /** The address to listen on; {@code localhost} if not set. */
  public EmulatorBuilder host(String listenHost) {
    host = listenHost;
    return this;
  }

  /** The port to listen on; a free one if not set or zero. */
  public EmulatorBuilder port(int listenPort) {
    port = listenPort;
    return this;
  }

  /**
   * The seed of ids, keys and tokens; with one, the same calls in the same order give the same
   * answers.
   */
  public EmulatorBuilder seed(long randomSeed) {
    seed = OptionalLong.of(randomSeed);
    return this;
  }

  /** How the clients that the emulator hands out reach it; over HTTP if not set. */
  public EmulatorBuilder transport(Transport clientTransport) {
    transport = clientTransport;
    return this;
  }

  /**
   * Whether the signatures of requests are verified; not if not set. The expiry of presigned URLs
   * is always looked at.
   */
  public EmulatorBuilder signatures(Signatures requestSignatures) {
    signatures = requestSignatures;
    return this;
  }

  /** The largest request body, in bytes, that is read into memory; 64 MiB if not set. */
  public EmulatorBuilder maxBodySize(long bytes) {
    maxBodySize = bytes;
    return this;
  }

  /**
   * Whether operations are refused as not implemented whose answers would be well formed but
   * without meaning, {@link Fidelity#SYNTHESIZED}; not if not set.
   */
  public EmulatorBuilder strict(boolean refuseSynthesized) {
    strict = refuseSynthesized;
    return this;
  }

  /**
   * How long, by the emulator's clock, resources are in transition: CREATING, UPDATING or DELETING
   * before they are ACTIVE or gone. No time if not set: they get there at once.
   *
   * @throws IllegalArgumentException if the time is negative
   */
  public EmulatorBuilder transitionTime(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("a transition takes no negative time: " + time);
    }
    transitionTime = time;
    return this;
  }

  /**
   * Starts the emulator.
   *
   * @throws java.io.UncheckedIOException if the port cannot be had
   */
  public Emulator start() {
    return new Emulator(this);
  }

  String account() {
    return account;
  }

  String region() {
    return region;
  }

  String host() {
    return host;
  }

  int port() {
    return port;
  }

  OptionalLong seed() {
    return seed;
  }

  Transport transport() {
    return transport;
  }

  Signatures signatures() {
    return signatures;
  }

  boolean strict() {
    return strict;
  }

  Duration transitionTime() {
    return transitionTime;
  }

  long maxBodySize() {
    return maxBodySize;
  }

  /** The class loader in which services are looked for: that of the test, if it has one. */
  ClassLoader classLoader() {
    @Nullable ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context == null ? Emulator.class.getClassLoader() : context;
  }
}
