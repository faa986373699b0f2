package io.robotocore.services.s3;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3control.model.DeleteAccessPointPolicyRequest;
import software.amazon.awssdk.services.s3control.model.DeleteAccessPointPolicyResponse;
import software.amazon.awssdk.services.s3control.model.GetAccessPointPolicyRequest;
import software.amazon.awssdk.services.s3control.model.GetAccessPointPolicyResponse;
import software.amazon.awssdk.services.s3control.model.GetAccessPointPolicyStatusRequest;
import software.amazon.awssdk.services.s3control.model.GetAccessPointPolicyStatusResponse;
import software.amazon.awssdk.services.s3control.model.PutAccessPointPolicyRequest;
import software.amazon.awssdk.services.s3control.model.PutAccessPointPolicyResponse;

/** The operations on the policies of access points. */
interface AccessPointPolicies extends S3ControlView {

  @Override
  default GetAccessPointPolicyResponse getAccessPointPolicy(GetAccessPointPolicyRequest in) {
    return GetAccessPointPolicyResponse.builder()
        .policy(policy(accessPoint(in, in.name())))
        .build();
  }

  private static String policy(AccessPoint point) {
    return point
        .policy()
        .orElseThrow(
            () ->
                S3ControlView.error(
                    404,
                    "NoSuchAccessPointPolicy: The specified accesspoint policy does not exist",
                    Map.of("AccessPointName", point.home().name())));
  }

  @Override
  default PutAccessPointPolicyResponse putAccessPointPolicy(PutAccessPointPolicyRequest in) {
    AccessPoint point = accessPoint(in, in.name());
    Policy policy = checked(in.policy(), point.home().arn(call().partition()));
    if (policy.isPublic() && Boolean.TRUE.equals(point.blocked().blockPublicPolicy())) {
      throw S3ControlView.error(403, "AccessDenied: Access Denied", Map.of());
    }
    change(point, there -> there.with(Optional.of(in.policy())));
    return PutAccessPointPolicyResponse.builder().build();
  }

  private static Policy checked(String text, String resource) {
    try {
      return PolicyDocument.checked(text, resource);
    } catch (S3Exception e) {
      throw S3ControlView.error(
          e.statusCode(),
          e.awsErrorDetails().errorCode() + ": " + e.awsErrorDetails().errorMessage(),
          Map.of());
    }
  }

  private void change(AccessPoint point, UnaryOperator<AccessPoint> how) {
    state().accessPointsByHome().computeIfPresent(point.home(), how);
  }

  @Override
  default DeleteAccessPointPolicyResponse deleteAccessPointPolicy(
      DeleteAccessPointPolicyRequest in) {
    change(accessPoint(in, in.name()), there -> there.with(Optional.empty()));
    return DeleteAccessPointPolicyResponse.builder().build();
  }

  @Override
  default GetAccessPointPolicyStatusResponse getAccessPointPolicyStatus(
      GetAccessPointPolicyStatusRequest in) {
    String text = policy(accessPoint(in, in.name()));
    return GetAccessPointPolicyStatusResponse.builder()
        .policyStatus(status -> status.isPublic(PolicyDocument.read(text).isPublic()))
        .build();
  }
}
