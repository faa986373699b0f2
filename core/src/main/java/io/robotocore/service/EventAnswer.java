package io.robotocore.service;

import software.amazon.awssdk.core.SdkResponse;

/**
 * The answer of an operation that gives a stream of events.
 *
 * @param response what is known at once: the response without its stream
 * @param events the stream
 */
public record EventAnswer(SdkResponse response, Events events) {}
