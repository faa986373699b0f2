package io.robotocore.http;

import io.robotocore.wire.Body;
import io.robotocore.wire.Endpoint;
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
 * arrives, so a request that announces much and sends nothing costs nothing; what grows out of it
 * is left to a {@link LargeBodyReader}.
 */
final class BodyReader {

  private final HttpServerExchange exchange;
  private final StreamSourceChannel channel;
  private final Receiver receiver;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream(1024);
  private boolean ended;

  private BodyReader(HttpServerExchange exchange, StreamSourceChannel channel, Receiver receiver) {
    this.exchange = exchange;
    this.channel = channel;
    this.receiver = receiver;
  }

  /** Reads the whole body, now or as it arrives, and hands it over on an I/O thread. */
  static void read(HttpServerExchange exchange, Receiver receiver) {
    if (exchange.isRequestComplete()) {
      receiver.complete(Body.EMPTY);
      return;
    }
    StreamSourceChannel channel = exchange.getRequestChannel();
    BodyReader reader = new BodyReader(exchange, channel, receiver);
    if (exchange.getRequestContentLength() > Endpoint.IN_MEMORY || reader.drain()) {
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
    if (ended) {
      receiver.complete(Body.of(body.toByteArray()));
    } else {
      receiver.large(new LargeBodyReader(exchange, channel, body.toByteArray()));
    }
  }

  /** Takes what is there; true when there will be no more, or too much. */
  private boolean drain() {
    try (PooledByteBuffer pooled = exchange.getConnection().getByteBufferPool().allocate()) {
      ByteBuffer buffer = pooled.getBuffer();
      while (body.size() <= Endpoint.IN_MEMORY) {
        buffer.clear();
        int read = channel.read(buffer);
        if (read <= 0) {
          ended = read < 0;
          return ended;
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
    void complete(Body body);

    /** The body is larger than what is kept in memory, or says that it will be. */
    void large(LargeBodyReader rest);
  }
}
