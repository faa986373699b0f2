package io.robotocore.services.s3;

import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The members of the SDK's objects by their names on the wire: many requests and answers of S3 have
 * the same headers, and the SDK has no type for what they have in common.
 */
final class Members {

  private Members() {}

  /** The value of a member; empty if the object has none, or no such member. */
  static Optional<Object> find(SdkPojo from, String name) {
    return field(from, name).flatMap(field -> Optional.ofNullable(field.getValueOrDefault(from)));
  }

  /**
   * Sets a member of a builder that has it. The SDK has {@code Expires} twice, as a time and as a
   * text.
   */
  static void set(SdkPojo builder, String name, Object value) {
    field(builder, name)
        .filter(field -> takes(field, value))
        .or(
            () ->
                builder.sdkFields().stream()
                    .filter(field -> field.locationName().equals(name) && takes(field, value))
                    .findFirst())
        .ifPresent(field -> field.set(builder, value));
  }

  private static boolean takes(SdkField<?> field, Object value) {
    return field.marshallingType().getTargetClass().isInstance(value);
  }

  /** A builder with the values of all members that an object of another class has as well. */
  static <B extends SdkPojo> B copy(SdkPojo from, B builder) {
    for (SdkField<?> field : from.sdkFields()) {
      Optional.ofNullable(field.getValueOrDefault(from))
          .ifPresent(value -> set(builder, field.locationName(), value));
    }
    return builder;
  }

  private static Optional<SdkField<?>> field(SdkPojo of, String name) {
    return Optional.ofNullable(of.sdkFieldNameToField().get(name));
  }
}
