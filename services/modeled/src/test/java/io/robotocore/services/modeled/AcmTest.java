package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Certificates that wait for their validation.
 *
 * @see <a href="https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html">DNS
 *     validation</a>
 */
@AwsEmulator
final class AcmTest {

  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

  private Catalogue acm;
  private Catalogue route53;

  @BeforeEach
  void prepare(Emulator emulator) {
    emulator.clock().freeze();
    emulator.clock().set(NOW);
    acm = new Catalogue(emulator, "acm");
    route53 = new Catalogue(emulator, "route53");
  }

  private Map<String, Object> request(String method, List<String> others) {
    Map<String, Object> input = new HashMap<>();
    input.put("DomainName", "example.com");
    input.put("ValidationMethod", method);
    if (!others.isEmpty()) {
      input.put("SubjectAlternativeNames", others);
    }
    return acm.ok("RequestCertificate", input);
  }

  private Map<String, Object> described(Map<String, Object> named) {
    return acm.structure("DescribeCertificate", named, "Certificate");
  }

  private static List<Map<String, Object>> domains(Map<String, Object> certificate) {
    return ((List<?>) certificate.get("DomainValidationOptions"))
        .stream().map(Catalogue::structure).toList();
  }

  private String zone(boolean hidden) {
    Map<String, Object> input = new HashMap<>();
    input.put("Name", "example.com");
    input.put("CallerReference", hidden ? "hidden" : "public");
    if (hidden) {
      input.put("VPC", Map.of("VPCId", "vpc-1", "VPCRegion", "us-east-1"));
    }
    return String.valueOf(route53.structure("CreateHostedZone", input, "HostedZone").get("Id"))
        .replace("/hostedzone/", "");
  }

  private void prove(String zone, Map<String, Object> domain) {
    Map<String, Object> proof = Catalogue.structure(domain.get("ResourceRecord"));
    Map<String, Object> set =
        Map.of(
            "Name", proof.get("Name"),
            "Type", proof.get("Type"),
            "TTL", 60L,
            "ResourceRecords", List.of(Map.of("Value", proof.get("Value"))));
    route53.ok(
        "ChangeResourceRecordSets",
        Map.of(
            "HostedZoneId",
            zone,
            "ChangeBatch",
            Map.of("Changes", List.of(Map.of("Action", "UPSERT", "ResourceRecordSet", set)))));
  }

  @Test
  void certificate_isIssuedWhenAllDomainsAreProved() {
    Map<String, Object> named = request("DNS", List.of("*.example.com", "api.example.com"));
    Map<String, Object> pending = described(named);
    assertThat(pending)
        .containsEntry("Status", "PENDING_VALIDATION")
        .containsEntry(
            "SubjectAlternativeNames", List.of("example.com", "*.example.com", "api.example.com"))
        .doesNotContainKeys("IssuedAt", "NotBefore", "NotAfter");
    List<Map<String, Object>> domains = domains(pending);
    assertThat(domains).hasSize(3);
    assertThat(domains.get(0).get("ResourceRecord"))
        .isEqualTo(domains.get(1).get("ResourceRecord"))
        .isNotEqualTo(domains.get(2).get("ResourceRecord"));

    String zone = zone(false);
    prove(zone, domains.get(0));
    assertThat(described(named)).containsEntry("Status", "PENDING_VALIDATION");
    assertThat(domains(described(named)))
        .extracting(one -> one.get("ValidationStatus"))
        .containsExactly("SUCCESS", "SUCCESS", "PENDING_VALIDATION");

    prove(zone, domains.get(2));
    assertThat(acm.only("ListCertificates", Map.of(), "CertificateSummaryList"))
        .containsEntry("Status", "ISSUED");
    assertThat(described(named))
        .containsEntry("IssuedAt", NOW)
        .containsEntry("NotBefore", Instant.parse("2026-03-04T00:00:00Z"))
        .containsEntry("NotAfter", Instant.parse("2027-04-03T00:00:00Z"));
  }

  @Test
  void list_isOfTheStatusesAndKeysThatAreAskedFor() {
    request("DNS", List.of());
    acm.ok("RequestCertificate", Map.of("DomainName", "ec.org", "KeyAlgorithm", "EC_prime256v1"));
    assertThat(acm.only("ListCertificates", Map.of(), "CertificateSummaryList"))
        .containsEntry("DomainName", "example.com");
    Map<String, Object> elliptic = Map.of("Includes", Map.of("keyTypes", List.of("EC_prime256v1")));
    assertThat(acm.only("ListCertificates", elliptic, "CertificateSummaryList"))
        .containsEntry("DomainName", "ec.org");
    Map<String, Object> issued = Map.of("CertificateStatuses", List.of("ISSUED"));
    assertThat(acm.list("ListCertificates", issued, "CertificateSummaryList")).isEmpty();
    Map<String, Object> pending = Map.of("CertificateStatuses", List.of("PENDING_VALIDATION"));
    assertThat(acm.list("ListCertificates", pending, "CertificateSummaryList")).hasSize(1);
  }

  @Test
  void record_inAPrivateZone_provesNothing() {
    Map<String, Object> named = request("DNS", List.of());
    prove(zone(true), domains(described(named)).get(0));
    assertThat(described(named)).containsEntry("Status", "PENDING_VALIDATION");
  }

  @Test
  void record_ofADomain_isTheSameForAllCertificates() {
    Map<String, Object> first = described(request("DNS", List.of()));
    Map<String, Object> second = described(request("DNS", List.of("www.example.com")));
    assertThat(domains(first).get(0).get("ResourceRecord"))
        .isEqualTo(domains(second).get(0).get("ResourceRecord"));
    assertThat(first.get("CertificateArn")).isNotEqualTo(second.get("CertificateArn"));
  }

  @Test
  void certificate_thatNobodyProves_timesOut(Emulator emulator) {
    Map<String, Object> named = request("EMAIL", List.of());
    assertThat(domains(described(named)).get(0).get("ValidationEmails"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
        .contains("admin@example.com", "webmaster@example.com");
    assertThat(described(named)).containsEntry("Status", "PENDING_VALIDATION");
    emulator.clock().advance(Duration.ofDays(3));
    assertThat(described(named)).containsEntry("Status", "VALIDATION_TIMED_OUT");
  }
}
