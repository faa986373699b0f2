package io.robotocore.signature;

import io.robotocore.signature.Rejected.Reason;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides whether a request is signed by who it claims to come from.
 *
 * @param keys finds the access key with an id
 */
public record Verifier(Function<String, Optional<Key>> keys) {

  private static final String INVALID_TOKEN =
      "The security token included in the request is invalid.";

  /**
   * Verifies a request.
   *
   * @throws Rejected if its signature is missing, incomplete, too old or wrong
   */
  public void verify(SignedRequest signed, Instant now) {
    Signature signature =
        Signature.of(signed)
            .orElseThrow(
                () -> new Rejected(Reason.MISSING, "Request is missing Authentication Token"));
    Key key =
        keys.apply(signature.accessKeyId())
            .orElseThrow(
                () ->
                    new Rejected(
                        Reason.UNKNOWN_KEY,
                        INVALID_TOKEN,
                        Map.of("AWSAccessKeyId", signature.accessKeyId())));
    if (!signature.sessionToken().equals(key.sessionToken)) {
      throw new Rejected(
          Reason.INVALID_TOKEN,
          INVALID_TOKEN,
          signature.sessionToken().map(token -> Map.of("Token-0", token)).orElse(Map.of()));
    }
    signature.checkTime(signed, now);
    signature.checkSecret(signed, key.secret);
  }

  /**
   * What requests with an access key are signed with.
   *
   * @param secret the secret access key
   * @param sessionToken the token that they have to carry, if the key is temporary
   */
  public record Key(String secret, Optional<String> sessionToken) {}
}
