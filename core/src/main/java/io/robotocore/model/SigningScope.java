package io.robotocore.model;

import io.robotocore.wire.HttpRequest;
import java.util.Optional;

public record SigningScope(String accessKeyId, String date, String region, String service) {
  public static Optional<SigningScope> of(HttpRequest request) {
    String header = request.headers().firstOr("Authorization", "");
    int at = header.indexOf("Credential=");
    if (at < 0) {
      return Optional.empty();
    }
    String[] parts = header.substring(at + 11, header.indexOf(',', at)).split("/", -1);
    return Optional.of(new SigningScope(parts[0], parts[1], parts[2], parts[3]));
  }
}
