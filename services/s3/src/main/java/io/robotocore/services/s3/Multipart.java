package io.robotocore.services.s3;

import io.robotocore.service.Members;
import io.robotocore.state.Blob;
import java.util.Locale;
import java.util.Optional;
import org.pcollections.TreePMap;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * The operations that begin and abort a multipart upload, and write its parts.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html">multipart
 *     upload</a>
 */
interface Multipart extends Puts {

  int MAX_PART_NUMBER = 10_000;

  @Override
  default CreateMultipartUploadResponse createMultipartUpload(CreateMultipartUploadRequest in) {
    Address at = new Address(bucket(in, "s3:PutObject"), in.key());
    checkKnown("Anonymous users cannot initiate multipart uploads.  Please authenticate.");
    PutObjectRequest like = Members.copy(in, PutObjectRequest.builder()).build();
    StoredObject draft = draft(at, like);
    Upload.Plan plan =
        Upload.Plan.of(
            Optional.ofNullable(in.checksumAlgorithmAsString()),
            Optional.ofNullable(in.checksumTypeAsString()));
    String id = newId() + newId() + newId() + newId();
    String initiator = call().principal().arn();
    state()
        .run(
            () -> {
              Contents contents = contents(at.bucket());
              boolean replaces = contents.find(at.key()).flatMap(Versions::object).isPresent();
              Upload upload = new Upload(id, initiator, draft, plan, replaces, TreePMap.empty());
              state().contents().put(at.bucket().name(), contents.with(at.key(), upload));
            });
    CreateMultipartUploadResponse.Builder response =
        CreateMultipartUploadResponse.builder()
            .bucket(at.bucket().name())
            .key(at.key())
            .uploadId(id);
    if (plan.wanted()) {
      response.checksumAlgorithm(plan.algorithm().name()).checksumType(plan.type());
    }
    LifecycleRules.of(at.bucket())
        .abortion(at.key(), second())
        .ifPresent(end -> response.abortDate(end.at()).abortRuleId(end.rule()));
    return draft.storage().encryption().fill(charged(at.bucket(), response)).build();
  }

  /** The upload that a request names. */
  default Upload upload(Address at, String id) {
    return contents(at.bucket())
        .upload(at.key(), id)
        .orElseThrow(() -> ObjectError.noSuchUpload(id));
  }

  @Override
  default UploadPartResponse uploadPart(UploadPartRequest in, RequestBody body) {
    Address at = new Address(bucket(in, "s3:PutObject"), in.key());
    Upload upload = upload(at, in.uploadId());
    checkPart(in.partNumber(), upload, in);
    checkAlgorithm(upload.plan(), ObjectChecksum.sent(in));
    Content part = write(at, upload, in.partNumber(), keep(body));
    UploadPartResponse.Builder response = UploadPartResponse.builder().eTag(part.quotedEtag());
    ObjectChecksum.sent(in).ifPresent(sent -> sent.fill(response));
    if (upload.plan().wanted()) {
      part.checksum().fill(response);
    }
    return upload.draft().storage().encryption().fill(charged(at.bucket(), response)).build();
  }

  /** Refuses a part that the upload cannot take. */
  default void checkPart(int number, Upload upload, SdkPojo request) {
    if (number < 1 || number > MAX_PART_NUMBER) {
      throw ObjectError.wrongPartNumber(number, MAX_PART_NUMBER);
    }
    upload.draft().storage().encryption().check(request);
  }

  private static void checkAlgorithm(Upload.Plan plan, Optional<ObjectChecksum> sent) {
    boolean differs = sent.filter(sum -> sum.algorithm() != plan.algorithm()).isPresent();
    if (plan.wanted() && (differs || sent.isEmpty())) {
      throw S3Error.invalidRequest(
          "Checksum Type mismatch occurred, expected checksum Type: %s, actual checksum Type: %s"
              .formatted(
                  name(plan.algorithm()), sent.map(sum -> name(sum.algorithm())).orElse("null")));
    }
  }

  private static String name(Enum<?> algorithm) {
    return algorithm.name().toLowerCase(Locale.ROOT);
  }

  /** Writes a part, in place of the one that there may be of its number. */
  default Content write(Address at, Upload upload, int number, Blob blob) {
    if (blob.length() > MAX_PUT) {
      throw ObjectError.entityTooLarge(blob.length(), MAX_PUT);
    }
    Content content =
        sealed(Content.of(blob, upload.plan().algorithm()), upload.draft().storage().encryption());
    Upload.Part part = new Upload.Part(second(), content);
    state()
        .run(
            () -> {
              Upload there = upload(at, upload.id());
              state()
                  .contents()
                  .put(
                      at.bucket().name(),
                      contents(at.bucket()).with(at.key(), there.plus(number, part)));
            });
    return content;
  }

  @Override
  default AbortMultipartUploadResponse abortMultipartUpload(AbortMultipartUploadRequest in) {
    Address at = new Address(bucket(in, "s3:AbortMultipartUpload"), in.key());
    state()
        .run(
            () -> {
              Upload upload = upload(at, in.uploadId());
              state()
                  .contents()
                  .put(at.bucket().name(), contents(at.bucket()).without(at.key(), upload));
            });
    return AbortMultipartUploadResponse.builder().build();
  }
}
