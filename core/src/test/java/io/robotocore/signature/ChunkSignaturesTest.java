package io.robotocore.signature;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotocore.model.SigningScope;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Chunks, with the signatures of the examples that AWS publishes. */
final class ChunkSignaturesTest {

  private static final SigningScope SCOPE =
      new SigningScope("AKIAIOSFODNN7EXAMPLE", "20130524", "us-east-1", "s3");
  private static final SigningKey KEY =
      SigningKey.of("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", SCOPE);

  private static ChunkSignatures after(String seed) {
    return new ChunkSignatures(
        KEY, Instant.parse("2013-05-24T00:00:00Z"), "20130524/us-east-1/s3/aws4_request", seed);
  }

  private static byte[] letters(int count) {
    byte[] letters = new byte[count];
    Arrays.fill(letters, (byte) 'a');
    return letters;
  }

  /**
   * The example of AWS: 64 KiB, 1 KiB and an empty chunk.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html">sigv4-streaming</a>
   */
  @Test
  void chunk_exampleOfAws_isAccepted() {
    ChunkSignatures signatures =
        after("4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9");
    assertThatCode(
            () -> {
              signatures.chunk(
                  letters(65_536),
                  "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648");
              signatures.chunk(
                  letters(1_024),
                  "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497");
              signatures.chunk(
                  letters(0), "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9");
            })
        .doesNotThrowAnyException();
  }

  @Test
  void chunk_outOfOrder_isRejected() {
    ChunkSignatures signatures =
        after("4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9");
    assertThatThrownBy(
            () ->
                signatures.chunk(
                    letters(1_024),
                    "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497"))
        .isInstanceOf(Rejected.class);
  }

  /**
   * The example of AWS: the same chunks, and a checksum behind them.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html">sigv4-streaming-trailers</a>
   */
  @Test
  void trailers_exampleOfAws_areAccepted() {
    ChunkSignatures signatures =
        after("106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e");
    assertThatCode(
            () -> {
              signatures.chunk(
                  letters(65_536),
                  "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2");
              signatures.chunk(
                  letters(1_024),
                  "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7");
              signatures.chunk(
                  letters(0), "2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992");
              signatures.trailers(
                  "x-amz-checksum-crc32c:sOO8/Q==\n",
                  "d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435");
            })
        .doesNotThrowAnyException();
  }
}
