package io.robotocore.services.sts;

import io.robotocore.service.Principal;
import java.util.Optional;
import software.amazon.awssdk.services.sts.model.DecodeAuthorizationMessageRequest;
import software.amazon.awssdk.services.sts.model.DecodeAuthorizationMessageResponse;
import software.amazon.awssdk.services.sts.model.GetAccessKeyInfoRequest;
import software.amazon.awssdk.services.sts.model.GetAccessKeyInfoResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** The operations that say who somebody is. */
interface Identities extends StsView {

  @Override
  default GetCallerIdentityResponse getCallerIdentity(GetCallerIdentityRequest in) {
    Principal caller = call().principal();
    return GetCallerIdentityResponse.builder()
        .account(caller.account())
        .arn(caller.arn())
        .userId(caller.userId())
        .build();
  }

  /**
   * Says whose an access key is: one that was issued here, or any other, whose account is part of
   * its id.
   */
  @Override
  default GetAccessKeyInfoResponse getAccessKeyInfo(GetAccessKeyInfoRequest in) {
    Optional<String> issued =
        call().accessKeys().find(in.accessKeyId()).map(key -> key.principal().account());
    return GetAccessKeyInfoResponse.builder()
        .account(issued.orElseGet(() -> AccessKeyId.account(in.accessKeyId())))
        .build();
  }

  /** Refuses every message: no service here puts one into its errors. */
  @Override
  default DecodeAuthorizationMessageResponse decodeAuthorizationMessage(
      DecodeAuthorizationMessageRequest in) {
    throw StsError.invalidAuthorizationMessage();
  }
}
