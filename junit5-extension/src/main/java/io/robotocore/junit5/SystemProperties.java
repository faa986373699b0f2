package io.robotocore.junit5;

import io.robotocore.Emulator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** The SDK's system properties while they lead to an emulator, and what they were before. */
final class SystemProperties {

  private static final String ENDPOINT = "aws.endpointUrl";

  private final Map<String, Optional<String>> before = new LinkedHashMap<>();

  private SystemProperties() {}

  /** Leaves the properties as they are. */
  static SystemProperties untouched() {
    return new SystemProperties();
  }

  /** Refuses to go on when the properties lead somewhere already. */
  static void checkFree() {
    if (System.getProperty(ENDPOINT) != null) {
      throw new ExtensionConfigurationException(
          ENDPOINT
              + " is set already: only one class at a time can have"
              + " @AwsEmulator(systemProperties = true)");
    }
  }

  /** Has the properties lead to an emulator. */
  static SystemProperties leadingTo(Emulator emulator) {
    SystemProperties properties = new SystemProperties();
    properties.set(ENDPOINT, emulator.endpoint().toString());
    properties.set("aws.region", emulator.scope().region());
    AwsCredentials credentials = emulator.scope().credentials();
    properties.set("aws.accessKeyId", credentials.accessKeyId());
    properties.set("aws.secretAccessKey", credentials.secretAccessKey());
    return properties;
  }

  private void set(String name, String value) {
    before.put(name, Optional.ofNullable(System.getProperty(name)));
    System.setProperty(name, value);
  }

  /** Sets the properties back to what they were. */
  void restore() {
    before.forEach(
        (name, value) ->
            value.ifPresentOrElse(
                known -> System.setProperty(name, known), () -> System.clearProperty(name)));
  }
}
