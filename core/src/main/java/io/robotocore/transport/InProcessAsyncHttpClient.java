package io.robotocore.transport;

import io.robotocore.wire.Body;
import io.robotocore.wire.Endpoint;
import io.robotocore.wire.HttpResponse;
import io.robotocore.wire.Spool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.utils.BinaryUtils;
import software.amazon.awssdk.utils.async.SimplePublisher;

/**
 * An asynchronous HTTP client that has its requests answered on the emulator's threads.
 *
 * @param endpoint what answers
 * @param threads where
 */
public record InProcessAsyncHttpClient(Endpoint endpoint, Executor threads)
    implements SdkAsyncHttpClient {

  private static final int BUFFER = 16 * 1024;

  @Override
  public CompletableFuture<Void> execute(AsyncExecuteRequest request) {
    BodyCollector collector = new BodyCollector(endpoint.spool());
    request.requestContentPublisher().subscribe(collector);
    CompletableFuture<Void> done =
        collector.body.thenAcceptAsync(body -> answer(request, body), threads);
    return done.whenComplete(
        (nothing, thrown) -> {
          if (thrown != null) {
            request.responseHandler().onError(thrown);
          }
        });
  }

  private void answer(AsyncExecuteRequest request, Body sent) {
    HttpResponse response = Requests.answer(endpoint, Requests.of(request.request(), sent));
    request.responseHandler().onHeaders(Requests.head(response));
    SimplePublisher<ByteBuffer> content = new SimplePublisher<>();
    request.responseHandler().onStream(content);
    if (response.body() instanceof Body.Bytes body) {
      content.send(ByteBuffer.wrap(body.bytes())).join();
    } else {
      send(response.body(), content);
    }
    content.complete().join();
  }

  /** Hands over what comes when it comes, as fast as it is taken. */
  private static void send(Body body, SimplePublisher<ByteBuffer> content) {
    byte[] buffer = new byte[BUFFER];
    try (InputStream source = body.stream()) {
      for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
        content.send(ByteBuffer.wrap(Arrays.copyOf(buffer, read))).join();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String clientName() {
    return "RobotocoreInProcess";
  }

  @Override
  public void close() {
    // Owns nothing: the emulator closes itself.
  }

  private static final class BodyCollector implements Subscriber<ByteBuffer> {
    private final CompletableFuture<Body> body = new CompletableFuture<>();
    private final Spool spool;

    private BodyCollector(Spool spool) {
      this.spool = spool;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer buffer) {
      try {
        spool.target().write(BinaryUtils.copyBytesFrom(buffer));
      } catch (IOException e) {
        body.completeExceptionally(e);
      }
    }

    @Override
    public void onError(Throwable thrown) {
      body.completeExceptionally(thrown);
      close();
    }

    @Override
    public void onComplete() {
      try {
        body.complete(spool.body());
      } catch (IOException e) {
        body.completeExceptionally(e);
      }
      close();
    }

    private void close() {
      try {
        spool.close();
      } catch (IOException e) {
        body.completeExceptionally(e);
      }
    }
  }
}
