package io.robotocore.benchmarks;

import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.HttpContinueReadHandler;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;

/**
 * The least that a server can do: read a request to its end and send bytes that were made before.
 * What a call costs here is what the SDK's client and the socket cost.
 */
final class Floor implements AutoCloseable {

  private static final String THING =
      "{\"pk\":{\"S\":\"p1\"},\"sk\":{\"N\":\"1\"},\"text\":{\"S\":\""
          + Things.TEXT
          + "\"},\"count\":{\"N\":\"7\"}}";

  private static final Map<String, byte[]> CANNED =
      Map.of(
          "AmazonSQS.GetQueueUrl", bytes("{\"QueueUrl\":\"http://localhost:4566/123456789012/q\"}"),
          "AmazonSQS.SendMessage",
              bytes(
                  "{\"MD5OfMessageBody\":\"5d41402abc4b2a76b9719d911017c592\","
                      + "\"MessageId\":\"6a97e3d1-bdd8-4d58-adef-ed7c5baa7f3b\"}"),
          "AmazonSQS.ReceiveMessage",
              bytes(
                  "{\"Messages\":[{\"MessageId\":\"6a97e3d1-bdd8-4d58-adef-ed7c5baa7f3b\","
                      + "\"ReceiptHandle\":\"AQEBuoZwmkaYRW7+Kp9bAAAAAAAAAAAAAAAAawMLahhTMwA=\","
                      + "\"MD5OfBody\":\"5d41402abc4b2a76b9719d911017c592\",\"Body\":\"hello\"}]}"),
          "AmazonSQS.DeleteMessage", bytes("{}"),
          "DynamoDB_20120810.GetItem", bytes("{\"Item\":" + THING + "}"),
          "DynamoDB_20120810.Query",
              bytes(
                  "{\"Count\":20,\"Items\":["
                      + String.join(",", Collections.nCopies(20, THING))
                      + "],\"LastEvaluatedKey\":{\"pk\":{\"S\":\"p1\"},\"sk\":{\"N\":\"59\"}},"
                      + "\"ScannedCount\":20}"));

  private static final byte[] OBJECT = new byte[1024];

  private static final Map<String, String> S3_HEADERS =
      Map.of(
          "x-amz-id-2", "YjhhMjY0ZjktMTdiOS00ZjQ4LTg2ZjktZjNiOThlY2E3NThl",
          "x-amz-request-id", "b8a264f9-17b9-4f48-86f9-f3b98eca758e",
          "ETag", "\"0f343b0931126a20f133d67c2b018a3b\"",
          "x-amz-checksum-crc32", "77WvLg==",
          "x-amz-checksum-type", "FULL_OBJECT",
          "x-amz-server-side-encryption", "AES256");

  private final Undertow server =
      Undertow.builder()
          .addHttpListener(0, "localhost")
          .setHandler(new HttpContinueReadHandler(Floor::handle))
          .build();

  Floor() {
    server.start();
  }

  URI endpoint() {
    InetSocketAddress address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    return URI.create("http://localhost:" + address.getPort());
  }

  private static void handle(HttpServerExchange exchange) {
    exchange.getRequestReceiver().receiveFullBytes(Floor::answer);
  }

  private static void answer(HttpServerExchange exchange, byte[] body) {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    if (target == null) {
      answerS3(exchange);
    } else {
      exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/x-amz-json-1.0");
      exchange.getResponseSender().send(ByteBuffer.wrap(CANNED.getOrDefault(target, bytes("{}"))));
    }
  }

  /** With the headers that S3 sends, some of which are work for the client. */
  private static void answerS3(HttpServerExchange exchange) {
    boolean reads = exchange.getRequestMethod().equals(Methods.GET);
    HeaderMap headers = exchange.getResponseHeaders();
    S3_HEADERS.forEach((name, value) -> headers.put(HttpString.tryFromString(name), value));
    if (reads) {
      headers.put(Headers.CONTENT_TYPE, "binary/octet-stream");
      headers.put(Headers.LAST_MODIFIED, "Sun, 22 Nov 2026 19:29:11 GMT");
      headers.put(Headers.ACCEPT_RANGES, "bytes");
    }
    exchange.getResponseSender().send(ByteBuffer.wrap(reads ? OBJECT : new byte[0]));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop();
  }
}
