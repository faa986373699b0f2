package io.robotocore.http;

import io.robotocore.wire.Body;
import io.robotocore.wire.Endpoint;
import io.robotocore.wire.Spool;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.xnio.channels.Channels;
import org.xnio.channels.StreamSourceChannel;

/**
 * Reads a body that is too large for the memory, on a thread that may wait for it.
 *
 * @param exchange the exchange whose body it is
 * @param channel where the rest of it comes from
 * @param first what has arrived already
 */
record LargeBodyReader(HttpServerExchange exchange, StreamSourceChannel channel, byte[] first) {

  /** A client that sends nothing for so long has given up. */
  private static final long PATIENCE_SECONDS = 60;

  /** The length that the client has announced is more than the limit. */
  boolean announcesMoreThan(long limit) {
    return exchange.getRequestContentLength() > limit;
  }

  /**
   * The whole body; empty if it is larger than the limit, in which case the rest is not read.
   *
   * @throws IOException if the client does not send it, or it cannot be stored
   */
  Optional<Body> read(Endpoint endpoint, long limit) throws IOException {
    try (Spool spool = endpoint.spool();
        PooledByteBuffer pooled = exchange.getConnection().getByteBufferPool().allocate()) {
      spool.target().write(first);
      long length = first.length;
      ByteBuffer buffer = pooled.getBuffer();
      byte[] bytes = new byte[buffer.capacity()];
      while (length <= limit) {
        buffer.clear();
        int read = Channels.readBlocking(channel, buffer, PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (read < 0) {
          return Optional.of(spool.body());
        }
        if (read == 0) {
          throw new IOException("the client has stopped to send");
        }
        buffer.flip().get(bytes, 0, read);
        spool.target().write(bytes, 0, read);
        length += read;
      }
      return Optional.empty();
    }
  }
}
