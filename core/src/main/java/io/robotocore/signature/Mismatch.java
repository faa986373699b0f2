package io.robotocore.signature;

import io.robotocore.signature.Rejected.Reason;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says of a signature that is wrong what it should have been made of. */
final class Mismatch {

  private static final String MESSAGE =
      "The request signature we calculated does not match the signature you provided. Check your"
          + " AWS Secret Access Key and signing method. Consult the service documentation for"
          + " details.";

  private static final HexFormat BYTES = HexFormat.ofDelimiter(" ");

  private Mismatch() {}

  /** A signature of version 4 that is wrong. */
  static Rejected of(Proof proof, CanonicalRequest canonical) {
    Map<String, String> details = details(proof);
    details.put("CanonicalRequest", canonical.text());
    details.put("CanonicalRequestBytes", bytes(canonical.text()));
    return new Rejected(
        Reason.MISMATCH,
        "%s\n\nThe Canonical String for this request should have been\n'%s'\n\nThe String-to-Sign should have been\n'%s'\n"
            .formatted(MESSAGE, canonical.text(), proof.toSign),
        details);
  }

  /** A signature of version 2, or of a chunk, that is wrong. */
  static Rejected of(Proof proof) {
    return new Rejected(
        Reason.MISMATCH,
        "%s\n\nThe String-to-Sign should have been\n'%s'\n".formatted(MESSAGE, proof.toSign),
        details(proof));
  }

  private static Map<String, String> details(Proof proof) {
    Map<String, String> details = new LinkedHashMap<>();
    if (!proof.accessKeyId.isEmpty()) {
      details.put("AWSAccessKeyId", proof.accessKeyId);
    }
    details.put("StringToSign", proof.toSign);
    details.put("SignatureProvided", proof.provided);
    details.put("StringToSignBytes", bytes(proof.toSign));
    return details;
  }

  private static String bytes(String text) {
    return BYTES.formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What a signature was compared with.
   *
   * @param accessKeyId whose it claims to be; empty where nobody says
   * @param provided the signature in the request
   * @param toSign the text that should have been signed
   */
  record Proof(String accessKeyId, String provided, String toSign) {}
}
