package io.robotocore;

/** What an emulator does about the signatures of requests. */
public enum Signatures {
  /** Nothing: the access key says which account a request is of, and any secret will do. */
  IGNORE,
  /**
   * A request is let in only if it is signed, as AWS wants it, with a secret that the emulator
   * knows: that of an access key which it has issued, or that of {@link Scope#credentials}.
   * Signatures of version 4a are not verified. Services that AWS lets anybody use, as S3, get
   * requests without a signature as those of nobody.
   */
  VERIFY
}
