package io.robotocore.services.s3;

import io.robotocore.services.s3.Scan.Item;
import io.robotocore.services.s3.Scan.Page;
import io.robotocore.services.s3.Scan.Scope;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.ListObjectsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The operations that list objects. */
interface ObjectLists extends Listing, Paying {

  /**
   * Lists objects.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html">ListObjectsV2</a>
   */
  @Override
  default ListObjectsV2Response listObjectsV2(ListObjectsV2Request in) {
    Bucket bucket = bucket(in, "s3:ListBucket");
    KeyEncoding encoding = KeyEncoding.of(in);
    Scope scope = Listing.scope(in, "max-keys");
    String after =
        Optional.ofNullable(in.continuationToken())
            .map(ObjectLists::decode)
            .orElse(Optional.ofNullable(in.startAfter()).orElse(""));
    Page<StoredObject> page = objects(bucket, scope).after(after);
    boolean fetchOwner = Boolean.TRUE.equals(in.fetchOwner());
    List<S3Object> contents =
        page.items().stream()
            .map(
                item ->
                    entry(item, encoding, fetchOwner)
                        .restoreStatus(
                            restoreStatus(item.value(), in.optionalObjectAttributes()).orElse(null))
                        .build())
            .toList();
    ListObjectsV2Response.Builder response =
        Listing.echo(ListObjectsV2Response.builder(), in, encoding)
            .name(bucket.name())
            .maxKeys(scope.max())
            .keyCount(contents.size() + page.prefixes().size())
            .isTruncated(page.truncated())
            .continuationToken(in.continuationToken())
            .contents(contents)
            .commonPrefixes(Listing.prefixes(page.prefixes(), encoding));
    if (in.prefix() == null) {
      response.prefix("");
    }
    if (page.truncated()) {
      page.last().map(ObjectLists::encode).ifPresent(response::nextContinuationToken);
    }
    return charged(bucket, response).build();
  }

  /**
   * Lists objects as it was done before.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjects.html">ListObjects</a>
   */
  @Override
  default ListObjectsResponse listObjects(ListObjectsRequest in) {
    Bucket bucket = bucket(in, "s3:ListBucket");
    KeyEncoding encoding = KeyEncoding.of(in);
    Scope scope = Listing.scope(in, "max-keys");
    Page<StoredObject> page = objects(bucket, scope).after(Listing.text(in, "marker"));
    List<S3Object> contents =
        page.items().stream()
            .map(
                item ->
                    entry(item, encoding, true)
                        .restoreStatus(
                            restoreStatus(item.value(), in.optionalObjectAttributes()).orElse(null))
                        .build())
            .toList();
    ListObjectsResponse.Builder response = ListObjectsResponse.builder().prefix("").marker("");
    Listing.echo(response, in, encoding)
        .name(bucket.name())
        .maxKeys(scope.max())
        .isTruncated(page.truncated())
        .contents(contents)
        .commonPrefixes(Listing.prefixes(page.prefixes(), encoding));
    if (page.truncated() && !scope.delimiter().isEmpty()) {
      page.last().map(encoding::encode).ifPresent(response::nextMarker);
    }
    return charged(bucket, response).build();
  }

  private Scan<Versions, StoredObject> objects(Bucket bucket, Scope scope) {
    return new Scan<>(
        contents(bucket).keys(),
        entry -> entry.getValue().object().map(List::of).orElse(List.of()),
        scope);
  }

  private static S3Object.Builder entry(
      Item<StoredObject> item, KeyEncoding encoding, boolean withOwner) {
    S3Object.Builder entry =
        Listing.describe(S3Object.builder(), item.value()).key(encoding.encode(item.key()));
    return withOwner ? entry.owner(CanonicalUser.owner(item.value().owner())) : entry;
  }

  private static String encode(String last) {
    return Base64.getUrlEncoder().encodeToString(last.getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw S3Error.invalidArgument(
          "The continuation token provided is incorrect",
          Map.of("ArgumentName", "continuation-token"));
    }
  }
}
