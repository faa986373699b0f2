package io.robotocore.gateway;

import java.io.InputStream;
import software.amazon.awssdk.core.sync.ResponseTransformer;

/**
 * What an operation returns whose output is a stream.
 *
 * @param response the response without the stream
 * @param content the stream
 */
record Download(Object response, InputStream content) {

  /** What the views are given as the SDK's {@code ResponseTransformer}. */
  static final Object TAKEN = (ResponseTransformer<Object, Download>) Download::new;
}
