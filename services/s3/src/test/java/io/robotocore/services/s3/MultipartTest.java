package io.robotocore.services.s3;

import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.robotocore.junit5.AwsEmulator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.GetObjectAttributesResponse;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.ObjectAttributes;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** Objects that are written in parts. */
@AwsEmulator
final class MultipartTest {

  private static final int MIN = 5 << 20;

  private final S3Client s3;

  MultipartTest(S3Client s3) {
    this.s3 = s3;
  }

  @BeforeEach
  void createBucket() {
    s3.createBucket(in -> in.bucket("photos"));
  }

  private String begin(Consumer<CreateMultipartUploadRequest.Builder> how) {
    return s3.createMultipartUpload(in -> in.bucket("photos").key("film").applyMutation(how))
        .uploadId();
  }

  private CompletedPart part(String upload, int number, byte[] bytes) {
    return part(upload, number, bytes, null);
  }

  private CompletedPart part(String upload, int number, byte[] bytes, ChecksumAlgorithm algorithm) {
    UploadPartResponse part =
        s3.uploadPart(
            in ->
                in.bucket("photos")
                    .key("film")
                    .uploadId(upload)
                    .partNumber(number)
                    .checksumAlgorithm(algorithm),
            RequestBody.fromBytes(bytes));
    return CompletedPart.builder()
        .partNumber(number)
        .eTag(part.eTag())
        .checksumCRC32(part.checksumCRC32())
        .checksumCRC32C(part.checksumCRC32C())
        .checksumSHA1(part.checksumSHA1())
        .checksumSHA256(part.checksumSHA256())
        .build();
  }

  private CompleteMultipartUploadResponse complete(String upload, CompletedPart... parts) {
    return s3.completeMultipartUpload(
        in ->
            in.bucket("photos")
                .key("film")
                .uploadId(upload)
                .multipartUpload(all -> all.parts(parts)));
  }

  private static byte[] bytes(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static byte[] both(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  @Test
  void completeMultipartUpload_joinsTheParts() {
    String upload = begin(in -> in.contentType("film/cat").metadata(Map.of("mood", "wild")));
    byte[] one = bytes(MIN, 1);
    byte[] two = bytes(100, 2);
    CompletedPart second = part(upload, 7, two);
    CompletedPart first = part(upload, 2, one);
    CompleteMultipartUploadResponse done = complete(upload, first, second);

    assertThat(done.bucket()).isEqualTo("photos");
    assertThat(done.key()).isEqualTo("film");
    assertThat(done.location()).endsWith("/photos/film");
    // MD5 of the MD5 hashes of both parts
    assertThat(done.eTag()).isEqualTo("\"" + etagOf(one, two) + "-2\"");
    ResponseBytes<GetObjectResponse> got =
        s3.getObjectAsBytes(in -> in.bucket("photos").key("film"));
    assertThat(got.asByteArrayUnsafe()).isEqualTo(both(one, two));
    assertThat(got.response().contentType()).isEqualTo("film/cat");
    assertThat(got.response().metadata()).containsEntry("mood", "wild");
    assertThat(got.response().eTag()).isEqualTo(done.eTag());
    assertRefused(() -> complete(upload, first, second), 404, "NoSuchUpload");
  }

  private static String etagOf(byte[]... parts) {
    try {
      java.security.MessageDigest all = java.security.MessageDigest.getInstance("MD5");
      for (byte[] part : parts) {
        all.update(java.security.MessageDigest.getInstance("MD5").digest(part));
      }
      return java.util.HexFormat.of().formatHex(all.digest());
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void uploadPart_again_replacesThePart() {
    String upload = begin(in -> {});
    part(upload, 1, bytes(10, 1));
    CompletedPart again = part(upload, 1, bytes(5, 2));
    complete(upload, again);

    assertThat(s3.getObjectAsBytes(in -> in.bucket("photos").key("film")).asByteArray())
        .isEqualTo(bytes(5, 2));
  }

  @Test
  void completeMultipartUpload_wrongParts_isRefusedAndCanGoOn() {
    String upload = begin(in -> {});
    CompletedPart small = part(upload, 1, bytes(10, 1));
    CompletedPart last = part(upload, 2, bytes(10, 2));

    assertRefused(
        () -> complete(upload, small, last),
        400,
        "EntityTooSmall",
        "Your proposed upload is smaller than the minimum allowed size");
    assertRefused(
        () -> complete(upload, last, small),
        400,
        "InvalidPartOrder",
        "The list of parts was not in ascending order. Parts must be ordered by part number.");
    assertRefused(
        () -> complete(upload, small.toBuilder().partNumber(3).build()),
        400,
        "InvalidPart",
        "One or more of the specified parts could not be found.  The part may not have been"
            + " uploaded, or the specified entity tag may not match the part's entity tag.");
    assertRefused(
        () -> complete(upload, small.toBuilder().eTag("\"other\"").build()), 400, "InvalidPart");
    assertRefused(() -> complete(upload), 400, "MalformedXML");
    assertRefused(
        () ->
            s3.completeMultipartUpload(
                in ->
                    in.bucket("photos")
                        .key("film")
                        .uploadId(upload)
                        .mpuObjectSize(11L)
                        .multipartUpload(all -> all.parts(small))),
        400,
        "InvalidRequest",
        "The provided 'x-amz-mp-object-size' header value '11' does not match what was computed:"
            + " '10'");
    complete(upload, last);
    assertThat(s3.headObject(in -> in.bucket("photos").key("film")).contentLength()).isEqualTo(10);
  }

  @Test
  void uploadPart_wrongNumberOrUpload_isRefused() {
    String upload = begin(in -> {});
    for (int number : new int[] {0, 10_001}) {
      assertRefused(
          () -> part(upload, number, bytes(1, 1)),
          400,
          "InvalidArgument",
          "Part number must be an integer between 1 and 10000, inclusive");
    }
    part(upload, 10_000, bytes(1, 1));
    assertRefused(
        () -> part("none", 1, bytes(1, 1)),
        404,
        "NoSuchUpload",
        "The specified upload does not exist. The upload ID may be invalid, or the upload may have"
            + " been aborted or completed.");
  }

  @Test
  void abortMultipartUpload_leavesNothing() {
    String upload = begin(in -> {});
    CompletedPart one = part(upload, 1, bytes(1, 1));
    s3.abortMultipartUpload(in -> in.bucket("photos").key("film").uploadId(upload));

    assertRefused(() -> complete(upload, one), 404, "NoSuchUpload");
    assertThat(s3.listMultipartUploads(in -> in.bucket("photos")).uploads()).isEmpty();
    assertThat(s3.listObjectsV2(in -> in.bucket("photos")).contents()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"CRC32", "CRC32_C", "SHA1", "SHA256"})
  void completeMultipartUpload_compositeChecksum_isThatOfTheParts(ChecksumAlgorithm algorithm) {
    String upload = begin(in -> in.checksumAlgorithm(algorithm));
    CompletedPart one = part(upload, 1, bytes(MIN, 1), algorithm);
    CompletedPart two = part(upload, 2, bytes(10, 2), algorithm);
    CompleteMultipartUploadResponse done = complete(upload, one, two);

    assertThat(done.checksumType()).isEqualTo(ChecksumType.COMPOSITE);
    HeadObjectResponse head =
        s3.headObject(in -> in.bucket("photos").key("film").checksumMode(ChecksumMode.ENABLED));
    assertThat(head.checksumType()).isEqualTo(ChecksumType.COMPOSITE);
    assertThat(
            List.of(
                String.valueOf(head.checksumCRC32()),
                String.valueOf(head.checksumCRC32C()),
                String.valueOf(head.checksumSHA1()),
                String.valueOf(head.checksumSHA256())))
        .filteredOn(value -> value.endsWith("=-2"))
        .hasSize(1);
  }

  @Test
  void completeMultipartUpload_fullObjectChecksum_isThatOfAllBytes() {
    String upload =
        begin(
            in ->
                in.checksumAlgorithm(ChecksumAlgorithm.CRC32)
                    .checksumType(ChecksumType.FULL_OBJECT));
    byte[] one = bytes(MIN + 3, 1);
    byte[] two = bytes(MIN, 2);
    byte[] three = bytes(10, 3);
    CompletedPart[] parts = {
      part(upload, 1, one, ChecksumAlgorithm.CRC32),
      part(upload, 2, two, ChecksumAlgorithm.CRC32),
      part(upload, 3, three, ChecksumAlgorithm.CRC32)
    };
    assertRefused(
        () ->
            s3.completeMultipartUpload(
                in ->
                    in.bucket("photos")
                        .key("film")
                        .uploadId(upload)
                        .checksumCRC32("AAAAAA==")
                        .multipartUpload(all -> all.parts(parts))),
        400,
        "BadDigest");
    CompleteMultipartUploadResponse done = complete(upload, parts);

    CRC32 crc = new CRC32();
    crc.update(both(both(one, two), three));
    byte[] value = java.nio.ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
    assertThat(done.checksumCRC32()).isEqualTo(java.util.Base64.getEncoder().encodeToString(value));
    assertThat(done.checksumType()).isEqualTo(ChecksumType.FULL_OBJECT);
  }

  /** The same bytes have the same checksum, whether they came at once or in parts. */
  @Test
  void completeMultipartUpload_noChecksumAskedFor_hasThatOfAllBytes() throws Exception {
    String upload = begin(in -> {});
    byte[] one = bytes(MIN, 1);
    byte[] two = bytes(77, 2);
    CompleteMultipartUploadResponse done =
        complete(upload, part(upload, 1, one), part(upload, 2, two));
    String whole =
        s3.putObject(
                in -> in.bucket("photos").key("whole").checksumAlgorithm(ChecksumAlgorithm.CRC32),
                RequestBody.fromBytes(both(one, two)))
            .checksumCRC32();
    assertThat(whole).isNotNull();
    s3.copyObject(
        in ->
            in.sourceBucket("photos")
                .sourceKey("whole")
                .destinationBucket("photos")
                .destinationKey("copy")
                .checksumAlgorithm(ChecksumAlgorithm.CRC64_NVME));

    assertThat(done.checksumCRC64NVME())
        .isEqualTo(
            s3.headObject(in -> in.bucket("photos").key("copy").checksumMode(ChecksumMode.ENABLED))
                .checksumCRC64NVME())
        .isNotEmpty();
  }

  @Test
  void createMultipartUpload_checksumThatThereIsNot_isRefused() {
    assertRefused(
        () ->
            begin(
                in ->
                    in.checksumAlgorithm(ChecksumAlgorithm.SHA256)
                        .checksumType(ChecksumType.FULL_OBJECT)),
        400,
        "InvalidRequest",
        "The FULL_OBJECT checksum type cannot be used with the sha256 checksum algorithm.");
    assertRefused(
        () ->
            begin(
                in ->
                    in.checksumAlgorithm(ChecksumAlgorithm.CRC64_NVME)
                        .checksumType(ChecksumType.COMPOSITE)),
        400,
        "InvalidRequest",
        "The COMPOSITE checksum type cannot be used with the crc64nvme checksum algorithm.");
  }

  @Test
  void uploadPart_otherChecksumThanAgreed_isRefused() {
    String upload = begin(in -> in.checksumAlgorithm(ChecksumAlgorithm.SHA256));
    assertRefused(
        () -> part(upload, 1, bytes(1, 1), ChecksumAlgorithm.SHA1),
        400,
        "InvalidRequest",
        "Checksum Type mismatch occurred, expected checksum Type: sha256, actual checksum Type:"
            + " sha1");
    CompletedPart part = part(upload, 1, bytes(1, 1), ChecksumAlgorithm.SHA256);
    assertRefused(
        () -> complete(upload, part.toBuilder().checksumSHA256(null).build()),
        400,
        "InvalidRequest",
        "The upload was created using a sha256 checksum. The complete request must include the"
            + " checksum for each part. It was missing for part 1 in the request.");
    complete(upload, part);
  }

  @Test
  void getObject_partNumber_isThatPart() {
    String upload = begin(in -> {});
    complete(upload, part(upload, 1, bytes(MIN, 1)), part(upload, 5, bytes(10, 2)));
    ResponseBytes<GetObjectResponse> got =
        s3.getObjectAsBytes(in -> in.bucket("photos").key("film").partNumber(2));

    assertThat(got.asByteArray()).isEqualTo(bytes(10, 2));
    assertThat(got.response().partsCount()).isEqualTo(2);
    assertThat(got.response().contentRange())
        .isEqualTo("bytes " + MIN + "-" + (MIN + 9) + "/" + (MIN + 10));
    assertThat(s3.headObject(in -> in.bucket("photos").key("film").partNumber(1)).contentLength())
        .isEqualTo(MIN);
  }

  @Test
  void getObjectAttributes_tellsOfParts() {
    String upload = begin(in -> in.checksumAlgorithm(ChecksumAlgorithm.SHA1));
    complete(
        upload,
        part(upload, 1, bytes(MIN, 1), ChecksumAlgorithm.SHA1),
        part(upload, 2, bytes(10, 2), ChecksumAlgorithm.SHA1));
    GetObjectAttributesResponse told =
        s3.getObjectAttributes(
            in ->
                in.bucket("photos")
                    .key("film")
                    .maxParts(1)
                    .objectAttributes(
                        ObjectAttributes.E_TAG,
                        ObjectAttributes.CHECKSUM,
                        ObjectAttributes.OBJECT_PARTS,
                        ObjectAttributes.STORAGE_CLASS,
                        ObjectAttributes.OBJECT_SIZE));

    assertThat(told.eTag()).endsWith("-2").doesNotContain("\"");
    assertThat(told.objectSize()).isEqualTo(MIN + 10);
    assertThat(told.storageClassAsString()).isEqualTo("STANDARD");
    assertThat(told.checksum().checksumSHA1()).endsWith("-2");
    assertThat(told.objectParts().totalPartsCount()).isEqualTo(2);
    assertThat(told.objectParts().isTruncated()).isTrue();
    assertThat(told.objectParts().nextPartNumberMarker()).isEqualTo(1);
    assertThat(told.objectParts().parts())
        .singleElement()
        .satisfies(
            part -> {
              assertThat(part.size()).isEqualTo(MIN);
              assertThat(part.checksumSHA1()).isNotEmpty();
            });
  }

  @Test
  void uploadPartCopy_range_isThoseBytes() {
    s3.putObject(in -> in.bucket("photos").key("source"), RequestBody.fromString("0123456789"));
    String upload = begin(in -> {});
    String etag =
        s3.uploadPartCopy(
                in ->
                    in.sourceBucket("photos")
                        .sourceKey("source")
                        .destinationBucket("photos")
                        .destinationKey("film")
                        .uploadId(upload)
                        .partNumber(1)
                        .copySourceRange("bytes=2-5"))
            .copyPartResult()
            .eTag();
    complete(upload, CompletedPart.builder().partNumber(1).eTag(etag).build());

    assertThat(s3.getObjectAsBytes(in -> in.bucket("photos").key("film")).asUtf8String())
        .isEqualTo("2345");
    String other = begin(in -> {});
    for (String range : new String[] {"bytes=2-10", "bytes=5-2", "2-5"}) {
      assertRefused(
          () ->
              s3.uploadPartCopy(
                  in ->
                      in.sourceBucket("photos")
                          .sourceKey("source")
                          .destinationBucket("photos")
                          .destinationKey("film")
                          .uploadId(other)
                          .partNumber(1)
                          .copySourceRange(range)),
          400,
          "InvalidArgument");
    }
  }

  @Test
  void listParts_inPages() {
    String upload = begin(in -> in.storageClass("STANDARD_IA"));
    for (int number : new int[] {5, 1, 3}) {
      part(upload, number, bytes(number, 1));
    }
    ListPartsResponse first =
        s3.listParts(in -> in.bucket("photos").key("film").uploadId(upload).maxParts(2));

    assertThat(first.parts())
        .extracting(Part::partNumber, Part::size)
        .containsExactly(tuple(1, 1L), tuple(3, 3L));
    assertThat(first.isTruncated()).isTrue();
    assertThat(first.nextPartNumberMarker()).isEqualTo(3);
    assertThat(first.storageClassAsString()).isEqualTo("STANDARD_IA");
    assertThat(
            s3.listPartsPaginator(
                    in -> in.bucket("photos").key("film").uploadId(upload).maxParts(1))
                .parts())
        .extracting(Part::partNumber)
        .containsExactly(1, 3, 5);
  }

  @Test
  void listMultipartUploads_inPages_withPrefixAndDelimiter() {
    List<String> ids = new ArrayList<>();
    for (String key : new String[] {"b/2", "a", "b/1", "a", "c"}) {
      ids.add(s3.createMultipartUpload(in -> in.bucket("photos").key(key)).uploadId());
    }

    assertThat(s3.listMultipartUploadsPaginator(in -> in.bucket("photos").maxUploads(1)).uploads())
        .extracting(MultipartUpload::key, MultipartUpload::uploadId)
        .containsExactly(
            tuple("a", ids.get(1)),
            tuple("a", ids.get(3)),
            tuple("b/1", ids.get(2)),
            tuple("b/2", ids.get(0)),
            tuple("c", ids.get(4)));
    ListMultipartUploadsResponse rolled =
        s3.listMultipartUploads(in -> in.bucket("photos").delimiter("/"));
    assertThat(rolled.uploads()).extracting(MultipartUpload::key).containsExactly("a", "a", "c");
    assertThat(rolled.commonPrefixes()).extracting(p -> p.prefix()).containsExactly("b/");
    assertThat(s3.listMultipartUploads(in -> in.bucket("photos").prefix("b/")).uploads())
        .hasSize(2);
  }
}
