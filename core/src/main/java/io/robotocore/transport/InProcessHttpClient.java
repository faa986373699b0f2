package io.robotocore.transport;

import io.robotocore.wire.Body;
import io.robotocore.wire.Endpoint;
import io.robotocore.wire.HttpResponse;
import io.robotocore.wire.Spool;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * A synchronous HTTP client that has its requests answered on the calling thread.
 *
 * @param endpoint what answers
 */
public record InProcessHttpClient(Endpoint endpoint) implements SdkHttpClient {

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return answer(request);
      }

      @Override
      public void abort() {
        // The call is over when call() returns; there is no connection to break.
      }
    };
  }

  private HttpExecuteResponse answer(HttpExecuteRequest request) throws IOException {
    Body body = body(request);
    HttpResponse response = Requests.answer(endpoint, Requests.of(request.httpRequest(), body));
    HttpExecuteResponse.Builder executed =
        HttpExecuteResponse.builder().response(Requests.head(response));
    if (response.body().length() != 0) {
      executed.responseBody(AbortableInputStream.create(response.body().stream()));
    }
    return executed.build();
  }

  private Body body(HttpExecuteRequest request) throws IOException {
    if (request.contentStreamProvider().isEmpty()) {
      return Body.EMPTY;
    }
    ContentStreamProvider provider = request.contentStreamProvider().get();
    try (InputStream stream = provider.newStream();
        Spool spool = endpoint.spool()) {
      stream.transferTo(spool.target());
      return spool.body();
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
}
