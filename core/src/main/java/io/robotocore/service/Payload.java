package io.robotocore.service;

import java.io.InputStream;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;

/** The content of an answer, as the SDK's streaming operations hand it over. */
public final class Payload {

  private Payload() {}

  /**
   * Answers with a response and its content.
   *
   * @param receiver what the operation was given to hand its answer to
   * @param response the response without its content
   * @param content the content, which is read when the operation is over
   * @param <R> the response
   * @param <T> what the receiver makes of it, and the operation returns
   */
  public static <R, T> T send(ResponseTransformer<R, T> receiver, R response, InputStream content) {
    try {
      return receiver.transform(response, AbortableInputStream.create(content));
    } catch (Exception e) {
      throw new IllegalStateException("the receiver of an answer failed", e);
    }
  }
}
