package io.robotocore.services.s3;

import io.robotocore.service.Call;
import io.robotocore.service.Members;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * What conditions of policies can know of a request, by their keys in lower case.
 *
 * @param call who asks
 * @param place of which bucket
 * @param asked what
 * @param existing the object that it is about, if there is one
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html">condition
 *     keys of S3</a>
 */
record PolicyContext(Call call, Place place, Asked asked, Optional<StoredObject> existing)
    implements Function<String, List<String>> {

  private static final String EXISTING_TAG = "s3:existingobjecttag/";
  private static final String REQUEST_TAG = "s3:requestobjecttag/";

  @Override
  public List<String> apply(String key) {
    if (key.startsWith(EXISTING_TAG)) {
      return tag(
          existing.map(object -> object.labels().tags()), key.substring(EXISTING_TAG.length()));
    }
    if (key.startsWith(REQUEST_TAG)) {
      return tag(
          header("x-amz-tagging").map(TagSet::ofHeader), key.substring(REQUEST_TAG.length()));
    }
    return (key.startsWith("s3:") ? ofRequest(key.substring(3)) : ofCaller(key)).stream().toList();
  }

  private Optional<String> ofCaller(String key) {
    return switch (key) {
      case "aws:principalaccount" -> Optional.of(call.account());
      case "aws:principalarn" -> Optional.of(call.principal().arn()).filter(arn -> isKnown());
      case "aws:principaltype" -> Optional.of("Anonymous").filter(type -> !isKnown());
      case "aws:userid" -> Optional.of(call.principal().userId());
      case "aws:requestedregion" -> Optional.of(call.region());
      case "aws:resourceaccount" -> Optional.of(place.bucket.owner());
      case "aws:currenttime" -> Optional.of(call.now().toString());
      case "aws:epochtime" -> Optional.of(Long.toString(call.now().getEpochSecond()));
      // Whoever reaches the emulator does so from here, and as if it were through TLS.
      case "aws:sourceip" -> Optional.of("127.0.0.1");
      case "aws:securetransport" -> Optional.of("true");
      default -> Optional.empty();
    };
  }

  private boolean isKnown() {
    return !call.principal().isAnonymous();
  }

  private Optional<String> ofRequest(String name) {
    return switch (name) {
      case "resourceaccount" -> Optional.of(place.bucket.owner());
      case "dataaccesspointarn" -> place.through.map(point -> point.home().arn(call.partition()));
      case "dataaccesspointaccount" -> place.through.map(point -> point.home().account());
      case "accesspointnetworkorigin" ->
          place.through.map(point -> point.network().isPresent() ? "VPC" : "Internet");
      case "versionid" -> header("versionId");
      case "prefix", "delimiter", "max-keys" -> header(name);
      default -> header(name.startsWith("x-amz-") ? name : "x-amz-" + name);
    };
  }

  private Optional<String> header(String name) {
    return Members.find(asked.request(), name).map(String::valueOf);
  }

  /**
   * Where something is asked for.
   *
   * @param bucket in which bucket
   * @param through through which access point; empty if the bucket itself was addressed
   */
  record Place(Bucket bucket, Optional<AccessPoint> through) {}

  private static List<String> tag(Optional<List<Tag>> tags, String key) {
    return tags.orElse(List.of()).stream()
        .filter(tag -> tag.key().equalsIgnoreCase(key))
        .map(Tag::value)
        .toList();
  }
}
