package io.robotocore.service;

import io.robotocore.state.State;
import software.amazon.awssdk.core.SdkRequest;

/**
 * An operation that answers with a stream of events.
 *
 * @param <S> the state of the service
 * @param <I> the SDK's class for the request
 */
@FunctionalInterface
public interface EventOperation<S extends State, I extends SdkRequest> {

  /** Begins the answer, on a thread of the call's own; errors that are known now are thrown now. */
  EventAnswer answer(Call call, S state, I request);
}
