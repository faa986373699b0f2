package io.robotocore.http;

import io.robotocore.wire.Endpoint;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.HttpContinueReadHandler;
import io.undertow.server.protocol.http.HttpOpenListener;
import io.undertow.server.protocol.http2.Http2UpgradeHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.channels.AcceptingChannel;

/**
 * A listener for HTTP/1.1 and, by prior knowledge or upgrade, HTTP/2 without TLS. All listeners of
 * a JVM share one XNIO worker.
 */
public final class HttpServer implements AutoCloseable {

  private static final Duration GRACE = Duration.ofSeconds(5);

  private static final OptionMap HTTP =
      OptionMap.builder()
          .set(UndertowOptions.ENABLE_HTTP2, true)
          .set(UndertowOptions.DECODE_URL, false)
          .set(UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, true)
          .set(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
          .set(UndertowOptions.MAX_PARAMETERS, 10_000)
          .set(UndertowOptions.MAX_HEADERS, 1_000)
          .getMap();

  private static final OptionMap SOCKET =
      OptionMap.builder()
          .set(Options.TCP_NODELAY, true)
          .set(Options.REUSE_ADDRESSES, true)
          .getMap();

  private final AcceptingChannel<? extends StreamConnection> listener;
  private final HttpOpenListener connections;
  private final RequestHandler handler;

  private HttpServer(
      AcceptingChannel<? extends StreamConnection> listener,
      HttpOpenListener connections,
      RequestHandler handler) {
    this.listener = listener;
    this.connections = connections;
    this.handler = handler;
  }

  /**
   * Starts to listen.
   *
   * @param address where; port 0 takes one that is free
   * @param endpoint what answers
   * @param threads where calls run that may wait
   * @throws UncheckedIOException if the port cannot be had
   */
  public static HttpServer start(InetSocketAddress address, Endpoint endpoint, Executor threads) {
    RequestHandler handler = new RequestHandler(endpoint, threads);
    HttpOpenListener connections = new HttpOpenListener(SharedWorker.BUFFERS, HTTP);
    connections.setRootHandler(new Http2UpgradeHandler(new HttpContinueReadHandler(handler)));
    try {
      AcceptingChannel<StreamConnection> listener =
          SharedWorker.WORKER.createStreamConnectionServer(
              address, ChannelListeners.openListenerAdapter(connections), SOCKET);
      listener.resumeAccepts();
      return new HttpServer(listener, connections, handler);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on " + address, e);
    }
  }

  /** Where this listens. */
  public InetSocketAddress address() {
    return listener.getLocalAddress(InetSocketAddress.class);
  }

  /** Stops to listen; requests that are being answered get their answer first. */
  @Override
  public void close() {
    IoUtils.safeClose(listener);
    handler.awaitAnswers(GRACE);
    connections.closeConnections();
  }
}
