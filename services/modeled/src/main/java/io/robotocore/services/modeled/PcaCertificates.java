package io.robotocore.services.modeled;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The certificates that an authority has issued.
 *
 * @param authority the authority
 */
record PcaCertificates(PcaAuthority authority) {

  private static final String NOUN = "issuedcertificate";
  private static final String REVOKED = "revokedfor";
  private static final Duration REPEATABLE = Duration.ofMinutes(5);

  /** What was answered to the same request a short time ago. */
  Optional<Map<String, Object>> repeated() {
    Scene scene = authority.scene();
    Instant early = scene.call().now().minus(REPEATABLE);
    return Optional.of(AcmPca.text(scene, "IdempotencyToken"))
        .filter(token -> !token.isEmpty())
        .flatMap(token -> scene.state().made(NOUN, token))
        .filter(entity -> entity.key().scope().equals(authority.arn()))
        .filter(entity -> entity.life().created().isAfter(early))
        .map(entity -> Map.of("CertificateArn", arn(entity.key().id())));
  }

  private String arn(String serial) {
    return authority.arn() + "/certificate/" + serial;
  }

  /** Keeps a new certificate, and tells of it. */
  Map<String, Object> keep(List<X509Certificate> certificates) {
    Scene scene = authority.scene();
    Instant now = scene.call().now();
    String serial = certificates.get(0).getSerialNumber().toString(16);
    String token = AcmPca.text(scene, "IdempotencyToken");
    scene
        .state()
        .put(
            new Entity(key(serial), Map.of(), Map.of(), new Entity.Life(now, now, "Issue", token)));
    X509Store.of(scene).keep(arn(serial), certificates);
    return Map.of("CertificateArn", arn(serial));
  }

  private EntityKey key(String serial) {
    return new EntityKey(NOUN, authority.arn(), serial);
  }

  Map<String, Object> get() {
    if (authority.is("DELETED")) {
      throw authority.unable("have issued certificates");
    }
    String arn = AcmPca.text(authority.scene(), "CertificateArn");
    List<X509Certificate> all = X509Store.of(authority.scene()).certificates(arn);
    if (all.isEmpty() || !arn.startsWith(authority.arn() + "/")) {
      throw AcmPca.error("ResourceNotFoundException", "Could not find certificate " + arn + ".");
    }
    return PcaAuthority.shown(all);
  }

  /**
   * Revokes a certificate, once.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/privateca/latest/APIReference/API_RevokeCertificate.html">RevokeCertificate</a>
   */
  Map<String, Object> revoke() {
    Scene scene = authority.scene();
    if (!authority.isActive() && !authority.is("DISABLED")) {
      throw authority.unable("revoke certificates");
    }
    String told = AcmPca.text(scene, "CertificateSerial");
    BigInteger serial =
        X509Certificates.serial(told)
            .orElseThrow(
                () -> AcmPca.error("InvalidRequestException", told + " is no serial number"));
    Entity certificate =
        scene
            .state()
            .get(key(serial.toString(16)))
            .orElseThrow(
                () ->
                    AcmPca.error(
                        "ResourceNotFoundException",
                        "Could not find certificate with serial number " + told + "."));
    if (certificate.attribute(REVOKED).isPresent()) {
      throw AcmPca.error("RequestAlreadyProcessedException", "The certificate was revoked before");
    }
    boolean own =
        authority.certificates().stream()
            .limit(1)
            .anyMatch(one -> one.getSerialNumber().equals(serial));
    if (own) {
      throw AcmPca.error(
          "InvalidRequestException", "A root certificate authority cannot revoke itself");
    }
    Object reason = scene.input().getOrDefault("RevocationReason", "UNSPECIFIED");
    scene.state().put(certificate.knowing(Map.of(REVOKED, reason)));
    return Map.of();
  }
}
