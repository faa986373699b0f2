package io.robotocore.services.s3;

import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Lists of objects. */
@AwsEmulator
final class ListingTest {

  private final Emulator emulator;
  private final S3Client s3;

  ListingTest(Emulator emulator, S3Client s3) {
    this.emulator = emulator;
    this.s3 = s3;
  }

  @BeforeEach
  void createBucket() {
    s3.createBucket(in -> in.bucket("photos"));
  }

  private void put(String... keys) {
    for (String key : keys) {
      s3.putObject(in -> in.bucket("photos").key(key), RequestBody.fromString(key));
    }
  }

  private static List<String> keys(ListObjectsV2Response listed) {
    return listed.contents().stream().map(S3Object::key).toList();
  }

  private static List<String> prefixes(List<CommonPrefix> prefixes) {
    return prefixes.stream().map(CommonPrefix::prefix).toList();
  }

  @Test
  void listObjectsV2_tellsOfObjects() {
    put("cat");
    ListObjectsV2Response listed = s3.listObjectsV2(in -> in.bucket("photos"));

    assertThat(listed.name()).isEqualTo("photos");
    assertThat(listed.keyCount()).isEqualTo(1);
    assertThat(listed.maxKeys()).isEqualTo(1000);
    assertThat(listed.isTruncated()).isFalse();
    assertThat(listed.prefix()).isEmpty();
    S3Object cat = listed.contents().get(0);
    assertThat(cat.size()).isEqualTo(3);
    assertThat(cat.eTag()).isEqualTo("\"d077f244def8a70e5ea758bd8352fcd8\"");
    assertThat(cat.storageClassAsString()).isEqualTo("STANDARD");
    assertThat(cat.owner()).isNull();
    assertThat(cat.checksumAlgorithmAsStrings()).containsExactly("CRC32");
    assertThat(cat.checksumTypeAsString()).isEqualTo("FULL_OBJECT");
    assertThat(
            s3.listObjectsV2(in -> in.bucket("photos").fetchOwner(true))
                .contents()
                .get(0)
                .owner()
                .id())
        .hasSize(64);
  }

  /** 😀 has a surrogate of D83D in UTF-16, and comes behind U+FFEE in UTF-8. */
  @Test
  void listObjectsV2_isSortedByUtf8() {
    put("b", "B", "a", "é", "\uFFEE", "😀", "aa", "a/", "_", "Z");

    assertThat(keys(s3.listObjectsV2(in -> in.bucket("photos"))))
        .containsExactly("B", "Z", "_", "a", "a/", "aa", "b", "é", "\uFFEE", "😀");
  }

  @Test
  void listObjectsV2_prefixAndDelimiter_rollUp() {
    put("a", "b/1", "b/2", "b/c/1", "b/c/2", "d/", "e", "f//1");

    ListObjectsV2Response top = s3.listObjectsV2(in -> in.bucket("photos").delimiter("/"));
    assertThat(keys(top)).containsExactly("a", "e");
    assertThat(prefixes(top.commonPrefixes())).containsExactly("b/", "d/", "f/");
    assertThat(top.keyCount()).isEqualTo(5);
    ListObjectsV2Response inside =
        s3.listObjectsV2(in -> in.bucket("photos").delimiter("/").prefix("b/"));
    assertThat(keys(inside)).containsExactly("b/1", "b/2");
    assertThat(prefixes(inside.commonPrefixes())).containsExactly("b/c/");
    assertThat(keys(s3.listObjectsV2(in -> in.bucket("photos").prefix("d/").delimiter("/"))))
        .containsExactly("d/");
    ListObjectsV2Response words = s3.listObjectsV2(in -> in.bucket("photos").delimiter("/c/"));
    assertThat(prefixes(words.commonPrefixes())).containsExactly("b/c/");
    assertThat(keys(s3.listObjectsV2(in -> in.bucket("photos").prefix("none")))).isEmpty();
  }

  @Test
  void listObjectsV2_inPages_isComplete() {
    put("a", "b/1", "b/2", "c/1", "d", "e", "f/1");
    for (int max = 1; max < 9; max++) {
      int size = max;
      var pages = s3.listObjectsV2Paginator(in -> in.bucket("photos").delimiter("/").maxKeys(size));
      assertThat(pages.contents()).extracting(S3Object::key).containsExactly("a", "d", "e");
      assertThat(pages.commonPrefixes())
          .extracting(CommonPrefix::prefix)
          .containsExactly("b/", "c/", "f/");
      assertThat(pages).allMatch(page -> page.keyCount() <= size);
      assertThat(s3.listObjectsV2Paginator(in -> in.bucket("photos").maxKeys(size)).contents())
          .hasSize(7);
    }
  }

  @Test
  void listObjectsV2_startAfter_goesOnBehind() {
    put("a", "b/1", "b/2", "c");

    assertThat(keys(s3.listObjectsV2(in -> in.bucket("photos").startAfter("b/1"))))
        .containsExactly("b/2", "c");
    assertThat(keys(s3.listObjectsV2(in -> in.bucket("photos").startAfter("b"))))
        .containsExactly("b/1", "b/2", "c");
    assertThat(keys(s3.listObjectsV2(in -> in.bucket("photos").startAfter("z")))).isEmpty();
    assertThat(keys(s3.listObjectsV2(in -> in.bucket("photos").prefix("b/").startAfter("a"))))
        .containsExactly("b/1", "b/2");
    assertThat(s3.listObjectsV2(in -> in.bucket("photos").startAfter("a")).startAfter())
        .isEqualTo("a");
  }

  @Test
  void listObjectsV2_maxKeys_isLimited() {
    put("a", "b");
    ListObjectsV2Response none = s3.listObjectsV2(in -> in.bucket("photos").maxKeys(0));
    assertThat(none.contents()).isEmpty();
    assertThat(none.isTruncated()).isFalse();
    assertThat(s3.listObjectsV2(in -> in.bucket("photos").maxKeys(5000)).maxKeys()).isEqualTo(1000);
    assertRefused(
        () -> s3.listObjectsV2(in -> in.bucket("photos").maxKeys(-1)),
        400,
        "InvalidArgument",
        "Argument maxKeys must be an integer between 0 and 2147483647");
    assertRefused(
        () -> s3.listObjectsV2(in -> in.bucket("photos").continuationToken("?")),
        400,
        "InvalidArgument",
        "The continuation token provided is incorrect");
  }

  @Test
  void listObjectsV2_manyKeys_giveAThousand() {
    put(IntStream.range(0, 1001).mapToObj(i -> "k" + i).toArray(String[]::new));
    ListObjectsV2Response first = s3.listObjectsV2(in -> in.bucket("photos"));

    assertThat(first.contents()).hasSize(1000);
    assertThat(first.isTruncated()).isTrue();
    ListObjectsV2Response second =
        s3.listObjectsV2(
            in -> in.bucket("photos").continuationToken(first.nextContinuationToken()));
    assertThat(second.contents()).hasSize(1);
    assertThat(second.continuationToken()).isEqualTo(first.nextContinuationToken());
    assertThat(second.nextContinuationToken()).isNull();
  }

  @Test
  void listObjects_markers_goOn() {
    put("a", "b/1", "b/2", "c");
    ListObjectsResponse first = s3.listObjects(in -> in.bucket("photos").delimiter("/").maxKeys(2));
    assertThat(first.contents()).extracting(S3Object::key).containsExactly("a");
    assertThat(first.contents().get(0).owner().id()).hasSize(64);
    assertThat(first.nextMarker()).isEqualTo("b/");
    ListObjectsResponse second =
        s3.listObjects(in -> in.bucket("photos").delimiter("/").marker("b/"));
    assertThat(second.contents()).extracting(S3Object::key).containsExactly("c");
    assertThat(second.marker()).isEqualTo("b/");
    ListObjectsResponse plain = s3.listObjects(in -> in.bucket("photos").maxKeys(1));
    assertThat(plain.isTruncated()).isTrue();
    assertThat(plain.nextMarker()).isNull();
  }

  @Test
  void listObjects_encoded_canHoldEveryKey() throws Exception {
    List<String> keys = List.of("\u0001", "a b", "a+b", "a/b", "test_file(3).png", "é");
    put(keys.toArray(String[]::new));

    assertThat(s3.listObjects(in -> in.bucket("photos").encodingType(EncodingType.URL)).contents())
        .extracting(S3Object::key)
        .containsExactlyElementsOf(keys);
    assertThat(
            Arrays.stream(
                    new Wire(emulator)
                        .send("GET", "/photos?list-type=2&encoding-type=url", "")
                        .body()
                        .split("<Key>"))
                .skip(1)
                .map(text -> text.substring(0, text.indexOf('<'))))
        .containsExactly("%01", "a+b", "a%2Bb", "a/b", "test_file%283%29.png", "%C3%A9");
    assertRefused(
        () -> s3.listObjects(in -> in.bucket("photos").encodingType("x")),
        400,
        "InvalidArgument",
        "Invalid Encoding Method specified in Request");
  }
}
