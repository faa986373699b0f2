package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;

/**
 * The certificates themselves, and their keys: those that ACM issues are signed when somebody asks
 * for them, by a private authority or by one that this account has for itself.
 *
 * @param scene the call
 */
record AcmBodies(Scene scene) {

  static final String AUTHORITY = "certificateauthorityarn";

  private static final String OWN = "authority";
  private static final String USUAL_KEY = "RSA_2048";
  private static final X509Draft.Validity ALWAYS =
      new X509Draft.Validity(
          Instant.parse("2000-01-01T00:00:00Z"), Instant.parse("2099-12-31T23:59:59Z"));

  Map<String, Object> get() {
    return shown(certificates(issued()));
  }

  /**
   * A certificate with its key, if it may leave.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/acm/latest/APIReference/API_ExportCertificate.html">ExportCertificate</a>
   */
  Map<String, Object> export() {
    Entity certificate = issued();
    boolean open =
        certificate.attributes().get("options") instanceof Map<?, ?> options
            && Structures.text(options, "Export").equals("ENABLED");
    if (!certificate.attribute(AUTHORITY).isPresent() && !open) {
      throw Acm.invalid(
          "Certificate ARN: " + certificate.key().id() + " is not a private certificate");
    }
    List<X509Certificate> all = certificates(certificate);
    Map<String, Object> answer = new LinkedHashMap<>(shown(all));
    SdkBytes passphrase = (SdkBytes) scene.input().get("Passphrase");
    X509Keys keys = X509Store.of(scene).keys(certificate.key().id()).orElseThrow();
    answer.put(
        "PrivateKey",
        X509Secret.encrypted(
            keys.secret(),
            Optional.ofNullable(passphrase).orElseThrow().asByteArrayUnsafe(),
            scene.call()));
    return answer;
  }

  private Entity issued() {
    Entity certificate =
        new Finder(scene).theOne(scene.design().resource("certificate").orElseThrow());
    String status = String.valueOf(certificate.attribute("status").orElse("ISSUED"));
    if (!certificate.attribute("notafter").isPresent()) {
      throw new DocumentError(
          "RequestInProgressException",
          "Certificate " + certificate.key().id() + " is not issued: " + status,
          Map.of("message", "Certificate " + certificate.key().id() + " is not issued: " + status));
    }
    return certificate;
  }

  private static Map<String, Object> shown(List<X509Certificate> all) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("Certificate", X509Certificates.text(all.get(0)));
    if (all.size() > 1) {
      answer.put("CertificateChain", X509Certificates.texts(all.subList(1, all.size())));
    }
    return answer;
  }

  private List<X509Certificate> certificates(Entity certificate) {
    X509Store store = X509Store.of(scene);
    List<X509Certificate> kept = store.certificates(certificate.key().id());
    if (!kept.isEmpty()) {
      return kept;
    }
    List<X509Certificate> made = made(certificate);
    store.keep(certificate.key().id(), made);
    return made;
  }

  /** What was promised when the certificate was issued, signed. */
  private List<X509Certificate> made(Entity certificate) {
    X509Keys keys =
        X509Store.of(scene)
            .keys(
                certificate.key().id(),
                (String) certificate.attribute("keyalgorithm").orElse(USUAL_KEY));
    List<String> hosts =
        ((List<?>) certificate.attribute("subjectalternativenames").orElse(List.of()))
            .stream().map(String::valueOf).toList();
    BigInteger serial =
        X509Certificates.serial((String) certificate.attribute("serial").orElse("1"))
            .orElse(BigInteger.ONE);
    X509Draft draft =
        new X509Draft(
            serial,
            X509Name.of(Map.of("CommonName", certificate.attribute("domainname").orElse(""))),
            keys.open(),
            new X509Draft.Validity(
                (Instant) certificate.attribute("notbefore").orElseThrow(),
                (Instant) certificate.attribute("notafter").orElseThrow()),
            X509Extensions.NONE
                .ofAnEnd()
                .forUse(List.of("DigitalSignature", "KeyEncipherment"))
                .forPurposes(List.of("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2"))
                .forHosts(hosts));
    String authority = (String) certificate.attribute(AUTHORITY).orElse("");
    List<X509Certificate> all = new ArrayList<>();
    X509Draft.Issuer issuer = signer(authority, all);
    all.add(0, draft.signed(issuer, scene.call()));
    return all;
  }

  /** Who signs, of whom the certificates are told. */
  private X509Draft.Issuer signer(String authority, List<X509Certificate> chain) {
    Optional<X509Store> pca =
        Neighbour.of(scene.call(), "acm-pca").map(state -> new X509Store(scene.call(), state));
    chain.addAll(pca.map(store -> store.certificates(authority)).orElse(List.of()));
    Optional<X509Keys> keys = pca.flatMap(store -> store.keys(authority));
    if (chain.isEmpty() || keys.isEmpty()) {
      chain.addAll(own());
      keys = X509Store.of(scene).keys(OWN);
    }
    X509Keys found = keys.orElseThrow();
    return X509Draft.Issuer.of(chain.get(0), found, found.usual().orElseThrow());
  }

  private List<X509Certificate> own() {
    X509Store store = X509Store.of(scene);
    if (store.certificates(OWN).isEmpty()) {
      X509Keys keys = store.keys(OWN, USUAL_KEY);
      X509Draft draft =
          new X509Draft(
              X509Certificates.newSerial(scene.call()),
              X509Name.of(
                  Map.of(
                      "Country", "US",
                      "Organization", "Amazon",
                      "CommonName", "Amazon RSA 2048 M01")),
              keys.open(),
              ALWAYS,
              X509Extensions.NONE
                  .ofAnAuthority(Optional.empty())
                  .forUse(List.of("DigitalSignature", "KeyCertSign", "CRLSign")));
      store.keep(OWN, List.of(draft.signed(keys, keys.usual().orElseThrow(), scene.call())));
    }
    return store.certificates(OWN);
  }
}
