package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Kinesis Video and IVS as their users see them. */
@AwsEmulator
final class VideoTest {

  private static final String ACCOUNT = ":us-east-1:111111111111:";

  private final Emulator emulator;

  VideoTest(Emulator emulator) {
    this.emulator = emulator;
  }

  @Test
  void videoStream_hasItsNameOnce_andAnEndpoint() {
    Catalogue video = new Catalogue(emulator, "kinesisvideo");
    Map<String, Object> named = Map.of("StreamName", "door");
    Object arn = video.ok("CreateStream", named).get("StreamARN");
    assertThat(arn).asString().matches("arn:aws:kinesisvideo" + ACCOUNT + "stream/door/[0-9]{13}");
    assertThat(video.error("CreateStream", named)).isEqualTo("ResourceInUseException");
    assertThat(video.structure("DescribeStream", Map.of("StreamARN", arn), "StreamInfo"))
        .containsEntry("Status", "ACTIVE")
        .containsEntry("DataRetentionInHours", 0);
    assertThat(
            video
                .ok("GetDataEndpoint", Map.of("StreamName", "door", "APIName", "PUT_MEDIA"))
                .get("DataEndpoint"))
        .asString()
        .matches("https://s-[0-9a-f]{8}\\.kinesisvideo\\.us-east-1\\.amazonaws\\.com");
    video.ok("DeleteStream", Map.of("StreamARN", arn));
    assertThat(video.error("DescribeStream", named)).isEqualTo("ResourceNotFoundException");
  }

  @Test
  void signalingChannel_hasAnEndpointForEachProtocol() {
    Catalogue video = new Catalogue(emulator, "kinesisvideo");
    Object arn =
        video.ok("CreateSignalingChannel", Map.of("ChannelName", "call")).get("ChannelARN");
    Map<String, Object> named = Map.of("ChannelARN", arn);
    assertThat(video.structure("DescribeSignalingChannel", named, "ChannelInfo"))
        .containsEntry("ChannelType", "SINGLE_MASTER")
        .containsEntry("SingleMasterConfiguration", Map.of("MessageTtlSeconds", 60));
    assertThat(video.list("GetSignalingChannelEndpoint", named, "ResourceEndpointList"))
        .extracting(endpoint -> Catalogue.structure(endpoint).get("Protocol"))
        .containsExactlyInAnyOrder("HTTPS", "WSS");
  }

  @Test
  void liveChannel_hasItsDefaults_andDoesNotBroadcast() {
    Catalogue ivs = new Catalogue(emulator, "ivs");
    Map<String, Object> created = ivs.ok("CreateChannel", Map.of("name", "live"));
    Map<String, Object> channel = Catalogue.structure(created.get("channel"));
    Object arn = channel.get("arn");
    assertThat(arn).asString().matches("arn:aws:ivs" + ACCOUNT + "channel/[a-z0-9]{12}");
    assertThat(channel)
        .containsEntry("type", "STANDARD")
        .containsEntry("latencyMode", "LOW")
        .containsEntry("authorized", false);
    assertThat(Catalogue.structure(created.get("streamKey")))
        .containsEntry("channelArn", arn)
        .hasEntrySatisfying(
            "value", value -> assertThat(value).asString().startsWith("sk_us-east-1_"));
    assertThat(ivs.error("GetStream", Map.of("channelArn", arn)))
        .isEqualTo("ChannelNotBroadcasting");
    ivs.ok("DeleteChannel", Map.of("arn", arn));
    assertThat(ivs.error("GetChannel", Map.of("arn", arn))).isEqualTo("ResourceNotFoundException");
  }
}
