package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.core.SdkBytes;

/**
 * A private certificate authority of a test.
 *
 * @param pca the service
 * @param arn the authority
 */
record Authority(Catalogue pca, Object arn) {

  static final String TEMPLATE = "arn:aws:acm-pca:::template/";

  static Authority create(Catalogue pca, String type, String name) {
    Map<String, Object> configuration =
        Map.of(
            "KeyAlgorithm", "EC_prime256v1",
            "SigningAlgorithm", "SHA256WITHECDSA",
            "Subject", Map.of("Country", "US", "Organization", "Example", "CommonName", name));
    return create(pca, type, configuration);
  }

  static Authority create(Catalogue pca, String type, Map<String, Object> configuration) {
    Map<String, Object> created =
        pca.ok(
            "CreateCertificateAuthority",
            Map.of(
                "CertificateAuthorityType", type,
                "CertificateAuthorityConfiguration", configuration));
    return new Authority(pca, Objects.requireNonNull(created.get("CertificateAuthorityArn")));
  }

  /** A root authority with a certificate for ten years. */
  static Authority root(Catalogue pca) {
    Authority root = create(pca, "ROOT", "Root");
    root.become(root.issued(root.request("RootCACertificate/V1", root.csr(), 3650)), "");
    return root;
  }

  Map<String, Object> named() {
    return Map.of("CertificateAuthorityArn", arn);
  }

  Map<String, Object> named(String member, Object value) {
    return Map.of("CertificateAuthorityArn", arn, member, value);
  }

  Map<String, Object> described() {
    return pca.structure("DescribeCertificateAuthority", named(), "CertificateAuthority");
  }

  String csr() {
    return String.valueOf(pca.ok("GetCertificateAuthorityCsr", named()).get("Csr"));
  }

  /** A request for a certificate that is valid for some days. */
  Map<String, Object> request(String template, String csr, int days) {
    Map<String, Object> input = new HashMap<>(named());
    input.put("Csr", SdkBytes.fromUtf8String(csr));
    input.put("SigningAlgorithm", "SHA256WITHECDSA");
    input.put("TemplateArn", TEMPLATE + template);
    input.put("Validity", Map.of("Value", (long) days, "Type", "DAYS"));
    return input;
  }

  /** The certificate that is issued on a request, with its chain. */
  Map<String, Object> issued(Map<String, Object> request) {
    Object certificate =
        Objects.requireNonNull(pca.ok("IssueCertificate", request).get("CertificateArn"));
    return pca.ok("GetCertificate", named("CertificateArn", certificate));
  }

  /** Becomes active with a certificate. */
  void become(Map<String, Object> issued, String chain) {
    pca.ok("ImportCertificateAuthorityCertificate", importing(issued.get("Certificate"), chain));
  }

  Map<String, Object> importing(Object certificate, String chain) {
    Map<String, Object> input = new HashMap<>(named());
    input.put("Certificate", SdkBytes.fromUtf8String(String.valueOf(certificate)));
    if (!chain.isEmpty()) {
      input.put("CertificateChain", SdkBytes.fromUtf8String(chain));
    }
    return input;
  }

  /** The only certificate in a text, read by Java itself. */
  static X509Certificate certificate(Object text) {
    List<X509Certificate> all = certificates(text);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  /** The certificates in a text, read by Java itself. */
  static List<X509Certificate> certificates(Object text) {
    try {
      return java.security.cert.CertificateFactory.getInstance("X.509")
          .generateCertificates(
              new java.io.ByteArrayInputStream(
                  String.valueOf(text).getBytes(java.nio.charset.StandardCharsets.UTF_8)))
          .stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (java.security.cert.CertificateException e) {
      throw new AssertionError("not certificates: " + text, e);
    }
  }
}
