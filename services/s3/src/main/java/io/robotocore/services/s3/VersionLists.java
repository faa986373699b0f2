package io.robotocore.services.s3;

import io.robotocore.services.s3.Scan.Item;
import io.robotocore.services.s3.Scan.Page;
import io.robotocore.services.s3.Scan.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

/** The operation that lists all versions of objects. */
interface VersionLists extends Listing {

  /**
   * Lists versions and delete markers.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html">ListObjectVersions</a>
   */
  @Override
  default ListObjectVersionsResponse listObjectVersions(ListObjectVersionsRequest in) {
    Bucket bucket = bucket(in, "s3:ListBucketVersions");
    KeyEncoding encoding = KeyEncoding.of(in);
    Scope scope = Listing.scope(in, "max-keys");
    Page<Shown> page = page(bucket, in, scope);
    List<ObjectVersion> versions = new ArrayList<>();
    List<DeleteMarkerEntry> markers = new ArrayList<>();
    for (Item<Shown> item : page.items()) {
      String key = encoding.encode(item.key());
      if (item.value().version instanceof StoredObject object) {
        versions.add(
            entry(object, item.value().latest)
                .key(key)
                .restoreStatus(restoreStatus(object, in.optionalObjectAttributes()).orElse(null))
                .build());
      } else {
        markers.add(marker(item.value()).key(key).build());
      }
    }
    ListObjectVersionsResponse.Builder response =
        ListObjectVersionsResponse.builder()
            .prefix("")
            .keyMarker("")
            .versionIdMarker(Listing.text(in, "version-id-marker"));
    Listing.echo(response, in, encoding)
        .name(bucket.name())
        .maxKeys(scope.max())
        .isTruncated(page.truncated())
        .versions(versions)
        .deleteMarkers(markers)
        .commonPrefixes(Listing.prefixes(page.prefixes(), encoding));
    if (page.truncated()) {
      next(page, response, encoding);
    }
    return response.build();
  }

  private Page<Shown> page(Bucket bucket, ListObjectVersionsRequest in, Scope scope) {
    String keyMarker = Listing.text(in, "key-marker");
    String idMarker = Listing.text(in, "version-id-marker");
    if (!idMarker.isEmpty() && keyMarker.isEmpty()) {
      throw S3Error.invalidArgument(
          "A version-id marker cannot be specified without a key marker.",
          Map.of("ArgumentName", "version-id-marker", "ArgumentValue", idMarker));
    }
    Scan<Versions, Shown> scan =
        new Scan<>(
            contents(bucket).keys(),
            entry ->
                entry.getKey().equals(keyMarker)
                    ? after(idMarker, shown(entry.getValue()))
                    : shown(entry.getValue()),
            scope);
    return idMarker.isEmpty() ? scan.after(keyMarker) : scan.from(keyMarker, true);
  }

  private static List<Shown> shown(Versions versions) {
    return versions.all().stream()
        .map(version -> new Shown(version, version == versions.current()))
        .toList();
  }

  private static List<Shown> after(String id, List<Shown> all) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).version.id().equals(id)) {
        return all.subList(i + 1, all.size());
      }
    }
    return all;
  }

  private static ObjectVersion.Builder entry(StoredObject object, boolean latest) {
    return Listing.describe(ObjectVersion.builder(), object)
        .versionId(object.id())
        .isLatest(latest)
        .owner(CanonicalUser.owner(object.owner()));
  }

  private static DeleteMarkerEntry.Builder marker(Shown shown) {
    return DeleteMarkerEntry.builder()
        .versionId(shown.version.id())
        .isLatest(shown.latest)
        .lastModified(shown.version.modified())
        .owner(CanonicalUser.owner(shown.version.owner()));
  }

  /** Says from where the next page goes on. */
  private static void next(
      Page<Shown> page, ListObjectVersionsResponse.Builder response, KeyEncoding encoding) {
    page.last().map(encoding::encode).ifPresent(response::nextKeyMarker);
    if (!page.items().isEmpty()) {
      Item<Shown> last = page.items().get(page.items().size() - 1);
      Optional.of(last)
          .filter(item -> page.last().filter(item.key()::equals).isPresent())
          .ifPresent(item -> response.nextVersionIdMarker(item.value().version.id()));
    }
  }

  /** A version, and whether it is the latest. */
  record Shown(Version version, boolean latest) {}
}
