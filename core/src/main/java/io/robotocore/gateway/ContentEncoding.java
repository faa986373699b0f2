package io.robotocore.gateway;

import io.robotocore.model.OperationModel;
import io.robotocore.wire.Body;
import io.robotocore.wire.Endpoint.Refusal;
import io.robotocore.wire.HttpRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * Takes the encoding off a body, as SDKs put it on large requests.
 *
 * @param limit the largest body in bytes
 */
record ContentEncoding(long limit) {

  /**
   * The request with its body as it was before it was compressed.
   *
   * @throws Refused if it cannot be unpacked, or would be too large then
   */
  HttpRequest takenOff(HttpRequest request) {
    if (!request.headers().firstOr("Content-Encoding", "").equalsIgnoreCase("gzip")) {
      return request;
    }
    try (InputStream unpacked =
        new GZIPInputStream(new ByteArrayInputStream(request.body().bytes()))) {
      byte[] bytes = unpacked.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, limit + 1));
      if (bytes.length > limit) {
        throw new Refused(Refusal.TOO_LARGE);
      }
      return new HttpRequest(
          request.method(),
          request.path(),
          request.query(),
          request.headers().without("Content-Encoding"),
          Body.of(bytes));
    } catch (IOException e) {
      throw new Refused(Refusal.BAD_ENCODING);
    }
  }

  /**
   * Whether the encoding is a property of what is sent, as of an object in S3, and so must stay.
   */
  static boolean belongsTo(OperationModel operation) {
    return operation.input().memberOnWire("Content-Encoding").isPresent();
  }

  /** A body that cannot be unpacked. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    private Refused(Refusal refusal) {
      super(refusal.name(), null, false, false);
      this.refusal = refusal;
    }

    Refusal refusal() {
      return refusal;
    }
  }
}
