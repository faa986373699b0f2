package io.robotocore.services.s3;

import io.robotocore.service.Call;
import io.robotocore.service.ErrorFields;
import io.robotocore.service.Members;
import io.robotocore.services.s3.AccessPoint.Home;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.s3control.model.S3ControlException;

/** What the operations of S3 Control share: one call, and what S3 keeps. */
interface S3ControlView extends S3ControlClient {

  Call call();

  S3State state();

  /** Refuses a request about another account than the caller's. */
  default void checkAccount(SdkPojo in) {
    Members.find(in, "x-amz-account-id")
        .filter(account -> !account.equals(call().account()))
        .ifPresent(
            other -> {
              throw error(403, "AccessDenied: Access Denied", Map.of());
            });
  }

  /** Where an access point of the caller is, or would be. */
  default Home home(String name) {
    return new Home(call().account(), call().region(), name);
  }

  /** An access point that a request of its owner names. */
  default AccessPoint accessPoint(SdkPojo in, String name) {
    checkAccount(in);
    return state()
        .accessPointsByHome()
        .get(home(name.replaceFirst("^arn:.*:accesspoint/", "")))
        .orElseThrow(
            () ->
                error(
                    404,
                    "NoSuchAccessPoint: The specified accesspoint does not exist",
                    Map.of("AccessPointName", name)));
  }

  /**
   * An error.
   *
   * @param text the code, and behind a colon the message
   * @param fields what else the answer says
   */
  static S3ControlException error(int status, String text, Map<String, String> fields) {
    int colon = text.indexOf(": ");
    return (S3ControlException)
        S3ControlException.builder()
            .awsErrorDetails(
                AwsErrorDetails.builder()
                    .serviceName("S3 Control")
                    .errorCode(text.substring(0, colon))
                    .errorMessage(text.substring(colon + 2))
                    .build())
            .statusCode(status)
            .cause(ErrorFields.of(fields))
            .build();
  }

  @Override
  default String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  default void close() {}
}
