package io.robotocore.services.modeled;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Extensions of certificates as requests of the API describe them.
 *
 * @see <a href="https://docs.aws.amazon.com/privateca/latest/APIReference/API_Extensions.html">
 *     Extensions</a>
 */
final class PcaPassthrough {

  private static final String PURPOSES = "1.3.6.1.5.5.7.3.";
  private static final Map<String, String> KNOWN_PURPOSES =
      Map.of(
          "SERVER_AUTH", PURPOSES + 1,
          "CLIENT_AUTH", PURPOSES + 2,
          "CODE_SIGNING", PURPOSES + 3,
          "EMAIL_PROTECTION", PURPOSES + 4,
          "TIME_STAMPING", PURPOSES + 8,
          "OCSP_SIGNING", PURPOSES + 9,
          "SMART_CARD_LOGIN", "1.3.6.1.4.1.311.20.2.2",
          "DOCUMENT_SIGNING", "1.3.6.1.4.1.311.10.3.12",
          "CERTIFICATE_TRANSPARENCY", "1.3.6.1.4.1.11129.2.4.4");

  private PcaPassthrough() {}

  /** Those in an {@code ApiPassthrough}. */
  static X509Extensions extensions(Map<?, ?> given) {
    X509Extensions told = X509Extensions.NONE;
    if (!(given.get("Extensions") instanceof Map<?, ?> described)) {
      return told;
    }
    if (described.get("KeyUsage") instanceof Map<?, ?> usage) {
      told =
          told.forUse(
              X509Extensions.USAGES.stream()
                  .filter(name -> Boolean.TRUE.equals(usage.get(name)))
                  .toList());
    }
    List<String> purposes =
        Structures.list(described, "ExtendedKeyUsage").stream()
            .flatMap(PcaPassthrough::purpose)
            .toList();
    if (!purposes.isEmpty()) {
      told = told.forPurposes(purposes);
    }
    List<Der> names = new ArrayList<>();
    Structures.list(described, "SubjectAlternativeNames").forEach(name -> names.add(name(name)));
    if (!names.isEmpty()) {
      told = told.named(names);
    }
    for (Map<?, ?> custom : Structures.list(described, "CustomExtensions")) {
      told =
          told.with(
              Structures.text(custom, "ObjectIdentifier"),
              Boolean.TRUE.equals(custom.get("Critical")),
              decoded(Structures.text(custom, "Value")));
    }
    return told;
  }

  private static Stream<String> purpose(Map<?, ?> usage) {
    String known = KNOWN_PURPOSES.get(Structures.text(usage, "ExtendedKeyUsageType"));
    return Stream.of(
            Optional.ofNullable(known)
                .orElse(Structures.text(usage, "ExtendedKeyUsageObjectIdentifier")))
        .filter(oid -> !oid.isEmpty());
  }

  private static Der name(Map<?, ?> name) {
    if (name.get("DirectoryName") instanceof Map<?, ?> subject) {
      return Der.explicit(4, X509Name.of(subject).der());
    }
    if (name.get("IpAddress") instanceof String address) {
      return Der.implicit(7, Der.octets(address(address)));
    }
    if (name.get("RegisteredId") instanceof String oid) {
      return Der.implicit(8, Der.oid(oid));
    }
    return Stream.of(
            Map.entry("Rfc822Name", 1),
            Map.entry("DnsName", 2),
            Map.entry("UniformResourceIdentifier", 6))
        .filter(kind -> name.get(kind.getKey()) instanceof String)
        .map(kind -> Der.implicit(kind.getValue(), Der.ia5(text(name, kind.getKey()))))
        .findFirst()
        .orElseThrow(
            () ->
                io.robotocore.service.DocumentError.unmodeled(
                    "NotImplemented", "Names of this kind are not implemented", 501));
  }

  private static String text(Map<?, ?> structure, String member) {
    return String.valueOf(Objects.requireNonNull(structure.get(member)));
  }

  private static byte[] address(String text) {
    try {
      if (text.matches("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
        return InetAddress.getByName(text).getAddress();
      }
    } catch (UnknownHostException e) {
      // It is no address.
    }
    throw AcmPca.error("InvalidArgsException", text + " is not an IP address");
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw AcmPca.error("InvalidArgsException", "The value of an extension is not Base64");
    }
  }
}
