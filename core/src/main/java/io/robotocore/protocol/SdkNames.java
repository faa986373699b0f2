package io.robotocore.protocol;

import io.robotocore.model.Member;
import io.robotocore.model.StructureShape;
import java.util.Map;

/** The few members whose name in the SDK's classes is not the model's. */
final class SdkNames {

  /** SDK member name by shape and member of the model. */
  private static final Map<String, String> DIFFERENT =
      Map.ofEntries(
          // DynamoDB
          Map.entry("AttributeValue.NULL", "NUL"),
          // EC2
          Map.entry("FpgaImage.Public", "isPublic"),
          Map.entry("Image.Public", "PublicLaunchPermissions"),
          // S3
          Map.entry("CopyObjectRequest.Bucket", "DestinationBucket"),
          Map.entry("CopyObjectRequest.Key", "DestinationKey"),
          Map.entry("UploadPartCopyRequest.Bucket", "DestinationBucket"),
          Map.entry("UploadPartCopyRequest.Key", "DestinationKey"),
          // SNS
          Map.entry("AddPermissionInput.AWSAccountId", "AWSAccountIds"),
          Map.entry("AddPermissionInput.ActionName", "ActionNames"));

  private SdkNames() {}

  /** EC2 has a member {@code Return} in many outputs, which would be a keyword of Java. */
  static String of(StructureShape shape, Member member) {
    return member.name().equals("Return")
        ? "ReturnValue"
        : DIFFERENT.getOrDefault(shape.name() + "." + member.name(), member.name());
  }
}
