package io.robotocore.http;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.Connectors;
import io.undertow.server.HttpServerExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSourceChannel;

/**
 * Collects the body of a request without blocking the I/O thread. The buffer grows with what really
 * arrives, so a request that announces much and sends nothing costs nothing.
 */
final class BodyReader {

  private final HttpServerExchange exchange;
  private final StreamSourceChannel channel;
  private final long limit;
  private final Receiver receiver;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream(1024);

  private BodyReader(
      HttpServerExchange exchange, StreamSourceChannel channel, long limit, Receiver receiver) {
    this.exchange = exchange;
    this.channel = channel;
    this.limit = limit;
    this.receiver = receiver;
  }

  /** Reads the whole body, now or as it arrives, and hands it over on an I/O thread. */
  static void read(HttpServerExchange exchange, long limit, Receiver receiver) {
    if (exchange.isRequestComplete()) {
      receiver.complete(new byte[0]);
      return;
    }
    if (exchange.getRequestContentLength() > limit) {
      receiver.tooLarge();
      return;
    }
    StreamSourceChannel channel = exchange.getRequestChannel();
    BodyReader reader = new BodyReader(exchange, channel, limit, receiver);
    if (reader.drain()) {
      reader.finish();
      return;
    }
    channel.getReadSetter().set(readable -> reader.resume());
    channel.resumeReads();
  }

  private void resume() {
    if (drain()) {
      channel.suspendReads();
      Connectors.executeRootHandler(continued -> finish(), exchange);
    }
  }

  private void finish() {
    if (body.size() > limit) {
      receiver.tooLarge();
    } else {
      receiver.complete(body.toByteArray());
    }
  }

  /** Takes what is there; true when there will be no more that matters. */
  private boolean drain() {
    try (PooledByteBuffer pooled = exchange.getConnection().getByteBufferPool().allocate()) {
      ByteBuffer buffer = pooled.getBuffer();
      while (body.size() <= limit) {
        buffer.clear();
        int read = channel.read(buffer);
        if (read <= 0) {
          return read < 0;
        }
        buffer.flip();
        byte[] bytes = new byte[read];
        buffer.get(bytes);
        body.write(bytes, 0, read);
      }
      return true;
    } catch (IOException e) {
      IoUtils.safeClose(exchange.getConnection());
      exchange.endExchange();
      return false;
    }
  }

  /** What becomes of a body. */
  interface Receiver {

    /** The whole body is there. */
    void complete(byte[] bytes);

    /** The body is larger than the limit; the rest of it has not been read. */
    void tooLarge();
  }
}
