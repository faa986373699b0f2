package io.robotocore.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The listener: versions of HTTP, encodings, limits, and how it ends. */
@AwsEmulator
class HttpTest {

  private static final String LIST_QUEUES = "AmazonSQS.ListQueues";

  private final HttpClient http = HttpClient.newBuilder().version(Version.HTTP_1_1).build();

  @Test
  void connection_afterAnAnswer_isKeptForTheNextRequest(Emulator emulator) throws IOException {
    String request = head(LIST_QUEUES, "Content-Length: 2") + "{}";
    try (Socket socket = connect(emulator)) {
      for (int i = 0; i < 3; i++) {
        send(socket, request);
        assertThat(head(socket)).startsWith("HTTP/1.1 200").contains("x-amzn-RequestId");
      }
    }
    assertThat(emulator.calls()).hasSize(3);
  }

  @Test
  void request_thatExpectsContinue_isToldToContinueFirst(Emulator emulator) throws IOException {
    try (Socket socket = connect(emulator)) {
      send(socket, head(LIST_QUEUES, "Content-Length: 2", "Expect: 100-continue"));
      assertThat(head(socket)).startsWith("HTTP/1.1 100 Continue");
      send(socket, "{}");
      assertThat(head(socket)).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void request_inChunks_isReadWhole(Emulator emulator) throws IOException {
    try (Socket socket = connect(emulator)) {
      send(socket, head("AmazonSQS.CreateQueue", "Transfer-Encoding: chunked"));
      send(socket, "a\r\n{\"QueueNam\r\n");
      send(socket, "a\r\ne\": \"abc\"}\r\n0\r\n\r\n");
      assertThat(head(socket)).startsWith("HTTP/1.1 200");
    }
    assertThat(emulator.client(SqsClient.class).listQueues().queueUrls()).hasSize(1);
  }

  @Test
  void request_inSignedChunksWithATrailer_isPutTogether(Emulator emulator) throws Exception {
    String chunks =
        String.join(
            "\r\n",
            "a;chunk-signature=0",
            "{\"QueueNam",
            "a;chunk-signature=1",
            "e\": \"abc\"}",
            "0;chunk-signature=2",
            "x-amz-checksum-crc32:AAAAAA==",
            "",
            "");
    HttpResponse<String> response =
        http.send(
            json(emulator, "AmazonSQS.CreateQueue", chunks)
                .header("Content-Encoding", "aws-chunked")
                .header("x-amz-decoded-content-length", "20")
                .build(),
            BodyHandlers.ofString());
    assertThat(response.body()).contains("/abc");
    HttpResponse<String> tooShort =
        http.send(
            json(emulator, "AmazonSQS.CreateQueue", chunks)
                .header("Content-Encoding", "aws-chunked")
                .header("x-amz-decoded-content-length", "21")
                .build(),
            BodyHandlers.ofString());
    assertThat(tooShort.statusCode()).isEqualTo(400);
    assertThat(tooShort.body()).contains("IncompleteBody");
  }

  @Test
  void client_thatUpgradesToHttp2_isAnsweredInHttp2(Emulator emulator) throws Exception {
    HttpClient upgrading = HttpClient.newBuilder().version(Version.HTTP_2).build();
    for (int i = 0; i < 3; i++) {
      HttpResponse<String> response =
          upgrading.send(json(emulator, LIST_QUEUES, "{}").build(), BodyHandlers.ofString());
      assertThat(response.version()).isEqualTo(Version.HTTP_2);
      assertThat(response.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void client_thatKnowsHttp2_isAnsweredConcurrently(Emulator emulator) {
    try (SqsAsyncClient sqs = http2(emulator)) {
      String url = sqs.createQueue(queue -> queue.queueName("q")).join().queueUrl();
      List<CompletableFuture<?>> calls =
          IntStream.range(0, 200)
              .<CompletableFuture<?>>mapToObj(
                  i -> sqs.sendMessage(message -> message.queueUrl(url).messageBody("m" + i)))
              .toList();
      CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).join();
      assertThat(
              sqs.getQueueAttributes(get -> get.queueUrl(url).attributeNamesWithStrings("All"))
                  .join()
                  .attributesAsStrings())
          .containsEntry("ApproximateNumberOfMessages", "200");
    }
  }

  private static SqsAsyncClient http2(Emulator emulator) {
    return SqsAsyncClient.builder()
        .endpointOverride(emulator.endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .httpClientBuilder(NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP2))
        .build();
  }

  @Test
  void request_compressedWithGzip_isReadAsItWasBefore(Emulator emulator) throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("{\"QueueName\":\"packed\"}".getBytes(StandardCharsets.UTF_8));
    }
    HttpResponse<String> response =
        http.send(
            json(emulator, "AmazonSQS.CreateQueue", "")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed.toByteArray()))
                .build(),
            BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("/packed");
  }

  @Test
  void request_thatClaimsToBeGzip_isRefused(Emulator emulator) throws Exception {
    HttpResponse<String> response =
        http.send(
            json(emulator, LIST_QUEUES, "{}").header("Content-Encoding", "gzip").build(),
            BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("MalformedHttpRequestException");
  }

  @Test
  void body_largerThanTheLimit_isRefusedHoweverItIsSent() throws Exception {
    try (Emulator small = Emulator.builder().maxBodySize(1_000).start()) {
      String large = "{\"QueueName\":\"" + "x".repeat(2_000) + "\"}";
      HttpRequest.Builder announced = json(small, "AmazonSQS.CreateQueue", large);
      HttpRequest.Builder chunked =
          json(small, "AmazonSQS.CreateQueue", "")
              .POST(
                  BodyPublishers.fromPublisher(
                      BodyPublishers.ofByteArray(large.getBytes(StandardCharsets.UTF_8))));
      ByteArrayOutputStream bomb = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
        gzip.write(new byte[100_000]);
      }
      HttpRequest.Builder packed =
          json(small, "AmazonSQS.CreateQueue", "")
              .header("Content-Encoding", "gzip")
              .POST(BodyPublishers.ofByteArray(bomb.toByteArray()));
      for (HttpRequest.Builder request : List.of(announced, chunked, packed)) {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("RequestEntityTooLargeException");
      }
      assertThat(small.client(SqsClient.class).listQueues().queueUrls()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garbage\r\n\r\n",
        "\u0000\u0001\u0002\u0003\r\n\r\n",
        "GET\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: abc\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\nnonsense",
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nshort",
      })
  void garbage_onTheSocket_endsThatConnectionOnly(String garbage, Emulator emulator, SqsClient sqs)
      throws IOException {
    try (Socket socket = connect(emulator)) {
      send(socket, garbage);
      socket.shutdownOutput();
      socket.getInputStream().readAllBytes();
    }
    assertThat(sqs.listQueues().queueUrls()).isEmpty();
  }

  @Test
  void close_whileACallWaits_answersItFirst() throws Exception {
    Emulator closing = Emulator.start();
    String url = closing.client(SqsClient.class).createQueue(q -> q.queueName("q")).queueUrl();
    HttpRequest poll =
        json(
                closing,
                "AmazonSQS.ReceiveMessage",
                "{\"QueueUrl\":\"" + url + "\",\"WaitTimeSeconds\":20}")
            .build();
    CompletableFuture<HttpResponse<String>> waiting = http.sendAsync(poll, BodyHandlers.ofString());
    Waiters.awaitOne();
    closing.close();
    HttpResponse<String> response = waiting.get(10, TimeUnit.SECONDS);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).doesNotContain("Messages");
  }

  @Test
  void health_ofARunningEmulator_listsItsServices(Emulator emulator) throws Exception {
    URI health = emulator.endpoint().resolve("/_robotocore/health");
    HttpResponse<String> response =
        http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .contains("\"sqs\":{\"version\":\"2012-11-05\",\"fidelity\":\"emulated\"}")
        .contains("\"sts\":{");
  }

  @Test
  void reset_overHttp_emptiesEveryAccountAndRegion(Emulator emulator, SqsClient sqs)
      throws Exception {
    sqs.createQueue(queue -> queue.queueName("q"));
    SqsClient elsewhere = emulator.as("222222222222").in("eu-west-1").client(SqsClient.class);
    elsewhere.createQueue(queue -> queue.queueName("q"));
    URI reset = emulator.endpoint().resolve("/_robotocore/state/reset");
    HttpRequest request =
        HttpRequest.newBuilder(reset).POST(BodyPublishers.noBody()).timeout(TEN_SECONDS).build();
    assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(204);
    assertThat(sqs.listQueues().queueUrls()).isEmpty();
    assertThat(elsewhere.listQueues().queueUrls()).isEmpty();
  }

  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  private static HttpRequest.Builder json(Emulator emulator, String target, String body) {
    return HttpRequest.newBuilder(emulator.endpoint())
        .header("X-Amz-Target", target)
        .header("Content-Type", "application/x-amz-json-1.0")
        .timeout(TEN_SECONDS)
        .POST(BodyPublishers.ofString(body));
  }

  /** What a request begins with that is written by hand. */
  private static String head(String target, String... more) {
    List<String> lines = new ArrayList<>();
    lines.add("POST / HTTP/1.1");
    lines.add("Host: localhost");
    lines.add("Content-Type: application/x-amz-json-1.0");
    lines.add("X-Amz-Target: " + target);
    lines.addAll(List.of(more));
    return String.join("\r\n", lines) + "\r\n\r\n";
  }

  private static Socket connect(Emulator emulator) throws IOException {
    Socket socket = new Socket(emulator.endpoint().getHost(), emulator.endpoint().getPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** Status line and headers of the next answer; its body is passed over. */
  private static String head(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1), 1);
    StringBuilder head = new StringBuilder();
    int length = 0;
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      head.append(line).append('\n');
      if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
        length = Integer.parseInt(line.substring(15).trim());
      }
    }
    assertThat(in.skip(length)).isEqualTo(length);
    return head.toString();
  }
}
