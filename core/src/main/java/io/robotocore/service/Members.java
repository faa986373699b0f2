package io.robotocore.service;

import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The members of the SDK's objects by their names on the wire: for what many requests and answers
 * of a service have in common without a type of the SDK for it, and for members that older releases
 * of the SDK lack, of which such a release knows nothing.
 */
public final class Members {

  private Members() {}

  /** The value of a member; empty if the object has none, or no such member. */
  public static Optional<Object> find(SdkPojo from, String name) {
    return field(from, name).flatMap(field -> Optional.ofNullable(field.getValueOrDefault(from)));
  }

  /**
   * Sets a member of a builder, if it has such a member. The SDK has {@code Expires} of S3 twice,
   * as a time and as a text.
   */
  public static void set(SdkPojo builder, String name, Object value) {
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

  /** Gives a builder the values of all members that an object of another class has as well. */
  public static <B extends SdkPojo> B copy(SdkPojo from, B builder) {
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
