package io.robotocore.services.s3;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.Tagging;
import software.amazon.awssdk.services.s3control.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.s3control.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.s3control.model.Tag;
import software.amazon.awssdk.services.s3control.model.TagResourceRequest;
import software.amazon.awssdk.services.s3control.model.TagResourceResponse;
import software.amazon.awssdk.services.s3control.model.UntagResourceRequest;
import software.amazon.awssdk.services.s3control.model.UntagResourceResponse;

/** The operations on the tags of buckets and access points, each tag for itself. */
interface ResourceTags extends S3ControlView {

  @Override
  default ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest in) {
    return ListTagsForResourceResponse.builder()
        .tags(
            tags(in, in.resourceArn()).stream()
                .map(tag -> Tag.builder().key(tag.key()).value(tag.value()).build())
                .toList())
        .build();
  }

  @Override
  default TagResourceResponse tagResource(TagResourceRequest in) {
    List<String> keys = in.tags().stream().map(Tag::key).toList();
    List<software.amazon.awssdk.services.s3.model.Tag> all =
        Stream.concat(
                tags(in, in.resourceArn()).stream().filter(tag -> !keys.contains(tag.key())),
                in.tags().stream().map(ResourceTags::kept))
            .toList();
    set(in, in.resourceArn(), all);
    return TagResourceResponse.builder().build();
  }

  private static software.amazon.awssdk.services.s3.model.Tag kept(Tag tag) {
    return software.amazon.awssdk.services.s3.model.Tag.builder()
        .key(tag.key())
        .value(tag.value())
        .build();
  }

  @Override
  default UntagResourceResponse untagResource(UntagResourceRequest in) {
    set(
        in,
        in.resourceArn(),
        tags(in, in.resourceArn()).stream()
            .filter(tag -> !in.tagKeys().contains(tag.key()))
            .toList());
    return UntagResourceResponse.builder().build();
  }

  private List<software.amazon.awssdk.services.s3.model.Tag> tags(SdkPojo in, String arn) {
    return isAccessPoint(arn)
        ? accessPoint(in, arn).tags()
        : bucket(in, arn).find(Tagging.class).map(Tagging::tagSet).orElse(List.of());
  }

  private static boolean isAccessPoint(String arn) {
    return arn.contains(":accesspoint/");
  }

  private Bucket bucket(SdkPojo in, String arn) {
    checkAccount(in);
    String name = arn.substring(arn.lastIndexOf(':') + 1);
    return state()
        .buckets()
        .get(name)
        .filter(bucket -> bucket.owner().equals(call().account()))
        .orElseThrow(
            () ->
                S3ControlView.error(
                    404,
                    "NoSuchResource: The specified resource does not exist.",
                    Map.of("ResourceArn", arn)));
  }

  private void set(
      SdkPojo in, String arn, List<software.amazon.awssdk.services.s3.model.Tag> tags) {
    TagSet.check(tags, TagSet.MAX_OF_BUCKET);
    if (isAccessPoint(arn)) {
      state()
          .accessPointsByHome()
          .computeIfPresent(accessPoint(in, arn).home(), point -> point.tagged(tags));
      return;
    }
    Tagging tagging = Tagging.builder().tagSet(tags).build();
    state()
        .buckets()
        .computeIfPresent(
            bucket(in, arn).name(),
            there -> tags.isEmpty() ? there.without(Tagging.class) : there.with(tagging));
  }
}
