package io.robotocore.signature;

import io.robotocore.model.QueryString;
import io.robotocore.signature.Rejected.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of a signature of version 4, as a request has them in its header or query string.
 *
 * @param algorithm how it was made
 * @param signedHeaders the headers that it covers, between semicolons
 * @param signature the signature itself
 * @param time when it was made
 */
record AuthorizationV4(String algorithm, String signedHeaders, String signature, Instant time) {

  private static final String S3_MISSING =
      "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential,"
          + " X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.";

  private static final List<String> IN_HEADER = List.of("Credential", "Signature", "SignedHeaders");
  private static final List<String> IN_QUERY =
      List.of("X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Signature", "X-Amz-SignedHeaders");

  /** Reads {@code AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…}. */
  static AuthorizationV4 of(String authorization, SignedRequest signed) {
    List<String> words = List.of(authorization.trim().split("[,\\s]+", -1));
    Map<String, String> parts = new HashMap<>();
    for (String word : words.subList(1, words.size())) {
      int equals = word.indexOf('=');
      if (equals < 0) {
        throw new Rejected(
            Reason.INCOMPLETE,
            "'%s' not a valid key=value pair (missing equal-sign) in Authorization header: '%s'."
                .formatted(word, authorization));
      }
      parts.put(word.substring(0, equals), word.substring(equals + 1));
    }
    String date = date(signed);
    List<String> missing = new ArrayList<>();
    for (String name : IN_HEADER) {
      if (parts.getOrDefault(name, "").isEmpty()) {
        missing.add("Authorization header requires '%s' parameter.".formatted(name));
      }
    }
    if (date.isEmpty()) {
      missing.add(
          "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
    }
    if (!missing.isEmpty()) {
      throw new Rejected(
          Reason.INCOMPLETE, String.join(" ", missing) + " Authorization=" + authorization);
    }
    return new AuthorizationV4(
        words.get(0),
        parts.getOrDefault("SignedHeaders", ""),
        parts.getOrDefault("Signature", ""),
        time(date, Reason.INCOMPLETE));
  }

  private static String date(SignedRequest signed) {
    return signed.request().headers().firstOr("X-Amz-Date", signed.header("Date"));
  }

  /** Reads the fields of a presigned URL. */
  static AuthorizationV4 of(QueryString query, SignedRequest signed) {
    List<String> missing = new ArrayList<>();
    for (String name : IN_QUERY) {
      if (query.first(name).orElse("").isEmpty()) {
        missing.add("AWS query-string parameters must include '%s'.".formatted(name));
      }
    }
    String date = query.first("X-Amz-Date").orElseGet(() -> date(signed));
    if (date.isEmpty()) {
      missing.add("AWS query-string parameters must include 'X-Amz-Date'.");
    }
    if (!missing.isEmpty()) {
      throw new Rejected(
          Reason.INCOMPLETE_QUERY, signed.likeS3() ? S3_MISSING : String.join(" ", missing));
    }
    return new AuthorizationV4(
        query.first("X-Amz-Algorithm").orElse(""),
        query.first("X-Amz-SignedHeaders").orElse(""),
        query.first("X-Amz-Signature").orElse(""),
        time(date, Reason.INCOMPLETE_QUERY));
  }

  private static Instant time(String date, Reason otherwise) {
    return Times.parseHeader(date)
        .orElseThrow(
            () ->
                new Rejected(
                    otherwise,
                    "Date must be in ISO-8601 'basic format'. Got '%s'. See"
                        .concat(" http://en.wikipedia.org/wiki/ISO_8601")
                        .formatted(date)));
  }
}
