package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import io.robotocore.model.AwsModels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Hosted zones and records of Route 53. */
@AwsEmulator
final class Route53Test {

  private static final AwsModels MODELS = AwsModels.load();

  private static DocumentClient.Answer call(
      Emulator emulator, String operation, Map<String, Object> input) {
    return new DocumentClient(emulator.httpClient(), "123456789012", "us-east-1")
        .call(MODELS.service("route53").orElseThrow().operation(operation).orElseThrow(), input);
  }

  private static Object at(DocumentClient.Answer answer, Object... path) {
    assertThat(answer.ok()).as(answer.text()).isTrue();
    Object value = answer.output();
    for (Object step : path) {
      value = step instanceof Integer i ? ((List<?>) value).get(i) : ((Map<?, ?>) value).get(step);
    }
    return value;
  }

  private static DocumentClient.Answer create(Emulator emulator, String name) {
    return call(emulator, "CreateHostedZone", Map.of("Name", name, "CallerReference", name));
  }

  private static String zone(Emulator emulator) {
    return ((String) at(create(emulator, "example.com"), "HostedZone", "Id"))
        .substring("/hostedzone/".length());
  }

  private static Map<String, Object> set(String name, String type, String value) {
    return Map.of(
        "Name", name, "Type", type, "TTL", 60L, "ResourceRecords", List.of(Map.of("Value", value)));
  }

  private static DocumentClient.Answer change(
      Emulator emulator, String zone, String action, Map<String, Object> set) {
    Map<String, Object> change = Map.of("Action", action, "ResourceRecordSet", set);
    return call(
        emulator,
        "ChangeResourceRecordSets",
        Map.of("HostedZoneId", zone, "ChangeBatch", Map.of("Changes", List.of(change))));
  }

  private static List<String> names(Emulator emulator, String zone, Map<String, Object> more) {
    Map<String, Object> input = new HashMap<>(more);
    input.put("HostedZoneId", zone);
    return ((List<?>) at(call(emulator, "ListResourceRecordSets", input), "ResourceRecordSets"))
        .stream()
            .map(set -> (Map<?, ?>) set)
            .map(set -> set.get("Name") + " " + set.get("Type"))
            .toList();
  }

  @Test
  void createHostedZone_hasServersAndAChange(Emulator emulator) {
    DocumentClient.Answer created = create(emulator, "Example.COM");
    assertThat(at(created, "HostedZone", "Id")).asString().matches("/hostedzone/Z[A-Z0-9]{19}");
    assertThat(at(created, "HostedZone", "Name")).isEqualTo("example.com.");
    assertThat(at(created, "HostedZone", "ResourceRecordSetCount")).isEqualTo(2L);
    assertThat((List<?>) at(created, "DelegationSet", "NameServers")).hasSize(4);
    assertThat(at(created, "ChangeInfo", "Status")).isEqualTo("PENDING");
    Map<String, Object> change =
        Map.of("Id", ((String) at(created, "ChangeInfo", "Id")).substring("/change/".length()));
    assertThat(at(call(emulator, "GetChange", change), "ChangeInfo", "Status")).isEqualTo("INSYNC");
    assertThat(create(emulator, "Example.COM").code()).startsWith("HostedZoneAlreadyExists");
    assertThat(call(emulator, "GetChange", Map.of("Id", "C1")).code()).startsWith("NoSuchChange");
  }

  @Test
  void hostedZone_isFoundByBothFormsOfItsId(Emulator emulator) {
    String zone = zone(emulator);
    for (String id : List.of(zone, "/hostedzone/" + zone)) {
      assertThat(at(call(emulator, "GetHostedZone", Map.of("Id", id)), "HostedZone", "Id"))
          .isEqualTo("/hostedzone/" + zone);
    }
    assertThat(at(call(emulator, "ListHostedZones", Map.of()), "HostedZones", 0, "Id"))
        .isEqualTo("/hostedzone/" + zone);
    assertThat(call(emulator, "GetHostedZone", Map.of("Id", "Z1")).text())
        .contains("NoSuchHostedZone", "No hosted zone found with ID: Z1");
  }

  @Test
  void records_areListedByTheirLabelsFromTheEnd(Emulator emulator) {
    String zone = zone(emulator);
    for (String name : List.of("b.a.example.com", "*.example.com.", "B.example.com")) {
      at(change(emulator, zone, "CREATE", set(name, "A", "192.0.2.1")));
    }
    assertThat(names(emulator, zone, Map.of()))
        .containsExactly(
            "example.com. NS",
            "example.com. SOA",
            "\\052.example.com. A",
            "b.a.example.com. A",
            "b.example.com. A");
    assertThat(
            names(
                emulator,
                zone,
                Map.of(
                    "StartRecordName", "a.example.com", "StartRecordType", "A", "MaxItems", "1")))
        .containsExactly("b.a.example.com. A");
    assertThat(
            at(
                call(
                    emulator,
                    "ListResourceRecordSets",
                    Map.of("HostedZoneId", zone, "MaxItems", "2")),
                "NextRecordName"))
        .isEqualTo("\\052.example.com.");
  }

  @Test
  void change_ofWhatIsThereOrNotThere_isCheckedAndUndone(Emulator emulator) {
    String zone = zone(emulator);
    Map<String, Object> www = set("www.example.com.", "A", "192.0.2.1");
    at(change(emulator, zone, "CREATE", www));
    assertThat(change(emulator, zone, "CREATE", www).text())
        .contains(
            "[Tried to create resource record set [name='www.example.com.', type='A'] but it"
                + " already exists]");
    Map<String, Object> other = set("www.example.com.", "A", "192.0.2.2");
    assertThat(change(emulator, zone, "DELETE", other).text())
        .contains("but the values provided do not match the current values");
    at(change(emulator, zone, "UPSERT", other));
    assertThat(change(emulator, zone, "DELETE", set("x.example.com", "A", "192.0.2.1")).text())
        .contains("[name='x.example.com.', type='A'] but it was not found");
    assertThat(change(emulator, zone, "CREATE", set("other.org", "A", "192.0.2.1")).text())
        .contains("RRSet with DNS name other.org. is not permitted in zone example.com.");
    assertThat(change(emulator, zone, "CREATE", set("example.com", "CNAME", "x.org")).text())
        .contains("is not permitted at apex in zone example.com.");
    assertThat(change(emulator, zone, "CREATE", set("www.example.com", "CNAME", "x.org")).code())
        .startsWith("InvalidChangeBatch");
    Map<String, Object> batch =
        Map.of(
            "Changes",
            List.of(
                Map.of("Action", "DELETE", "ResourceRecordSet", other),
                Map.of("Action", "CREATE", "ResourceRecordSet", set("y.org", "A", "192.0.2.1"))));
    call(emulator, "ChangeResourceRecordSets", Map.of("HostedZoneId", zone, "ChangeBatch", batch));
    assertThat(names(emulator, zone, Map.of())).contains("www.example.com. A");
  }

  @Test
  void deleteHostedZone_withRecords_fails(Emulator emulator) {
    String zone = zone(emulator);
    Map<String, Object> www = set("www.example.com.", "A", "192.0.2.1");
    at(change(emulator, zone, "CREATE", www));
    assertThat(call(emulator, "DeleteHostedZone", Map.of("Id", zone)).code())
        .startsWith("HostedZoneNotEmpty");
    at(change(emulator, zone, "DELETE", www));
    assertThat(at(call(emulator, "DeleteHostedZone", Map.of("Id", zone)), "ChangeInfo", "Status"))
        .isEqualTo("PENDING");
    assertThat(call(emulator, "ListResourceRecordSets", Map.of("HostedZoneId", zone)).code())
        .startsWith("NoSuchHostedZone");
  }

  @Test
  void zonesByName_beginWhereItIsAsked(Emulator emulator) {
    for (String name : List.of("b.org", "a.org", "z.com")) {
      at(create(emulator, name));
    }
    DocumentClient.Answer page =
        call(emulator, "ListHostedZonesByName", Map.of("DNSName", "a.org", "MaxItems", "1"));
    assertThat(at(page, "HostedZones", 0, "Name")).isEqualTo("a.org.");
    assertThat(at(page, "NextDNSName")).isEqualTo("b.org.");
    assertThat(at(call(emulator, "ListHostedZonesByName", Map.of()), "HostedZones", 0, "Name"))
        .isEqualTo("z.com.");
  }

  @Test
  void tags_ofAZone_areTold(Emulator emulator) {
    String zone = zone(emulator);
    Map<String, Object> tag = Map.of("Key", "team", "Value", "red");
    at(
        call(
            emulator,
            "ChangeTagsForResource",
            Map.of("ResourceType", "hostedzone", "ResourceId", zone, "AddTags", List.of(tag))));
    assertThat(
            at(
                call(
                    emulator,
                    "ListTagsForResource",
                    Map.of("ResourceType", "hostedzone", "ResourceId", zone)),
                "ResourceTagSet",
                "Tags"))
        .isEqualTo(List.of(tag));
  }
}
