package io.robotocore.services.s3;

import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.robotocore.junit5.Account;
import io.robotocore.junit5.AwsEmulator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.GetObjectAclResponse;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.Permission;
import software.amazon.awssdk.services.s3.model.Tag;

/** Tags and access control lists. */
@AwsEmulator
final class LabelsTest {

  private final S3Client s3;
  private final S3Client stranger;

  LabelsTest(S3Client s3, @Account("222222222222") S3Client stranger) {
    this.s3 = s3;
    this.stranger = stranger;
  }

  @BeforeEach
  void createBucket() {
    s3.createBucket(in -> in.bucket("photos"));
    s3.putObject(in -> in.bucket("photos").key("cat"), RequestBody.fromString("meow"));
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  private void tag(Tag... tags) {
    s3.putObjectTagging(in -> in.bucket("photos").key("cat").tagging(all -> all.tagSet(tags)));
  }

  private List<Tag> tags() {
    return s3.getObjectTagging(in -> in.bucket("photos").key("cat")).tagSet();
  }

  @Test
  void putObjectTagging_replacesAll() {
    tag(tag("a", "1"), tag("b", ""));
    tag(tag("c", "é _.:/=+-@"));
    assertThat(tags()).containsExactly(tag("c", "é _.:/=+-@"));
    assertThat(s3.getObjectAsBytes(in -> in.bucket("photos").key("cat")).response().tagCount())
        .isEqualTo(1);

    s3.deleteObjectTagging(in -> in.bucket("photos").key("cat"));
    assertThat(tags()).isEmpty();
  }

  @Test
  void putObject_tagsInHeader_areRead() {
    s3.putObject(
        in -> in.bucket("photos").key("cat").tagging("a=1&b=two%20words&c"), RequestBody.empty());
    assertThat(tags()).containsExactly(tag("a", "1"), tag("b", "two words"), tag("c", ""));
    assertRefused(
        () ->
            s3.putObject(
                in -> in.bucket("photos").key("cat").tagging("a=1&a=2"), RequestBody.empty()),
        400,
        "InvalidArgument",
        "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters"
            + " without tag name duplicates.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "aws:x | x | System tags cannot be added/updated by requester",
        "a? | x | The TagKey you have provided is invalid",
        "'' | x | The TagKey you have provided is invalid",
        "a | <> | The TagValue you have provided is invalid"
      })
  void putObjectTagging_wrongTag_isRefused(String key, String value, String message) {
    assertRefused(() -> tag(tag(key, value)), 400, "InvalidTag", message);
  }

  @Test
  void putObjectTagging_tooMany_isRefused() {
    assertRefused(
        () -> tag(IntStream.range(0, 11).mapToObj(i -> tag("k" + i, "")).toArray(Tag[]::new)),
        400,
        "BadRequest",
        "Object tags cannot be greater than 10");
    assertRefused(
        () -> tag(tag("a", ""), tag("a", "")),
        400,
        "InvalidTag",
        "Cannot provide multiple Tags with the same key");
  }

  @Test
  void putObjectTagging_version_isThatOne() {
    s3.putBucketVersioning(
        in ->
            in.bucket("photos")
                .versioningConfiguration(how -> how.status(BucketVersioningStatus.ENABLED)));
    s3.putObject(in -> in.bucket("photos").key("cat"), RequestBody.empty());
    s3.putObjectTagging(
        in ->
            in.bucket("photos")
                .key("cat")
                .versionId("null")
                .tagging(all -> all.tagSet(tag("old", "yes"))));

    assertThat(tags()).isEmpty();
    assertThat(s3.getObjectTagging(in -> in.bucket("photos").key("cat").versionId("null")).tagSet())
        .hasSize(1);
  }

  /**
   * See <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html">.
   */
  @Test
  void putObjectAcl_newBucket_allowsNone() {
    assertRefused(
        () ->
            s3.putObjectAcl(in -> in.bucket("photos").key("cat").acl(ObjectCannedACL.PUBLIC_READ)),
        400,
        "AccessControlListNotSupported",
        "The bucket does not allow ACLs");
    assertRefused(
        () ->
            s3.putObject(
                in -> in.bucket("photos").key("cat").acl(ObjectCannedACL.PUBLIC_READ),
                RequestBody.empty()),
        400,
        "AccessControlListNotSupported");
    s3.putObject(
        in -> in.bucket("photos").key("cat").acl(ObjectCannedACL.BUCKET_OWNER_FULL_CONTROL),
        RequestBody.empty());
    GetObjectAclResponse acl = s3.getObjectAcl(in -> in.bucket("photos").key("cat"));
    assertThat(acl.grants())
        .extracting(grant -> grant.grantee().id(), grant -> grant.permission())
        .containsExactly(tuple(acl.owner().id(), Permission.FULL_CONTROL));
    assertThat(s3.getBucketAcl(in -> in.bucket("photos")).owner()).isEqualTo(acl.owner());
  }

  @Test
  void putObjectAcl_granted_letsOthersRead() {
    s3.createBucket(
        in -> in.bucket("shared").objectOwnership(ObjectOwnership.BUCKET_OWNER_PREFERRED));
    s3.putObject(in -> in.bucket("shared").key("cat"), RequestBody.fromString("meow"));
    String id = stranger.listBuckets().owner().id();
    assertRefused(
        () -> stranger.getObjectAsBytes(in -> in.bucket("shared").key("cat")), 403, "AccessDenied");

    s3.putObjectAcl(in -> in.bucket("shared").key("cat").grantRead("id=\"" + id + "\""));
    assertThat(stranger.getObjectAsBytes(in -> in.bucket("shared").key("cat")).asUtf8String())
        .isEqualTo("meow");
    assertRefused(
        () -> stranger.deleteObject(in -> in.bucket("shared").key("cat")), 403, "AccessDenied");
    s3.putBucketAcl(in -> in.bucket("shared").grantWrite("id=" + id).grantRead("id=" + id));
    stranger.putObject(
        in -> in.bucket("shared").key("dog").acl(ObjectCannedACL.BUCKET_OWNER_FULL_CONTROL),
        RequestBody.empty());
    assertThat(stranger.listObjectsV2(in -> in.bucket("shared")).contents()).hasSize(2);
    assertThat(s3.getBucketAcl(in -> in.bucket("shared")).grants())
        .extracting(grant -> grant.permission())
        .containsExactlyInAnyOrder(Permission.READ, Permission.WRITE);
  }

  @Test
  void putObjectAcl_publicOrWrong_isRefused() {
    s3.createBucket(in -> in.bucket("shared").objectOwnership(ObjectOwnership.OBJECT_WRITER));
    s3.putObject(in -> in.bucket("shared").key("cat"), RequestBody.fromString("meow"));
    assertRefused(
        () ->
            s3.putObjectAcl(in -> in.bucket("shared").key("cat").acl(ObjectCannedACL.PUBLIC_READ)),
        403,
        "AccessDenied");
    assertRefused(
        () -> s3.putObjectAcl(in -> in.bucket("shared").key("cat").grantRead("id=me")),
        400,
        "InvalidArgument",
        "Invalid id");
    assertRefused(
        () -> s3.putObjectAcl(in -> in.bucket("shared").key("cat").grantRead("everybody")),
        400,
        "InvalidArgument",
        "Argument format not recognized");
    assertRefused(
        () -> s3.putObjectAcl(in -> in.bucket("shared").key("cat")),
        400,
        "MissingSecurityHeader",
        "Your request was missing a required header");
    assertRefused(
        () ->
            s3.putObjectAcl(
                in ->
                    in.bucket("shared").key("cat").grantRead("id=x").acl(ObjectCannedACL.PRIVATE)),
        400,
        "InvalidArgument");
  }
}
