package io.robotocore.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotocore.checksum.ChecksumAlgorithm;
import io.robotocore.checksum.ChecksumStream;
import io.robotocore.model.AwsModels;
import io.robotocore.model.OperationModel;
import io.robotocore.wire.Body;
import io.robotocore.wire.Headers;
import io.robotocore.wire.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Bodies as clients send them: in chunks, with checksums. */
class BodiesTest {

  private static final OperationModel PUT_OBJECT = s3("PutObject");
  private static final String SIGNED =
      "5;chunk-signature=aa\r\nhello\r\n1;chunk-signature=bb\r\n!\r\n0;chunk-signature=cc\r\n\r\n";

  private static final String SIGNED_WITH_TRAILER =
      """
      5;chunk-signature=aa
      hello
      0;chunk-signature=bb
      x-amz-checksum-crc32:NhCmhg==
      x-amz-trailer-signature:ff

      """
          .replace("\n", "\r\n");

  /** The check values that the specifications of the algorithms give for these nine digits. */
  @ParameterizedTest
  @CsvSource({
    "CRC32, cbf43926",
    "CRC32C, e3069283",
    "CRC64NVME, ae8b14860a799888",
    "SHA1, f7c3bc1d808e04732adf679965ccc34ca7ae3441",
    "SHA256, 15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225",
  })
  void checksum_ofTheNineDigits_isThatOfTheSpecification(
      ChecksumAlgorithm algorithm, String expected) {
    ChecksumStream sum = algorithm.begin();
    sum.write("123456789".getBytes(StandardCharsets.US_ASCII));
    byte[] checksum = sum.value();

    assertThat(HexFormat.of().formatHex(checksum)).isEqualTo(expected);
    assertThat(checksum).hasSize(algorithm.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x-amz-checksum-crc32: NhCmhg==",
        "x-amz-checksum-crc32c: mnG7TA==",
        "x-amz-checksum-sha1: qvTGHdzF6KLavt4PO0gs2a6pQ00=",
        "Content-MD5: XUFAKrxLKna5cZ2REBfFkg==",
        "x-amz-sdk-checksum-algorithm: CRC32;x-amz-checksum-crc32: NhCmhg==",
        "",
      })
  void checksums_thatFit_areAccepted(String headers) {
    HttpRequest request = request("hello", headers);
    BodyChecksums.verify(PUT_OBJECT, request);

    assertThat(request.body().bytes()).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x-amz-checksum-crc32: AAAAAA==|BadDigest|The CRC32 you specified did not match the calculated checksum.",
        "x-amz-checksum-sha256: AAAAAA==|InvalidRequest|Value for x-amz-checksum-sha256 header is invalid.",
        "x-amz-checksum-crc32: !|InvalidRequest|Value for x-amz-checksum-crc32 header is invalid.",
        "Content-MD5: XUFAKrxLKna5cZ2REBfFkA==|BadDigest|The Content-MD5 you specified did not match what we received.",
        "Content-MD5: abc|InvalidDigest|The Content-MD5 you specified was invalid.",
        "x-amz-sdk-checksum-algorithm: CRC32|InvalidRequest|x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.",
        "x-amz-sdk-checksum-algorithm: SHA1;x-amz-checksum-crc32: NhCmhg==|InvalidRequest|Value for x-amz-sdk-checksum-algorithm header is invalid.",
        "x-amz-checksum-crc32c: mnG7TA==;x-amz-checksum-crc32: NhCmhg==|InvalidRequest|Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.",
      })
  void checksums_thatDoNotFit_areRefusedAsS3Does(String headers, String code, String message) {
    assertThatThrownBy(() -> BodyChecksums.verify(PUT_OBJECT, request("hello", headers)))
        .isInstanceOfSatisfying(
            WireException.class,
            e -> assertThat(e.code() + "|" + e.message()).isEqualTo(code + "|" + message));
  }

  @Test
  void checksum_thatIsRequired_mustBeThere() {
    assertThatThrownBy(() -> BodyChecksums.verify(s3("DeleteObjects"), request("hello", "")))
        .isInstanceOfSatisfying(
            WireException.class, e -> assertThat(e.code()).isEqualTo("InvalidRequest"));
  }

  @Test
  void checksum_ofAnOperationWhoseBodyHasNone_isNotLookedAt() {
    HttpRequest request = request("hello", "x-amz-checksum-crc32: AAAAAA==");
    BodyChecksums.verify(s3("CompleteMultipartUpload"), request);

    assertThat(request.headers().contains("x-amz-checksum-crc32")).isTrue();
  }

  static Stream<Arguments> chunked() {
    return Stream.of(
        Arguments.of(SIGNED, "hello!", Map.of()),
        Arguments.of("0;chunk-signature=cc\r\n\r\n", "", Map.of()),
        Arguments.of("A\r\n0123456789\r\n0\r\n\r\n", "0123456789", Map.of()),
        Arguments.of(
            "5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n",
            "hello",
            Map.of("x-amz-checksum-crc32", "NhCmhg==")),
        Arguments.of(
            SIGNED_WITH_TRAILER,
            "hello",
            Map.of("x-amz-checksum-crc32", "NhCmhg==", "x-amz-trailer-signature", "ff")),
        Arguments.of("5\r\nhello\r\n0\r\n", "hello", Map.of()));
  }

  @ParameterizedTest
  @MethodSource("chunked")
  void chunks_signedOrNot_areTakenOff(String chunks, String body, Map<String, String> trailers) {
    HttpRequest whole =
        AwsChunked.takenOff(
            request(
                chunks,
                "Content-Encoding: aws-chunked,gzip;x-amz-decoded-content-length: "
                    + body.length()),
            HeapSpool::new);

    assertThat(new String(whole.body().bytes(), StandardCharsets.UTF_8)).isEqualTo(body);
    assertThat(whole.headers().first("Content-Encoding")).contains("gzip");
    trailers.forEach((name, value) -> assertThat(whole.headers().first(name)).contains(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5",
        "5\r\nhel",
        "5\r\nhello",
        "5\r\nhello!\r\n0\r\n\r\n",
        "x\r\nhello\r\n0\r\n\r\n",
        "ffffffff\r\nhello\r\n0\r\n\r\n",
        "-1\r\nhello\r\n0\r\n\r\n",
        "4\r\nhell\r\n0\r\n\r\n",
        "5\r\nhello\r\n0\r\ntrailer",
      })
  void chunks_thatAreMalformedOrTooFew_areRefused(String chunks) {
    HttpRequest request =
        request(chunks, "Content-Encoding: aws-chunked;x-amz-decoded-content-length: 5");
    assertThatThrownBy(() -> AwsChunked.takenOff(request, HeapSpool::new))
        .isInstanceOfSatisfying(
            WireException.class, e -> assertThat(e.code()).isEqualTo("IncompleteBody"));
  }

  @Test
  void body_asTheSdkUploadsIt_isWholeAndFitsItsChecksum() {
    AtomicReference<HttpRequest> sent = new AtomicReference<>();
    S3Client client =
        S3Client.builder()
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
            .httpClient(
                new io.robotocore.roundtrip.CapturingClient(
                    request -> {
                      sent.set(request);
                      return Rest.XML.write(
                          PUT_OBJECT, "id", new DocumentBinding(PUT_OBJECT.output()), Map.of());
                    }))
            .build();
    client.putObject(put -> put.bucket("b").key("k"), RequestBody.fromString("hello"));

    assertThat(AwsChunked.isIn(sent.get())).isTrue();
    HttpRequest whole = AwsChunked.takenOff(sent.get(), HeapSpool::new);
    BodyChecksums.verify(PUT_OBJECT, whole);
    assertThat(new String(whole.body().bytes(), StandardCharsets.UTF_8)).isEqualTo("hello");
    assertThat(whole.headers().first("x-amz-checksum-crc32")).contains("NhCmhg==");
  }

  private static HttpRequest request(String body, String headers) {
    Headers.Builder sent = Headers.builder();
    for (String header : headers.split(";")) {
      int colon = header.indexOf(':');
      if (colon > 0) {
        sent.add(header.substring(0, colon), header.substring(colon + 1).trim());
      }
    }
    return new HttpRequest("PUT", "/b/k", "", sent.build(), Body.of(body));
  }

  private static OperationModel s3(String operation) {
    return AwsModels.load().service("s3").orElseThrow().operation(operation).orElseThrow();
  }
}
