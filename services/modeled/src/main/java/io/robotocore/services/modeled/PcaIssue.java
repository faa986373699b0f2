package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A certificate that an authority is asked for.
 *
 * @param authority the authority
 * @see <a
 *     href="https://docs.aws.amazon.com/privateca/latest/APIReference/API_IssueCertificate.html">
 *     IssueCertificate</a>
 */
record PcaIssue(PcaAuthority authority) {

  /** A certificate is valid a little before it is issued, as clocks differ. */
  private static final Duration BEFORE = Duration.ofMinutes(60);

  private static final Duration SHORT_LIFE = Duration.ofDays(7);
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
  private static final int BAD_REQUEST = 400;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);

  Map<String, Object> answer() {
    Scene scene = authority.scene();
    PcaTemplate template = PcaTemplate.of(scene);
    boolean begins = authority.is(PcaAuthority.PENDING) && authority.isRoot() && template.isRoot();
    if (!authority.isActive() && !begins) {
      throw AcmPca.error(
          "InvalidStateException",
          "The certificate authority is not in a valid state for issuing certificates");
    }
    PcaCertificates issued = new PcaCertificates(authority);
    return issued.repeated().orElseGet(() -> issued.keep(certificates(template)));
  }

  /** The new certificate, and those that lead from it to a root. */
  private List<X509Certificate> certificates(PcaTemplate template) {
    Scene scene = authority.scene();
    X509Request request =
        X509Request.read(AcmPca.text(scene, "Csr"))
            .orElseThrow(
                () ->
                    AcmPca.error(
                        "MalformedCSRException", "The certificate signing request is malformed"));
    X509Keys keys = authority.keys();
    String algorithm = X509Keys.signing(AcmPca.text(scene, "SigningAlgorithm"));
    if (!keys.sign(algorithm)) {
      throw invalid("The signing algorithm does not match the key of the certificate authority");
    }
    Map<?, ?> given =
        scene.input().get("ApiPassthrough") instanceof Map<?, ?> passed ? passed : Map.of();
    BigInteger serial = X509Certificates.newSerial(scene.call());
    X509Draft draft =
        new X509Draft(
            serial,
            template.subject(given, request.subject()),
            request.key(),
            validity(template),
            template.extensions(given, request.extensions()));
    if (template.isRoot()) {
      if (!authority.isRoot() || !request.key().equals(keys.open())) {
        throw invalid("Only a root certificate authority signs its own certificate");
      }
      return List.of(draft.signed(keys, algorithm, scene.call()));
    }
    List<X509Certificate> chain = new ArrayList<>(authority.certificates());
    X509Draft.Issuer issuer = X509Draft.Issuer.of(chain.get(0), keys, algorithm);
    chain.add(0, draft.signed(issuer, scene.call()));
    return chain;
  }

  private X509Draft.Validity validity(PcaTemplate template) {
    Map<String, Object> input = authority.scene().input();
    Instant now = authority.scene().call().now().truncatedTo(ChronoUnit.SECONDS);
    Instant start =
        input.get("ValidityNotBefore") instanceof Map<?, ?> told
            ? moment(told, now)
            : now.minus(BEFORE);
    Instant end = moment((Map<?, ?>) input.getOrDefault("Validity", Map.of()), now);
    if (!end.isAfter(now) || !end.isAfter(start)) {
      throw invalid("The end of the validity must be in the future");
    }
    if (authority.isForShortLives() && !template.isRoot() && end.isAfter(now.plus(SHORT_LIFE))) {
      throw invalid("A short-lived certificate is valid for 7 days at most");
    }
    if (!template.isRoot() && authority.isPast("notafter", end)) {
      throw DocumentError.unmodeled(
          "ValidationException",
          "The certificate validity specified exceeds the certificate authority validity",
          BAD_REQUEST);
    }
    return new X509Draft.Validity(start, end);
  }

  private static Instant moment(Map<?, ?> validity, Instant now) {
    long value = validity.get("Value") instanceof Number number ? number.longValue() : 0;
    ZonedDateTime from = now.atZone(ZoneOffset.UTC);
    if (value < 1 || value > LAST.getEpochSecond() * 1000) {
      throw invalid("The validity is out of range");
    }
    return switch (Structures.text(validity, "Type")) {
      case "END_DATE" -> date(Long.toString(value));
      case "ABSOLUTE" -> earlier(Instant.ofEpochSecond(value));
      case "YEARS" -> earlier(from.plusYears(amount(value)).toInstant());
      case "MONTHS" -> earlier(from.plusMonths(amount(value)).toInstant());
      default -> earlier(from.plusDays(amount(value)).toInstant());
    };
  }

  /** As many days, months or years as there can be. */
  private static long amount(long value) {
    return Math.min(value, ChronoUnit.DAYS.between(Instant.EPOCH, LAST));
  }

  private static Instant earlier(Instant moment) {
    if (moment.isAfter(LAST)) {
      throw invalid("The validity ends after the year 9999");
    }
    return moment;
  }

  /** A date with a year of two digits or of four. */
  private static Instant date(String digits) {
    boolean brief = digits.length() <= 12;
    String padded = brief ? "0".repeat(12 - digits.length()) + digits : digits;
    String century = padded.compareTo("50") < 0 ? "20" : "19";
    try {
      return LocalDateTime.parse(brief ? century + padded : padded, DATE).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw invalid(digits + " is not a date");
    }
  }

  private static DocumentError invalid(String message) {
    return AcmPca.error("InvalidArgsException", message);
  }
}
