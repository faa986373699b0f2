package io.robotocore.model;

import io.robotocore.wire.Body;
import io.robotocore.wire.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request that does not name its operation in a header lets one guess. Each clue is read
 * when it is asked for.
 */
final class Clues {

  private final HttpRequest request;
  private final Optional<SigningScope> scope;
  private final ServiceIndex index;
  private @Nullable QueryString query;
  private @Nullable QueryString form;
  private @Nullable HostName host;

  Clues(HttpRequest request, Optional<SigningScope> scope, ServiceIndex index) {
    this.request = request;
    this.scope = scope;
    this.index = index;
  }

  HttpRequest request() {
    return request;
  }

  Optional<SigningScope> scope() {
    return scope;
  }

  /**
   * The service that the request is signed for; empty if it is not signed or the signature does not
   * say.
   */
  String signingName() {
    return scope.isPresent() ? scope.get().service() : "";
  }

  HostName host() {
    @Nullable HostName known = host;
    if (known == null) {
      known = HostName.of(request.host(), index);
      host = known;
    }
    return known;
  }

  /**
   * The service through which users deploy what the request is for; empty if it is for AWS itself.
   */
  String userEndpoint() {
    return signingName().equals("execute-api") ? "apigateway" : host().userEndpoint();
  }

  /**
   * Whether the request can only be for what a user deployed; where APIs run, connections to them
   * are managed, too.
   */
  boolean isForUserEndpoint() {
    return !userEndpoint().isEmpty() && !userEndpoint().equals("apigateway");
  }

  /**
   * The name of the operation, if the client gives away which of several like it is meant;
   * otherwise empty.
   */
  String operationHint() {
    return query().firstOr("x-id", signingName().equals("s3express") ? "ListDirectoryBuckets" : "");
  }

  QueryString query() {
    @Nullable QueryString known = query;
    if (known == null) {
      known = new QueryString(request.query());
      query = known;
    }
    return known;
  }

  /** A field of the form in the body, or else of the query string; empty if there is none. */
  String field(String name) {
    Optional<String> inForm = form().first(name);
    return inForm.isPresent() ? inForm.get() : query().firstOr(name, "");
  }

  private QueryString form() {
    @Nullable QueryString known = form;
    if (known == null) {
      known =
          new QueryString(
              isForm() ? new String(request.body().bytes(), StandardCharsets.ISO_8859_1) : "");
      form = known;
    }
    return known;
  }

  /** A body that is still on its way is left to the codec, which can read it only once. */
  private boolean isForm() {
    return request.body() instanceof Body.Bytes
        && request.mediaType().equalsIgnoreCase("application/x-www-form-urlencoded");
  }

  /**
   * The client's name of the service, as SDKs give it in {@code User-Agent: …
   * api/DynamoDB_Streams#2.40.x …}.
   */
  String clientOf() {
    String agent = request.headers().firstOr("User-Agent", "");
    int start = agent.indexOf(" api/");
    int end = agent.indexOf('#', start);
    return start < 0 || end < 0 ? "" : agent.substring(start + " api/".length(), end);
  }
}
