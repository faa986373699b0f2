package io.robotocore.signature;

import io.robotocore.model.QueryString;
import io.robotocore.signature.Rejected.Reason;
import io.robotocore.wire.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What a request says of its signature. */
sealed interface Signature permits SignatureV4, QuerySignatureV2, S3SignatureV2 {

  /** How far the clocks of the two sides may be apart. */
  Duration TOLERANCE = Duration.ofMinutes(15);

  /** The access key that the request claims to be signed with. */
  String accessKeyId();

  /** The token that goes with temporary credentials, as the request gives it. */
  Optional<String> sessionToken();

  /**
   * Looks at when the request was signed.
   *
   * @throws Rejected if that is too long ago, or in the future
   */
  void checkTime(SignedRequest signed, Instant now);

  /**
   * Signs the request again and compares.
   *
   * @throws Rejected if the result differs
   */
  void checkSecret(SignedRequest signed, String secret);

  /**
   * The signature of a request; empty if it has none.
   *
   * @throws Rejected if it is there but makes no sense
   */
  static Optional<Signature> of(SignedRequest signed) {
    String authorization = signed.header("Authorization");
    boolean inQuery = isInQuery(signed.request());
    if (authorization.isEmpty()) {
      return inQuery ? Optional.of(inQuery(signed)) : QuerySignatureV2.inForm(signed.request());
    }
    if (signed.likeS3() && inQuery) {
      throw new Rejected(
          Reason.UNSUPPORTED,
          "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature"
              + " query string parameter or the Authorization header should be specified",
          Map.of("ArgumentName", "Authorization", "ArgumentValue", authorization));
    }
    return Optional.of(inHeader(authorization, signed));
  }

  private static boolean isInQuery(HttpRequest request) {
    QueryString query = new QueryString(request.query());
    return query.has("X-Amz-Algorithm") || (query.has("AWSAccessKeyId") && query.has("Signature"));
  }

  private static Signature inQuery(SignedRequest signed) {
    QueryString query = new QueryString(signed.request().query());
    if (query.has("X-Amz-Algorithm")) {
      return SignatureV4.inQuery(signed, query);
    }
    return signed.likeS3()
        ? S3SignatureV2.inQuery(query)
        : QuerySignatureV2.of(Parameters.of(signed.request().query()));
  }

  private static Signature inHeader(String authorization, SignedRequest signed) {
    if (!signed.likeS3() || authorization.startsWith("AWS4-")) {
      return SignatureV4.inHeader(authorization, signed);
    }
    if (authorization.startsWith("AWS ")) {
      return S3SignatureV2.inHeader(authorization, signed);
    }
    throw new Rejected(
        Reason.UNSUPPORTED,
        "Unsupported Authorization Type",
        Map.of("ArgumentName", "Authorization", "ArgumentValue", authorization));
  }
}
