package io.robotocore.gateway;

import io.robotocore.model.SigningScope;
import io.robotocore.protocol.WireException;
import io.robotocore.service.AccessKeys;
import io.robotocore.service.IssuedKey;
import io.robotocore.service.Principal;
import java.time.Clock;
import java.util.Optional;

/**
 * Whom a request comes from: a key of twelve digits is the root user of that account, a key that
 * the emulator issued belongs to whom it was issued to, and any other is the root user of the
 * default account.
 *
 * @param defaultAccount the default account's twelve digits
 * @param keys the keys that the emulator has issued
 * @param clock the emulator's clock
 */
record Identity(String defaultAccount, AccessKeys keys, Clock clock) {

  /**
   * The principal of a request with this signature.
   *
   * @throws WireException if the credentials have expired
   */
  Principal of(Optional<SigningScope> scope, String partition) {
    String keyId = scope.map(SigningScope::accessKeyId).orElse("");
    if (isAccount(keyId)) {
      return Principal.root(partition, keyId);
    }
    Optional<IssuedKey> issued = keys.find(keyId);
    if (issued.filter(key -> key.expired(clock.instant())).isPresent()) {
      throw new WireException(
          "ExpiredToken", "The security token included in the request is expired");
    }
    return issued
        .map(IssuedKey::principal)
        .orElseGet(() -> Principal.root(partition, defaultAccount));
  }

  private static boolean isAccount(String keyId) {
    return keyId.length() == 12 && keyId.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
