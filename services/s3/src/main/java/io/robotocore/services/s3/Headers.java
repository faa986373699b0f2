package io.robotocore.services.s3;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkPojo;

/**
 * What the writer of an object says of it to its readers.
 *
 * @param system the values of S3's own headers, by the header's name
 * @param user the writer's own words
 */
record Headers(Map<String, Object> system, Map<String, String> user) {

  private static final String CONTENT_TYPE = "Content-Type";

  private static final Map<String, Object> OF_BYTES = Map.of(CONTENT_TYPE, "binary/octet-stream");

  /** Those of a request that writes an object, whose members are called like those of a put. */
  static Headers of(SdkPojo request, Map<String, String> metadata) {
    Map<String, Object> system = new HashMap<>(OF_BYTES);
    for (String name :
        new String[] {
          CONTENT_TYPE,
          "Cache-Control",
          "Content-Disposition",
          "Content-Encoding",
          "Content-Language",
          "Expires",
          "x-amz-website-redirect-location"
        }) {
      Members.find(request, name).ifPresent(value -> system.put(name, value));
    }
    return new Headers(
        system.equals(OF_BYTES) ? OF_BYTES : Map.copyOf(system),
        Map.copyOf(new TreeMap<>(metadata)));
  }

  /** Puts S3's own headers into an answer. */
  void fill(SdkPojo answer) {
    system.forEach((name, value) -> Members.set(answer, name, value));
  }
}
