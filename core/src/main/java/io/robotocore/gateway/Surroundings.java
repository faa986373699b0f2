package io.robotocore.gateway;

import io.robotocore.service.Randomness;
import io.robotocore.state.Stores;
import java.time.Clock;

/**
 * What an emulator consists of besides its services.
 *
 * @param clock the time
 * @param random the source of ids
 * @param stores the states
 * @param work the threads
 * @param journal the last calls
 */
public record Surroundings(
    Clock clock, Randomness random, Stores stores, Work work, Journal journal) {}
