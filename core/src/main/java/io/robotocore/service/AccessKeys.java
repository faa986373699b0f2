package io.robotocore.service;

import io.robotocore.state.Place;
import io.robotocore.state.State;
import io.robotocore.state.Stores;
import io.robotocore.state.Table;
import java.time.Instant;
import java.util.Optional;

/** The access keys that the emulator has issued, in all accounts. */
public final class AccessKeys {

  private static final Place PLACE = new Place("access-keys", "", "");
  private static final String KEY_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final String SECRET_ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private final Stores stores;
  private final Randomness random;

  /** The keys kept in the given stores. */
  public AccessKeys(Stores stores, Randomness random) {
    this.stores = stores;
    this.random = random;
  }

  /**
   * The secret of an account's root user, whose access key is the account's twelve digits.
   *
   * @param account the account's twelve digits
   */
  public static String secretOf(String account) {
    return "secret-of-" + account;
  }

  /** Issues temporary credentials ({@code ASIA…}) with a session token. */
  public IssuedKey issueTemporary(Principal principal, Instant expires) {
    return kept(
        new IssuedKey(
            "ASIA" + random.text(16, KEY_ALPHABET),
            random.text(40, SECRET_ALPHABET),
            Optional.of("IQoJb3JpZ2luX2Vj" + random.text(340, SECRET_ALPHABET)),
            principal,
            Optional.of(expires)));
  }

  /** Issues a long-term access key ({@code AKIA…}). */
  public IssuedKey issuePermanent(Principal principal) {
    return kept(
        new IssuedKey(
            "AKIA" + random.text(16, KEY_ALPHABET),
            random.text(40, SECRET_ALPHABET),
            Optional.empty(),
            principal,
            Optional.empty()));
  }

  /** The key with this id, expired ones included. */
  public Optional<IssuedKey> find(String accessKeyId) {
    return keys().get(accessKeyId);
  }

  /** Makes a key invalid at once. */
  public void revoke(String accessKeyId) {
    keys().remove(accessKeyId);
  }

  private IssuedKey kept(IssuedKey key) {
    keys().put(key.accessKeyId(), key);
    return key;
  }

  private Table<String, IssuedKey> keys() {
    return stores.at(PLACE, Keys::new).byId;
  }

  private static final class Keys extends State {
    private final Table<String, IssuedKey> byId = table();
  }
}
