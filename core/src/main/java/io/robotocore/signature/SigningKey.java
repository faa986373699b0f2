package io.robotocore.signature;

import io.robotocore.model.SigningScope;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * What version 4 signs with: derived from the secret for one day, region and service.
 *
 * @param bytes the key
 */
record SigningKey(byte[] bytes) {

  private static final String HMAC = "HmacSHA256";

  static SigningKey of(String secret, SigningScope scope) {
    byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
    key = Digests.hmac(HMAC, key, scope.date());
    key = Digests.hmac(HMAC, key, scope.region());
    key = Digests.hmac(HMAC, key, scope.service());
    return new SigningKey(Digests.hmac(HMAC, key, "aws4_request"));
  }

  /** The signature of a text, in hexadecimal digits. */
  String sign(String text) {
    return HexFormat.of().formatHex(Digests.hmac(HMAC, bytes, text));
  }
}
