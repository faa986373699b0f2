package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Configurations that were deployed, as clients get them.
 *
 * @see <a href="https://docs.aws.amazon.com/appconfig/latest/userguide/about-data-plane.html">About
 *     the AppConfig data plane</a>
 */
@AwsEmulator
final class AppConfigDataTest {

  private static final Map<String, Object> BY_NAME =
      Map.of(
          "ApplicationIdentifier", "shop",
          "EnvironmentIdentifier", "prod",
          "ConfigurationProfileIdentifier", "flags");

  private Catalogue control;
  private Catalogue data;
  private Object application;
  private Object environment;
  private Object profile;

  @BeforeEach
  void prepare(Emulator emulator) {
    emulator.clock().freeze();
    control = new Catalogue(emulator, "appconfig");
    data = new Catalogue(emulator, "appconfigdata");
    application = id("CreateApplication", Map.of("Name", "shop"));
    environment = id("CreateEnvironment", Map.of("ApplicationId", application, "Name", "prod"));
    profile =
        id(
            "CreateConfigurationProfile",
            Map.of("ApplicationId", application, "Name", "flags", "LocationUri", "hosted"));
  }

  private Object id(String operation, Map<String, Object> input) {
    return java.util.Objects.requireNonNull(control.ok(operation, input).get("Id"));
  }

  private void deploy(String text, String label) {
    Object version =
        control
            .ok(
                "CreateHostedConfigurationVersion",
                Map.of(
                    "ApplicationId", application,
                    "ConfigurationProfileId", profile,
                    "ContentType", "application/json",
                    "VersionLabel", label,
                    "Content", SdkBytes.fromUtf8String(text)))
            .get("VersionNumber");
    control.ok(
        "StartDeployment",
        Map.of(
            "ApplicationId", application,
            "EnvironmentId", environment,
            "ConfigurationProfileId", profile,
            "DeploymentStrategyId", "AppConfig.AllAtOnce",
            "ConfigurationVersion", String.valueOf(version)));
  }

  private Object session(Map<String, Object> input) {
    return java.util.Objects.requireNonNull(
        data.ok("StartConfigurationSession", input).get("InitialConfigurationToken"));
  }

  private Map<String, Object> latest(Object token) {
    return data.ok("GetLatestConfiguration", Map.of("ConfigurationToken", token));
  }

  private static Object next(Map<String, Object> answer) {
    return java.util.Objects.requireNonNull(answer.get("NextPollConfigurationToken"));
  }

  @Test
  void configuration_isWhatWasDeployedLast_andEmptyWhenItIsKnown() {
    deploy("{\"on\":1}", "one");
    Map<String, Object> first = latest(session(BY_NAME));
    assertThat(first)
        .containsEntry("Configuration", SdkBytes.fromUtf8String("{\"on\":1}"))
        .containsEntry("ContentType", "application/json")
        .containsEntry("VersionLabel", "one")
        .containsEntry("NextPollIntervalInSeconds", 60);
    Map<String, Object> second = latest(next(first));
    assertThat(second).doesNotContainKeys("Configuration", "VersionLabel");
    deploy("{\"on\":2}", "two");
    assertThat(latest(next(second)))
        .containsEntry("Configuration", SdkBytes.fromUtf8String("{\"on\":2}"))
        .containsEntry("VersionLabel", "two");
  }

  @Test
  void session_isOfWhatIsThere_byIdToo() {
    deploy("{}", "one");
    Map<String, Object> byId =
        Map.of(
            "ApplicationIdentifier", application,
            "EnvironmentIdentifier", environment,
            "ConfigurationProfileIdentifier", profile);
    assertThat(latest(session(byId))).containsKey("Configuration");
    BY_NAME
        .keySet()
        .forEach(
            member -> {
              Map<String, Object> wrong = new java.util.HashMap<>(BY_NAME);
              wrong.put(member, "other");
              assertThat(data.call("StartConfigurationSession", wrong).text())
                  .contains(member.replace("Identifier", "") + " not found");
            });
  }

  @Test
  void token_isUsedOnce() {
    deploy("{}", "one");
    Object token = session(BY_NAME);
    latest(token);
    DocumentClient.Answer again =
        data.call("GetLatestConfiguration", Map.of("ConfigurationToken", token));
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.text()).contains("InvalidParameters", "Corrupted");
  }

  @Test
  void token_expiresAfterADay(Emulator emulator) {
    deploy("{}", "one");
    Object token = session(BY_NAME);
    emulator.clock().advance(Duration.ofHours(24));
    assertThat(data.call("GetLatestConfiguration", Map.of("ConfigurationToken", token)).text())
        .contains("Expired");
  }

  @Test
  void poll_earlierThanTheClientHasPromised_isRefused(Emulator emulator) {
    deploy("{}", "one");
    Map<String, Object> patient = new java.util.HashMap<>(BY_NAME);
    patient.put("RequiredMinimumPollIntervalInSeconds", 30);
    Map<String, Object> first = latest(session(patient));
    assertThat(first).containsEntry("NextPollIntervalInSeconds", 30);
    Map<String, Object> second = Map.of("ConfigurationToken", next(first));
    assertThat(data.call("GetLatestConfiguration", second).text())
        .contains("PollIntervalNotSatisfied");
    emulator.clock().advance(Duration.ofSeconds(30));
    assertThat(data.call("GetLatestConfiguration", second).ok()).isTrue();
  }

  @Test
  void configuration_thatWasNeverDeployed_isNotFound() {
    assertThat(
            data.call("GetLatestConfiguration", Map.of("ConfigurationToken", session(BY_NAME)))
                .text())
        .contains("Deployment not found");
  }
}
