package io.robotocore.services.s3;

import io.robotocore.checksum.ChecksumAlgorithm;
import io.robotocore.checksum.ChecksumStream;
import io.robotocore.services.s3.Content.PartSize;
import io.robotocore.state.Blob;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedMultipartUpload;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** The operation that puts the parts of a multipart upload together. */
interface Completing extends Multipart {

  /** Every part but the last has as many bytes, at least: 5 MiB. */
  long MIN_PART = 5L << 20;

  /** An object has as many bytes, at the most: 50 TiB. */
  long MAX_OBJECT = 50L << 40;

  /**
   * Makes an object of parts. The upload is gone at the same instant at which the object is there.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html">CompleteMultipartUpload</a>
   */
  @Override
  default CompleteMultipartUploadResponse completeMultipartUpload(
      CompleteMultipartUploadRequest in) {
    Address at = new Address(bucket(in, "s3:PutObject"), in.key());
    WriteConditions conditions = WriteConditions.of(in);
    List<CompletedPart> wanted =
        Optional.ofNullable(in.multipartUpload())
            .map(CompletedMultipartUpload::parts)
            .orElse(List.of());
    checkOrder(wanted, in.uploadId());
    StoredObject stored =
        state()
            .atomically(
                () -> {
                  Upload upload = upload(at, in.uploadId());
                  Content content = joined(upload, wanted, in);
                  conditions.check(at.key(), upload, contents(at.bucket()).find(at.key()));
                  StoredObject written = write(at, upload.draft().with(content), conditions);
                  state()
                      .contents()
                      .put(at.bucket().name(), contents(at.bucket()).without(at.key(), upload));
                  return written;
                });
    happened(new Change("ObjectCreated:CompleteMultipartUpload", at.bucket(), at.key(), stored));
    CompleteMultipartUploadResponse.Builder response =
        CompleteMultipartUploadResponse.builder()
            .bucket(at.bucket().name())
            .key(at.key())
            .location(call().home() + "/" + at.bucket().name() + "/" + at.key())
            .eTag(stored.content().quotedEtag());
    stored.content().checksum().fill(response);
    return fill(response, at, stored).build();
  }

  private static void checkOrder(List<CompletedPart> parts, String upload) {
    if (parts.isEmpty()) {
      throw S3Error.malformedXml();
    }
    int last = 0;
    for (CompletedPart part : parts) {
      if (part.partNumber() == null || part.eTag() == null) {
        throw S3Error.malformedXml();
      }
      if (part.partNumber() <= last) {
        throw ObjectError.invalidPartOrder(upload);
      }
      last = part.partNumber();
    }
  }

  private static Content joined(
      Upload upload, List<CompletedPart> wanted, CompleteMultipartUploadRequest in) {
    List<PartSize> sizes = new ArrayList<>();
    List<Blob> blobs = new ArrayList<>();
    ChecksumStream etag = ChecksumStream.md5();
    for (CompletedPart part : wanted) {
      Content content = part(upload, part);
      if (content.size() < MIN_PART && sizes.size() < wanted.size() - 1) {
        throw ObjectError.entityTooSmall(content, MIN_PART, part.partNumber());
      }
      sizes.add(new PartSize(part.partNumber(), content.size(), content.checksum()));
      blobs.add(content.blob());
      etag.write(HexFormat.of().parseHex(content.etag()));
    }
    String tag = HexFormat.of().formatHex(etag.value()) + "-" + wanted.size();
    Content content = new Content(Blob.of(blobs), tag, checksum(upload.plan(), sizes), sizes);
    check(upload.plan(), content, in);
    return content;
  }

  /** The part that a request names by number and entity tag, and perhaps by checksum. */
  private static Content part(Upload upload, CompletedPart wanted) {
    Content content =
        Optional.ofNullable(upload.parts().get(wanted.partNumber()))
            .map(Upload.Part::content)
            .filter(there -> Conditions.matches(wanted.eTag(), there.etag()))
            .orElseThrow(() -> ObjectError.invalidPart(upload.id(), wanted));
    Upload.Plan plan = upload.plan();
    Optional<String> given = ObjectChecksum.value(wanted, plan.algorithm());
    if (given.filter(value -> !value.equals(content.checksum().value())).isPresent()) {
      throw ObjectError.invalidPart(upload.id(), wanted);
    }
    if (given.isEmpty() && plan.wanted() && plan.type() == ChecksumType.COMPOSITE) {
      throw S3Error.invalidRequest(
          ("The upload was created using a %s checksum. The complete request must include the "
                  + "checksum for each part. It was missing for part %d in the request.")
              .formatted(name(plan.algorithm()), wanted.partNumber()));
    }
    return content;
  }

  private static String name(ChecksumAlgorithm algorithm) {
    return algorithm.name().toLowerCase(Locale.ROOT);
  }

  private static ObjectChecksum checksum(Upload.Plan plan, List<PartSize> parts) {
    if (plan.type() == ChecksumType.FULL_OBJECT) {
      String sum = parts.get(0).checksum().value();
      for (PartSize part : parts.subList(1, parts.size())) {
        sum = CyclicSums.join(plan.algorithm(), sum, part.checksum().value(), part.size());
      }
      return ObjectChecksum.ofBytes(plan.algorithm(), sum);
    }
    ChecksumStream sum = plan.algorithm().begin();
    parts.forEach(part -> sum.write(Base64.getDecoder().decode(part.checksum().value())));
    String value = Base64.getEncoder().encodeToString(sum.value()) + "-" + parts.size();
    return new ObjectChecksum(plan.algorithm(), plan.type(), value);
  }

  /** Refuses parts that do not make what the client says they make. */
  private static void check(Upload.Plan plan, Content content, CompleteMultipartUploadRequest in) {
    if (in.checksumType() != null && plan.wanted() && in.checksumType() != plan.type()) {
      throw S3Error.invalidRequest(
          ("The upload was created using the %s checksum mode. "
                  + "The complete request must use the same checksum mode.")
              .formatted(plan.type()));
    }
    if (in.mpuObjectSize() != null && in.mpuObjectSize() != content.size()) {
      throw S3Error.invalidRequest(
          "The provided 'x-amz-mp-object-size' header value '%d' does not match what was computed: '%d'"
              .formatted(in.mpuObjectSize(), content.size()));
    }
    if (content.size() > MAX_OBJECT) {
      throw ObjectError.entityTooLarge(content.size(), MAX_OBJECT);
    }
    ObjectChecksum.sent(in)
        .filter(sent -> sent.algorithm() == plan.algorithm())
        .filter(
            sent ->
                !content
                    .checksum()
                    .value()
                    .replaceFirst("-.*", "")
                    .equals(sent.value().replaceFirst("-.*", "")))
        .ifPresent(
            sent -> {
              throw ObjectError.badDigest(plan.algorithm().name());
            });
  }
}
