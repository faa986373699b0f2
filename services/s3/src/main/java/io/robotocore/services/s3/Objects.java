package io.robotocore.services.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** The operations that write, read and delete objects. */
interface Objects extends S3View {

  @Override
  default PutObjectResponse putObject(PutObjectRequest in, RequestBody body) {
    Bucket bucket = bucket(in, "s3:PutObject");
    Content content = new Content(keep(body), "");
    Headers headers = Headers.of(in, in.metadata());
    StoredObject object = new StoredObject(Version.NULL, now(), call().account(), content, headers);
    state()
        .run(() -> state().contents().put(bucket.name(), contents(bucket).plus(in.key(), object)));
    happened(new Change("ObjectCreated:Put", bucket, in.key(), object));
    return PutObjectResponse.builder().eTag(content.quotedEtag()).build();
  }

  private static Blob keep(RequestBody body) {
    try (InputStream stream = body.contentStreamProvider().newStream()) {
      return new Blob(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private StoredObject object(Bucket bucket, String key) {
    return contents(bucket)
        .find(key)
        .flatMap(Versions::object)
        .orElseThrow(() -> S3Error.noSuchKey(key));
  }

  @Override
  default <T> T getObject(GetObjectRequest in, ResponseTransformer<GetObjectResponse, T> out) {
    StoredObject object = object(bucket(in, "s3:GetObject"), in.key());
    GetObjectResponse.Builder response =
        GetObjectResponse.builder()
            .contentLength(object.content().size())
            .eTag(object.content().quotedEtag())
            .lastModified(object.modified())
            .metadata(object.headers().user());
    object.headers().fill(response);
    return send(out, response.build(), object.content().blob().stream());
  }

  private static <R, T> T send(ResponseTransformer<R, T> out, R response, InputStream body) {
    try {
      return out.transform(response, AbortableInputStream.create(body));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  default HeadObjectResponse headObject(HeadObjectRequest in) {
    StoredObject object = object(bucket(in, "s3:GetObject"), in.key());
    HeadObjectResponse.Builder response =
        HeadObjectResponse.builder()
            .contentLength(object.content().size())
            .eTag(object.content().quotedEtag())
            .lastModified(object.modified())
            .metadata(object.headers().user());
    object.headers().fill(response);
    return response.build();
  }

  @Override
  default DeleteObjectResponse deleteObject(DeleteObjectRequest in) {
    Bucket bucket = bucket(in, "s3:DeleteObject");
    state().contents().computeIfPresent(bucket.name(), contents -> contents.without(in.key()));
    return DeleteObjectResponse.builder().build();
  }
}
