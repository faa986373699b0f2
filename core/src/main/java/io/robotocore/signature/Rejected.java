package io.robotocore.signature;

import java.util.Map;

/** A request that is not let in, because of its signature or for lack of one. */
public final class Rejected extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final String message;
  private final transient Map<String, String> details;

  /**
   * A request that is not let in.
   *
   * @param reason why
   * @param message why, in the words that most AWS services have for it
   * @param details what S3 tells beside it, by the names that S3 has for it
   */
  public Rejected(Reason reason, String message, Map<String, String> details) {
    super(message, null, false, false);
    this.reason = reason;
    this.message = message;
    this.details = details;
  }

  Rejected(Reason reason, String message) {
    this(reason, message, Map.of());
  }

  /** Why the request is not let in. */
  public Reason reason() {
    return reason;
  }

  /** Why, in the words that most AWS services have for it. */
  public String message() {
    return message;
  }

  /** What S3 tells beside it, by the names that S3 has for it. */
  public Map<String, String> details() {
    return details;
  }

  /** Why a request is not let in. */
  public enum Reason {
    /** It has no signature. */
    MISSING,
    /** It has two signatures, or one of a kind that is not AWS's. */
    UNSUPPORTED,
    /** Its {@code Authorization} header lacks something. */
    INCOMPLETE,
    /** Its query string lacks something of a signature. */
    INCOMPLETE_QUERY,
    /** Nobody has its access key. */
    UNKNOWN_KEY,
    /** Its session token is not the one that belongs to its access key. */
    INVALID_TOKEN,
    /** Its credentials were temporary, and their time is over. */
    EXPIRED_TOKEN,
    /** Its signature is not the one that its secret gives. */
    MISMATCH,
    /** It carries AWS headers that the signature does not cover. */
    UNSIGNED_HEADERS,
    /** Its body does not have the hash that it claims. */
    OTHER_BODY,
    /** It does not say what hash its body has. */
    NO_BODY_HASH,
    /** Its body is not divided into chunks as it claims. */
    BROKEN_BODY,
    /** It does not say when it was signed. */
    UNDATED,
    /** It was signed too long ago, or in the future. */
    SKEWED,
    /** It was signed with version 2 too long ago. */
    EXPIRED,
    /** It is a presigned URL whose time is over. */
    URL_EXPIRED,
    /** It is a presigned URL whose time has not come. */
    URL_NOT_YET_VALID
  }
}
