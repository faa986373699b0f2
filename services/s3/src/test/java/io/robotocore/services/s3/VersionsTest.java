package io.robotocore.services.s3;

import static io.robotocore.testing.Refusals.assertRefused;
import static io.robotocore.testing.Refusals.refusedStatus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.robotocore.junit5.AwsEmulator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.MFADelete;
import software.amazon.awssdk.services.s3.model.MFADeleteStatus;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningRequest;

/** Objects that keep their older versions. */
@AwsEmulator
final class VersionsTest {

  private final S3Client s3;

  VersionsTest(S3Client s3) {
    this.s3 = s3;
  }

  @BeforeEach
  void createBucket() {
    s3.createBucket(in -> in.bucket("photos"));
  }

  private void versioning(BucketVersioningStatus status) {
    s3.putBucketVersioning(
        in -> in.bucket("photos").versioningConfiguration(how -> how.status(status)));
  }

  private String put(String text) {
    return s3.putObject(in -> in.bucket("photos").key("cat"), RequestBody.fromString(text))
        .versionId();
  }

  private DeleteObjectResponse delete(String version) {
    return s3.deleteObject(in -> in.bucket("photos").key("cat").versionId(version));
  }

  private String get(String version) {
    return s3.getObjectAsBytes(in -> in.bucket("photos").key("cat").versionId(version))
        .asUtf8String();
  }

  private List<String> versions() {
    return s3.listObjectVersions(in -> in.bucket("photos")).versions().stream()
        .map(ObjectVersion::versionId)
        .toList();
  }

  /**
   * See <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html">.
   */
  @Test
  void putBucketVersioning_mfaDelete_isAskedForWhereSomethingGoesForGood() {
    String mfa = "arn:aws:iam::123456789012:mfa/me 123456";
    Consumer<PutBucketVersioningRequest.Builder> enable =
        in ->
            in.bucket("photos")
                .versioningConfiguration(
                    how -> how.status(BucketVersioningStatus.ENABLED).mfaDelete(MFADelete.ENABLED));
    assertRefused(
        () -> s3.putBucketVersioning(enable),
        403,
        "AccessDenied",
        "Mfa Authentication must be used for this request");
    s3.putBucketVersioning(enable.andThen(in -> in.mfa(mfa)));
    assertThat(s3.getBucketVersioning(in -> in.bucket("photos")).mfaDelete())
        .isEqualTo(MFADeleteStatus.ENABLED);

    String version = put("one");
    s3.deleteObject(in -> in.bucket("photos").key("cat"));
    assertRefused(() -> delete(version), 403, "AccessDenied");
    assertRefused(
        () ->
            s3.deleteObjects(
                in ->
                    in.bucket("photos")
                        .delete(
                            all ->
                                all.objects(
                                    ObjectIdentifier.builder()
                                        .key("cat")
                                        .versionId(version)
                                        .build()))),
        403,
        "AccessDenied");
    s3.deleteObject(in -> in.bucket("photos").key("cat").versionId(version).mfa(mfa));
    assertThat(versions()).isEmpty();
    assertRefused(() -> versioning(BucketVersioningStatus.SUSPENDED), 403, "AccessDenied");
  }

  @Test
  void putBucketVersioning_isTold() {
    assertThat(s3.getBucketVersioning(in -> in.bucket("photos")).status()).isNull();
    versioning(BucketVersioningStatus.ENABLED);
    assertThat(s3.getBucketVersioning(in -> in.bucket("photos")).status())
        .isEqualTo(BucketVersioningStatus.ENABLED);
    assertRefused(
        () -> s3.putBucketVersioning(in -> in.bucket("photos").versioningConfiguration(how -> {})),
        400,
        "IllegalVersioningConfigurationException");
    assertRefused(
        () ->
            s3.putBucketVersioning(
                in -> in.bucket("photos").versioningConfiguration(how -> how.status("Off"))),
        400,
        "MalformedXML");
  }

  @Test
  void putObject_enabled_keepsOlderVersions() {
    assertThat(put("zero")).isNull();
    versioning(BucketVersioningStatus.ENABLED);
    String one = put("one");
    String two = put("two");

    assertThat(get(null)).isEqualTo("two");
    assertThat(get(one)).isEqualTo("one");
    assertThat(get("null")).isEqualTo("zero");
    assertThat(versions()).containsExactly(two, one, "null");
    assertThat(s3.listObjectsV2(in -> in.bucket("photos")).contents()).hasSize(1);
    assertThat(s3.headObject(in -> in.bucket("photos").key("cat")).versionId()).isEqualTo(two);
  }

  @Test
  void deleteObject_enabled_leavesMarker() {
    versioning(BucketVersioningStatus.ENABLED);
    String one = put("one");
    DeleteObjectResponse deleted = delete(null);
    assertThat(deleted.deleteMarker()).isTrue();
    assertThat(deleted.versionId()).isNotEqualTo(one).isNotEmpty();

    AwsServiceException refused = assertRefused(() -> get(null), 404, "NoSuchKey");
    assertThat(
            refused.awsErrorDetails().sdkHttpResponse().firstMatchingHeader("x-amz-delete-marker"))
        .contains("true");
    assertThat(refused.awsErrorDetails().sdkHttpResponse().firstMatchingHeader("x-amz-version-id"))
        .contains(deleted.versionId());
    assertThat(get(one)).isEqualTo("one");
    assertRefused(
        () -> get(deleted.versionId()),
        405,
        "MethodNotAllowed",
        "The specified method is not allowed against this resource.");
    assertThat(
            refusedStatus(
                () ->
                    s3.headObject(
                        in -> in.bucket("photos").key("cat").versionId(deleted.versionId()))))
        .isEqualTo(405);
    assertThat(s3.listObjectsV2(in -> in.bucket("photos")).contents()).isEmpty();
    ListObjectVersionsResponse all = s3.listObjectVersions(in -> in.bucket("photos"));
    assertThat(all.deleteMarkers())
        .extracting(DeleteMarkerEntry::versionId, DeleteMarkerEntry::isLatest)
        .containsExactly(tuple(deleted.versionId(), true));
    assertThat(all.versions())
        .extracting(ObjectVersion::versionId, ObjectVersion::isLatest)
        .containsExactly(tuple(one, false));
    assertRefused(
        () -> s3.deleteBucket(in -> in.bucket("photos")),
        409,
        "BucketNotEmpty",
        "The bucket you tried to delete is not empty. You must delete all versions in the bucket.");

    assertThat(delete(deleted.versionId()).deleteMarker()).isTrue();
    assertThat(get(null)).isEqualTo("one");
    delete(one);
    s3.deleteBucket(in -> in.bucket("photos"));
  }

  @Test
  void deleteObject_version_bringsTheOneBeforeBack() {
    versioning(BucketVersioningStatus.ENABLED);
    String one = put("one");
    String two = put("two");
    String three = put("three");
    assertThat(delete(two).versionId()).isEqualTo(two);
    assertThat(get(null)).isEqualTo("three");
    delete(three);
    assertThat(get(null)).isEqualTo("one");
    assertThat(versions()).containsExactly(one);
    assertThat(delete("none").versionId()).isEqualTo("none");
    assertRefused(() -> get(two), 404, "NoSuchVersion", "The specified version does not exist.");
  }

  @Test
  void putObject_suspended_replacesTheNullVersion() {
    put("zero");
    versioning(BucketVersioningStatus.ENABLED);
    String one = put("one");
    versioning(BucketVersioningStatus.SUSPENDED);
    assertThat(put("two")).isEqualTo("null");
    assertThat(versions()).containsExactly("null", one);
    assertThat(put("three")).isEqualTo("null");
    assertThat(versions()).containsExactly("null", one);
    assertThat(get("null")).isEqualTo("three");

    assertThat(delete(null).versionId()).isEqualTo("null");
    assertThat(versions()).containsExactly(one);
    assertThat(s3.listObjectVersions(in -> in.bucket("photos")).deleteMarkers())
        .extracting(DeleteMarkerEntry::versionId)
        .containsExactly("null");
    delete("null");
    assertThat(get(null)).isEqualTo("one");
  }

  @Test
  void copyObject_olderVersion_makesItTheLatest() {
    versioning(BucketVersioningStatus.ENABLED);
    String one = put("one");
    put("two");
    var copied =
        s3.copyObject(
            in ->
                in.sourceBucket("photos")
                    .sourceKey("cat")
                    .sourceVersionId(one)
                    .destinationBucket("photos")
                    .destinationKey("cat"));

    assertThat(copied.copySourceVersionId()).isEqualTo(one);
    assertThat(get(null)).isEqualTo("one");
    assertThat(versions()).hasSize(3).startsWith(copied.versionId());
  }

  @Test
  void listObjectVersions_inPages_isComplete() {
    versioning(BucketVersioningStatus.ENABLED);
    List<String> expected = new ArrayList<>();
    for (String key : new String[] {"a", "b/1", "b/2", "c"}) {
      for (int i = 0; i < 3; i++) {
        expected.add(
            i,
            key
                + " "
                + s3.putObject(in -> in.bucket("photos").key(key), RequestBody.empty())
                    .versionId());
      }
    }
    s3.deleteObject(in -> in.bucket("photos").key("c"));

    for (int max : new int[] {1, 2, 5, 100}) {
      List<String> found =
          s3.listObjectVersionsPaginator(in -> in.bucket("photos").maxKeys(max)).versions().stream()
              .map(version -> version.key() + " " + version.versionId())
              .toList();
      assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(found).extracting(text -> text.substring(0, 1)).isSorted();
    }
    ListObjectVersionsResponse rolled =
        s3.listObjectVersions(in -> in.bucket("photos").delimiter("/").maxKeys(4));
    assertThat(rolled.versions()).extracting(ObjectVersion::key).containsExactly("a", "a", "a");
    assertThat(rolled.commonPrefixes()).extracting(p -> p.prefix()).containsExactly("b/");
    assertThat(rolled.nextKeyMarker()).isEqualTo("b/");
    assertThat(rolled.nextVersionIdMarker()).isNull();
    ListObjectVersionsResponse rest =
        s3.listObjectVersions(
            in -> in.bucket("photos").delimiter("/").keyMarker(rolled.nextKeyMarker()));
    assertThat(rest.versions()).extracting(ObjectVersion::key).containsExactly("c", "c", "c");
    assertThat(rest.deleteMarkers()).hasSize(1);
  }

  @Test
  void deleteObjects_versionsAndKeys_areToldApart() {
    versioning(BucketVersioningStatus.ENABLED);
    String one = put("one");
    var deleted =
        s3.deleteObjects(
                in ->
                    in.bucket("photos")
                        .delete(
                            all ->
                                all.objects(
                                    ObjectIdentifier.builder().key("cat").versionId(one).build(),
                                    ObjectIdentifier.builder().key("dog").build())))
            .deleted();

    assertThat(deleted.get(0).versionId()).isEqualTo(one);
    assertThat(deleted.get(0).deleteMarker()).isNull();
    assertThat(deleted.get(1).key()).isEqualTo("dog");
    assertThat(deleted.get(1).deleteMarker()).isTrue();
    assertThat(deleted.get(1).deleteMarkerVersionId()).isNotEmpty();
    assertThat(versions()).isEmpty();
  }
}
