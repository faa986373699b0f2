package io.robotocore.service;

import io.robotocore.state.Blobs;
import io.robotocore.state.Place;
import io.robotocore.state.State;
import io.robotocore.state.State.Wait;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkClient;

/**
 * Who calls, where and when: the only thing that a service knows of the outside.
 *
 * @param principal who calls
 * @param region the region that the request was made to
 * @param requestId the id that the answer will carry
 * @param home the address under which the caller sees the emulator, without a path
 * @param world what the call can reach
 * @param mayBlock whether the thread that makes the call may be made to wait; if not, a call that
 *     comes to a wait is made once more where it may
 */
public record Call(
    Principal principal, String region, String requestId, URI home, World world, boolean mayBlock) {

  /** The account that calls: twelve digits. */
  public String account() {
    return principal.account();
  }

  /** The partition of the region: {@code aws}, {@code aws-cn}, {@code aws-us-gov} … */
  public String partition() {
    return Partitions.of(region);
  }

  /** The emulator's clock. */
  public Clock clock() {
    return world.clock();
  }

  /** The time by the emulator's clock. */
  public Instant now() {
    return world.clock().instant();
  }

  /**
   * How long, by the emulator's clock, resources are in transition, as CREATING or DELETING, before
   * they are what they are meant to be; nearly always no time.
   */
  public Duration transitionTime() {
    return world.transitionTime();
  }

  /** The source of ids, keys and tokens. */
  public Randomness random() {
    return world.random();
  }

  /** The access keys that the emulator has issued. */
  public AccessKeys accessKeys() {
    return world.accessKeys();
  }

  /**
   * The states of a type that are in use in this account, in this region or reaching over all
   * regions, by where they are: several services can have states of one type. Not to be changed
   * inside of a change of another state.
   */
  public <S extends State> Map<Place, S> states(Class<S> type) {
    return world.states(this, type);
  }

  /**
   * The tags of the services that were in use, in this account and region. Not to be changed inside
   * of a change of a state.
   */
  public List<Tagged> tagged() {
    return world.tagged(this);
  }

  /** Keeps bytes that are too many for the memory. */
  public Blobs blobs() {
    return world.blobs();
  }

  /**
   * The ARN of a resource of this account and region: {@code arn("sqs", "queue")} is {@code
   * arn:aws:sqs:…:queue}.
   */
  public String arn(String service, String resource) {
    return "arn:" + partition() + ":" + service + ":" + region + ":" + account() + ":" + resource;
  }

  /**
   * Another service, in the same account and region, as any AWS user would use it, without HTTP.
   */
  public <C extends SdkClient> C client(Class<C> client) {
    return world.client(this, client);
  }

  /**
   * Whether {@link #client} has a client of another service to give: it is on the class path, and
   * so is its module of the SDK.
   *
   * @param service the service's id, as {@code sns}
   */
  public boolean offers(String service) {
    return world.offers(service);
  }

  /** This call made by somebody else, as when a service acts for a resource of another account. */
  public Call as(Principal other) {
    return new Call(other, region, requestId, home, world, mayBlock);
  }

  /** This call with another id, as when it leads to one of another service. */
  public Call withRequestId(String otherId) {
    return new Call(principal, region, otherId, home, world, mayBlock);
  }

  /** This call on a thread that must not be made to wait. */
  public Call hurried() {
    return new Call(principal, region, requestId, home, world, false);
  }

  /** This call made to another region. */
  public Call in(String otherRegion) {
    return new Call(principal, otherRegion, requestId, home, world, mayBlock);
  }

  /** Does something after the answer, on a thread of the emulator. */
  public void deliver(Runnable delivery) {
    world.deliver(delivery);
  }

  /**
   * A wait by the emulator's clock; {@code nextChance} is when the mere passing of time may bring a
   * result.
   */
  public Wait wait(Duration limit, Supplier<Optional<Instant>> nextChance) {
    return new Wait(limit, world.clock(), nextChance, mayBlock);
  }
}
