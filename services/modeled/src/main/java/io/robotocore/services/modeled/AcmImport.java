package io.robotocore.services.modeled;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;

/**
 * A certificate that somebody else has issued.
 *
 * @param scene the call
 * @see <a
 *     href="https://docs.aws.amazon.com/acm/latest/userguide/import-certificate-prerequisites.html">
 *     prerequisites</a>
 */
record AcmImport(Scene scene) {

  private static final Set<String> SECRETS =
      Set.of("certificate", "privatekey", "certificatechain");

  Map<String, Object> answer() {
    X509Certificate certificate = certificate();
    X509Keys keys = keys(certificate);
    List<X509Certificate> all = new ArrayList<>(List.of(certificate));
    all.addAll(chain(certificate));
    Resource resource = scene.design().resource("certificate").orElseThrow();
    boolean again = scene.input().containsKey("CertificateArn");
    Creation creation = new Creation(scene, resource);
    Entity entity = again ? new Finder(scene).theOne(resource) : creation.create();
    if (!entity.attribute("type").filter("IMPORTED"::equals).isPresent()) {
      throw Acm.invalid("Only an imported certificate can be imported again");
    }
    Map<String, Object> known = new LinkedHashMap<>(entity.attributes());
    known.keySet().removeAll(SECRETS);
    known.putAll(facts(certificate));
    Entity imported = new Entity(entity.key(), known, entity.tags(), entity.life());
    scene.state().put(imported);
    X509Store.of(scene).forget(entity.key().id());
    X509Store.of(scene).keep(entity.key().id(), keys);
    X509Store.of(scene).keep(entity.key().id(), all);
    return creation.shown(imported);
  }

  private X509Certificate certificate() {
    String text = text("Certificate");
    if (Pem.all(text).size() > 1) {
      throw Acm.invalid(
          "The certificate field contains more than one certificate. You can specify only one"
              + " certificate in this field.");
    }
    List<X509Certificate> all = X509Certificates.all(text);
    if (all.isEmpty()) {
      throw Acm.invalid("The certificate is not PEM-encoded or is not valid.");
    }
    Instant now = scene.call().now();
    if (all.get(0).getNotAfter().toInstant().isBefore(now)) {
      throw Acm.invalid("The certificate has expired, is not valid.");
    }
    if (all.get(0).getNotBefore().toInstant().isAfter(now)) {
      throw Acm.invalid("The certificate is not in effect yet, is not valid.");
    }
    return all.get(0);
  }

  private X509Keys keys(X509Certificate certificate) {
    PrivateKey secret =
        X509Secret.read(text("PrivateKey"))
            .orElseThrow(() -> Acm.invalid("The private key is not PEM-encoded or is not valid."));
    X509Keys keys = new X509Keys(secret, certificate.getPublicKey());
    if (!keys.fit()) {
      throw Acm.invalid("The private key does not match the certificate.");
    }
    return keys;
  }

  private List<X509Certificate> chain(X509Certificate certificate) {
    if (!scene.input().containsKey("CertificateChain")) {
      if (!X509Certificates.isSigned(certificate, certificate.getPublicKey())) {
        throw Acm.invalid(
            "Provided certificate is not a valid self signed. Please provide either a valid"
                + " self-signed certificate or certificate chain.");
      }
      return List.of();
    }
    List<X509Certificate> chain = X509Certificates.all(text("CertificateChain"));
    if (chain.isEmpty()) {
      throw Acm.invalid("The certificate chain is not PEM-encoded or is not valid.");
    }
    List<X509Certificate> all = new ArrayList<>(List.of(certificate));
    all.addAll(chain);
    if (!X509Certificates.isChain(all)) {
      throw Acm.invalid("Could not validate the certificate with the certificate chain.");
    }
    return chain;
  }

  private String text(String member) {
    return scene.input().get(member) instanceof SdkBytes bytes ? bytes.asUtf8String() : "";
  }

  private Map<String, Object> facts(X509Certificate certificate) {
    List<String> hosts = X509Certificates.hosts(certificate);
    Map<String, Object> facts = new LinkedHashMap<>();
    hosts.stream().limit(1).forEach(host -> facts.put("domainname", host));
    facts.put("subjectalternativenames", hosts);
    facts.put("subject", certificate.getSubjectX500Principal().getName());
    facts.put(
        "issuer",
        X509Certificates.commonName(certificate.getIssuerX500Principal())
            .orElse(certificate.getIssuerX500Principal().getName()));
    facts.put("serial", X509Certificates.serial(certificate.getSerialNumber()));
    facts.put("notbefore", certificate.getNotBefore().toInstant());
    facts.put("notafter", certificate.getNotAfter().toInstant());
    facts.put("signaturealgorithm", certificate.getSigAlgName().toUpperCase(Locale.ROOT));
    X509Certificates.algorithm(certificate.getPublicKey())
        .ifPresent(algorithm -> facts.put("keyalgorithm", algorithm));
    facts.put("importedat", scene.call().now());
    facts.put("status", "ISSUED");
    return facts;
  }
}
