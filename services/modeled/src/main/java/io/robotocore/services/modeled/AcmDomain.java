package io.robotocore.services.modeled;

import io.robotocore.service.Call;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A domain that a certificate is for, and how it is validated.
 *
 * @param facts what ACM tells of it
 */
record AcmDomain(Map<String, Object> facts) {

  private static final String STATUS = "ValidationStatus";
  private static final List<String> ADDRESSEES =
      List.of("administrator", "hostmaster", "postmaster", "webmaster", "admin");

  static AcmDomain of(Map<?, ?> facts) {
    Map<String, Object> copy = new LinkedHashMap<>();
    facts.forEach((name, value) -> copy.put((String) name, value));
    return new AcmDomain(copy);
  }

  /** A domain that a certificate is asked for. */
  static AcmDomain of(Scene scene, String name) {
    Object method = scene.input().getOrDefault("ValidationMethod", "EMAIL");
    String bare = name.startsWith("*.") ? name.substring(2) : name;
    String validated = validated(scene.input(), name, bare);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("DomainName", name);
    facts.put("ValidationDomain", method.equals("EMAIL") ? validated : name);
    facts.put(STATUS, "PENDING_VALIDATION");
    facts.put("ValidationMethod", method);
    if (method.equals("DNS")) {
      facts.put("ResourceRecord", record(scene.call(), bare));
    }
    if (method.equals("EMAIL")) {
      facts.put("ValidationEmails", ADDRESSEES.stream().map(one -> one + "@" + validated).toList());
    }
    return new AcmDomain(facts);
  }

  private static String validated(Map<String, Object> input, String name, String otherwise) {
    return Stream.of(input.getOrDefault("DomainValidationOptions", List.of()))
        .flatMap(list -> ((List<?>) list).stream())
        .map(option -> (Map<?, ?>) option)
        .filter(option -> name.equals(option.get("DomainName")))
        .map(option -> String.valueOf(option.get("ValidationDomain")))
        .findFirst()
        .orElse(otherwise);
  }

  /** The record that an account proves with that it has a domain: always the same. */
  private static Map<String, String> record(Call call, String domain) {
    return Map.of(
        "Name", "_" + digest("name", call, domain) + "." + domain + ".",
        "Type", "CNAME",
        "Value", "_" + digest("value", call, domain) + ".acm-validations.aws.");
  }

  private static String digest(String what, Call call, String domain) {
    String text = what + " " + call.account() + " " + domain;
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
        .toString()
        .replace("-", "");
  }

  boolean isValid() {
    return Objects.equals(facts.get(STATUS), "SUCCESS");
  }

  /** Name and value of the record that proves it; empty if no record does. */
  List<String> proof() {
    return facts.get("ResourceRecord") instanceof Map<?, ?> record
        ? List.of(String.valueOf(record.get("Name")), String.valueOf(record.get("Value")))
        : List.of();
  }

  /** This after somebody has looked for its record. */
  AcmDomain looked(boolean proved, boolean late) {
    Map<String, Object> known = new LinkedHashMap<>(facts);
    if (!isValid() && (proved || late)) {
      known.put(STATUS, proved ? "SUCCESS" : "FAILED");
    }
    return new AcmDomain(known);
  }
}
