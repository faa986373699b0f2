package io.robotocore.service;

import io.robotocore.RecordedCall;
import io.robotocore.state.State;

/**
 * Is told of each call of an operation of a service after it was made, as S3's access logs and
 * CloudTrail are.
 *
 * @param <S> the state of the service
 */
@FunctionalInterface
public interface CallLog<S extends State> {

  /** Takes note of a call and what came of it, before the client is told. */
  void made(Call call, S state, RecordedCall recorded);
}
