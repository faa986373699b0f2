package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The certificates of devices.
 *
 * @param scene the call
 * @see <a
 *     href="https://docs.aws.amazon.com/iot/latest/developerguide/device-certs-create.html">client
 *     certificates that AWS IoT creates</a>
 */
record IotCertificates(Scene scene) {

  static final String NOUN = "certificate";

  private static final String STATUS = "status";
  private static final String PEM = "certificatePem";
  private static final String ACTIVE = "ACTIVE";
  private static final String INACTIVE = "INACTIVE";
  private static final String AUTHORITY = "authority";
  private static final String KEY = "RSA_2048";
  private static final Duration BEFORE = Duration.ofMinutes(2);

  /** Certificates that AWS IoT creates are valid as long as this. */
  private static final Instant END = Instant.parse("2049-12-31T23:59:59Z");

  private static final X509Name ISSUER =
      X509Name.of(
          Map.of(
              "OrganizationalUnit",
              "Amazon Web Services O=Amazon.com Inc. L=Seattle ST=Washington C=US"));

  static Optional<Entity> find(Scene scene, String id) {
    return scene.state().get(new EntityKey(NOUN, "", id));
  }

  Map<String, Object> createWithKeys() {
    X509Keys keys = X509Keys.make(KEY, scene.call());
    X509Name name = X509Name.of(Map.of("CommonName", "AWS IoT Certificate"));
    Map<String, Object> answer = created(new X509Request(name, keys.open(), X509Extensions.NONE));
    answer.put(
        "keyPair",
        Map.of(
            "PublicKey", Pem.of("PUBLIC KEY", keys.open().getEncoded()).text(),
            "PrivateKey", X509Secret.ofRsa(keys.secret())));
    return answer;
  }

  Map<String, Object> createOnRequest() {
    return created(
        X509Request.read(scene.text("certificateSigningRequest"))
            .orElseThrow(() -> invalid("The certificate signing request is not valid.")));
  }

  private Map<String, Object> created(X509Request request) {
    X509Keys authority = X509Store.of(scene).keys(AUTHORITY, KEY);
    Instant start = scene.call().now().minus(BEFORE);
    X509Draft draft =
        new X509Draft(
            X509Certificates.newSerial(scene.call()),
            request.subject(),
            request.key(),
            new X509Draft.Validity(start, END),
            X509Extensions.NONE.ofAnEnd().forUse(List.of("DigitalSignature")));
    Der id = X509Extensions.keyOf(authority.open());
    X509Draft.Issuer issuer =
        new X509Draft.Issuer(ISSUER, authority, authority.usual().orElseThrow(), id);
    boolean active = Boolean.TRUE.equals(scene.input().get("setAsActive"));
    X509Certificate certificate = draft.signed(issuer, scene.call());
    Entity entity = kept(certificate, active ? ACTIVE : INACTIVE, Map.of());
    Map<String, Object> answer = named(entity);
    answer.put(PEM, X509Certificates.text(certificate));
    return answer;
  }

  /** Registers a certificate of somebody else. */
  Map<String, Object> register() {
    X509Certificate certificate = only(PEM);
    Object usual = Boolean.TRUE.equals(scene.input().get("setAsActive")) ? ACTIVE : INACTIVE;
    String status = String.valueOf(scene.input().getOrDefault(STATUS, usual));
    Map<String, Object> more = new HashMap<>();
    if (scene.input().containsKey("caCertificatePem")) {
      X509Certificate authority = only("caCertificatePem");
      if (!X509Certificates.isSigned(certificate, authority.getPublicKey())) {
        throw IotData.error(
            "CertificateValidationException",
            "The certificate is not signed by the CA certificate.");
      }
      more.put("cacertificateid", id(authority));
    }
    find(scene, id(certificate))
        .ifPresent(
            present -> {
              throw taken(present);
            });
    boolean alone = scene.operation().name().endsWith("WithoutCA");
    more.put("certificatemode", alone ? "SNI_ONLY" : "DEFAULT");
    return named(kept(certificate, status, more));
  }

  private static DocumentError taken(Entity present) {
    String message = "The certificate is already provisioned or registered";
    return new DocumentError(
        "ResourceAlreadyExistsException",
        message,
        Map.of(
            "message", message,
            "resourceId", present.key().id(),
            "resourceArn", present.attribute(Entity.ARN).orElse("")));
  }

  private X509Certificate only(String member) {
    List<X509Certificate> all = X509Certificates.all(scene.text(member));
    if (all.size() != 1) {
      throw IotData.error(
          "CertificateValidationException", "The certificate is not in a valid PEM format.");
    }
    return all.get(0);
  }

  private Entity kept(X509Certificate certificate, String status, Map<String, Object> more) {
    Map<String, Object> known = new LinkedHashMap<>();
    known.put("certificateid", id(certificate));
    known.put("certificatepem", X509Certificates.text(certificate));
    known.put(STATUS, status);
    known.put("certificatemode", "DEFAULT");
    known.put("ownedby", scene.call().account());
    known.put("customerversion", 1);
    known.put("generationid", scene.call().random().uuid());
    known.put(
        "validity",
        Map.of(
            "notBefore", certificate.getNotBefore().toInstant(),
            "notAfter", certificate.getNotAfter().toInstant()));
    known.putAll(more);
    return new Creation(scene, scene.design().resource(NOUN).orElseThrow()).make(known);
  }

  private static Map<String, Object> named(Entity entity) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("certificateArn", entity.attribute(Entity.ARN).orElse(""));
    answer.put("certificateId", entity.key().id());
    return answer;
  }

  /** What identifies a certificate: the digest of its encoding. */
  static String id(X509Certificate certificate) {
    return Sha256.hex(X509Certificates.encoded(certificate));
  }

  Map<String, Object> update() {
    Entity certificate = theOne();
    String status = scene.text("newStatus");
    if (status.equals("PENDING_TRANSFER") || status.equals("PENDING_ACTIVATION")) {
      throw invalid("The status " + status + " is not one that a certificate can be given.");
    }
    scene.state().put(certificate.with(Map.of(STATUS, status), "Update", scene.call().now()));
    return Map.of();
  }

  private Entity theOne() {
    return new Finder(scene).theOne(scene.design().resource(NOUN).orElseThrow());
  }

  /** Makes sure that a certificate may be deleted: it is not active, and nothing has it. */
  void checkDeletion() {
    Entity certificate = theOne();
    if (certificate.attribute(STATUS).filter(ACTIVE::equals).isPresent()) {
      throw IotData.error(
          "CertificateStateException",
          "Certificate must be deactivated (not ACTIVE) before deletion. Id: "
              + certificate.key().id());
    }
    String arn = (String) certificate.attribute(Entity.ARN).orElse("");
    if (IotPrincipals.haveThings(scene, arn)) {
      throw IotData.error(
          "DeleteConflictException", "Things must be detached before deletion (arn: " + arn + ")");
    }
    boolean forced = Boolean.TRUE.equals(scene.input().get("forceDelete"));
    if (forced) {
      IotPolicies.detachAll(scene, arn);
    } else if (IotPolicies.areAttached(scene, arn)) {
      throw IotData.error(
          "DeleteConflictException",
          "Certificate policies must be detached before deletion (arn: " + arn + ")");
    }
  }

  private static DocumentError invalid(String message) {
    return IotData.error("InvalidRequestException", message);
  }
}
