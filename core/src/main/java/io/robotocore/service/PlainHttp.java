package io.robotocore.service;

import io.robotocore.state.State;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpFullRequest;

/**
 * What a service does with HTTP beyond the operations of its model: it serves what users deploy
 * (web sites, APIs), takes forms of browsers, and says which pages may read its answers.
 *
 * @param <S> the state of the service
 */
public interface PlainHttp<S extends State> {

  /**
   * Answers a request for which the model has no operation.
   *
   * @param request the request; its host is the one that the client asked for, and its path is
   *     still percent-encoded
   * @return the answer; empty if the service does not know the request either
   */
  Optional<HttpExecuteResponse> answer(Call call, S state, SdkHttpFullRequest request);

  /**
   * Headers that an operation's answer has because of the page from which a browser sent the
   * request; asked for only if the request has the header {@code Origin}.
   */
  default Map<String, String> headersFor(Call call, S state, SdkHttpFullRequest request) {
    return Map.of();
  }
}
