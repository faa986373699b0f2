package io.robotocore.services.modeled;

import io.robotocore.service.Call;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The records of public hosted zones, where those are looked for that validate domains.
 *
 * @param names the CNAME records, as name and value
 */
record AcmRecords(List<List<String>> names) {

  static AcmRecords of(Call call) {
    return new AcmRecords(
        Neighbour.of(call, "route53").stream()
            .flatMap(state -> state.all(Route53View.ZONE).flatMap(zone -> sets(state, zone)))
            .filter(set -> Structures.text(set, "Type").equals("CNAME"))
            .flatMap(AcmRecords::pairs)
            .toList());
  }

  private static Stream<Map<?, ?>> sets(ModeledState state, Entity zone) {
    boolean hidden =
        zone.attributes().get("config") instanceof Map<?, ?> config
            && Boolean.TRUE.equals(config.get("PrivateZone"));
    return hidden
        ? Stream.empty()
        : state
            .all(Route53View.RECORDS, zone.key().id())
            .map(entity -> (Map<?, ?>) entity.attribute(Route53View.RECORDS).orElse(Map.of()));
  }

  private static Stream<List<String>> pairs(Map<?, ?> set) {
    return set.get("ResourceRecords") instanceof List<?> values
        ? values.stream()
            .map(value -> Structures.text((Map<?, ?>) value, "Value"))
            .map(value -> pair(Structures.text(set, "Name"), value))
        : Stream.empty();
  }

  private static List<String> pair(String name, String value) {
    return Stream.of(name, value)
        .map(text -> text.toLowerCase(Locale.ROOT))
        .map(text -> text.endsWith(".") ? text : text + ".")
        .toList();
  }

  /** Whether a domain's record is there. */
  boolean prove(AcmDomain domain) {
    List<String> proof = domain.proof();
    return !proof.isEmpty() && names.contains(pair(proof.get(0), proof.get(1)));
  }
}
