package io.robotocore.services.sts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What a SAML identity provider says of somebody: the first assertion of its authentication
 * response.
 *
 * @param element the assertion
 */
record SamlAssertion(Element element) {

  private static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
  private static final String FORMAT_PREFIX = "urn:oasis:names:tc:SAML:2.0:nameid-format:";
  private static final String ATTRIBUTES = "https://aws.amazon.com/SAML/Attributes/";
  private static final Pattern SESSION_NAME = Pattern.compile("[\\w+=,.@-]{2,64}");

  /** How long after it was issued an assertion is good for anything. */
  private static final Duration REDEEMABLE = Duration.ofMinutes(5);

  /** Reads a response in Base64; neither document types nor anything outside of it is looked at. */
  static SamlAssertion parse(String base64) {
    try {
      byte[] xml = Base64.getMimeDecoder().decode(base64);
      DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
      parsers.setNamespaceAware(true);
      parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      parsers.setXIncludeAware(false);
      parsers.setExpandEntityReferences(false);
      var parser = parsers.newDocumentBuilder();
      parser.setErrorHandler(null);
      NodeList assertions =
          parser.parse(new ByteArrayInputStream(xml)).getElementsByTagNameNS(SAML, "Assertion");
      if (assertions.item(0) instanceof Element assertion) {
        return new SamlAssertion(assertion);
      }
    } catch (IllegalArgumentException | SAXException e) {
      // neither Base64 nor XML: refused below
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException("every Java platform reads XML from memory", e);
    }
    throw StsError.invalidToken("Could not parse the SAML response");
  }

  /** Refuses an assertion that is no longer, or not yet, good. */
  void checkTimes(Instant now) {
    Optional<Instant> issued = time("Assertion", "IssueInstant");
    boolean late =
        issued.filter(at -> now.isAfter(at.plus(REDEEMABLE))).isPresent()
            || isOver(time("SubjectConfirmationData", "NotOnOrAfter"), now)
            || isOver(time("Conditions", "NotOnOrAfter"), now)
            || isOver(time("AuthnStatement", "SessionNotOnOrAfter"), now);
    if (late) {
      throw StsError.expiredToken("Token must be redeemed within 5 minutes of issuance");
    }
    if (time("Conditions", "NotBefore").filter(now::isBefore).isPresent()) {
      throw StsError.invalidToken("The SAML assertion is not yet valid");
    }
  }

  private static boolean isOver(Optional<Instant> end, Instant now) {
    return end.filter(at -> !now.isBefore(at)).isPresent();
  }

  private Optional<Instant> time(String name, String attribute) {
    return first(name)
        .map(found -> found.getAttribute(attribute))
        .filter(text -> !text.isEmpty())
        .map(SamlAssertion::instant);
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw StsError.invalidToken("Could not parse the SAML response: " + text + " is no time");
    }
  }

  /** The time given, or when the session at the identity provider ends, if that is earlier. */
  Instant atTheLatest(Instant expires) {
    return time("AuthnStatement", "SessionNotOnOrAfter")
        .filter(end -> end.isBefore(expires))
        .orElse(expires);
  }

  /** Whether the identity provider lets its user assume a role. */
  boolean allows(String roleArn, String providerArn) {
    return values("Role").stream()
        .map(pair -> List.of(pair.replaceAll("\\s", "").split(",")))
        .anyMatch(pair -> pair.contains(roleArn) && pair.contains(providerArn));
  }

  String sessionName() {
    String name =
        values("RoleSessionName").stream()
            .findFirst()
            .orElseThrow(
                () -> StsError.invalidToken("RoleSessionName is required in AuthnResponse"));
    if (!SESSION_NAME.matcher(name).matches()) {
      throw StsError.invalidToken(
          "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}");
    }
    return name;
  }

  Optional<String> sourceIdentity() {
    return values("SourceIdentity").stream().findFirst();
  }

  List<String> transitiveTagKeys() {
    return values("TransitiveTagKeys");
  }

  /** The session tags, each of which is an attribute of its own. */
  Map<String, String> tags() {
    String prefix = ATTRIBUTES + "PrincipalTag:";
    Map<String, String> tags = new TreeMap<>();
    for (Element attribute : all(element, "Attribute")) {
      String name = attribute.getAttribute("Name");
      if (name.startsWith(prefix)) {
        texts(attribute).stream()
            .findFirst()
            .ifPresent(value -> tags.put(name.substring(prefix.length()), value));
      }
    }
    return tags;
  }

  private List<String> values(String name) {
    return all(element, "Attribute").stream()
        .filter(attribute -> attribute.getAttribute("Name").equals(ATTRIBUTES + name))
        .flatMap(attribute -> texts(attribute).stream())
        .toList();
  }

  private static List<String> texts(Element attribute) {
    return all(attribute, "AttributeValue").stream()
        .map(value -> value.getTextContent().strip())
        .toList();
  }

  String issuer() {
    return text("Issuer");
  }

  String subject() {
    return text("NameID");
  }

  /** The format of the subject, short if it is one of SAML's own. */
  String subjectType() {
    String format = first("NameID").map(id -> id.getAttribute("Format")).orElse("");
    return format.startsWith(FORMAT_PREFIX) ? format.substring(FORMAT_PREFIX.length()) : format;
  }

  /** Whom the assertion is for. */
  String recipient() {
    return first("SubjectConfirmationData").map(data -> data.getAttribute("Recipient")).orElse("");
  }

  /**
   * What tells apart subjects of the same name: a digest of the issuer, the account and the
   * provider's name.
   */
  String nameQualifier(String account, String provider) {
    try {
      byte[] name = (issuer() + account + "/" + provider).getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(name));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }

  private String text(String name) {
    return first(name).map(found -> found.getTextContent().strip()).orElse("");
  }

  private Optional<Element> first(String name) {
    return name.equals("Assertion")
        ? Optional.of(element)
        : all(element, name).stream().findFirst();
  }

  private static List<Element> all(Element within, String name) {
    NodeList found = within.getElementsByTagNameNS(SAML, name);
    return IntStream.range(0, found.getLength())
        .mapToObj(found::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .toList();
  }
}
