package io.robotocore.services.s3;

import io.robotocore.service.IssuedKey;
import io.robotocore.service.Members;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.CreateSessionRequest;
import software.amazon.awssdk.services.s3.model.CreateSessionResponse;
import software.amazon.awssdk.services.s3.model.RenameObjectRequest;
import software.amazon.awssdk.services.s3.model.RenameObjectResponse;

/**
 * The operations that only directory buckets have.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/directory-buckets-overview.html">directory
 *     buckets</a>
 */
interface Directories extends Writing {

  Duration SESSION = Duration.ofMinutes(5);

  /**
   * Gives temporary credentials. At AWS a bucket is created at an endpoint of its own, without a
   * session; clients that know one endpoint only ask for a session with the bucket that they are
   * about to create.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateSession.html">CreateSession</a>
   */
  @Override
  default CreateSessionResponse createSession(CreateSessionRequest in) {
    checkKnown();
    boolean toCome =
        BucketName.isDirectory(in.bucket())
            && BucketName.isValid(in.bucket())
            && !state().buckets().containsKey(in.bucket());
    Encryption encryption =
        toCome
            ? Encryption.AES256
            : Encryption.of(in, directory(bucket(in, "s3express:CreateSession")), call());
    Instant expires = now().plus(SESSION);
    IssuedKey key = call().accessKeys().issueTemporary(call().principal(), expires);
    CreateSessionResponse.Builder response =
        CreateSessionResponse.builder()
            .credentials(
                credentials ->
                    credentials
                        .accessKeyId(key.accessKeyId())
                        .secretAccessKey(key.secretAccessKey())
                        .sessionToken(key.sessionToken().orElse(""))
                        .expiration(expires));
    return encryption.fill(response).build();
  }

  /**
   * Gives an object another key.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_RenameObject.html">RenameObject</a>
   */
  @Override
  default RenameObjectResponse renameObject(RenameObjectRequest in) {
    Bucket bucket = directory(bucket(in, "s3express:CreateSession"));
    Address from = new Address(bucket, source(in));
    Address to = new Address(bucket, in.key());
    Writing.check(to.key());
    WriteConditions conditions = WriteConditions.of(in);
    StoredObject renamed =
        state()
            .atomically(
                () -> {
                  StoredObject object = object(from, Optional.empty());
                  Conditions.of(in, "x-amz-rename-source").checkCopy(object, "x-amz-rename-source");
                  StoredObject written = write(to, object, conditions);
                  if (!from.key().equals(to.key())) {
                    state()
                        .contents()
                        .put(bucket.name(), contents(bucket).minus(from.key(), object.id()));
                  }
                  return written;
                });
    happened(new Change("ObjectCreated:Rename", bucket, to.key(), renamed));
    return RenameObjectResponse.builder().build();
  }

  private static String source(SdkPojo in) {
    String source = Members.find(in, "x-amz-rename-source").map(String.class::cast).orElse("");
    try {
      return URLDecoder.decode(source.replace("+", "%2B"), StandardCharsets.UTF_8)
          .replaceFirst("^/", "");
    } catch (IllegalArgumentException e) {
      throw S3Error.invalidArgument(
          "Invalid rename source encoding.",
          Map.of("ArgumentName", "x-amz-rename-source", "ArgumentValue", source));
    }
  }

  private static Bucket directory(Bucket bucket) {
    if (!bucket.isDirectory()) {
      throw S3Error.methodNotAllowed();
    }
    return bucket;
  }
}
