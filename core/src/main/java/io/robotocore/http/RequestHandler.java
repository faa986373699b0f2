package io.robotocore.http;

import io.robotocore.wire.Body;
import io.robotocore.wire.Endpoint;
import io.robotocore.wire.Endpoint.Refusal;
import io.robotocore.wire.Endpoint.Task;
import io.robotocore.wire.HttpRequest;
import io.robotocore.wire.HttpResponse;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;

/**
 * Reads a request without blocking, has it answered, and sends the answer.
 *
 * <p>Most calls are answered by the I/O thread that read them, which saves two changes of thread;
 * those that take a while are handed to a thread of their own.
 */
final class RequestHandler implements HttpHandler {

  private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);
  private static final int BUFFER = 16 * 1024;

  private final Endpoint endpoint;
  private final Executor threads;
  private final Phaser answering = new Phaser(1);

  RequestHandler(Endpoint endpoint, Executor threads) {
    this.endpoint = endpoint;
    this.threads = threads;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    answering.register();
    exchange.addExchangeCompleteListener(
        (completed, next) -> {
          answering.arriveAndDeregister();
          next.proceed();
        });
    HttpRequest head = Exchanges.head(exchange);
    BodyReader.read(exchange, new Received(exchange, head));
  }

  /** Waits until no request is being answered any more. */
  void awaitAnswers(Duration limit) {
    try {
      answering.awaitAdvanceInterruptibly(
          answering.arrive(), limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(HttpServerExchange exchange, HttpRequest request) {
    Task task = endpoint.prepare(request);
    Optional<HttpResponse> atOnce = task.answerAtOnce();
    if (atOnce.isPresent() && atOnce.get().body() instanceof Body.Bytes) {
      send(exchange, atOnce.get());
    } else {
      onThreadOfItsOwn(exchange, request, () -> send(exchange, atOnce.orElseGet(task::answer)));
    }
  }

  private void onThreadOfItsOwn(HttpServerExchange exchange, HttpRequest request, Runnable work) {
    exchange.dispatch(
        runnable -> {
          try {
            threads.execute(runnable);
          } catch (RejectedExecutionException e) {
            send(exchange, endpoint.refuse(request, Refusal.TOO_MANY_WAITING));
          }
        },
        work);
  }

  /** Has a request answered whose body has to be waited for. */
  private void answerLarge(HttpServerExchange exchange, HttpRequest head, LargeBodyReader rest) {
    try {
      Optional<Body> body = rest.read(endpoint, endpoint.maxBodySize(head));
      if (body.isPresent()) {
        send(exchange, endpoint.prepare(head.withBody(body.get())).answer());
      } else {
        refuseTooLarge(exchange, head);
      }
    } catch (IOException e) {
      LOG.debug("a body did not come to its end", e);
      IoUtils.safeClose(exchange.getConnection());
      exchange.endExchange();
    }
  }

  private void refuseTooLarge(HttpServerExchange exchange, HttpRequest head) {
    exchange.setPersistent(false);
    send(exchange, endpoint.refuse(head, Refusal.TOO_LARGE));
  }

  private static void send(HttpServerExchange exchange, HttpResponse response) {
    exchange.setStatusCode(response.status());
    response
        .headers()
        .forEach(
            (name, value) ->
                exchange.getResponseHeaders().add(HttpString.tryFromString(name), value));
    if (response.body() instanceof Body.Bytes body) {
      exchange.getResponseSender().send(ByteBuffer.wrap(body.bytes()));
    } else {
      stream(exchange, response.body());
    }
  }

  /** Sends what comes when it comes, on a thread that may wait for it. */
  private static void stream(HttpServerExchange exchange, Body body) {
    if (body.length() >= 0) {
      exchange.setResponseContentLength(body.length());
    }
    exchange.startBlocking();
    try (InputStream source = body.stream()) {
      OutputStream target = exchange.getOutputStream();
      byte[] buffer = new byte[BUFFER];
      for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
        target.write(buffer, 0, read);
        target.flush();
      }
      target.close();
    } catch (IOException e) {
      LOG.debug("the client has gone before the end of the answer", e);
    }
    exchange.endExchange();
  }

  /** What follows when the body is there, or will never be. */
  private final class Received implements BodyReader.Receiver {

    private final HttpServerExchange exchange;
    private final HttpRequest head;

    private Received(HttpServerExchange exchange, HttpRequest head) {
      this.exchange = exchange;
      this.head = head;
    }

    @Override
    public void complete(Body body) {
      answer(exchange, head.withBody(body));
    }

    @Override
    public void large(LargeBodyReader rest) {
      if (rest.announcesMoreThan(endpoint.maxBodySize(head))) {
        refuseTooLarge(exchange, head);
      } else {
        onThreadOfItsOwn(exchange, head, () -> answerLarge(exchange, head, rest));
      }
    }
  }
}
