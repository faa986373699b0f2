package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Certificates of ACM as texts: those that it issues, and those that it is given.
 *
 * @see <a href="https://docs.aws.amazon.com/acm/latest/userguide/import-certificate.html">Importing
 *     certificates</a>
 */
@AwsEmulator
final class AcmBodiesTest {

  private static final Instant NOW = Instant.parse("2027-03-04T05:06:07Z");

  /** What openssl has made, with the key in the form that is of elliptic curves alone. */
  private static final String SELF_SIGNED =
      """
      -----BEGIN CERTIFICATE-----
      MIIBzzCCAXagAwIBAgIJAKvN7wEjRWeJMAoGCCqGSM49BAMCMC0xEDAOBgNVBAoM
      B0V4YW1wbGUxGTAXBgNVBAMMEHNlbGYuZXhhbXBsZS5jb20wHhcNMjYxMTIzMDEz
      MTU3WhcNNDAwODAxMDEzMTU3WjAtMRAwDgYDVQQKDAdFeGFtcGxlMRkwFwYDVQQD
      DBBzZWxmLmV4YW1wbGUuY29tMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEGQSk
      1n/4ETQfDkLp4twrkpIeSOy6e4L8duigNRFJ2cjSS4vHh5bzJZ5JmAYOkt//q4Hy
      tMbI5aL6UCjwgu/+zaN/MH0wHQYDVR0OBBYEFHsyTi9rger+JNZ1jgEoA+sGweVT
      MB8GA1UdIwQYMBaAFHsyTi9rger+JNZ1jgEoA+sGweVTMA8GA1UdEwEB/wQFMAMB
      Af8wKgYDVR0RBCMwIYIQc2VsZi5leGFtcGxlLmNvbYINKi5leGFtcGxlLmNvbTAK
      BggqhkjOPQQDAgNHADBEAiArpjM/KOaf/C5XIsMVTFrY/cyibxUNG6aRcDVn+8bN
      cAIgLvPCQfPQUGyYaYFSzZok4gSorG8LE1Gr4WtHpdgOX+k=
      -----END CERTIFICATE-----
      """;

  private static final String KEY =
      """
      -----BEGIN EC PRIVATE KEY-----
      MHcCAQEEIPzcuKTYtor9qG69gUfzAyODq43nrkhoNjB9pb75wEjyoAoGCCqGSM49
      AwEHoUQDQgAEGQSk1n/4ETQfDkLp4twrkpIeSOy6e4L8duigNRFJ2cjSS4vHh5bz
      JZ5JmAYOkt//q4HytMbI5aL6UCjwgu/+zQ==
      -----END EC PRIVATE KEY-----
      """;

  private Catalogue acm;
  private Catalogue pca;

  @BeforeEach
  void prepare(Emulator emulator) {
    emulator.clock().freeze();
    emulator.clock().set(NOW);
    acm = new Catalogue(emulator, "acm");
    pca = new Catalogue(emulator, "acm-pca");
  }

  private static Map<String, Object> importing(String certificate, String key, String chain) {
    Map<String, Object> input = new HashMap<>();
    input.put("Certificate", SdkBytes.fromUtf8String(certificate));
    input.put("PrivateKey", SdkBytes.fromUtf8String(key));
    if (!chain.isEmpty()) {
      input.put("CertificateChain", SdkBytes.fromUtf8String(chain));
    }
    return input;
  }

  private Map<String, Object> described(Map<String, Object> named) {
    return acm.structure("DescribeCertificate", named, "Certificate");
  }

  @Test
  void certificate_thatIsImported_tellsOfItself() {
    Map<String, Object> named = acm.ok("ImportCertificate", importing(SELF_SIGNED, KEY, ""));
    Map<String, Object> described = described(named);
    assertThat(described)
        .containsEntry("DomainName", "self.example.com")
        .containsEntry("SubjectAlternativeNames", List.of("self.example.com", "*.example.com"))
        .containsEntry("Serial", "ab:cd:ef:01:23:45:67:89")
        .containsEntry("KeyAlgorithm", "EC_prime256v1")
        .containsEntry("SignatureAlgorithm", "SHA256WITHECDSA")
        .containsEntry("Type", "IMPORTED")
        .containsEntry("Status", "ISSUED")
        .containsEntry("ImportedAt", NOW)
        .doesNotContainKey("IssuedAt");
    X509Certificate certificate = Authority.certificate(SELF_SIGNED);
    assertThat(described)
        .containsEntry("NotBefore", certificate.getNotBefore().toInstant())
        .containsEntry("NotAfter", certificate.getNotAfter().toInstant());
    assertThat(acm.ok("GetCertificate", named)).isEqualTo(Map.of("Certificate", SELF_SIGNED));
    Map<String, Object> export = new HashMap<>(named);
    export.put("Passphrase", SdkBytes.fromUtf8String("secret"));
    assertThat(acm.call("ExportCertificate", export).text())
        .contains("ValidationException", "is not a private certificate");
  }

  @Test
  void certificate_thatIsImportedAgain_keepsItsArn() {
    Map<String, Object> named = acm.ok("ImportCertificate", importing(SELF_SIGNED, KEY, ""));
    Map<String, Object> again = importing(SELF_SIGNED, KEY, "");
    again.putAll(named);
    assertThat(acm.ok("ImportCertificate", again)).isEqualTo(named);
    again.put("CertificateArn", named.get("CertificateArn") + "0");
    assertThat(acm.error("ImportCertificate", again)).isEqualTo("ResourceNotFoundException");
  }

  @Test
  void certificate_thatIsImported_expires(Emulator emulator) {
    Map<String, Object> named = acm.ok("ImportCertificate", importing(SELF_SIGNED, KEY, ""));
    emulator.clock().set(Instant.parse("2099-01-01T00:00:00Z"));
    assertThat(described(named)).containsEntry("Status", "EXPIRED");
    acm.ok("DeleteCertificate", named);
    assertThat(acm.error("GetCertificate", named)).isEqualTo("ResourceNotFoundException");
  }

  @Test
  void certificate_thatIsNone_isNotImported(Emulator emulator) {
    Map<String, Object> device =
        new Catalogue(emulator, "iot").ok("CreateKeysAndCertificate", Map.of());
    String body = String.valueOf(device.get("certificatePem"));
    String key = String.valueOf(Catalogue.structure(device.get("keyPair")).get("PrivateKey"));
    refused(importing("no certificate", KEY, ""), "The certificate is not PEM-encoded");
    refused(importing(SELF_SIGNED + SELF_SIGNED, KEY, ""), "more than one certificate");
    refused(importing(SELF_SIGNED, "no key", ""), "The private key is not PEM-encoded");
    refused(importing(SELF_SIGNED, key, ""), "The private key does not match");
    refused(importing(body, key, ""), "not a valid self signed");
    refused(importing(body, key, SELF_SIGNED), "Could not validate the certificate with the");
    refused(importing(body, key, "no chain"), "The certificate chain is not PEM-encoded");
    emulator.clock().set(Instant.parse("2026-01-01T00:00:00Z"));
    refused(importing(SELF_SIGNED, KEY, ""), "is not in effect yet");
    emulator.clock().set(Instant.parse("2099-01-01T00:00:00Z"));
    refused(importing(SELF_SIGNED, KEY, ""), "has expired");
  }

  private void refused(Map<String, Object> certificate, String why) {
    assertThat(acm.call("ImportCertificate", certificate).text())
        .contains("ValidationException", why);
  }

  @Test
  void certificate_ofAPrivateAuthority_isSignedByItAndExported() throws GeneralSecurityException {
    Authority root = Authority.root(pca);
    Map<String, Object> named =
        acm.ok(
            "RequestCertificate",
            Map.of(
                "DomainName", "inner.example.com",
                "SubjectAlternativeNames", List.of("other.example.com"),
                "CertificateAuthorityArn", root.arn()));
    assertThat(described(named)).containsEntry("Status", "ISSUED").containsEntry("Type", "PRIVATE");
    Map<String, Object> export = new HashMap<>(named);
    export.put("Passphrase", SdkBytes.fromUtf8String("secret"));
    Map<String, Object> exported = acm.ok("ExportCertificate", export);
    X509Certificate certificate = Authority.certificate(exported.get("Certificate"));
    X509Certificate above = Authority.certificate(exported.get("CertificateChain"));
    certificate.verify(above.getPublicKey());
    assertThat(Map.of("Certificate", exported.get("Certificate")))
        .containsEntry("Certificate", acm.ok("GetCertificate", named).get("Certificate"));
    assertThat(above)
        .isEqualTo(
            Authority.certificate(
                pca.ok("GetCertificateAuthorityCertificate", root.named()).get("Certificate")));
    assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=inner.example.com");
    assertThat(certificate.getSubjectAlternativeNames())
        .containsExactly(List.of(2, "inner.example.com"), List.of(2, "other.example.com"));
    assertThat(described(named))
        .containsEntry("NotAfter", certificate.getNotAfter().toInstant())
        .containsEntry("NotBefore", certificate.getNotBefore().toInstant());
    PrivateKey key = decrypted(String.valueOf(exported.get("PrivateKey")), "secret");
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key);
    signature.update(new byte[] {1, 2, 3});
    byte[] signed = signature.sign();
    signature.initVerify(certificate.getPublicKey());
    signature.update(new byte[] {1, 2, 3});
    assertThat(signature.verify(signed)).isTrue();
  }

  /** The key that Java itself finds with a passphrase. */
  private static PrivateKey decrypted(String text, String passphrase)
      throws GeneralSecurityException {
    assertThat(text).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n");
    byte[] bytes = Base64.getDecoder().decode(text.replaceAll("-----[A-Z ]+-----|\n", ""));
    try {
      EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(bytes);
      String algorithm = info.getAlgParameters().toString();
      Cipher cipher = Cipher.getInstance(algorithm);
      cipher.init(
          Cipher.DECRYPT_MODE,
          SecretKeyFactory.getInstance(algorithm)
              .generateSecret(new PBEKeySpec(passphrase.toCharArray())),
          info.getAlgParameters());
      return KeyFactory.getInstance("RSA").generatePrivate(info.getKeySpec(cipher));
    } catch (java.io.IOException e) {
      throw new AssertionError("no encrypted key", e);
    }
  }

  @Test
  void certificate_ofAnAuthorityThatCannotSign_fails() {
    Authority pending = Authority.create(pca, "ROOT", "Root");
    Map<Object, String> reasons =
        Map.of(pending.arn(), "PCA_INVALID_STATE", pending.arn() + "0", "PCA_RESOURCE_NOT_FOUND");
    reasons.forEach(
        (authority, reason) -> {
          Map<String, Object> named =
              acm.ok(
                  "RequestCertificate",
                  Map.of("DomainName", "a.org", "CertificateAuthorityArn", authority));
          assertThat(described(named))
              .containsEntry("Status", "FAILED")
              .containsEntry("FailureReason", reason);
          assertThat(acm.error("GetCertificate", named)).isEqualTo("RequestInProgressException");
        });
  }

  @Test
  void certificate_thatWaitsForItsValidation_hasNoBody() {
    Map<String, Object> named =
        acm.ok("RequestCertificate", Map.of("DomainName", "a.org", "ValidationMethod", "DNS"));
    assertThat(acm.error("GetCertificate", named)).isEqualTo("RequestInProgressException");
    assertThat(
            acm.error(
                "GetCertificate", Map.of("CertificateArn", named.get("CertificateArn") + "0")))
        .isEqualTo("ResourceNotFoundException");
  }

  @Test
  void certificate_thatIsProvedAndOpen_isSignedForThisAccount(Emulator emulator)
      throws GeneralSecurityException {
    Map<String, Object> named =
        acm.ok(
            "RequestCertificate",
            Map.of(
                "DomainName", "example.com",
                "ValidationMethod", "DNS",
                "KeyAlgorithm", "EC_secp384r1",
                "Options", Map.of("Export", "ENABLED")));
    prove(emulator, described(named));
    Map<String, Object> got = acm.ok("GetCertificate", named);
    X509Certificate certificate = Authority.certificate(got.get("Certificate"));
    X509Certificate above = Authority.certificate(got.get("CertificateChain"));
    certificate.verify(above.getPublicKey());
    above.verify(above.getPublicKey());
    certificate.checkValidity(java.util.Date.from(NOW.plus(Duration.ofDays(300))));
    assertThat(String.valueOf(described(named).get("Serial")).replace(":", ""))
        .isEqualTo("%032x".formatted(certificate.getSerialNumber()));
    assertThat(certificate.getPublicKey().getAlgorithm()).isEqualTo("EC");
    Map<String, Object> export = new HashMap<>(named);
    export.put("Passphrase", SdkBytes.fromUtf8String("secret"));
    assertThat(acm.ok("ExportCertificate", export))
        .containsAllEntriesOf(got)
        .containsKey("PrivateKey");
  }

  private static void prove(Emulator emulator, Map<String, Object> certificate) {
    Catalogue route53 = new Catalogue(emulator, "route53");
    String zone =
        String.valueOf(
                route53
                    .structure(
                        "CreateHostedZone",
                        Map.of("Name", "example.com", "CallerReference", "one"),
                        "HostedZone")
                    .get("Id"))
            .replace("/hostedzone/", "");
    Object domain = ((List<?>) certificate.get("DomainValidationOptions")).get(0);
    Map<String, Object> proof =
        Catalogue.structure(Catalogue.structure(domain).get("ResourceRecord"));
    Map<String, Object> set = new HashMap<>(Map.of("Type", "CNAME", "TTL", 60L));
    set.put("Name", proof.get("Name"));
    set.put("ResourceRecords", List.of(Map.of("Value", proof.get("Value"))));
    Map<String, Object> change = Map.of("Action", "UPSERT", "ResourceRecordSet", set);
    route53.ok(
        "ChangeResourceRecordSets",
        Map.of("HostedZoneId", zone, "ChangeBatch", Map.of("Changes", List.of(change))));
  }
}
