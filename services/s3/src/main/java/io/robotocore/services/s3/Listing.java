package io.robotocore.services.s3;

import io.robotocore.service.Members;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.OptionalObjectAttributes;
import software.amazon.awssdk.services.s3.model.RestoreStatus;

/** What all operations share that list what is in a bucket. */
interface Listing extends S3View {

  int MAX = 1_000;

  /**
   * Which keys a request wants to see.
   *
   * @param limit the name of its parameter that says how many
   */
  static Scan.Scope scope(SdkPojo in, String limit) {
    return new Scan.Scope(text(in, "prefix"), text(in, "delimiter"), Math.min(MAX, max(in, limit)));
  }

  /** How many a request wants to see. */
  static int max(SdkPojo in, String limit) {
    int max = Members.find(in, limit).map(Integer.class::cast).orElse(MAX);
    if (max < 0) {
      throw S3Error.invalidArgument(
          "Argument maxKeys must be an integer between 0 and 2147483647",
          Map.of("ArgumentName", limit, "ArgumentValue", Integer.toString(max)));
    }
    return max;
  }

  /** A parameter of a request; empty if it is not there. */
  static String text(SdkPojo in, String name) {
    return Members.find(in, name).map(Object::toString).orElse("");
  }

  static List<CommonPrefix> prefixes(List<String> prefixes, KeyEncoding encoding) {
    return prefixes.stream()
        .map(prefix -> CommonPrefix.builder().prefix(encoding.encode(prefix)).build())
        .toList();
  }

  /** Puts into the answer what the request said. */
  static <B extends SdkPojo> B echo(B answer, SdkPojo in, KeyEncoding encoding) {
    for (String[] names :
        new String[][] {
          {"prefix", "Prefix"},
          {"delimiter", "Delimiter"},
          {"start-after", "StartAfter"},
          {"marker", "Marker"},
          {"key-marker", "KeyMarker"}
        }) {
      Members.find(in, names[0])
          .map(Object::toString)
          .filter(value -> !value.isEmpty() || !names[0].equals("delimiter"))
          .ifPresent(value -> Members.set(answer, names[1], encoding.encode(value)));
    }
    if (encoding.url()) {
      Members.set(answer, "EncodingType", "url");
    }
    return answer;
  }

  /** What all listings say of an object, by the names of the members. */
  static <B extends SdkPojo> B describe(B entry, StoredObject object) {
    Content content = object.content();
    Members.set(entry, "ETag", content.quotedEtag());
    Members.set(entry, "Size", content.size());
    Members.set(entry, "LastModified", object.modified());
    Members.set(entry, "StorageClass", object.storage().storageClass());
    Members.set(entry, "ChecksumType", content.checksum().type().toString());
    Members.set(
        entry,
        "ChecksumAlgorithm",
        List.of(ChecksumAlgorithm.fromValue(content.checksum().algorithm().name()).toString()));
    return entry;
  }

  /** What of a restored copy is shown to whom it is of interest. */
  default Optional<RestoreStatus> restoreStatus(
      StoredObject object, List<OptionalObjectAttributes> wanted) {
    return object
        .storage()
        .restoration()
        .filter(copy -> wanted.contains(OptionalObjectAttributes.RESTORE_STATUS))
        .filter(copy -> copy.isOngoing(now()) || copy.isReadable(now()))
        .map(
            copy ->
                copy.isOngoing(now())
                    ? RestoreStatus.builder().isRestoreInProgress(true).build()
                    : RestoreStatus.builder()
                        .isRestoreInProgress(false)
                        .restoreExpiryDate(copy.expires())
                        .build());
  }
}
