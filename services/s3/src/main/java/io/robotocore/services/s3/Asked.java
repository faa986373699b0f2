package io.robotocore.services.s3;

import io.robotocore.service.Members;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/**
 * What somebody wants to do with a bucket.
 *
 * @param action the action by its name in policies, as {@code s3:GetObject}
 * @param name what they call the bucket, which may be an access point
 * @param key the object that it is about, if it is about one
 * @param request the request
 */
record Asked(String action, String name, Optional<String> key, SdkPojo request) {

  static Asked of(String action, SdkPojo request) {
    return new Asked(action, text(request, "Bucket").orElse(""), text(request, "Key"), request);
  }

  private static Optional<String> text(SdkPojo request, String name) {
    return Members.find(request, name).map(String.class::cast);
  }

  /** The action by the name that it has if the request is about a version of an object. */
  String versionAction() {
    return Members.find(request, "versionId").isPresent()
        ? action.replaceFirst(
            "^(s3:(Get|Put|Delete)Object)(Acl|Tagging|Attributes|)$", "$1Version$3")
        : action;
  }
}
