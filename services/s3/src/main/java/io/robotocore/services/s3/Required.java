package io.robotocore.services.s3;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.RequiredTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;

/**
 * Whether documents that configure a bucket have everything that S3's schema asks for, which the
 * SDK's classes know.
 */
final class Required {

  private Required() {}

  /**
   * Refuses a document that lacks something.
   *
   * @param document the document; null if the request has none
   */
  static <T extends SdkPojo> T check(@Nullable T document) {
    if (document == null) {
      throw S3Error.malformedXml();
    }
    for (SdkField<?> field : document.sdkFields()) {
      Object value = field.getValueOrDefault(document);
      if (value == null || value instanceof SdkAutoConstructList<?>) {
        if (field.containsTrait(RequiredTrait.class)) {
          throw S3Error.malformedXml();
        }
      } else {
        checkParts(value);
      }
    }
    return document;
  }

  private static void checkParts(Object value) {
    if (value instanceof SdkPojo part) {
      check(part);
    } else if (value instanceof Collection<?> parts) {
      parts.forEach(Required::checkParts);
    }
  }

  /** Refuses a word that is not one of those that S3 knows. */
  static void known(boolean isKnown) {
    if (!isKnown) {
      throw S3Error.malformedXml();
    }
  }
}
