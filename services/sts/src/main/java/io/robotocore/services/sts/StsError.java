package io.robotocore.services.sts;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.sts.model.ExpiredTokenException;
import software.amazon.awssdk.services.sts.model.IdpCommunicationErrorException;
import software.amazon.awssdk.services.sts.model.InvalidAuthorizationMessageException;
import software.amazon.awssdk.services.sts.model.InvalidIdentityTokenException;
import software.amazon.awssdk.services.sts.model.MalformedPolicyDocumentException;
import software.amazon.awssdk.services.sts.model.PackedPolicyTooLargeException;
import software.amazon.awssdk.services.sts.model.StsException;

/**
 * The errors of STS.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html">common
 *     errors</a>
 */
final class StsError {

  private StsError() {}

  static StsException of(StsException.Builder error, int status, String code, String message) {
    AwsErrorDetails details =
        AwsErrorDetails.builder().serviceName("Sts").errorCode(code).errorMessage(message).build();
    return (StsException) error.awsErrorDetails(details).statusCode(status).build();
  }

  static StsException invalid(String message) {
    return of(StsException.builder(), 400, "ValidationError", message);
  }

  static StsException invalidParameter(String message) {
    return of(StsException.builder(), 400, "InvalidParameterValue", message);
  }

  static StsException accessDenied(String message) {
    return of(StsException.builder(), 403, "AccessDenied", message);
  }

  static StsException malformedPolicy(String message) {
    return of(MalformedPolicyDocumentException.builder(), 400, "MalformedPolicyDocument", message);
  }

  static StsException policyTooLarge(int percent) {
    return of(
        PackedPolicyTooLargeException.builder(),
        400,
        "PackedPolicyTooLarge",
        "Packed size of session policies consumes " + percent + "% of allotted space");
  }

  static StsException invalidToken(String message) {
    return of(InvalidIdentityTokenException.builder(), 400, "InvalidIdentityToken", message);
  }

  static StsException expiredToken(String message) {
    return of(ExpiredTokenException.builder(), 400, "ExpiredTokenException", message);
  }

  static StsException providerUnreachable(String message) {
    return of(IdpCommunicationErrorException.builder(), 400, "IDPCommunicationError", message);
  }

  static StsException invalidAuthorizationMessage() {
    return of(
        InvalidAuthorizationMessageException.builder(),
        400,
        "InvalidAuthorizationMessageException",
        "Message is not valid.");
  }
}
