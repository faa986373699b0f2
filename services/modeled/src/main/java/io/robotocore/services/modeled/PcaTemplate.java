package io.robotocore.services.modeled;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What certificates of one kind are like.
 *
 * @param kind what they are for: {@code EndEntity}, {@code RootCA}
 * @param depth how many authorities there may be below; any number if empty
 * @param blank whether nothing is said of the use of the key
 * @param passing what is taken over besides: {@code API}, {@code CSR}, {@code APICSR}, or nothing
 * @see <a href="https://docs.aws.amazon.com/privateca/latest/userguide/template-definitions.html">
 *     template definitions</a>
 */
record PcaTemplate(String kind, Optional<Integer> depth, boolean blank, String passing) {

  private static final String SIGNATURE = "DigitalSignature";
  private static final String SERVER = "1.3.6.1.5.5.7.3.1";
  private static final String CLIENT = "1.3.6.1.5.5.7.3.2";
  private static final String ROOT = "RootCA";
  private static final Map<String, List<String>> PURPOSES =
      Map.of(
          "EndEntity", List.of(SERVER, CLIENT),
          "EndEntityServerAuth", List.of(SERVER),
          "EndEntityClientAuth", List.of(CLIENT),
          "CodeSigning", List.of("1.3.6.1.5.5.7.3.3"),
          "OCSPSigning", List.of("1.3.6.1.5.5.7.3.9"));

  private static final String USUAL = "arn:aws:acm-pca:::template/EndEntityCertificate/V1";
  private static final Pattern ARN =
      Pattern.compile(
          "arn:[a-z-]+:acm-pca:::template/(Blank)?"
              + "(EndEntity|EndEntityServerAuth|EndEntityClientAuth|CodeSigning|OCSPSigning"
              + "|RootCA|SubordinateCA)Certificate(?:_PathLen([0-3]))?"
              + "(?:_CriticalBasicConstraints)?(?:_(API|CSR|APICSR)Passthrough)?/V1");

  static PcaTemplate of(Scene scene) {
    String arn = AcmPca.text(scene, "TemplateArn");
    Matcher matcher = ARN.matcher(arn.isEmpty() ? USUAL : arn);
    if (!matcher.matches()) {
      throw AcmPca.error("InvalidArgsException", "There is no template " + arn);
    }
    return new PcaTemplate(
        matcher.group(2),
        Optional.ofNullable(matcher.group(3)).map(Integer::valueOf),
        matcher.group(1) != null,
        Optional.ofNullable(matcher.group(4)).orElse(""));
  }

  boolean isRoot() {
    return kind.equals(ROOT);
  }

  /** What a certificate says, of which this says one part, and the requests the others. */
  X509Extensions extensions(Map<?, ?> given, X509Extensions asked) {
    X509Extensions told = passing.startsWith("API") ? PcaPassthrough.extensions(given) : none();
    boolean all = passing.endsWith("CSR");
    return own().or(told).or(all ? asked : asked.only(X509Extensions.ALTERNATIVE_NAMES));
  }

  private static X509Extensions none() {
    return X509Extensions.NONE;
  }

  private X509Extensions own() {
    boolean authority = kind.endsWith("CA");
    X509Extensions constrained = authority ? none().ofAnAuthority(depth) : none().ofAnEnd();
    if (blank) {
      return constrained;
    }
    if (authority) {
      return constrained.forUse(List.of(SIGNATURE, "KeyCertSign", "CRLSign"));
    }
    boolean enciphers = kind.startsWith("EndEntity");
    return constrained
        .forUse(enciphers ? List.of(SIGNATURE, "KeyEncipherment") : List.of(SIGNATURE))
        .forPurposes(PURPOSES.getOrDefault(kind, List.of()));
  }

  /** Whose key it is: the name that is given, where names may be given, or the one asked for. */
  X509Name subject(Map<?, ?> given, X509Name asked) {
    return passing.startsWith("API") && given.get("Subject") instanceof Map<?, ?> subject
        ? X509Name.of(subject)
        : asked;
  }
}
