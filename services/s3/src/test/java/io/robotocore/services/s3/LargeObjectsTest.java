package io.robotocore.services.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.transfer.s3.S3TransferManager;

/** Objects that are too large for the memory, through all kinds of clients. */
@AwsEmulator
final class LargeObjectsTest {

  private static final int SIZE = 40 << 20;

  @TempDir private static Path directory;

  private final Emulator emulator;
  private final S3Client s3;
  private final S3AsyncClient async;
  private Path film = Path.of("");
  private String hash = "";

  LargeObjectsTest(Emulator emulator, S3Client s3, S3AsyncClient async) {
    this.emulator = emulator;
    this.s3 = s3;
    this.async = async;
  }

  @BeforeEach
  void createBucket() throws Exception {
    s3.createBucket(in -> in.bucket("films"));
    film = directory.resolve("film");
    if (!Files.exists(film)) {
      byte[] bytes = new byte[SIZE];
      new Random(1).nextBytes(bytes);
      Files.write(film, bytes);
    }
    hash = sha256(film);
  }

  private static String sha256(Path file) throws Exception {
    try (InputStream in = Files.newInputStream(file)) {
      return sha256(in);
    }
  }

  private static String sha256(InputStream stream) throws Exception {
    MessageDigest sum = MessageDigest.getInstance("SHA-256");
    try (DigestInputStream in = new DigestInputStream(stream, sum)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(sum.digest());
  }

  private String stored() throws Exception {
    return sha256(s3.getObject(in -> in.bucket("films").key("film")));
  }

  @Test
  void putObject_synchronous_isEqual() throws Exception {
    String etag =
        s3.putObject(in -> in.bucket("films").key("film"), RequestBody.fromFile(film)).eTag();

    assertThat(stored()).isEqualTo(hash);
    assertThat(etag)
        .isEqualTo(
            '"'
                + HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(Files.readAllBytes(film)))
                + '"');
    byte[] middle =
        s3.getObject(
                in -> in.bucket("films").key("film").range("bytes=30000000-30000009"),
                ResponseTransformer.toBytes())
            .asByteArray();
    assertThat(middle)
        .isEqualTo(java.util.Arrays.copyOfRange(Files.readAllBytes(film), 30000000, 30000010));
    s3.copyObject(
        in ->
            in.sourceBucket("films")
                .sourceKey("film")
                .destinationBucket("films")
                .destinationKey("copy"));
    s3.deleteObject(in -> in.bucket("films").key("film"));
    assertThat(sha256(s3.getObject(in -> in.bucket("films").key("copy")))).isEqualTo(hash);
  }

  @Test
  void putObject_asynchronous_isEqual() throws Exception {
    async.putObject(in -> in.bucket("films").key("film"), AsyncRequestBody.fromFile(film)).join();
    assertThat(stored()).isEqualTo(hash);
    Path back = directory.resolve("async");
    Files.deleteIfExists(back);
    async
        .getObject(in -> in.bucket("films").key("film"), AsyncResponseTransformer.toFile(back))
        .join();
    assertThat(sha256(back)).isEqualTo(hash);
  }

  @Test
  void transferManager_inParts_isEqual() throws Exception {
    try (S3AsyncClient multipart =
            S3AsyncClient.builder()
                .endpointOverride(emulator.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(() -> emulator.scope().credentials())
                .forcePathStyle(true)
                .multipartEnabled(true)
                .build();
        S3TransferManager transfers = S3TransferManager.builder().s3Client(multipart).build()) {
      assertTransferred(transfers, "tm");
    }
  }

  @Test
  void transferManager_onCrt_isEqual() throws Exception {
    try (S3AsyncClient crt =
            S3AsyncClient.crtBuilder()
                .endpointOverride(emulator.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(() -> emulator.scope().credentials())
                .forcePathStyle(true)
                .build();
        S3TransferManager transfers = S3TransferManager.builder().s3Client(crt).build()) {
      assertTransferred(transfers, "crt");
    }
  }

  private void assertTransferred(S3TransferManager transfers, String name) throws Exception {
    transfers
        .uploadFile(in -> in.source(film).putObjectRequest(put -> put.bucket("films").key("film")))
        .completionFuture()
        .join();
    HeadObjectResponse head = s3.headObject(in -> in.bucket("films").key("film"));
    assertThat(head.contentLength()).isEqualTo(SIZE);
    assertThat(head.eTag()).matches("\"[0-9a-f]{32}-[0-9]+\"");
    assertThat(stored()).isEqualTo(hash);
    Path back = directory.resolve(name);
    transfers
        .downloadFile(
            in -> in.destination(back).getObjectRequest(get -> get.bucket("films").key("film")))
        .completionFuture()
        .join();
    assertThat(sha256(back)).isEqualTo(hash);
    transfers
        .copy(
            in ->
                in.copyObjectRequest(
                    copy ->
                        copy.sourceBucket("films")
                            .sourceKey("film")
                            .destinationBucket("films")
                            .destinationKey("copy")))
        .completionFuture()
        .join();
    assertThat(sha256(s3.getObject(in -> in.bucket("films").key("copy")))).isEqualTo(hash);
  }

  @Test
  void transferManager_directories_areEqual(@TempDir Path source, @TempDir Path target)
      throws IOException {
    for (String name : new String[] {"a.txt", "b c.txt", "d+e"}) {
      Files.writeString(source.resolve(name), name);
    }
    try (S3TransferManager transfers = S3TransferManager.builder().s3Client(async).build()) {
      transfers
          .uploadDirectory(in -> in.source(source).bucket("films").s3Prefix("dir"))
          .completionFuture()
          .join();
      transfers
          .downloadDirectory(
              in ->
                  in.destination(target)
                      .bucket("films")
                      .listObjectsV2RequestTransformer(list -> list.prefix("dir/")))
          .completionFuture()
          .join();
    }
    assertThat(
            target.resolve("dir/b c.txt").toFile().exists()
                || target.resolve("b c.txt").toFile().exists())
        .isTrue();
  }
}
