package io.robotocore.services.modeled;

import io.robotocore.service.Call;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * A certificate that nobody has signed yet.
 *
 * @param serial its number
 * @param subject whose key it is
 * @param key the key
 * @param validity when it is valid
 * @param extensions what it says besides
 */
record X509Draft(
    BigInteger serial,
    X509Name subject,
    PublicKey key,
    Validity validity,
    X509Extensions extensions) {

  private static final int VERSION_3 = 2;

  /**
   * When a certificate is valid.
   *
   * @param start from when on
   * @param end until when
   */
  record Validity(Instant start, Instant end) {}

  /**
   * Who signs certificates.
   *
   * @param name the name
   * @param keys the keys
   * @param algorithm how they sign, in the words of Java
   * @param id what identifies the key
   */
  record Issuer(X509Name name, X509Keys keys, String algorithm, Der id) {

    static Issuer of(X509Certificate certificate, X509Keys keys, String algorithm) {
      return new Issuer(
          X509Name.of(certificate.getSubjectX500Principal()),
          keys,
          algorithm,
          X509Extensions.keyOf(certificate));
    }
  }

  /** The certificate that somebody signs. */
  X509Certificate signed(Issuer issuer, Call call) {
    return signed(issuer, extensions.signedBy(issuer.id), call);
  }

  /** The certificate that its own key signs. */
  X509Certificate signed(X509Keys keys, String algorithm, Call call) {
    return signed(new Issuer(subject, keys, algorithm, Der.NULL), extensions, call);
  }

  private X509Certificate signed(Issuer issuer, X509Extensions told, Call call) {
    Der content =
        Der.sequence(
            List.of(
                Der.explicit(0, Der.integer(VERSION_3)),
                Der.integer(serial),
                X509Keys.identifier(issuer.algorithm),
                issuer.name.der(),
                Der.sequence(Der.time(validity.start), Der.time(validity.end)),
                subject.der(),
                Der.read(key.getEncoded()),
                Der.explicit(3, told.ofKey(key).list())));
    byte[] certificate = issuer.keys.signed(content, issuer.algorithm, call).encoded();
    return X509Certificates.read(certificate).orElseThrow();
  }
}
