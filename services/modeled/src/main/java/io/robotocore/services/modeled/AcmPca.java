package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;

/**
 * AWS Private Certificate Authority: authorities with keys of their own, and the certificates that
 * those sign.
 *
 * @see <a href="https://docs.aws.amazon.com/privateca/latest/userguide/creating-managing.html">the
 *     life of a private CA</a>
 */
final class AcmPca implements Behaviour {

  @Override
  public Map<String, Answer> operations() {
    return Map.of(
        "GetCertificateAuthorityCsr", scene -> PcaAuthority.of(scene).request(),
        "GetCertificateAuthorityCertificate", scene -> PcaAuthority.of(scene).certificate(),
        "ImportCertificateAuthorityCertificate",
            scene -> new PcaImport(PcaAuthority.of(scene)).answer(),
        "UpdateCertificateAuthority", scene -> PcaAuthority.of(scene).update(),
        "DeleteCertificateAuthority", scene -> PcaAuthority.of(scene).delete(),
        "RestoreCertificateAuthority", scene -> PcaAuthority.of(scene).restore(),
        "IssueCertificate", scene -> new PcaIssue(PcaAuthority.of(scene)).answer(),
        "GetCertificate", scene -> new PcaCertificates(PcaAuthority.of(scene)).get(),
        "RevokeCertificate", scene -> new PcaCertificates(PcaAuthority.of(scene)).revoke());
  }

  /** Looks what has become of authorities by now. */
  @Override
  public void check(Scene scene) {
    Instant now = scene.call().now();
    for (Entity entity : scene.state().all(PcaAuthority.NOUN).toList()) {
      PcaAuthority authority = new PcaAuthority(scene, entity);
      if (authority.is("DELETED") && authority.isPast(PcaAuthority.RESTORABLE, now)) {
        Modeled.remove(scene, entity);
        X509Store.of(scene).forget(entity.key().id());
      } else if (authority.is("ACTIVE") && authority.isPast("notafter", now)) {
        authority.change(Map.of(PcaAuthority.STATUS, "EXPIRED"));
      }
    }
  }

  static String text(Scene scene, String member) {
    Object value = scene.input().get(member);
    return value instanceof SdkBytes bytes
        ? bytes.asUtf8String()
        : value instanceof String text ? text : "";
  }

  static DocumentError error(String code, String message) {
    return new DocumentError(code, message, Map.of("message", message));
  }

  /** Certificates as the answers of this service have them: without the end of the last line. */
  static String text(List<java.security.cert.X509Certificate> certificates) {
    return X509Certificates.texts(certificates).stripTrailing();
  }
}
