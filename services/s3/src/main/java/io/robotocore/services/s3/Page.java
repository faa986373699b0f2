package io.robotocore.services.s3;

import io.robotocore.service.ErrorFields;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * What a browser is shown.
 *
 * @param requestId the id of the request, which errors tell
 * @param request the request
 */
record Page(String requestId, SdkHttpFullRequest request) {

  private static final Map<Integer, String> REASONS =
      Map.of(
          304, "Not Modified",
          403, "Forbidden",
          404, "Not Found",
          405, "Method Not Allowed",
          412, "Precondition Failed",
          416, "Requested Range Not Satisfiable");

  /** The value of a header as a request of the SDK has it. */
  static Object typed(String header, String value) {
    return header.endsWith("Since") ? time(value) : value;
  }

  private static Instant time(String text) {
    try {
      return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  HttpExecuteResponse redirect(int status, String location) {
    return answer(
        SdkHttpResponse.builder().statusCode(status).putHeader("Location", location), new byte[0]);
  }

  /** The page that an object is, or a redirect to where it leads. */
  HttpExecuteResponse ofObject(GetObjectResponse object, AbortableInputStream content) {
    if (object.websiteRedirectLocation() != null) {
      return redirect(301, object.websiteRedirectLocation());
    }
    int status =
        Optional.ofNullable(object.sdkHttpResponse()).map(SdkHttpResponse::statusCode).orElse(200);
    return ofObject(status, object, content);
  }

  /** The page that an object is. */
  HttpExecuteResponse ofObject(int status, GetObjectResponse object, AbortableInputStream content) {
    SdkHttpResponse.Builder response = SdkHttpResponse.builder().statusCode(status);
    for (SdkField<?> field : object.sdkFields()) {
      if (field.location() == MarshallLocation.HEADER
          && !field.locationName().startsWith("x-amz-server")) {
        Optional.ofNullable(field.getValueOrDefault(object))
            .ifPresent(value -> response.putHeader(field.locationName(), text(value)));
      }
    }
    object.metadata().forEach((name, value) -> response.putHeader("x-amz-meta-" + name, value));
    HttpExecuteResponse.Builder answer = HttpExecuteResponse.builder().response(response.build());
    return request.method() == SdkHttpMethod.HEAD
        ? answer.build()
        : answer.responseBody(content).build();
  }

  private static String text(Object value) {
    return value instanceof Instant time
        ? DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC))
        : value.toString();
  }

  /**
   * The page that tells of an error.
   *
   * @param second what went wrong with the site's own page for errors
   */
  HttpExecuteResponse error(S3Exception error, Optional<S3Exception> second) {
    String title = error.statusCode() + " " + REASONS.getOrDefault(error.statusCode(), "Error");
    StringBuilder html = new StringBuilder();
    html.append(
        "<html>\n<head><title>%s</title></head>\n<body>\n<h1>%s</h1>\n<ul>\n"
            .formatted(title, title));
    append(html, error);
    html.append(
        "<li>RequestId: %s</li>\n<li>HostId: %s</li>\n</ul>\n".formatted(requestId, requestId));
    second.ifPresent(
        other -> {
          html.append(
              "<h3>An Error Occurred While Attempting to Retrieve a Custom Error Document</h3>\n<ul>\n");
          append(html, other);
          html.append("</ul>\n");
        });
    html.append("<hr/>\n</body>\n</html>\n");
    SdkHttpResponse.Builder response = SdkHttpResponse.builder().statusCode(error.statusCode());
    if (error.getCause() instanceof ErrorFields fields) {
      fields.headers().forEach(response::putHeader);
    }
    response
        .putHeader("x-amz-error-code", error.awsErrorDetails().errorCode())
        .putHeader("x-amz-error-message", error.awsErrorDetails().errorMessage())
        .putHeader("Content-Type", "text/html; charset=utf-8");
    boolean empty = error.statusCode() < 400 || request.method() == SdkHttpMethod.HEAD;
    return answer(response, empty ? new byte[0] : html.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void append(StringBuilder html, S3Exception error) {
    html.append("<li>Code: %s</li>\n".formatted(error.awsErrorDetails().errorCode()));
    html.append("<li>Message: %s</li>\n".formatted(error.awsErrorDetails().errorMessage()));
    if (error.getCause() instanceof ErrorFields fields) {
      fields
          .body()
          .forEach(
              (name, value) -> html.append("<li>%s: %s</li>\n".formatted(name, escaped(value))));
    }
  }

  /** A text as it stands in a document with markup. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static HttpExecuteResponse answer(SdkHttpResponse.Builder response, byte[] content) {
    response.putHeader("Content-Length", Integer.toString(content.length));
    return HttpExecuteResponse.builder()
        .response(response.build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(content)))
        .build();
  }
}
