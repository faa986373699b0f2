package io.robotocore.services.s3;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.ListDirectoryBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListDirectoryBucketsResponse;

/** The operations that list buckets. */
interface BucketLists extends S3View {

  int MAX_BUCKETS = 10_000;
  int MAX_DIRECTORIES = 1_000;

  /**
   * Lists the buckets of the caller's account. Regions are told to whom does not want them all.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html">ListBuckets</a>
   */
  @Override
  default ListBucketsResponse listBuckets(ListBucketsRequest in) {
    checkKnown();
    int max = checked("max-buckets", in.maxBuckets(), MAX_BUCKETS);
    boolean plain =
        in.maxBuckets() == null
            && in.prefix() == null
            && in.continuationToken() == null
            && in.bucketRegion() == null;
    String after = decoded(in.continuationToken());
    List<Bucket> found =
        own(after)
            .filter(bucket -> !bucket.isDirectory())
            .filter(bucket -> in.prefix() == null || bucket.name().startsWith(in.prefix()))
            .filter(
                bucket -> in.bucketRegion() == null || bucket.region().equals(in.bucketRegion()))
            .limit(max + 1L)
            .toList();
    ListBucketsResponse.Builder response =
        ListBucketsResponse.builder()
            .owner(CanonicalUser.owner(call().account()))
            .prefix(in.prefix())
            .buckets(entries(found, max, !plain));
    if (found.size() > max) {
      response.continuationToken(encoded(found.get(max - 1)));
    }
    return response.build();
  }

  /**
   * Lists the directory buckets of the caller's account in a region.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListDirectoryBuckets.html">ListDirectoryBuckets</a>
   */
  @Override
  default ListDirectoryBucketsResponse listDirectoryBuckets(ListDirectoryBucketsRequest in) {
    checkKnown();
    int max = checked("max-directory-buckets", in.maxDirectoryBuckets(), MAX_DIRECTORIES);
    List<Bucket> found =
        own(decoded(in.continuationToken()))
            .filter(Bucket::isDirectory)
            .filter(bucket -> bucket.region().equals(call().region()))
            .limit(max + 1L)
            .toList();
    ListDirectoryBucketsResponse.Builder response =
        ListDirectoryBucketsResponse.builder().buckets(entries(found, max, true));
    if (found.size() > max) {
      response.continuationToken(encoded(found.get(max - 1)));
    }
    return response.build();
  }

  private static int checked(String name, Integer wanted, int most) {
    int max = Optional.ofNullable(wanted).orElse(most);
    if (max < 1 || max > most) {
      throw S3Error.invalidArgument(
          "Argument " + name + " must be an integer between 1 and " + most,
          Map.of("ArgumentName", name, "ArgumentValue", Integer.toString(max)));
    }
    return max;
  }

  private Stream<Bucket> own(String after) {
    return state().buckets().asMap().tailMap(after, false).values().stream()
        .filter(bucket -> bucket.owner().equals(call().account()));
  }

  private static List<software.amazon.awssdk.services.s3.model.Bucket> entries(
      List<Bucket> found, int max, boolean withRegion) {
    return found.stream()
        .limit(max)
        .map(
            bucket ->
                software.amazon.awssdk.services.s3.model.Bucket.builder()
                    .name(bucket.name())
                    .creationDate(bucket.created())
                    .bucketRegion(withRegion ? bucket.region() : null)
                    .build())
        .toList();
  }

  private static String encoded(Bucket last) {
    return Base64.getUrlEncoder().encodeToString(last.name().getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String token) {
    try {
      return new String(
          Base64.getUrlDecoder().decode(Optional.ofNullable(token).orElse("")),
          StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw S3Error.invalidArgument(
          "The continuation token provided is incorrect",
          Map.of("ArgumentName", "continuation-token"));
    }
  }
}
