package io.robotocore.services.modeled;

import io.robotocore.service.Call;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;

/**
 * The keys and certificates of those who have a name: keys are made when they are first needed.
 *
 * @param call who makes them
 * @param state where they are kept
 */
record X509Store(Call call, ModeledState state) {

  private static final String NOUN = "x509";
  private static final String SECRET = "secret";
  private static final String OPEN = "open";
  private static final String CERTIFICATES = "certificates";

  static X509Store of(Scene scene) {
    return new X509Store(scene.call(), scene.state());
  }

  /** The keys of somebody, if there are such. */
  Optional<X509Keys> keys(String owner) {
    return kept(owner)
        .filter(entity -> entity.attribute(SECRET).isPresent())
        .map(entity -> X509Keys.of(bytes(entity, SECRET), bytes(entity, OPEN)));
  }

  /** The keys of somebody, of this algorithm if they are made now. */
  X509Keys keys(String owner, String algorithm) {
    return keys(owner)
        .orElseGet(
            () -> {
              X509Keys made = X509Keys.make(algorithm, call);
              keep(owner, made);
              return made;
            });
  }

  void keep(String owner, X509Keys keys) {
    keep(
        owner,
        Map.of(
            SECRET,
            SdkBytes.fromByteArray(keys.secret().getEncoded()),
            OPEN,
            SdkBytes.fromByteArray(keys.open().getEncoded())));
  }

  /** The certificate of somebody, and those that lead from it to a root; empty if there is none. */
  List<X509Certificate> certificates(String owner) {
    return kept(owner)
        .filter(entity -> entity.attribute(CERTIFICATES).isPresent())
        .map(entity -> new String(bytes(entity, CERTIFICATES), StandardCharsets.UTF_8))
        .map(X509Certificates::all)
        .orElse(List.of());
  }

  void keep(String owner, List<X509Certificate> certificates) {
    keep(
        owner, Map.of(CERTIFICATES, SdkBytes.fromUtf8String(X509Certificates.texts(certificates))));
  }

  /** Forgets everything of somebody. */
  void forget(String owner) {
    kept(owner).ifPresent(state::remove);
  }

  private Optional<Entity> kept(String owner) {
    return state.get(key(owner));
  }

  private static EntityKey key(String owner) {
    return new EntityKey(NOUN, "", owner);
  }

  private static byte[] bytes(Entity entity, String attribute) {
    return ((SdkBytes) entity.attribute(attribute).orElseThrow()).asByteArrayUnsafe();
  }

  private void keep(String owner, Map<String, Object> more) {
    Map<String, Object> known = new LinkedHashMap<>();
    kept(owner).ifPresent(entity -> known.putAll(entity.attributes()));
    known.putAll(more);
    state.put(Entity.of(key(owner), known, call.now()));
  }
}
