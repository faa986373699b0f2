package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An authority, and what is done with it as a whole.
 *
 * @param scene the call
 * @param entity the authority
 */
record PcaAuthority(Scene scene, Entity entity) {

  static final String NOUN = "certificateauthority";
  static final String STATUS = "status";
  static final String RESTORABLE = "restorableuntil";
  static final String PENDING = "PENDING_CERTIFICATE";

  private static final String ACTIVE = "ACTIVE";
  private static final String DISABLED = "DISABLED";
  private static final String DELETED = "DELETED";
  private static final String BEFORE = "statusbefore";
  private static final int USUAL_DAYS = 30;

  /**
   * The authority that a request names.
   *
   * @throws DocumentError if it is not there
   */
  static PcaAuthority of(Scene scene) {
    return new PcaAuthority(
        scene, new Finder(scene).theOne(scene.design().resource(NOUN).orElseThrow()));
  }

  String arn() {
    return entity.key().id();
  }

  String status() {
    return (String) entity.attribute(STATUS).orElse("");
  }

  boolean is(String status) {
    return status().equals(status);
  }

  boolean isRoot() {
    return entity.attribute("certificateauthoritytype").equals(Optional.of((Object) "ROOT"));
  }

  boolean isActive() {
    return is(ACTIVE);
  }

  /** Whether certificates of it are valid for a week at most. */
  boolean isForShortLives() {
    return entity.attribute("usagemode").equals(Optional.of((Object) "SHORT_LIVED_CERTIFICATE"));
  }

  boolean isPast(String attribute, Instant now) {
    return entity.attribute(attribute).orElse(now) instanceof Instant end && end.isBefore(now);
  }

  private Map<?, ?> configuration() {
    return (Map<?, ?>) entity.attribute("certificateauthorityconfiguration").orElse(Map.of());
  }

  X509Keys keys() {
    return X509Store.of(scene).keys(arn(), Structures.text(configuration(), "KeyAlgorithm"));
  }

  /** Its certificate, and those that lead to a root; empty if none was imported. */
  List<X509Certificate> certificates() {
    return X509Store.of(scene).certificates(arn());
  }

  /** A request for its certificate. */
  Map<String, Object> request() {
    if (is(DELETED)) {
      throw unable("have a certificate signing request");
    }
    X509Keys keys = keys();
    String algorithm = Structures.text(configuration(), "SigningAlgorithm");
    if (!keys.sign(algorithm)) {
      throw AcmPca.error(
          "InvalidStateException", algorithm + " is not an algorithm for the authority's key");
    }
    X509Name subject =
        X509Name.of(configuration().get("Subject") instanceof Map<?, ?> told ? told : Map.of());
    X509Extensions asked = X509Extensions.NONE.ofAnAuthority(Optional.empty());
    X509Request request = new X509Request(subject, keys.open(), asked);
    return Map.of("Csr", request.signed(keys, X509Keys.signing(algorithm), scene.call()));
  }

  Map<String, Object> certificate() {
    List<X509Certificate> all = certificates();
    if (all.isEmpty() || is(DELETED)) {
      throw unable("have a certificate signing request");
    }
    return shown(all);
  }

  /** A certificate, and what leads from it to a root. */
  static Map<String, Object> shown(List<X509Certificate> all) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("Certificate", AcmPca.text(all.subList(0, 1)));
    if (all.size() > 1) {
      answer.put("CertificateChain", AcmPca.text(all.subList(1, all.size())));
    }
    return answer;
  }

  DocumentError unable(String what) {
    return AcmPca.error(
        "InvalidStateException",
        "The certificate authority " + arn() + " is not in the correct state to " + what);
  }

  private static DocumentError invalid(String purpose) {
    return AcmPca.error(
        "InvalidStateException",
        "The certificate authority is not in a valid state for " + purpose + ".");
  }

  /** Changes its status between active and disabled, and how it tells of what it has revoked. */
  Map<String, Object> update() {
    if (!isActive() && !is(DISABLED)) {
      throw invalid("updating");
    }
    Map<String, Object> known = new LinkedHashMap<>();
    Object status = scene.input().get("Status");
    if (status instanceof String wanted) {
      if (!wanted.equals(ACTIVE) && !wanted.equals(DISABLED)) {
        throw AcmPca.error("InvalidArgsException", "Status must be ACTIVE or DISABLED");
      }
      known.put(STATUS, wanted);
    }
    Optional.ofNullable(scene.input().get("RevocationConfiguration"))
        .ifPresent(revocation -> known.put("revocationconfiguration", revocation));
    return change(known);
  }

  /** Deletes it for a time in which it can be restored. */
  Map<String, Object> delete() {
    if (isActive() || is(DELETED)) {
      throw invalid("deletion");
    }
    Object days = scene.input().getOrDefault("PermanentDeletionTimeInDays", USUAL_DAYS);
    Instant end = scene.call().now().plus(Duration.ofDays(((Number) days).longValue()));
    return change(Map.of(STATUS, DELETED, RESTORABLE, end, BEFORE, status()));
  }

  Map<String, Object> restore() {
    if (!is(DELETED)) {
      throw invalid("restoration");
    }
    Map<String, Object> known = new LinkedHashMap<>(entity.attributes());
    known.remove(RESTORABLE);
    known.put(STATUS, entity.attribute(BEFORE).orElse(DISABLED));
    known.put("laststatechangeat", scene.call().now());
    scene.state().put(new Entity(entity.key(), known, entity.tags(), entity.life()));
    return Map.of();
  }

  /** Keeps what has changed. */
  Map<String, Object> change(Map<String, Object> changes) {
    Map<String, Object> known = new LinkedHashMap<>(changes);
    known.put("laststatechangeat", scene.call().now());
    scene.state().put(entity.knowing(known));
    return Map.of();
  }
}
