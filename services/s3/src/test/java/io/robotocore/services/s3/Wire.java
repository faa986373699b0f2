package io.robotocore.services.s3;

import io.robotocore.Emulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Requests that no SDK client would send. */
record Wire(Emulator emulator, HttpClient http) {

  Wire(Emulator emulator) {
    this(emulator, HttpClient.newHttpClient());
  }

  /** Sends a request to the default region. */
  HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    return sendTo("us-east-1", method, path, body);
  }

  /** Sends a request as if it were signed for a region. */
  HttpResponse<String> sendTo(String region, String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(emulator.endpoint() + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=key/20260101/"
                    + region
                    + "/s3/aws4_request, SignedHeaders=host, Signature=0");
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
