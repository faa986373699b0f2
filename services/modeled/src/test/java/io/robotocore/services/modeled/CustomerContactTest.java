package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Connect, its outbound campaigns and Pinpoint as their users see them. */
@AwsEmulator
final class CustomerContactTest {

  private static final String ACCOUNT = ":us-east-1:111111111111:";

  private final Emulator emulator;

  CustomerContactTest(Emulator emulator) {
    this.emulator = emulator;
  }

  @Test
  void queue_belongsToItsInstance_whereItsNameIsThereOnce() {
    Catalogue connect = new Catalogue(emulator, "connect");
    Object instance = instance(connect, "center");
    Object hours =
        connect
            .ok(
                "CreateHoursOfOperation",
                Map.of("InstanceId", instance, "Name", "h", "TimeZone", "UTC", "Config", List.of()))
            .get("HoursOfOperationId");
    Map<String, Object> queue =
        Map.of("InstanceId", instance, "Name", "sales", "HoursOfOperationId", hours);
    Map<String, Object> created = connect.ok("CreateQueue", queue);
    assertThat(created.get("QueueArn"))
        .isEqualTo(
            "arn:aws:connect"
                + ACCOUNT
                + "instance/"
                + instance
                + "/queue/"
                + created.get("QueueId"));
    assertThat(connect.error("CreateQueue", queue)).isEqualTo("DuplicateResourceException");
    Map<String, Object> named = Map.of("InstanceId", instance, "QueueId", created.get("QueueId"));
    assertThat(connect.structure("DescribeQueue", named, "Queue"))
        .containsEntry("Status", "ENABLED");
    connect.ok("DeleteInstance", Map.of("InstanceId", instance));
    assertThat(connect.error("DescribeQueue", named)).isEqualTo("ResourceNotFoundException");
  }

  private static Object instance(Catalogue connect, String alias) {
    return java.util.Objects.requireNonNull(
        connect
            .ok(
                "CreateInstance",
                Map.of(
                    "IdentityManagementType",
                    "CONNECT_MANAGED",
                    "InstanceAlias",
                    alias,
                    "InboundCallsEnabled",
                    true,
                    "OutboundCallsEnabled",
                    true))
            .get("Id"));
  }

  @Test
  void chat_isAContactWithAttributes_untilItIsStopped() {
    Catalogue connect = new Catalogue(emulator, "connect");
    Object instance = instance(connect, "chats");
    Object flow =
        connect
            .ok(
                "CreateContactFlow",
                Map.of(
                    "InstanceId",
                    instance,
                    "Name",
                    "flow",
                    "Type",
                    "CONTACT_FLOW",
                    "Content",
                    "{}"))
            .get("ContactFlowId");
    Object contact =
        connect
            .ok(
                "StartChatContact",
                Map.of(
                    "InstanceId",
                    instance,
                    "ContactFlowId",
                    flow,
                    "ParticipantDetails",
                    Map.of("DisplayName", "Ann"),
                    "Attributes",
                    Map.of("plan", "gold")))
            .get("ContactId");
    Map<String, Object> named = Map.of("InstanceId", instance, "ContactId", contact);
    assertThat(connect.structure("DescribeContact", named, "Contact"))
        .containsEntry("Channel", "CHAT")
        .doesNotContainKey("DisconnectTimestamp");
    assertThat(
            connect.structure(
                "GetContactAttributes",
                Map.of("InstanceId", instance, "InitialContactId", contact),
                "Attributes"))
        .containsEntry("plan", "gold");
    connect.ok("StopContact", named);
    assertThat(connect.structure("DescribeContact", named, "Contact"))
        .containsKey("DisconnectTimestamp");
  }

  @Test
  void campaign_isInTheStateThatItWasBroughtTo_andKeepsItWhenItIsRenamed() {
    Catalogue campaigns = new Catalogue(emulator, "connectcampaigns");
    Object id =
        campaigns
            .ok(
                "CreateCampaign",
                Map.of(
                    "name",
                    "spring",
                    "connectInstanceId",
                    "instance",
                    "dialerConfig",
                    Map.of("progressiveDialerConfig", Map.of("bandwidthAllocation", 1.0)),
                    "outboundCallConfig",
                    Map.of("connectContactFlowId", "flow")))
            .get("id");
    Map<String, Object> named = Map.of("id", id);
    assertThat(campaigns.ok("GetCampaignState", named)).containsEntry("state", "Initialized");
    campaigns.ok("StartCampaign", named);
    campaigns.ok("PauseCampaign", named);
    campaigns.ok("UpdateCampaignName", Map.of("id", id, "name", "summer"));
    assertThat(campaigns.ok("GetCampaignState", named)).containsEntry("state", "Paused");
    campaigns.ok("ResumeCampaign", named);
    assertThat(campaigns.ok("GetCampaignState", named)).containsEntry("state", "Running");
    campaigns.ok("StopCampaign", named);
    assertThat(
            campaigns.only(
                "GetCampaignStateBatch", Map.of("campaignIds", List.of(id)), "successfulRequests"))
        .isEqualTo(Map.of("campaignId", id, "state", "Stopped"));
  }

  @Test
  void pinpointProject_hasChannelsAndJourneys() {
    Catalogue pinpoint = new Catalogue(emulator, "pinpoint");
    Map<String, Object> app =
        pinpoint.structure(
            "CreateApp",
            Map.of("CreateApplicationRequest", Map.of("Name", "app")),
            "ApplicationResponse");
    assertThat(app.get("Id")).asString().matches("[0-9a-f]{32}");
    assertThat(app.get("Arn"))
        .isEqualTo("arn:aws:mobiletargeting" + ACCOUNT + "apps/" + app.get("Id"));
    Map<String, Object> named = Map.of("ApplicationId", app.get("Id"));
    pinpoint.ok(
        "UpdateEmailChannel",
        Map.of(
            "ApplicationId",
            app.get("Id"),
            "EmailChannelRequest",
            Map.of("FromAddress", "us@example.com", "Identity", "arn:aws:ses:x")));
    assertThat(pinpoint.structure("GetEmailChannel", named, "EmailChannelResponse"))
        .containsEntry("Platform", "EMAIL")
        .containsEntry("FromAddress", "us@example.com");
    assertThat(
            pinpoint.structure(
                "CreateJourney",
                Map.of(
                    "ApplicationId",
                    app.get("Id"),
                    "WriteJourneyRequest",
                    Map.of("Name", "welcome")),
                "JourneyResponse"))
        .containsEntry("State", "DRAFT");
    pinpoint.ok("DeleteApp", named);
    assertThat(pinpoint.error("GetApp", named)).isEqualTo("NotFoundException");
  }
}
