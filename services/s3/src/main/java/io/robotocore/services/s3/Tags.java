package io.robotocore.services.s3;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.DeleteObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.Tag;

/** The operations on the tags of objects. */
interface Tags extends Relabelling {

  @Override
  default GetObjectTaggingResponse getObjectTagging(GetObjectTaggingRequest in) {
    Bucket bucket = bucket(in, "s3:GetObjectTagging");
    StoredObject object = object(bucket, in);
    GetObjectTaggingResponse.Builder response =
        GetObjectTaggingResponse.builder().tagSet(object.labels().tags());
    Reading.shownId(bucket, object).ifPresent(response::versionId);
    return response.build();
  }

  @Override
  default PutObjectTaggingResponse putObjectTagging(PutObjectTaggingRequest in) {
    List<Tag> tags = in.tagging().tagSet();
    TagSet.check(tags, TagSet.MAX_OF_OBJECT);
    Address at = new Address(bucket(in, "s3:PutObjectTagging"), in.key());
    PutObjectTaggingResponse.Builder response = PutObjectTaggingResponse.builder();
    tag(at, Optional.ofNullable(in.versionId()), tags).ifPresent(response::versionId);
    return response.build();
  }

  @Override
  default DeleteObjectTaggingResponse deleteObjectTagging(DeleteObjectTaggingRequest in) {
    Address at = new Address(bucket(in, "s3:DeleteObjectTagging"), in.key());
    DeleteObjectTaggingResponse.Builder response = DeleteObjectTaggingResponse.builder();
    tag(at, Optional.ofNullable(in.versionId()), List.of()).ifPresent(response::versionId);
    return response.build();
  }

  private Optional<String> tag(Address at, Optional<String> versionId, List<Tag> tags) {
    StoredObject tagged =
        relabel(at, versionId, object -> object.with(object.labels().tagged(tags)));
    String event = tags.isEmpty() ? "ObjectTagging:Delete" : "ObjectTagging:Put";
    happened(new Change(event, at.bucket(), at.key(), tagged));
    return Reading.shownId(at.bucket(), tagged);
  }
}
