package io.robotocore.service;

import io.robotocore.state.Blobs;
import io.robotocore.state.Place;
import io.robotocore.state.State;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

  /**
   * The states of a type that are in use in the caller's account, in the region of the call or
   * reaching over all regions, by where they are.
   */
  <S extends State> Map<Place, S> states(Call call, Class<S> type);

  /**
   * The tags of the services that were in use, in the caller's account and the region of the call.
   */
  List<Tagged> tagged(Call call);

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
