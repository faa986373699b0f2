package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Private certificate authorities and what they sign.
 *
 * @see <a href="https://docs.aws.amazon.com/privateca/latest/userguide/PcaWelcome.html">AWS Private
 *     CA</a>
 */
@AwsEmulator
final class AcmPcaTest {

  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
  private static final String SERVER = "1.3.6.1.5.5.7.3.1";
  private static final String CLIENT = "1.3.6.1.5.5.7.3.2";

  private Catalogue pca;

  @BeforeEach
  void prepare(Emulator emulator) {
    emulator.clock().freeze();
    emulator.clock().set(NOW);
    pca = new Catalogue(emulator, "acm-pca");
  }

  private static X509Certificate certificate(Map<String, Object> issued) {
    return Authority.certificate(issued.get("Certificate"));
  }

  /** Fails if Java does not trust a certificate because it trusts the root. */
  private static void validate(List<X509Certificate> path, X509Certificate root)
      throws GeneralSecurityException {
    PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(NOW));
    CertPathValidator.getInstance("PKIX")
        .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
  }

  @Test
  void root_thatSignsItself_becomesActive() throws GeneralSecurityException {
    Authority root = Authority.create(pca, "ROOT", "Root");
    assertThat(root.described()).containsEntry("Status", "PENDING_CERTIFICATE");
    assertThat(pca.error("GetCertificateAuthorityCertificate", root.named()))
        .isEqualTo("InvalidStateException");
    Map<String, Object> issued =
        root.issued(root.request("RootCACertificate/V1", root.csr(), 3650));
    assertThat(issued).doesNotContainKey("CertificateChain");
    X509Certificate certificate = certificate(issued);
    certificate.verify(certificate.getPublicKey());
    assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=Root,O=Example,C=US");
    assertThat(certificate.getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
    assertThat(certificate.getKeyUsage()).containsExactly(flags(0, 5, 6));

    root.become(issued, "");
    assertThat(root.described())
        .containsEntry("Status", "ACTIVE")
        .containsEntry("NotBefore", NOW.minus(Duration.ofHours(1)))
        .containsEntry("NotAfter", NOW.plus(Duration.ofDays(3650)))
        .containsEntry("LastStateChangeAt", NOW);
    assertThat(String.valueOf(root.described().get("Serial")).replace(":", ""))
        .isEqualTo(certificate.getSerialNumber().toString(16));
    assertThat(pca.ok("GetCertificateAuthorityCertificate", root.named())).isEqualTo(issued);
  }

  private static boolean[] flags(int... set) {
    boolean[] flags = new boolean[9];
    for (int one : set) {
      flags[one] = true;
    }
    return flags;
  }

  @Test
  void certificate_ofASubordinateAuthority_isTrustedByTheRoot() throws GeneralSecurityException {
    Authority root = Authority.root(pca);
    Authority subordinate = Authority.create(pca, "SUBORDINATE", "Below");
    Map<String, Object> below =
        root.issued(root.request("SubordinateCACertificate_PathLen0/V1", subordinate.csr(), 1000));
    String chain = String.valueOf(below.get("CertificateChain"));
    assertThat(
            pca.error(
                "ImportCertificateAuthorityCertificate",
                subordinate.importing(below.get("Certificate"), "")))
        .isEqualTo("InvalidRequestException");
    subordinate.become(below, chain);
    Map<String, Object> issued =
        subordinate.issued(
            subordinate.request("EndEntityCertificate/V1", CertificateRequest.PEM, 30));

    X509Certificate certificate = certificate(issued);
    List<X509Certificate> above = Authority.certificates(issued.get("CertificateChain"));
    assertThat(above).hasSize(2);
    assertThat(above.get(0).getBasicConstraints()).isZero();
    validate(List.of(certificate, above.get(0)), above.get(1));
    assertThat(certificate.getSubjectX500Principal().getName())
        .isEqualTo("CN=www.example.com,O=Example Corp,C=US");
    assertThat(certificate.getIssuerX500Principal().getName()).isEqualTo("CN=Below,O=Example,C=US");
    assertThat(certificate.getNotAfter()).isEqualTo(NOW.plus(Duration.ofDays(30)));
    assertThat(certificate.getSubjectAlternativeNames())
        .containsExactlyInAnyOrder(List.of(2, "www.example.com"), List.of(2, "example.com"));
    assertThat(certificate.getKeyUsage()).containsExactly(flags(0, 2));
    assertThat(certificate.getExtendedKeyUsage()).containsExactly(SERVER, CLIENT);
    assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
    assertThat(certificate.getExtensionValue("2.5.29.32")).isNull();
  }

  @Test
  void authority_withRsaKeys_signsWithThem() throws GeneralSecurityException {
    Authority root =
        Authority.create(
            pca,
            "ROOT",
            Map.of(
                "KeyAlgorithm", "RSA_2048",
                "SigningAlgorithm", "SHA256WITHRSA",
                "Subject", Map.of("CommonName", "Wurzel für alle")));
    Map<String, Object> request =
        new java.util.HashMap<>(root.request("RootCACertificate/V1", root.csr(), 3650));
    assertThat(pca.error("IssueCertificate", request)).isEqualTo("InvalidArgsException");
    request.put("SigningAlgorithm", "SHA512WITHRSA");
    X509Certificate certificate = certificate(root.issued(request));
    certificate.verify(certificate.getPublicKey());
    assertThat(certificate.getSigAlgName()).isEqualTo("SHA512withRSA");
    assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=Wurzel für alle");
  }

  @Test
  void template_withPassthrough_takesWhatIsGivenBeforeWhatIsAskedFor()
      throws GeneralSecurityException {
    Authority root = Authority.root(pca);
    Map<String, Object> asked =
        root.request("BlankEndEntityCertificate_APICSRPassthrough/V1", CertificateRequest.PEM, 5);
    X509Certificate certificate = certificate(root.issued(asked));
    assertThat(certificate.getKeyUsage()).containsExactly(flags(3));
    assertThat(certificate.getExtensionValue("2.5.29.32")).isNotNull();

    Map<String, Object> extensions =
        Map.of(
            "KeyUsage", Map.of("KeyAgreement", true),
            "ExtendedKeyUsage", List.of(Map.of("ExtendedKeyUsageType", "CLIENT_AUTH")),
            "SubjectAlternativeNames",
                List.of(Map.of("DnsName", "other.org"), Map.of("IpAddress", "10.0.0.1")),
            "CustomExtensions",
                List.of(Map.of("ObjectIdentifier", "1.2.3.999", "Value", "BAECAwQ=")));
    asked.put(
        "ApiPassthrough",
        Map.of("Extensions", extensions, "Subject", Map.of("CommonName", "other.org")));
    certificate = certificate(root.issued(asked));
    certificate.verify(
        Authority.certificate(
                pca.ok("GetCertificateAuthorityCertificate", root.named()).get("Certificate"))
            .getPublicKey());
    assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=other.org");
    assertThat(certificate.getKeyUsage()).containsExactly(flags(4));
    assertThat(certificate.getExtendedKeyUsage()).containsExactly(CLIENT);
    assertThat(certificate.getSubjectAlternativeNames())
        .containsExactlyInAnyOrder(List.of(2, "other.org"), List.of(7, "10.0.0.1"));
    assertThat(certificate.getExtensionValue("1.2.3.999")).endsWith(4, 1, 2, 3, 4);

    asked.put("TemplateArn", Authority.TEMPLATE + "EndEntityServerAuthCertificate/V1");
    certificate = certificate(root.issued(asked));
    assertThat(certificate.getSubjectX500Principal().getName()).contains("www.example.com");
    assertThat(certificate.getExtendedKeyUsage()).containsExactly(SERVER);
  }

  @Test
  void validity_isWhatIsAskedFor_withinThatOfTheAuthority() {
    Authority root = Authority.root(pca);
    Map<String, Object> asked = root.request("EndEntityCertificate/V1", CertificateRequest.PEM, 5);
    Map.of(
            Map.of("Type", "ABSOLUTE", "Value", 1800000000L), "2027-01-15T08:00:00Z",
            Map.of("Type", "END_DATE", "Value", 270203040506L), "2027-02-03T04:05:06Z",
            Map.of("Type", "END_DATE", "Value", 20280203040506L), "2028-02-03T04:05:06Z",
            Map.of("Type", "MONTHS", "Value", 2L), "2026-05-04T05:06:07Z",
            Map.of("Type", "YEARS", "Value", 2L), "2028-03-04T05:06:07Z")
        .forEach(
            (validity, end) -> {
              asked.put("Validity", validity);
              assertThat(certificate(root.issued(asked)).getNotAfter()).isEqualTo(end);
            });
    asked.put("Validity", Map.of("Type", "YEARS", "Value", 10L));
    assertThat(pca.call("IssueCertificate", asked).text())
        .contains("ValidationException", "exceeds the certificate authority validity");
    asked.put("Validity", Map.of("Type", "ABSOLUTE", "Value", 1700000000L));
    assertThat(pca.error("IssueCertificate", asked)).isEqualTo("InvalidArgsException");
  }

  @Test
  void issue_ofWhatCannotBeSigned_isRefused() {
    Authority root = Authority.create(pca, "ROOT", "Root");
    assertThat(
            pca.error(
                "IssueCertificate",
                root.request("EndEntityCertificate/V1", CertificateRequest.PEM, 5)))
        .isEqualTo("InvalidStateException");
    assertThat(
            pca.error(
                "IssueCertificate",
                root.request("RootCACertificate/V1", CertificateRequest.PEM, 5)))
        .isEqualTo("InvalidArgsException");
    Authority active = Authority.root(pca);
    String changed =
        CertificateRequest.PEM.replace(
            "MIIBUjCB+QIBADA+MQswCQYDVQQGEwJVUz", "MIIBUjCB+QIBADA+MQswCQYDVQQGEwJVUx");
    for (String csr : List.of("no request", changed, CertificateRequest.PEM.substring(0, 200))) {
      assertThat(pca.error("IssueCertificate", active.request("EndEntityCertificate/V1", csr, 5)))
          .isEqualTo("MalformedCSRException");
    }
    assertThat(
            pca.error(
                "IssueCertificate", active.request("NoCertificate/V1", CertificateRequest.PEM, 5)))
        .isEqualTo("InvalidArgsException");
  }

  @Test
  void request_withTheSameToken_hasTheSameCertificateForFiveMinutes(Emulator emulator) {
    Authority root = Authority.root(pca);
    Map<String, Object> asked = root.request("EndEntityCertificate/V1", CertificateRequest.PEM, 5);
    asked.put("IdempotencyToken", "once");
    Object first = pca.ok("IssueCertificate", asked).get("CertificateArn");
    assertThat(pca.ok("IssueCertificate", asked)).containsEntry("CertificateArn", first);
    emulator.clock().advance(Duration.ofMinutes(5));
    assertThat(pca.ok("IssueCertificate", asked)).doesNotContainValue(first);
  }

  @Test
  void certificate_ofAnotherKey_isNotImported() {
    Authority root = Authority.root(pca);
    Authority other = Authority.create(pca, "ROOT", "Other");
    Object certificate =
        pca.ok("GetCertificateAuthorityCertificate", root.named()).get("Certificate");
    assertThat(pca.error("ImportCertificateAuthorityCertificate", other.importing(certificate, "")))
        .isEqualTo("CertificateMismatchException");
    assertThat(pca.error("ImportCertificateAuthorityCertificate", other.importing("nothing", "")))
        .isEqualTo("MalformedCertificateException");
    assertThat(other.described()).containsEntry("Status", "PENDING_CERTIFICATE");
  }

  @Test
  void certificate_isRevokedOnce() {
    Authority root = Authority.root(pca);
    X509Certificate certificate =
        certificate(
            root.issued(root.request("EndEntityCertificate/V1", CertificateRequest.PEM, 5)));
    Map<String, Object> revoked =
        Map.of(
            "CertificateAuthorityArn", root.arn(),
            "CertificateSerial", certificate.getSerialNumber().toString(16),
            "RevocationReason", "KEY_COMPROMISE");
    pca.ok("RevokeCertificate", revoked);
    assertThat(pca.error("RevokeCertificate", revoked))
        .isEqualTo("RequestAlreadyProcessedException");
    Map<String, Object> own = new java.util.HashMap<>(revoked);
    own.put("CertificateSerial", root.described().get("Serial"));
    assertThat(pca.error("RevokeCertificate", own)).isEqualTo("InvalidRequestException");
    own.put("CertificateSerial", "01:02:03:04:05:06:07:08:09:0a:0b:0c:0d:0e:0f:10");
    assertThat(pca.error("RevokeCertificate", own)).isEqualTo("ResourceNotFoundException");
  }

  @Test
  void authority_isDisabledDeletedAndRestored(Emulator emulator) {
    Authority root = Authority.root(pca);
    assertThat(pca.call("DeleteCertificateAuthority", root.named()).text())
        .contains("InvalidStateException", "is not in a valid state for deletion.");
    pca.ok("UpdateCertificateAuthority", root.named("Status", "DISABLED"));
    assertThat(
            pca.error(
                "IssueCertificate",
                root.request("EndEntityCertificate/V1", CertificateRequest.PEM, 5)))
        .isEqualTo("InvalidStateException");
    pca.ok("DeleteCertificateAuthority", root.named("PermanentDeletionTimeInDays", 7));
    assertThat(root.described())
        .containsEntry("Status", "DELETED")
        .containsEntry("RestorableUntil", NOW.plus(Duration.ofDays(7)));
    assertThat(pca.error("UpdateCertificateAuthority", root.named("Status", "ACTIVE")))
        .isEqualTo("InvalidStateException");
    pca.ok("RestoreCertificateAuthority", root.named());
    assertThat(root.described())
        .containsEntry("Status", "DISABLED")
        .doesNotContainKey("RestorableUntil");
    pca.ok("UpdateCertificateAuthority", root.named("Status", "ACTIVE"));
    root.issued(root.request("EndEntityCertificate/V1", CertificateRequest.PEM, 5));

    emulator.clock().advance(Duration.ofDays(3651));
    assertThat(root.described()).containsEntry("Status", "EXPIRED");
    pca.ok("DeleteCertificateAuthority", root.named());
    emulator.clock().advance(Duration.ofDays(31));
    assertThat(pca.error("DescribeCertificateAuthority", root.named()))
        .isEqualTo("ResourceNotFoundException");
  }

  @Test
  void authority_withKeysThatJavaDoesNotMake_isNotImplemented() {
    Authority root =
        Authority.create(
            pca,
            "ROOT",
            Map.of(
                "KeyAlgorithm", "ML_DSA_44",
                "SigningAlgorithm", "ML_DSA_44",
                "Subject", Map.of("CommonName", "Root")));
    assertThat(pca.call("GetCertificateAuthorityCsr", root.named()).status()).isEqualTo(501);
  }
}
