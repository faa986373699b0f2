package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;

/** What blueprints say of channels that package video, and of containers that store it. */
@AwsEmulator
final class MediaPackagingTest {

  @Test
  void channel_withOriginEndpoints_staysUntilTheyAreGone(Emulator emulator) {
    Catalogue packaging = new Catalogue(emulator, "mediapackage");
    Map<String, Object> live = Map.of("Id", "live");
    Map<String, Object> channel = packaging.ok("CreateChannel", live);
    assertThat((String) channel.get("Arn"))
        .matches("arn:aws:mediapackage:us-east-1:111111111111:channels/[0-9a-f]{32}");
    assertThat(channel.get("HlsIngest")).asString().contains("/in/v2/");
    packaging.ok("CreateOriginEndpoint", Map.of("Id", "hls", "ChannelId", "live"));
    assertThat(packaging.ok("DescribeOriginEndpoint", Map.of("Id", "hls")))
        .containsEntry("ManifestName", "index")
        .containsEntry("Origination", "ALLOW");
    assertThat(packaging.error("DeleteChannel", live)).isEqualTo("UnprocessableEntityException");
    packaging.ok("DeleteOriginEndpoint", Map.of("Id", "hls"));
    packaging.ok("DeleteChannel", live);
    assertThat(packaging.error("DescribeChannel", live)).isEqualTo("NotFoundException");
  }

  @Test
  void channelOfAGroup_isNamedByBoth(Emulator emulator) {
    Catalogue packaging = new Catalogue(emulator, "mediapackagev2");
    packaging.ok("CreateChannelGroup", Map.of("ChannelGroupName", "g"));
    Map<String, Object> named = Map.of("ChannelGroupName", "g", "ChannelName", "c");
    assertThat(packaging.ok("CreateChannel", named))
        .containsEntry("InputType", "HLS")
        .containsEntry(
            "Arn", "arn:aws:mediapackagev2:us-east-1:111111111111:channelGroup/g/channel/c");
    assertThat(
            packaging.error("CreateChannel", Map.of("ChannelGroupName", "h", "ChannelName", "c")))
        .isEqualTo("ResourceNotFoundException");
    assertThat(packaging.error("DeleteChannelGroup", Map.of("ChannelGroupName", "g")))
        .isEqualTo("ConflictException");
    packaging.ok("DeleteChannel", named);
    packaging.ok("DeleteChannelGroup", Map.of("ChannelGroupName", "g"));
  }

  @Test
  void container_hasNoPolicyUntilOneIsPut(Emulator emulator) {
    Catalogue store = new Catalogue(emulator, "mediastore");
    Map<String, Object> box = Map.of("ContainerName", "box");
    assertThat(store.structure("CreateContainer", box, "Container"))
        .containsEntry("Status", "CREATING")
        .containsEntry("ARN", "arn:aws:mediastore:us-east-1:111111111111:container/box");
    assertThat(store.error("CreateContainer", box)).isEqualTo("ContainerInUseException");
    assertThat(store.error("GetContainerPolicy", box)).isEqualTo("PolicyNotFoundException");
    store.ok("PutContainerPolicy", Map.of("ContainerName", "box", "Policy", "{}"));
    assertThat(store.ok("GetContainerPolicy", box)).containsEntry("Policy", "{}");
    store.ok("StartAccessLogging", box);
    assertThat(store.structure("DescribeContainer", box, "Container"))
        .containsEntry("Status", "ACTIVE")
        .containsEntry("AccessLoggingEnabled", true);
    store.ok("DeleteContainer", box);
    assertThat(store.error("DescribeContainer", box)).isEqualTo("ContainerNotFoundException");
  }

  @Test
  void ingestCredentials_rotated_areOthersForTheSameUrl(Emulator emulator) {
    Catalogue packaging = new Catalogue(emulator, "mediapackage");
    Map<String, Object> before = firstIngest(packaging, "CreateChannel", Map.of("Id", "rotated"));
    Map<String, Object> after =
        firstIngest(
            packaging,
            "RotateIngestEndpointCredentials",
            Map.of("Id", "rotated", "IngestEndpointId", before.get("Id")));
    assertThat(after.get("Url")).isEqualTo(before.get("Url"));
    assertThat(after.get("Password")).isNotEqualTo(before.get("Password"));
  }

  private static Map<String, Object> firstIngest(
      Catalogue packaging, String operation, Map<String, Object> input) {
    Map<String, Object> ingest = packaging.structure(operation, input, "HlsIngest");
    return Catalogue.structure(((List<?>) ingest.get("IngestEndpoints")).get(0));
  }

  private static Map<String, Object> body(String text) {
    return Map.of(
        "Path", "shows/one/a.ts", "Body", SdkBytes.fromUtf8String(text), "ContentType", "video/a");
  }

  @Test
  void object_isGivenBackWholeOrInParts_untilItIsDeleted(Emulator emulator) {
    Catalogue store = new Catalogue(emulator, "mediastore-data");
    Map<String, Object> path = Map.of("Path", "shows/one/a.ts");
    Object tag = store.ok("PutObject", body("hello")).get("ETag");

    assertThat(store.call("GetObject", path).text()).isEqualTo("hello");
    assertThat(store.ok("GetObject", path))
        .containsEntry("ContentLength", 5L)
        .containsEntry("ContentType", "video/a")
        .containsEntry("ETag", tag);
    DocumentClient.Answer part =
        store.call("GetObject", Map.of("Path", "shows/one/a.ts", "Range", "bytes=1-2"));
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.text()).isEqualTo("el");
    assertThat(part.output()).containsEntry("ContentRange", "bytes 1-2/5");
    assertThat(
            store.call("GetObject", Map.of("Path", "shows/one/a.ts", "Range", "bytes=-2")).text())
        .isEqualTo("lo");
    assertThat(store.error("GetObject", Map.of("Path", "shows/one/a.ts", "Range", "bytes=5-")))
        .isEqualTo("RequestedRangeNotSatisfiableException");
    assertThat(store.ok("PutObject", body("other")).get("ETag")).isNotEqualTo(tag);
    store.ok("DeleteObject", path);
    assertThat(store.error("GetObject", path)).isEqualTo("ObjectNotFoundException");
  }

  @Test
  void folder_listsWhatIsInIt_inPages(Emulator emulator) {
    Catalogue store = new Catalogue(emulator, "mediastore-data");
    for (String path : List.of("a.ts", "shows/b.ts", "shows/one/c.ts", "shows/two/d.ts")) {
      store.ok("PutObject", Map.of("Path", path, "Body", SdkBytes.fromUtf8String(path)));
    }

    assertThat(store.list("ListItems", Map.of(), "Items"))
        .extracting("Name", "Type")
        .containsExactly(tuple("a.ts", "OBJECT"), tuple("shows", "FOLDER"));
    Map<String, Object> first = store.ok("ListItems", Map.of("Path", "shows", "MaxResults", 2));
    assertThat((List<?>) first.get("Items")).extracting("Name").containsExactly("b.ts", "one");
    assertThat(
            store.list(
                "ListItems", Map.of("Path", "shows", "NextToken", first.get("NextToken")), "Items"))
        .extracting("Name")
        .containsExactly("two");
  }
}
