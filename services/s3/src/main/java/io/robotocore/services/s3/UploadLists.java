package io.robotocore.services.s3;

import io.robotocore.services.s3.Scan.Item;
import io.robotocore.services.s3.Scan.Page;
import io.robotocore.services.s3.Scan.Scope;
import java.util.List;
import java.util.Map;
import org.pcollections.PVector;
import software.amazon.awssdk.services.s3.model.Initiator;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.Owner;
import software.amazon.awssdk.services.s3.model.Part;

/** The operations that list multipart uploads and their parts. */
interface UploadLists extends Listing, Multipart {

  /**
   * Lists uploads that are not completed.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html">ListMultipartUploads</a>
   */
  @Override
  default ListMultipartUploadsResponse listMultipartUploads(ListMultipartUploadsRequest in) {
    Bucket bucket = bucket(in, "s3:ListBucketMultipartUploads");
    KeyEncoding encoding = KeyEncoding.of(in);
    Scope scope = Listing.scope(in, "max-uploads");
    String keyMarker = Listing.text(in, "key-marker");
    String idMarker = keyMarker.isEmpty() ? "" : Listing.text(in, "upload-id-marker");
    Scan<PVector<Upload>, Upload> scan =
        new Scan<>(
            contents(bucket).uploads(),
            entry ->
                entry.getKey().equals(keyMarker)
                    ? after(idMarker, entry.getValue())
                    : entry.getValue(),
            scope);
    Page<Upload> page = idMarker.isEmpty() ? scan.after(keyMarker) : scan.from(keyMarker, true);
    ListMultipartUploadsResponse.Builder response =
        ListMultipartUploadsResponse.builder().prefix("").keyMarker("").uploadIdMarker(idMarker);
    Listing.echo(response, in, encoding)
        .bucket(bucket.name())
        .maxUploads(scope.max())
        .isTruncated(page.truncated())
        .uploads(page.items().stream().map(item -> entry(item, encoding)).toList())
        .commonPrefixes(Listing.prefixes(page.prefixes(), encoding));
    if (page.truncated()) {
      page.last().map(encoding::encode).ifPresent(response::nextKeyMarker);
      page.items().stream()
          .reduce((first, second) -> second)
          .filter(item -> page.last().filter(item.key()::equals).isPresent())
          .ifPresent(item -> response.nextUploadIdMarker(item.value().id()));
    }
    return response.build();
  }

  private static List<Upload> after(String id, List<Upload> all) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).id().equals(id)) {
        return all.subList(i + 1, all.size());
      }
    }
    return id.isEmpty() ? List.of() : all;
  }

  private static MultipartUpload entry(Item<Upload> item, KeyEncoding encoding) {
    Upload upload = item.value();
    MultipartUpload.Builder entry =
        MultipartUpload.builder()
            .key(encoding.encode(item.key()))
            .uploadId(upload.id())
            .initiated(upload.initiated())
            .storageClass(upload.draft().storage().storageClass())
            .owner(CanonicalUser.owner(upload.draft().owner()))
            .initiator(initiator(upload));
    if (upload.plan().wanted()) {
      entry.checksumAlgorithm(upload.plan().algorithm().name()).checksumType(upload.plan().type());
    }
    return entry.build();
  }

  /** Who began an upload: an account by its canonical id, anybody else by ARN. */
  private static Initiator initiator(Upload upload) {
    return Initiator.builder()
        .id(
            upload.initiator().endsWith(":root")
                ? CanonicalUser.id(upload.initiator().split(":", -1)[4])
                : upload.initiator())
        .build();
  }

  /**
   * Lists the parts of an upload.
   *
   * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html">ListParts</a>
   */
  @Override
  default ListPartsResponse listParts(ListPartsRequest in) {
    Address at = new Address(bucket(in, "s3:ListMultipartUploadParts"), in.key());
    Upload upload = upload(at, in.uploadId());
    int max = Math.min(MAX, Listing.max(in, "max-parts"));
    int marker = in.partNumberMarker() == null ? 0 : in.partNumberMarker();
    List<Map.Entry<Integer, Upload.Part>> rest =
        List.copyOf(upload.parts().tailMap(marker, false).entrySet());
    List<Map.Entry<Integer, Upload.Part>> page = rest.subList(0, Math.min(max, rest.size()));
    Owner owner = CanonicalUser.owner(upload.draft().owner());
    ListPartsResponse.Builder response =
        ListPartsResponse.builder()
            .bucket(at.bucket().name())
            .key(at.key())
            .uploadId(upload.id())
            .owner(owner)
            .initiator(initiator(upload))
            .storageClass(upload.draft().storage().storageClass())
            .partNumberMarker(marker)
            .nextPartNumberMarker(page.isEmpty() ? 0 : page.get(page.size() - 1).getKey())
            .maxParts(max)
            .isTruncated(max > 0 && page.size() < rest.size())
            .parts(page.stream().map(part -> part(part, upload.plan())).toList());
    LifecycleRules.of(at.bucket())
        .abortion(at.key(), upload.initiated())
        .ifPresent(end -> response.abortDate(end.at()).abortRuleId(end.rule()));
    if (upload.plan().wanted()) {
      response
          .checksumAlgorithm(upload.plan().algorithm().name())
          .checksumType(upload.plan().type());
    }
    return response.build();
  }

  private static Part part(Map.Entry<Integer, Upload.Part> entry, Upload.Plan plan) {
    Content content = entry.getValue().content();
    Part.Builder part =
        Part.builder()
            .partNumber(entry.getKey())
            .size(content.size())
            .eTag(content.quotedEtag())
            .lastModified(entry.getValue().modified());
    return (plan.wanted() ? content.checksum().fill(part) : part).build();
  }
}
