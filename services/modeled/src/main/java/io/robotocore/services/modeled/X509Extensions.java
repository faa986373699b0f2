package io.robotocore.services.modeled;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a certificate says besides whose key it is.
 *
 * @param byOid the extensions, each as certificates have it, by what identifies it
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-4.2">RFC 5280, 4.2</a>
 */
record X509Extensions(Map<Der, Der> byOid) {

  static final X509Extensions NONE = new X509Extensions(Map.of());
  static final String ALTERNATIVE_NAMES = "2.5.29.17";

  private static final String SUBJECT_KEY = "2.5.29.14";
  private static final String KEY_USAGE = "2.5.29.15";
  private static final String CONSTRAINTS = "2.5.29.19";
  private static final String AUTHORITY_KEY = "2.5.29.35";
  private static final String EXTENDED_USAGE = "2.5.29.37";

  /** What a key may be used for, in the order of its bits. */
  static final List<String> USAGES =
      List.of(
          "DigitalSignature",
          "NonRepudiation",
          "KeyEncipherment",
          "DataEncipherment",
          "KeyAgreement",
          "KeyCertSign",
          "CRLSign",
          "EncipherOnly",
          "DecipherOnly");

  /** The extensions of a list of such. */
  static X509Extensions of(Der list) {
    Map<Der, Der> byOid = new LinkedHashMap<>();
    list.parts().forEach(extension -> byOid.put(extension.part(0), extension));
    return new X509Extensions(byOid);
  }

  /** The list of these. */
  Der list() {
    return Der.sequence(List.copyOf(byOid.values()));
  }

  /** This with another one, instead of one of the same kind. */
  X509Extensions with(String oid, boolean critical, byte[] value) {
    List<Der> parts = new ArrayList<>(List.of(Der.oid(oid)));
    if (critical) {
      parts.add(Der.bool(true));
    }
    parts.add(Der.octets(value));
    Map<Der, Der> more = new LinkedHashMap<>(byOid);
    more.put(Der.oid(oid), Der.sequence(parts));
    return new X509Extensions(more);
  }

  /** These, and of others those of which there are none here. */
  X509Extensions or(X509Extensions others) {
    Map<Der, Der> all = new LinkedHashMap<>(byOid);
    others.byOid.forEach(all::putIfAbsent);
    return new X509Extensions(all);
  }

  /** Of these only the one of a kind, if there is one. */
  X509Extensions only(String oid) {
    return Optional.ofNullable(byOid.get(Der.oid(oid)))
        .map(one -> new X509Extensions(Map.of(Der.oid(oid), one)))
        .orElse(NONE);
  }

  /** That the key does not sign certificates. */
  X509Extensions ofAnEnd() {
    return with(CONSTRAINTS, false, Der.sequence().encoded());
  }

  /** That the key signs certificates, below which there are so many more; any number if empty. */
  X509Extensions ofAnAuthority(Optional<Integer> depth) {
    List<Der> parts = new ArrayList<>(List.of(Der.bool(true)));
    depth.ifPresent(number -> parts.add(Der.integer(number)));
    return with(CONSTRAINTS, true, Der.sequence(parts).encoded());
  }

  /** What the key may be used for. */
  X509Extensions forUse(List<String> usages) {
    List<Boolean> flags = USAGES.stream().map(usages::contains).toList();
    return with(KEY_USAGE, true, Der.flags(flags).encoded());
  }

  /** What the key is meant for, as object identifiers. */
  X509Extensions forPurposes(List<String> purposes) {
    return with(
        EXTENDED_USAGE, false, Der.sequence(purposes.stream().map(Der::oid).toList()).encoded());
  }

  /** Other names, in the order of the kinds of such: 1 is a mail address, 2 a host, 6 a URI. */
  X509Extensions named(List<Der> names) {
    return with(ALTERNATIVE_NAMES, false, Der.sequence(names).encoded());
  }

  /** The names of hosts. */
  X509Extensions forHosts(List<String> hosts) {
    return named(hosts.stream().map(host -> Der.implicit(2, Der.ia5(host))).toList());
  }

  /** Which key it is of. */
  X509Extensions ofKey(PublicKey key) {
    return with(SUBJECT_KEY, false, keyOf(key).encoded());
  }

  /** Which key has signed it. */
  X509Extensions signedBy(Der key) {
    Der id = Der.sequence(Der.implicit(0, key));
    return with(AUTHORITY_KEY, false, id.encoded());
  }

  /** The identifier of a certificate's key: the one that it tells, or the usual one. */
  static Der keyOf(X509Certificate certificate) {
    byte[] told = certificate.getExtensionValue(SUBJECT_KEY);
    return told == null ? keyOf(certificate.getPublicKey()) : Der.read(Der.read(told).bytes());
  }

  /** The usual identifier of a key. */
  static Der keyOf(PublicKey key) {
    try {
      byte[] bits = Der.read(key.getEncoded()).part(1).bytes();
      return Der.octets(MessageDigest.getInstance("SHA-1").digest(bits));
    } catch (GeneralSecurityException e) {
      throw X509Keys.impossible(e);
    }
  }
}
