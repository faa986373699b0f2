package io.robotocore.services.s3;

import io.robotocore.service.Tagged;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.s3.model.AbacStatus;
import software.amazon.awssdk.services.s3.model.BucketAbacStatus;
import software.amazon.awssdk.services.s3.model.DeleteBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketAbacRequest;
import software.amazon.awssdk.services.s3.model.GetBucketAbacResponse;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.PutBucketAbacRequest;
import software.amazon.awssdk.services.s3.model.PutBucketAbacResponse;
import software.amazon.awssdk.services.s3.model.PutBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.PutBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;

/** The operations on the tags of buckets, and on whether permissions may depend on them. */
interface BucketTags extends Configuring, Tagged {

  @Override
  default GetBucketTaggingResponse getBucketTagging(GetBucketTaggingRequest in) {
    return GetBucketTaggingResponse.builder()
        .tagSet(configuration(in, "s3:GetBucketTagging", Tagging.class).tagSet())
        .build();
  }

  @Override
  default PutBucketTaggingResponse putBucketTagging(PutBucketTaggingRequest in) {
    List<Tag> tags = Required.check(in.tagging()).tagSet();
    TagSet.check(tags, TagSet.MAX_OF_BUCKET);
    configure(in, "s3:PutBucketTagging", bucket -> bucket.with(in.tagging()));
    return PutBucketTaggingResponse.builder().build();
  }

  @Override
  default DeleteBucketTaggingResponse deleteBucketTagging(DeleteBucketTaggingRequest in) {
    configure(in, "s3:PutBucketTagging", bucket -> bucket.without(Tagging.class));
    return DeleteBucketTaggingResponse.builder().build();
  }

  @Override
  default Map<String, Map<String, String>> tagsByArn() {
    Map<String, Map<String, String>> tags = new HashMap<>();
    for (Bucket bucket : state().buckets().asMap().values()) {
      if (isHere(bucket) && bucket.find(Tagging.class).isPresent()) {
        tags.put(arn(bucket), TagSet.byKey(tagsOf(bucket)));
      }
    }
    return tags;
  }

  @Override
  default boolean addTags(String arn, Map<String, String> tags) {
    return retag(arn, all -> all.putAll(tags));
  }

  @Override
  default boolean removeTags(String arn, Collection<String> keys) {
    return retag(arn, all -> all.keySet().removeAll(keys));
  }

  private boolean retag(String arn, Consumer<Map<String, String>> change) {
    Optional<Bucket> tagged =
        state().buckets().asMap().values().stream()
            .filter(bucket -> isHere(bucket) && arn(bucket).equals(arn))
            .findFirst();
    tagged.ifPresent(
        bucket -> {
          Map<String, String> tags = TagSet.byKey(tagsOf(bucket));
          change.accept(tags);
          putBucketTagging(
              put -> put.bucket(bucket.name()).tagging(all -> all.tagSet(TagSet.of(tags))));
        });
    return tagged.isPresent();
  }

  private static List<Tag> tagsOf(Bucket bucket) {
    return bucket.find(Tagging.class).map(Tagging::tagSet).orElse(List.of());
  }

  private boolean isHere(Bucket bucket) {
    return bucket.owner().equals(call().account()) && bucket.region().equals(call().region());
  }

  /**
   * Tells whether permissions may depend on the bucket's tags.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAbac.html">GetBucketAbac</a>
   */
  @Override
  default GetBucketAbacResponse getBucketAbac(GetBucketAbacRequest in) {
    AbacStatus status =
        bucket(in, "s3:GetBucketAbac")
            .find(AbacStatus.class)
            .orElseGet(() -> AbacStatus.builder().status(BucketAbacStatus.DISABLED).build());
    return GetBucketAbacResponse.builder().abacStatus(status).build();
  }

  @Override
  default PutBucketAbacResponse putBucketAbac(PutBucketAbacRequest in) {
    AbacStatus status = Required.check(in.abacStatus());
    Required.known(
        Optional.ofNullable(status.status())
            .filter(word -> word != BucketAbacStatus.UNKNOWN_TO_SDK_VERSION)
            .isPresent());
    configure(in, "s3:PutBucketAbac", bucket -> bucket.with(status));
    return PutBucketAbacResponse.builder().build();
  }
}
