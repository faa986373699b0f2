package io.robotocore.services.s3;

import io.robotocore.service.Members;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/**
 * How keys stand in a listing: as they are, or encoded, since XML cannot hold every character.
 *
 * @param url whether they are encoded
 */
record KeyEncoding(boolean url) {

  private static final String PARAMETER = "encoding-type";

  static KeyEncoding of(SdkPojo request) {
    Optional<Object> type = Members.find(request, PARAMETER);
    type.filter(name -> !name.equals("url"))
        .ifPresent(
            name -> {
              throw S3Error.invalidArgument(
                  "Invalid Encoding Method specified in Request",
                  Map.of("ArgumentName", PARAMETER, "ArgumentValue", name.toString()));
            });
    return new KeyEncoding(type.isPresent());
  }

  String encode(String key) {
    return url
        ? URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/").replace("*", "%2A")
        : key;
  }
}
