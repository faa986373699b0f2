package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A certificate that an authority is given.
 *
 * @param authority the authority
 * @see <a
 *     href="https://docs.aws.amazon.com/privateca/latest/APIReference/API_ImportCertificateAuthorityCertificate.html">
 *     ImportCertificateAuthorityCertificate</a>
 */
record PcaImport(PcaAuthority authority) {

  Map<String, Object> answer() {
    if (authority.is("DELETED") || authority.is("FAILED")) {
      throw authority.unable("import a certificate");
    }
    List<X509Certificate> given = certificates("Certificate");
    if (given.size() != 1) {
      throw malformed("The certificate is not one certificate in PEM format");
    }
    X509Certificate certificate = given.get(0);
    if (!certificate.getPublicKey().equals(authority.keys().open())) {
      throw mismatch("The certificate is not of the key of the certificate authority");
    }
    if (certificate.getBasicConstraints() < 0) {
      throw malformed("The certificate is not that of a certificate authority");
    }
    List<X509Certificate> chain = new ArrayList<>(given);
    chain.addAll(chain());
    if (!X509Certificates.isChain(chain)
        || (chain.size() == 1
            && !X509Certificates.isSigned(certificate, certificate.getPublicKey()))) {
      throw mismatch("The certificate chain does not certify the certificate");
    }
    X509Store.of(authority.scene()).keep(authority.arn(), chain);
    return authority.change(
        Map.of(
            PcaAuthority.STATUS,
            "ACTIVE",
            "serial",
            X509Certificates.serial(certificate.getSerialNumber()),
            "notbefore",
            certificate.getNotBefore().toInstant(),
            "notafter",
            certificate.getNotAfter().toInstant()));
  }

  private List<X509Certificate> chain() {
    boolean given = authority.scene().input().containsKey("CertificateChain");
    if (given == authority.isRoot()) {
      throw AcmPca.error(
          "InvalidRequestException",
          given
              ? "A root certificate authority has no certificate chain"
              : "A subordinate certificate authority needs a certificate chain");
    }
    List<X509Certificate> chain = given ? certificates("CertificateChain") : List.of();
    if (given && chain.isEmpty()) {
      throw malformed("The certificate chain is not made of certificates in PEM format");
    }
    return chain;
  }

  private List<X509Certificate> certificates(String member) {
    return X509Certificates.all(AcmPca.text(authority.scene(), member));
  }

  private static DocumentError malformed(String message) {
    return AcmPca.error("MalformedCertificateException", message);
  }

  private static DocumentError mismatch(String message) {
    return AcmPca.error("CertificateMismatchException", message);
  }
}
