package io.robotocore.services.modeled;

import io.robotocore.service.Call;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request for a certificate.
 *
 * @param subject who asks
 * @param key for which key
 * @param extensions what the certificate should say besides
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2986">RFC 2986</a>
 */
record X509Request(X509Name subject, PublicKey key, X509Extensions extensions) {

  private static final Der ASKED_EXTENSIONS = Der.oid("1.2.840.113549.1.9.14");
  private static final Map<Der, String> ALGORITHMS =
      Map.of(
          Der.oid("1.2.840.113549.1.1.5"), "SHA1withRSA",
          Der.oid("1.2.840.113549.1.1.11"), "SHA256withRSA",
          Der.oid("1.2.840.113549.1.1.12"), "SHA384withRSA",
          Der.oid("1.2.840.113549.1.1.13"), "SHA512withRSA",
          Der.oid("1.2.840.10045.4.3.2"), "SHA256withECDSA",
          Der.oid("1.2.840.10045.4.3.3"), "SHA384withECDSA",
          Der.oid("1.2.840.10045.4.3.4"), "SHA512withECDSA");

  /** The request in a PEM text, if there is one that its own key has signed. */
  static Optional<X509Request> read(String text) {
    try {
      return Pem.all(text).stream()
          .filter(block -> block.label().endsWith(Pem.REQUEST))
          .findFirst()
          .flatMap(block -> read(Der.read(block.bytes())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<X509Request> read(Der request) {
    Der content = request.part(0);
    return X509Keys.open(content.part(2).encoded())
        .filter(key -> isSigned(request, key))
        .map(key -> new X509Request(new X509Name(content.part(1)), key, asked(content)));
  }

  private static boolean isSigned(Der request, PublicKey key) {
    try {
      Signature signature =
          Signature.getInstance(ALGORITHMS.getOrDefault(request.part(1).part(0), "none"));
      signature.initVerify(key);
      signature.update(request.part(0).encoded());
      return signature.verify(request.part(2).bytes());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static X509Extensions asked(Der content) {
    return content.parts().stream()
        .filter(part -> part.isContext(0))
        .flatMap(attributes -> attributes.parts().stream())
        .filter(attribute -> attribute.part(0).equals(ASKED_EXTENSIONS))
        .map(attribute -> X509Extensions.of(attribute.part(1).part(0)))
        .findFirst()
        .orElse(X509Extensions.NONE);
  }

  /** The request as a PEM text, signed with its own key. */
  String signed(X509Keys keys, String algorithm, Call call) {
    Der asked =
        extensions.byOid().isEmpty()
            ? Der.sequence()
            : Der.sequence(Der.sequence(ASKED_EXTENSIONS, Der.set(extensions.list())));
    Der content =
        Der.sequence(
            List.of(
                Der.integer(0), subject.der(), Der.read(key.getEncoded()), Der.implicit(0, asked)));
    return Pem.of(Pem.REQUEST, keys.signed(content, algorithm, call).encoded()).text();
  }
}
