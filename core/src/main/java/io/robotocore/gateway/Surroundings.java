package io.robotocore.gateway;

import io.robotocore.service.Randomness;
import io.robotocore.state.Blobs;
import io.robotocore.state.Stores;
import java.time.Clock;
import java.time.Duration;

/**
 * What an emulator consists of besides its services.
 *
 * @param clock the time
 * @param transitionTime how long resources are in transition
 * @param random the source of ids
 * @param stores the states
 * @param blobs the bytes that are too many for the memory
 * @param work the threads
 * @param journal the last calls
 */
public record Surroundings(
    Clock clock,
    Duration transitionTime,
    Randomness random,
    Stores stores,
    Blobs blobs,
    Work work,
    Journal journal) {}
