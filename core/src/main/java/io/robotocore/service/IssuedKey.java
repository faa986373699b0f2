package io.robotocore.service;

import java.time.Instant;
import java.util.Optional;

/**
 * An access key that the emulator has issued.
 *
 * @param accessKeyId the id that requests carry in their signature
 * @param secretAccessKey the secret to sign with
 * @param sessionToken the token that goes with temporary credentials
 * @param principal whom a request with this key comes from
 * @param expires when it stops to be valid; never if empty
 */
public record IssuedKey(
    String accessKeyId,
    String secretAccessKey,
    Optional<String> sessionToken,
    Principal principal,
    Optional<Instant> expires) {

  /** Whether the key is no longer valid. */
  public boolean expired(Instant now) {
    return expires.filter(at -> !now.isBefore(at)).isPresent();
  }
}
