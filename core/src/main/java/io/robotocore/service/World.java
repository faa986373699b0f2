package io.robotocore.service;

import io.robotocore.state.Blobs;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.core.SdkClient;

/** What a call can reach besides the state of its own service. */
public interface World {

  /** The emulator's clock. */
  Clock clock();

  /** How long, by the emulator's clock, resources are in transition. */
  Duration transitionTime();

  /** The source of ids, keys and tokens. */
  Randomness random();

  /** The access keys that the emulator has issued. */
  AccessKeys accessKeys();

  /** Keeps bytes that are too many for the memory. */
  Blobs blobs();

  /** Another service as the caller would use it, without HTTP. */
  <C extends SdkClient> C client(Call call, Class<C> client);

  /**
   * Whether another service can be called: it is on the class path, and so is its module of the
   * SDK.
   *
   * @param service the service's id, as {@code sns}
   */
  boolean offers(String service);

  /**
   * Does something after the answer, on a thread of the emulator; {@code Emulator.awaitIdle} waits
   * for it.
   */
  void deliver(Runnable delivery);
}
