package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The certificates of devices, and what is attached to them.
 *
 * @see <a href="https://docs.aws.amazon.com/iot/latest/developerguide/x509-client-certs.html">X.509
 *     client certificates</a>
 */
@AwsEmulator
final class IotCertificatesTest {

  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

  private Catalogue iot;
  private Catalogue pca;

  @BeforeEach
  void prepare(Emulator emulator) {
    emulator.clock().freeze();
    emulator.clock().set(NOW);
    iot = new Catalogue(emulator, "iot");
    pca = new Catalogue(emulator, "acm-pca");
  }

  private static String digest(X509Certificate certificate) throws GeneralSecurityException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
  }

  private Map<String, Object> described(Object id) {
    return iot.structure(
        "DescribeCertificate", Map.of("certificateId", id), "certificateDescription");
  }

  private static Object text(Map<String, Object> in, String member) {
    return Objects.requireNonNull(in.get(member));
  }

  private Map<String, Object> onRequest() {
    return iot.ok(
        "CreateCertificateFromCsr",
        Map.of("certificateSigningRequest", CertificateRequest.PEM, "setAsActive", true));
  }

  @Test
  void keys_thatAreCreated_areThoseOfTheCertificate() throws GeneralSecurityException {
    Map<String, Object> created = iot.ok("CreateKeysAndCertificate", Map.of("setAsActive", true));
    X509Certificate certificate = Authority.certificate(created.get("certificatePem"));
    Object id = text(created, "certificateId");
    assertThat(id).isEqualTo(digest(certificate));
    assertThat(created)
        .containsEntry("certificateArn", "arn:aws:iot:us-east-1:111111111111:cert/" + id);
    assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=AWS IoT Certificate");
    assertThat(certificate.getNotAfter()).isEqualTo("2049-12-31T23:59:59Z");
    Map<String, Object> keys = Catalogue.structure(created.get("keyPair"));
    assertThat(String.valueOf(keys.get("PrivateKey")))
        .startsWith("-----BEGIN RSA PRIVATE KEY-----\n");
    assertThat(
            java.util.Base64.getMimeDecoder()
                .decode(String.valueOf(keys.get("PublicKey")).replaceAll("-----[A-Z ]+-----", "")))
        .isEqualTo(certificate.getPublicKey().getEncoded());
    assertThat(described(id))
        .containsEntry("status", "ACTIVE")
        .containsEntry("certificateMode", "DEFAULT")
        .containsEntry("certificatePem", created.get("certificatePem"))
        .containsEntry("ownedBy", "111111111111")
        .containsEntry("creationDate", NOW)
        .doesNotContainKey("caCertificateId")
        .containsEntry(
            "validity",
            Map.of(
                "notBefore", certificate.getNotBefore().toInstant(),
                "notAfter", certificate.getNotAfter().toInstant()));
    assertThat(iot.only("ListCertificates", Map.of(), "certificates"))
        .containsEntry("certificateId", id)
        .containsEntry("status", "ACTIVE");
  }

  @Test
  void certificate_onARequest_isOfItsKey() {
    Map<String, Object> created =
        iot.ok(
            "CreateCertificateFromCsr",
            Map.of("certificateSigningRequest", CertificateRequest.PEM));
    X509Certificate certificate = Authority.certificate(created.get("certificatePem"));
    assertThat(certificate.getSubjectX500Principal().getName())
        .isEqualTo("CN=www.example.com,O=Example Corp,C=US");
    assertThat(certificate.getPublicKey().getAlgorithm()).isEqualTo("EC");
    Object id = text(created, "certificateId");
    assertThat(described(id)).containsEntry("status", "INACTIVE");
    iot.ok("UpdateCertificate", Map.of("certificateId", id, "newStatus", "ACTIVE"));
    assertThat(described(id)).containsEntry("status", "ACTIVE");
    assertThat(
            iot.error("CreateCertificateFromCsr", Map.of("certificateSigningRequest", "nothing")))
        .isEqualTo("InvalidRequestException");
  }

  @Test
  void certificate_ofAnotherAuthority_isRegisteredOnce() throws GeneralSecurityException {
    Authority root = Authority.root(pca);
    Map<String, Object> issued =
        root.issued(root.request("EndEntityCertificate/V1", CertificateRequest.PEM, 9));
    Object pem = text(issued, "Certificate");
    Map<String, Object> input = new HashMap<>();
    input.put("certificatePem", pem);
    input.put("caCertificatePem", issued.get("CertificateChain"));
    input.put("status", "ACTIVE");
    Object id = text(iot.ok("RegisterCertificate", input), "certificateId");
    assertThat(id).isEqualTo(digest(Authority.certificate(pem)));
    assertThat(described(id))
        .containsEntry("status", "ACTIVE")
        .containsEntry(
            "caCertificateId", digest(Authority.certificate(issued.get("CertificateChain"))));
    assertThat(iot.call("RegisterCertificateWithoutCA", Map.of("certificatePem", pem)).text())
        .contains("\"resourceId\":\"" + id + "\"");
    input.put("certificatePem", onRequest().get("certificatePem"));
    assertThat(iot.error("RegisterCertificate", input)).isEqualTo("CertificateValidationException");
    assertThat(iot.error("RegisterCertificateWithoutCA", Map.of("certificatePem", "nothing")))
        .isEqualTo("CertificateValidationException");
  }

  @Test
  void policy_isThatOfThoseItIsAttachedTo() {
    iot.ok("CreatePolicy", Map.of("policyName", "all", "policyDocument", "{}"));
    Object arn = text(onRequest(), "certificateArn");
    Map<String, Object> both = Map.of("policyName", "all", "target", arn);
    assertThat(iot.error("AttachPolicy", Map.of("policyName", "none", "target", arn)))
        .isEqualTo("ResourceNotFoundException");
    assertThat(iot.error("AttachPolicy", Map.of("policyName", "all", "target", arn + "0")))
        .isEqualTo("ResourceNotFoundException");
    iot.ok("AttachPolicy", both);
    iot.ok("AttachPolicy", both);
    assertThat(iot.list("ListTargetsForPolicy", Map.of("policyName", "all"), "targets"))
        .containsExactly(arn);
    assertThat(iot.list("ListPolicyPrincipals", Map.of("policyName", "all"), "principals"))
        .containsExactly(arn);
    Map<String, Object> policy =
        Map.of("policyName", "all", "policyArn", "arn:aws:iot:us-east-1:111111111111:policy/all");
    assertThat(iot.only("ListAttachedPolicies", Map.of("target", arn), "policies"))
        .isEqualTo(policy);
    assertThat(iot.only("ListPrincipalPolicies", Map.of("principal", arn), "policies"))
        .isEqualTo(policy);
    assertThat(iot.error("DeletePolicy", Map.of("policyName", "all")))
        .isEqualTo("DeleteConflictException");
    iot.ok("DetachPolicy", both);
    assertThat(iot.list("ListAttachedPolicies", Map.of("target", arn), "policies")).isEmpty();
    iot.ok("DeletePolicy", Map.of("policyName", "all"));
  }

  @Test
  void thing_hasThePrincipalsThatAreAttachedToIt() {
    iot.ok("CreateThing", Map.of("thingName", "lamp"));
    iot.ok("CreateThing", Map.of("thingName", "door"));
    Object arn = text(onRequest(), "certificateArn");
    Map<String, Object> lamp = Map.of("thingName", "lamp", "principal", arn);
    assertThat(iot.error("AttachThingPrincipal", Map.of("thingName", "none", "principal", arn)))
        .isEqualTo("ResourceNotFoundException");
    iot.ok("AttachThingPrincipal", lamp);
    assertThat(iot.list("ListThingPrincipals", Map.of("thingName", "lamp"), "principals"))
        .containsExactly(arn);
    assertThat(iot.list("ListThingPrincipals", Map.of("thingName", "door"), "principals"))
        .isEmpty();
    assertThat(iot.list("ListPrincipalThings", Map.of("principal", arn), "things"))
        .containsExactly("lamp");
    assertThat(iot.only("ListPrincipalThingsV2", Map.of("principal", arn), "principalThingObjects"))
        .isEqualTo(Map.of("thingName", "lamp", "thingPrincipalType", "NON_EXCLUSIVE_THING"));
    assertThat(
            iot.error(
                "AttachThingPrincipal",
                Map.of(
                    "thingName", "door",
                    "principal", arn,
                    "thingPrincipalType", "EXCLUSIVE_THING")))
        .isEqualTo("InvalidRequestException");
    assertThat(iot.error("ListThingPrincipals", Map.of("thingName", "none")))
        .isEqualTo("ResourceNotFoundException");
    assertThat(iot.call("DeleteThing", Map.of("thingName", "lamp")).text())
        .contains("Cannot delete. Thing lamp is still attached to one or more principals");
    iot.ok("DetachThingPrincipal", lamp);
    iot.ok("DeleteThing", Map.of("thingName", "lamp"));
  }

  @Test
  void certificate_thatIsInUse_isNotDeleted() {
    iot.ok("CreateThing", Map.of("thingName", "lamp"));
    iot.ok("CreatePolicy", Map.of("policyName", "all", "policyDocument", "{}"));
    Map<String, Object> created = onRequest();
    Object arn = text(created, "certificateArn");
    Map<String, Object> named = Map.of("certificateId", text(created, "certificateId"));
    iot.ok("AttachThingPrincipal", Map.of("thingName", "lamp", "principal", arn));
    iot.ok("AttachPolicy", Map.of("policyName", "all", "target", arn));
    assertThat(iot.error("DeleteCertificate", named)).isEqualTo("CertificateStateException");
    Map<String, Object> inactive = new HashMap<>(named);
    inactive.put("newStatus", "INACTIVE");
    iot.ok("UpdateCertificate", inactive);
    assertThat(iot.call("DeleteCertificate", named).text())
        .contains("Things must be detached before deletion");
    iot.ok("DetachThingPrincipal", Map.of("thingName", "lamp", "principal", arn));
    assertThat(iot.call("DeleteCertificate", named).text())
        .contains("Certificate policies must be detached before deletion");
    Map<String, Object> forced = new HashMap<>(named);
    forced.put("forceDelete", true);
    iot.ok("DeleteCertificate", forced);
    assertThat(iot.error("DescribeCertificate", named)).isEqualTo("ResourceNotFoundException");
    assertThat(iot.list("ListTargetsForPolicy", Map.of("policyName", "all"), "targets"))
        .isEqualTo(List.of());
  }
}
