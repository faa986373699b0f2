package io.robotocore.services.modeled;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;

/**
 * The distinguished name of somebody.
 *
 * @param der the name as certificates have it
 */
record X509Name(Der der) {

  /** The members of AWS's structures that are parts of names, in the order of those. */
  private static final Map<String, String> PARTS = parts();

  private static final Pattern PRINTABLE = Pattern.compile("[A-Za-z0-9 '()+,./:=?-]*");
  private static final List<String> ALWAYS_PRINTABLE =
      List.of("Country", "DistinguishedNameQualifier", "SerialNumber");

  private static Map<String, String> parts() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("Country", "2.5.4.6");
    parts.put("Organization", "2.5.4.10");
    parts.put("OrganizationalUnit", "2.5.4.11");
    parts.put("DistinguishedNameQualifier", "2.5.4.46");
    parts.put("State", "2.5.4.8");
    parts.put("CommonName", "2.5.4.3");
    parts.put("SerialNumber", "2.5.4.5");
    parts.put("Locality", "2.5.4.7");
    parts.put("Title", "2.5.4.12");
    parts.put("Surname", "2.5.4.4");
    parts.put("GivenName", "2.5.4.42");
    parts.put("Initials", "2.5.4.43");
    parts.put("Pseudonym", "2.5.4.65");
    parts.put("GenerationQualifier", "2.5.4.44");
    return parts;
  }

  /**
   * The name that a structure describes.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/privateca/latest/APIReference/API_ASN1Subject.html">ASN1Subject</a>
   */
  static X509Name of(Map<?, ?> subject) {
    List<Der> parts = new ArrayList<>();
    PARTS.forEach(
        (member, oid) -> {
          if (subject.get(member) instanceof String text) {
            boolean plain = ALWAYS_PRINTABLE.contains(member) && PRINTABLE.matcher(text).matches();
            parts.add(part(oid, plain ? Der.printable(text) : Der.utf8(text)));
          }
        });
    for (Map<?, ?> custom : Structures.list(subject, "CustomAttributes")) {
      parts.add(
          part(
              Structures.text(custom, "ObjectIdentifier"),
              Der.utf8(Structures.text(custom, "Value"))));
    }
    return new X509Name(Der.sequence(parts));
  }

  private static Der part(String oid, Der value) {
    return Der.set(Der.sequence(Der.oid(oid), value));
  }

  static X509Name of(X500Principal principal) {
    return new X509Name(Der.read(principal.getEncoded()));
  }

  X500Principal principal() {
    return new X500Principal(der.encoded());
  }
}
