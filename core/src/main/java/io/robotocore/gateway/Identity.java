package io.robotocore.gateway;

import io.robotocore.model.SigningScope;
import io.robotocore.service.AccessKeys;
import io.robotocore.service.IssuedKey;
import io.robotocore.service.Principal;
import io.robotocore.signature.Rejected;
import io.robotocore.signature.Rejected.Reason;
import io.robotocore.signature.Verifier;
import java.time.Clock;
import java.util.Map;
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

  /** The principal of a request with this signature. */
  Principal of(Optional<SigningScope> scope, String partition) {
    String keyId = keyId(scope);
    return isAccount(keyId)
        ? Principal.root(partition, keyId)
        : keys.find(keyId)
            .map(IssuedKey::principal)
            .orElseGet(() -> Principal.root(partition, defaultAccount));
  }

  private static String keyId(Optional<SigningScope> scope) {
    return scope.map(SigningScope::accessKeyId).orElse("");
  }

  /**
   * Looks at the time of the credentials.
   *
   * @throws Rejected if it is over
   */
  void checkExpiry(Optional<SigningScope> scope) {
    Optional<IssuedKey> issued = keys.find(keyId(scope));
    if (issued.filter(key -> key.expired(clock.instant())).isPresent()) {
      throw new Rejected(
          Reason.EXPIRED_TOKEN,
          "The security token included in the request is expired",
          issued.flatMap(IssuedKey::sessionToken).map(t -> Map.of("Token-0", t)).orElse(Map.of()));
    }
  }

  /** What requests with an access key are signed with; empty when nobody has the key. */
  Optional<Verifier.Key> key(String keyId) {
    return isAccount(keyId)
        ? Optional.of(new Verifier.Key(AccessKeys.secretOf(keyId), Optional.empty()))
        : keys.find(keyId).map(key -> new Verifier.Key(key.secretAccessKey(), key.sessionToken()));
  }

  private static boolean isAccount(String keyId) {
    return keyId.length() == 12 && keyId.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
