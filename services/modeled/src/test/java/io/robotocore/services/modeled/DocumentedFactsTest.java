package io.robotocore.services.modeled;

import static io.robotocore.services.modeled.Catalogue.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the blueprints of several services say that their models do not. */
@AwsEmulator
final class DocumentedFactsTest {

  private static Map<?, ?> structure(DocumentClient.Answer answer, String member) {
    assertThat(answer.ok()).as(answer.text()).isTrue();
    return (Map<?, ?>) answer.output().get(member);
  }

  private static Map<String, Object> schedule(String name) {
    return Map.of(
        "Name",
        name,
        "ScheduleExpression",
        "rate(1 hour)",
        "FlexibleTimeWindow",
        Map.of("Mode", "OFF"),
        "Target",
        Map.of(
            "Arn",
            "arn:aws:sqs:us-east-1:111111111111:q",
            "RoleArn",
            "arn:aws:iam::111111111111:role/r"));
  }

  @Test
  void schedule_ofNoGroup_isOfTheDefaultGroup(Emulator emulator) {
    assertThat(
            call(emulator, "scheduler", "CreateSchedule", schedule("s"))
                .output()
                .get("ScheduleArn"))
        .isEqualTo("arn:aws:scheduler:us-east-1:111111111111:schedule/default/s");
    call(emulator, "scheduler", "CreateScheduleGroup", Map.of("Name", "g"));
    Map<String, Object> other = new java.util.HashMap<>(schedule("s"));
    other.put("GroupName", "g");
    assertThat(call(emulator, "scheduler", "CreateSchedule", other).ok()).isTrue();
    call(emulator, "scheduler", "DeleteSchedule", Map.of("Name", "s"));
    assertThat(call(emulator, "scheduler", "GetSchedule", Map.of("Name", "s")).code())
        .startsWith("ResourceNotFoundException");
    assertThat(
            call(emulator, "scheduler", "GetSchedule", Map.of("Name", "s", "GroupName", "g")).ok())
        .isTrue();
  }

  @Test
  void redshiftCluster_paused_saysSoInItsOwnWords(Emulator emulator) {
    Map<String, Object> blue = Map.of("ClusterIdentifier", "blue");
    call(
        emulator,
        "redshift",
        "CreateCluster",
        Map.of(
            "ClusterIdentifier",
            "blue",
            "NodeType",
            "ra3.xlplus",
            "MasterUsername",
            "admin",
            "MasterUserPassword",
            "Passw0rd"));
    assertThat(structure(call(emulator, "redshift", "PauseCluster", blue), "Cluster"))
        .extracting("ClusterStatus")
        .isEqualTo("paused");
    assertThat(structure(call(emulator, "redshift", "ResumeCluster", blue), "Cluster"))
        .extracting("ClusterStatus")
        .isEqualTo("available");
  }

  @Test
  void webAcl_hasItsNameAndIdInItsArn_andANameIsTakenOnce(Emulator emulator) {
    Map<String, Object> acl =
        Map.of(
            "Name",
            "shop",
            "Scope",
            "REGIONAL",
            "DefaultAction",
            Map.of("Allow", Map.of()),
            "VisibilityConfig",
            Map.of(
                "SampledRequestsEnabled",
                true,
                "CloudWatchMetricsEnabled",
                true,
                "MetricName",
                "m"));
    Map<?, ?> summary = structure(call(emulator, "wafv2", "CreateWebACL", acl), "Summary");
    assertThat(summary.get("ARN"))
        .isEqualTo(
            "arn:aws:wafv2:us-east-1:111111111111:regional/webacl/shop/" + summary.get("Id"));
    assertThat((String) summary.get("LockToken")).isNotEmpty();
    assertThat(call(emulator, "wafv2", "CreateWebACL", acl).code())
        .startsWith("WAFDuplicateItemException");
  }

  @Test
  void mail_ofAnAddressThatIsNotVerified_isRejected(Emulator emulator) {
    Map<String, Object> mail =
        Map.of(
            "Source",
            "Shop <shop@example.com>",
            "Destination",
            Map.of("ToAddresses", List.of("you@example.org")),
            "Message",
            Map.of("Subject", Map.of("Data", "s"), "Body", Map.of("Text", Map.of("Data", "t"))));
    assertThat(call(emulator, "ses", "SendEmail", mail).code()).startsWith("MessageRejected");
    call(emulator, "ses", "VerifyDomainIdentity", Map.of("Domain", "example.com"));
    assertThat((String) call(emulator, "ses", "SendEmail", mail).output().get("MessageId"))
        .endsWith("-000000");
    assertThat(call(emulator, "ses", "ListIdentities", Map.of()).output().get("Identities"))
        .isEqualTo(List.of("example.com"));
  }

  @Test
  void organization_isOneOnly(Emulator emulator) {
    Map<?, ?> created =
        structure(call(emulator, "organizations", "CreateOrganization", Map.of()), "Organization");
    assertThat(created.get("Arn"))
        .isEqualTo("arn:aws:organizations::111111111111:organization/" + created.get("Id"));
    assertThat(call(emulator, "organizations", "CreateOrganization", Map.of()).code())
        .startsWith("AlreadyInOrganizationException");
  }

  @Test
  void whatIsThereFromTheBeginning_isThere(Emulator emulator) {
    assertThat(call(emulator, "memorydb", "DescribeACLs", Map.of("ACLName", "open-access")).ok())
        .isTrue();
    assertThat(call(emulator, "scheduler", "GetScheduleGroup", Map.of("Name", "default")).ok())
        .isTrue();
  }

  @Test
  void deliveryStream_updated_tellsOfItsDestinationAndItsNextVersion(Emulator emulator) {
    String role = "arn:aws:iam::111111111111:role/r";
    call(
        emulator,
        "firehose",
        "CreateDeliveryStream",
        Map.of(
            "DeliveryStreamName",
            "logs",
            "ExtendedS3DestinationConfiguration",
            Map.of("RoleARN", role, "BucketARN", "arn:aws:s3:::b", "Prefix", "one/")));
    Map<String, Object> update =
        Map.of(
            "DeliveryStreamName",
            "logs",
            "CurrentDeliveryStreamVersionId",
            "1",
            "DestinationId",
            "destinationId-000000000001",
            "ExtendedS3DestinationUpdate",
            Map.of("Prefix", "two/"));
    assertThat(call(emulator, "firehose", "UpdateDestination", update).ok()).isTrue();
    assertThat(call(emulator, "firehose", "UpdateDestination", update).code())
        .startsWith("ConcurrentModificationException");
    Map<?, ?> stream =
        structure(
            call(
                emulator,
                "firehose",
                "DescribeDeliveryStream",
                Map.of("DeliveryStreamName", "logs")),
            "DeliveryStreamDescription");
    assertThat(stream.get("VersionId")).isEqualTo("2");
    assertThat((List<?>) stream.get("Destinations"))
        .singleElement()
        .extracting("ExtendedS3DestinationDescription")
        .extracting("RoleARN", "Prefix", "CompressionFormat")
        .containsExactly(role, "two/", "UNCOMPRESSED");
  }

  @Test
  void emailIdentity_isADomainOrAnAddress_andMailOfItsAddressesIsTaken(Emulator emulator) {
    call(emulator, "sesv2", "CreateEmailIdentity", Map.of("EmailIdentity", "example.com"));
    DocumentClient.Answer identity =
        call(emulator, "sesv2", "GetEmailIdentity", Map.of("EmailIdentity", "example.com"));
    assertThat(identity.output().get("IdentityType")).isEqualTo("DOMAIN");
    assertThat(identity.output().get("VerifiedForSendingStatus")).isEqualTo(true);
    for (String domain : List.of("example.com", "example.org")) {
      Map<String, Object> mail =
          Map.of(
              "FromEmailAddress",
              "shop@" + domain,
              "Destination",
              Map.of("ToAddresses", List.of("you@example.net")),
              "Content",
              Map.of(
                  "Simple",
                  Map.of(
                      "Subject",
                      Map.of("Data", "s"),
                      "Body",
                      Map.of("Text", Map.of("Data", "t")))));
      assertThat(call(emulator, "sesv2", "SendEmail", mail).ok())
          .isEqualTo(domain.equals("example.com"));
    }
  }
}
