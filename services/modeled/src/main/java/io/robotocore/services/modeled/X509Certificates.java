package io.robotocore.services.modeled;

import io.robotocore.service.Call;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;

/** What there is to know of certificates, in AWS's words. */
final class X509Certificates {

  private static final int SERIAL_DIGITS = 32;
  private static final int HOST = 2;
  private static final Pattern COMMON_NAME = Pattern.compile("(?:^|,)CN=((?:[^,\\\\]|\\\\.)*)");
  private static final Map<Integer, String> CURVES =
      Map.of(256, "EC_prime256v1", 384, "EC_secp384r1", 521, "EC_secp521r1");

  private X509Certificates() {}

  /** The certificate of this encoding, if it is one. */
  static Optional<X509Certificate> read(byte[] encoded) {
    try {
      return Optional.of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(encoded)));
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }

  /** The certificates in a PEM text; empty if one is not readable. */
  static List<X509Certificate> all(String text) {
    try {
      List<Pem> blocks = Pem.all(text);
      List<X509Certificate> all =
          blocks.stream()
              .filter(block -> block.label().equals(Pem.CERTIFICATE))
              .flatMap(block -> read(block.bytes()).stream())
              .toList();
      return all.size() == blocks.size() ? all : List.of();
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  /** The certificate as a PEM text. */
  static String text(X509Certificate certificate) {
    return Pem.of(Pem.CERTIFICATE, encoded(certificate)).text();
  }

  static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw X509Keys.impossible(e);
    }
  }

  /** Whether a key has signed a certificate. */
  static boolean isSigned(X509Certificate certificate, PublicKey key) {
    try {
      certificate.verify(key);
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** Whether each certificate is signed with the key of the next one. */
  static boolean isChain(List<X509Certificate> certificates) {
    for (int i = 1; i < certificates.size(); i++) {
      if (!isSigned(certificates.get(i - 1), certificates.get(i).getPublicKey())) {
        return false;
      }
    }
    return true;
  }

  /** A number for a new certificate. */
  static BigInteger newSerial(Call call) {
    return new BigInteger("1" + call.random().hex(SERIAL_DIGITS - 1), 16);
  }

  /** A number as AWS writes it: two digits, a colon, two digits … */
  static String serial(BigInteger serial) {
    byte[] bytes = serial.toByteArray();
    int sign = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
    return HexFormat.ofDelimiter(":").formatHex(bytes, sign, bytes.length);
  }

  /** The number that is written so, with colons or without; empty if none is. */
  static Optional<BigInteger> serial(String text) {
    String digits = text.replace(":", "");
    return digits.matches("[0-9A-Fa-f]+")
        ? Optional.of(new BigInteger(digits, 16))
        : Optional.empty();
  }

  static Optional<String> commonName(X500Principal name) {
    Matcher matcher = COMMON_NAME.matcher(name.getName());
    return matcher.find()
        ? Optional.of(matcher.group(1).replaceAll("\\\\(.)", "$1"))
        : Optional.empty();
  }

  /** The hosts that a certificate is for. */
  static List<String> hosts(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      Stream<String> others =
          names == null
              ? Stream.empty()
              : names.stream()
                  .filter(name -> name.get(0).equals(HOST))
                  .map(name -> (String) name.get(1));
      return Stream.concat(commonName(certificate.getSubjectX500Principal()).stream(), others)
          .distinct()
          .toList();
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }

  /** AWS's word for the algorithm of a key; empty if it has none. */
  static Optional<String> algorithm(PublicKey key) {
    if (key instanceof RSAPublicKey rsa) {
      return Optional.of("RSA_" + rsa.getModulus().bitLength());
    }
    return key instanceof ECPublicKey elliptic
        ? Optional.ofNullable(CURVES.get(elliptic.getParams().getCurve().getField().getFieldSize()))
        : Optional.empty();
  }

  /** Certificates one after the other. */
  static String texts(List<X509Certificate> certificates) {
    return certificates.stream().map(X509Certificates::text).collect(Collectors.joining());
  }
}
