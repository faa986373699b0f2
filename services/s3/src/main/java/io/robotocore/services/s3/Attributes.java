package io.robotocore.services.s3;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.model.Checksum;
import software.amazon.awssdk.services.s3.model.GetObjectAttributesParts;
import software.amazon.awssdk.services.s3.model.GetObjectAttributesRequest;
import software.amazon.awssdk.services.s3.model.GetObjectAttributesResponse;
import software.amazon.awssdk.services.s3.model.ObjectAttributes;
import software.amazon.awssdk.services.s3.model.ObjectPart;

/** The operation that tells some facts of an object without its content. */
interface Attributes extends Reading, Paying {

  int MAX_PARTS = 1_000;

  /**
   * Tells what is asked for.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAttributes.html">GetObjectAttributes</a>
   */
  @Override
  default GetObjectAttributesResponse getObjectAttributes(GetObjectAttributesRequest in) {
    Bucket bucket = bucket(in, "s3:GetObjectAttributes");
    StoredObject object = object(bucket, in);
    object.storage().encryption().check(in);
    Set<ObjectAttributes> wanted = wanted(in);
    Content content = object.content();
    GetObjectAttributesResponse.Builder response =
        GetObjectAttributesResponse.builder().lastModified(object.modified());
    Reading.shownId(bucket, object).ifPresent(response::versionId);
    if (wanted.contains(ObjectAttributes.E_TAG)) {
      response.eTag(content.etag());
    }
    if (wanted.contains(ObjectAttributes.CHECKSUM)) {
      response.checksum(content.checksum().fill(Checksum.builder()).build());
    }
    if (wanted.contains(ObjectAttributes.OBJECT_PARTS) && !content.parts().isEmpty()) {
      response.objectParts(parts(in, content.parts()));
    }
    if (wanted.contains(ObjectAttributes.STORAGE_CLASS)) {
      response.storageClass(object.storage().storageClass());
    }
    if (wanted.contains(ObjectAttributes.OBJECT_SIZE)) {
      response.objectSize(content.size());
    }
    return charged(bucket, response).build();
  }

  private static Set<ObjectAttributes> wanted(GetObjectAttributesRequest in) {
    Set<ObjectAttributes> wanted =
        in.objectAttributesAsStrings().stream()
            .flatMap(names -> Set.of(names.split(",")).stream())
            .map(name -> ObjectAttributes.fromValue(name.strip()))
            .collect(Collectors.toSet());
    if (wanted.isEmpty() || wanted.contains(ObjectAttributes.UNKNOWN_TO_SDK_VERSION)) {
      throw S3Error.invalidArgument("Invalid attribute name specified.", Map.of());
    }
    return wanted;
  }

  private static GetObjectAttributesParts parts(
      GetObjectAttributesRequest in, List<Content.PartSize> all) {
    int marker = Optional.ofNullable(in.partNumberMarker()).orElse(0);
    int max = Math.min(MAX_PARTS, Optional.ofNullable(in.maxParts()).orElse(MAX_PARTS));
    List<Content.PartSize> rest = all.stream().filter(part -> part.number() > marker).toList();
    List<Content.PartSize> page = rest.subList(0, Math.min(max, rest.size()));
    return GetObjectAttributesParts.builder()
        .totalPartsCount(all.size())
        .partNumberMarker(marker)
        .nextPartNumberMarker(page.isEmpty() ? 0 : page.get(page.size() - 1).number())
        .maxParts(max)
        .isTruncated(page.size() < rest.size())
        .parts(page.stream().map(Attributes::part).toList())
        .build();
  }

  private static ObjectPart part(Content.PartSize part) {
    return part.checksum()
        .fill(ObjectPart.builder())
        .partNumber(part.number())
        .size(part.size())
        .build();
  }
}
