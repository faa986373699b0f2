package io.robotocore.services.s3;

import io.robotocore.service.Members;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/**
 * What the writer of an object says of it to its readers.
 *
 * @param system the values of S3's own headers, by the header's name
 * @param user the writer's own words
 */
record Headers(Map<String, Object> system, Map<String, String> user) {

  static final String REDIRECT = "x-amz-website-redirect-location";

  private static final String CONTENT_TYPE = "Content-Type";
  private static final List<String> NAMES =
      List.of(
          CONTENT_TYPE,
          "Cache-Control",
          "Content-Disposition",
          "Content-Encoding",
          "Content-Language",
          "Expires",
          REDIRECT);
  private static final Map<String, Object> OF_BYTES = Map.of(CONTENT_TYPE, "binary/octet-stream");
  private static final int MAX_METADATA = 2048;

  /** Those of a request that writes an object. */
  static Headers of(SdkPojo request, Map<String, String> metadata) {
    Map<String, Object> system = new HashMap<>(OF_BYTES);
    for (String name : NAMES) {
      Members.find(request, name).ifPresent(value -> system.put(name, value));
    }
    checkRedirect(system);
    check(metadata);
    return new Headers(
        system.equals(OF_BYTES) ? OF_BYTES : Map.copyOf(system), lowerCase(metadata));
  }

  private static Map<String, String> lowerCase(Map<String, String> metadata) {
    Map<String, String> user = new HashMap<>();
    metadata.forEach((name, value) -> user.put(name.toLowerCase(Locale.ROOT), value));
    return Map.copyOf(user);
  }

  private static void checkRedirect(Map<String, Object> system) {
    String location = (String) system.getOrDefault(REDIRECT, "/");
    if (!location.startsWith("/")
        && !location.startsWith("http://")
        && !location.startsWith("https://")) {
      throw ObjectError.invalidRedirectLocation();
    }
  }

  private static void check(Map<String, String> metadata) {
    int size = metadata.entrySet().stream().mapToInt(Headers::size).sum();
    if (size > MAX_METADATA) {
      throw ObjectError.metadataTooLarge(size, MAX_METADATA);
    }
  }

  private static int size(Map.Entry<String, String> entry) {
    return (entry.getKey() + entry.getValue()).getBytes(StandardCharsets.UTF_8).length;
  }

  /** These headers with another place to lead browsers to, which copies do not take over. */
  Headers redirecting(Headers other) {
    Map<String, Object> newSystem = new HashMap<>(system);
    newSystem.remove(REDIRECT);
    if (other.system.containsKey(REDIRECT)) {
      newSystem.put(REDIRECT, other.system.getOrDefault(REDIRECT, ""));
    }
    return new Headers(Map.copyOf(newSystem), user);
  }

  /** Puts S3's own headers into an answer. */
  void fill(SdkPojo answer) {
    system.forEach((name, value) -> Members.set(answer, name, value));
  }
}
