package io.robotocore;

import io.robotocore.state.Stores;

/**
 * What all services, accounts and regions contained at one instant, and how the clock stood. It
 * costs no copy, never changes, and can be restored any number of times, in any emulator.
 */
public final class Snapshot {

  private final Stores.Content content;
  private final EmulatorClock.Reading clock;

  Snapshot(Stores.Content content, EmulatorClock.Reading clock) {
    this.content = content;
    this.clock = clock;
  }

  Stores.Content content() {
    return content;
  }

  EmulatorClock.Reading clock() {
    return clock;
  }
}
