package io.robotocore.services.s3;

import io.robotocore.state.Blob;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** The operation that writes an object in one piece. */
interface Puts extends Writing {

  /** As many bytes, at the most, are written at once: 5 GiB. */
  long MAX_PUT = 5L << 30;

  /**
   * Writes an object, or in a directory bucket more bytes behind those that are there.
   *
   * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html">PutObject</a>
   */
  @Override
  default PutObjectResponse putObject(PutObjectRequest in, RequestBody body) {
    Address at = new Address(bucket(in, "s3:PutObject"), in.key());
    StoredObject draft = draft(at, in);
    WriteConditions conditions = WriteConditions.of(in);
    Blob blob = keep(body);
    if (blob.length() > MAX_PUT) {
      throw ObjectError.entityTooLarge(blob.length(), MAX_PUT);
    }
    StoredObject stored =
        in.writeOffsetBytes() == null
            ? store(at, draft.with(content(in, draft, blob)), conditions, "ObjectCreated:Put")
            : append(at, in, draft, blob);
    PutObjectResponse.Builder response =
        fill(PutObjectResponse.builder(), at, stored).eTag(stored.content().quotedEtag());
    if (in.writeOffsetBytes() != null) {
      response.size(stored.content().size());
    }
    return stored.content().checksum().fill(response).build();
  }

  /** Reads a body to its end and keeps it. */
  default Blob keep(RequestBody body) {
    return call().blobs().keep(body.contentStreamProvider().newStream());
  }

  private Content content(PutObjectRequest in, StoredObject draft, Blob blob) {
    return sealed(Content.of(blob, ObjectChecksum.sent(in)), draft.storage().encryption());
  }

  /**
   * Writes bytes behind those of an object.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/directory-buckets-objects-append.html">appending
   *     data</a>
   */
  private StoredObject append(Address at, PutObjectRequest in, StoredObject draft, Blob blob) {
    if (!at.bucket().isDirectory()) {
      throw S3Error.notImplementedHeader("x-amz-write-offset-bytes");
    }
    WriteConditions conditions = WriteConditions.of(in);
    Optional<StoredObject> there = there(at);
    Content before = there.map(StoredObject::content).orElse(Content.NOTHING);
    if (in.writeOffsetBytes() != before.size()) {
      throw ObjectError.invalidWriteOffset();
    }
    Blob joined = Blob.of(List.of(before.blob(), blob));
    Content content =
        Content.of(
            joined,
            ObjectChecksum.sent(in).map(ObjectChecksum::algorithm).orElse(ObjectChecksum.DEFAULT));
    StoredObject appended = there.orElse(draft).with(content);
    StoredObject stored =
        state()
            .atomically(
                () -> {
                  if (!there(at)
                      .map(StoredObject::content)
                      .equals(there.map(StoredObject::content))) {
                    throw ObjectError.invalidWriteOffset();
                  }
                  return write(at, appended, conditions);
                });
    happened(new Change("ObjectCreated:Put", at.bucket(), at.key(), stored));
    return stored;
  }

  private Optional<StoredObject> there(Address at) {
    return contents(at.bucket()).find(at.key()).flatMap(Versions::object);
  }
}
