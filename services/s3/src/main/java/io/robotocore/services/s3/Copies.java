package io.robotocore.services.s3;

import io.robotocore.checksum.ChecksumAlgorithm;
import io.robotocore.service.Members;
import io.robotocore.state.Blob;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectResult;
import software.amazon.awssdk.services.s3.model.CopyPartResult;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.TaggingDirective;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;
import software.amazon.awssdk.services.s3.model.UploadPartCopyResponse;

/** The operations that copy objects, or a part of one. */
interface Copies extends Multipart {

  Pattern RANGE = Pattern.compile("bytes=([0-9]{1,18})-([0-9]{1,18})");

  /**
   * Copies an object.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html">CopyObject</a>
   */
  @Override
  default CopyObjectResponse copyObject(CopyObjectRequest in) {
    Address at = new Address(bucket(in, "s3:PutObject"), in.destinationKey());
    checkKnown("Anonymous users cannot copy objects.  Please authenticate");
    CopySource wanted = CopySource.of(in);
    Source source = source(wanted, in);
    StoredObject original = source.object;
    checkChange(in, at, wanted, source);
    if (original.content().size() > MAX_PUT) {
      throw S3Error.invalidRequest(
          "The specified copy source is larger than the maximum allowable size for a copy source: "
              + MAX_PUT);
    }
    StoredObject draft = draft(at, Members.copy(in, PutObjectRequest.builder()).build());
    Headers headers =
        in.metadataDirective() == MetadataDirective.REPLACE
            ? draft.headers()
            : original.headers().redirecting(draft.headers());
    Labels labels =
        in.taggingDirective() == TaggingDirective.REPLACE
            ? draft.labels()
            : draft.labels().tagged(original.labels().tags());
    ChecksumAlgorithm algorithm =
        ObjectChecksum.algorithm(String.valueOf(in.checksumAlgorithmAsString()))
            .orElse(original.content().checksum().algorithm());
    Content content =
        sealed(Content.of(original.content().blob(), algorithm), draft.storage().encryption());
    StoredObject copy = draft.with(headers).with(labels).with(content);
    StoredObject stored = store(at, copy, WriteConditions.of(in), "ObjectCreated:Copy");
    CopyObjectResult.Builder result =
        CopyObjectResult.builder()
            .eTag(stored.content().quotedEtag())
            .lastModified(stored.modified());
    CopyObjectResponse.Builder response =
        CopyObjectResponse.builder()
            .copyObjectResult(stored.content().checksum().fill(result).build());
    Reading.shownId(source.bucket, original).ifPresent(response::copySourceVersionId);
    return fill(response, at, stored).build();
  }

  /**
   * What a request wants to copy, if it may.
   *
   * @throws software.amazon.awssdk.services.s3.model.S3Exception if there is nothing, the caller
   *     may not read it, or the request's conditions or key do not fit
   */
  private Source source(CopySource source, SdkPojo in) {
    Bucket bucket = find(source.bucket());
    Members.find(in, "x-amz-source-expected-bucket-owner")
        .filter(owner -> !owner.equals(bucket.owner()))
        .ifPresent(
            other -> {
              throw S3Error.accessDenied();
            });
    authorize(
        bucket,
        new Asked(
            source.versionId().isPresent() ? "s3:GetObjectVersion" : "s3:GetObject",
            source.bucket(),
            Optional.of(source.key()),
            in));
    StoredObject object = object(new Address(bucket, source.key()), source.versionId());
    object.storage().encryption().checkCopySource(in);
    Conditions.of(in, CopySource.HEADERS).checkCopy(object, CopySource.HEADERS);
    if (object.storage().isArchive()
        && object.storage().restoration().filter(copy -> copy.isReadable(now())).isEmpty()) {
      throw ObjectError.notInActiveTier();
    }
    return new Source(bucket, object);
  }

  /** Refuses to copy an object onto itself as it is. */
  private void checkChange(CopyObjectRequest in, Address at, CopySource wanted, Source source) {
    boolean same =
        source.bucket.name().equals(at.bucket().name())
            && wanted.key().equals(at.key())
            && wanted.versionId().isEmpty();
    boolean changed =
        in.metadataDirective() == MetadataDirective.REPLACE
            || in.storageClass() != null
            || in.websiteRedirectLocation() != null
            || in.serverSideEncryption() != null
            || in.sseCustomerAlgorithm() != null
            || in.checksumAlgorithm() != null
            || source.object.storage().restoration().isPresent();
    if (same && !changed) {
      throw S3Error.invalidRequest(
          "This copy request is illegal because it is trying to copy an object to itself without "
              + "changing the object's metadata, storage class, website redirect location or "
              + "encryption attributes.");
    }
  }

  /**
   * Writes a part with bytes of an object.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html">UploadPartCopy</a>
   */
  @Override
  default UploadPartCopyResponse uploadPartCopy(UploadPartCopyRequest in) {
    Address at = new Address(bucket(in, "s3:PutObject"), in.destinationKey());
    Upload upload = upload(at, in.uploadId());
    checkPart(in.partNumber(), upload, in);
    Source source = source(CopySource.of(in), in);
    Blob all = source.object.content().blob();
    Blob bytes =
        Optional.ofNullable(in.copySourceRange()).map(range -> part(all, range)).orElse(all);
    Content part = write(at, upload, in.partNumber(), bytes);
    CopyPartResult.Builder result =
        CopyPartResult.builder().eTag(part.quotedEtag()).lastModified(second());
    if (upload.plan().wanted()) {
      part.checksum().fill(result);
    }
    UploadPartCopyResponse.Builder response =
        UploadPartCopyResponse.builder().copyPartResult(result.build());
    Reading.shownId(source.bucket, source.object).ifPresent(response::copySourceVersionId);
    return upload.draft().storage().encryption().fill(response).build();
  }

  private static Blob part(Blob all, String range) {
    Matcher form = RANGE.matcher(range);
    if (!form.matches()) {
      throw S3Error.invalidArgument(
          "The x-amz-copy-source-range value must be of the form bytes=first-last where first and "
              + "last are the zero-based offsets of the first and last bytes to copy",
          Map.of("ArgumentName", "x-amz-copy-source-range", "ArgumentValue", range));
    }
    long first = Long.parseLong(form.group(1));
    long last = Long.parseLong(form.group(2));
    if (first > last || last >= all.length()) {
      throw S3Error.invalidArgument(
          "Range specified is not valid for source object of size: " + all.length(),
          Map.of("ArgumentName", "x-amz-copy-source-range", "ArgumentValue", range));
    }
    return all.part(first, last - first + 1);
  }

  /** An object that is copied, and where it is. */
  record Source(Bucket bucket, StoredObject object) {}
}
