package io.robotocore.gateway;

import io.robotocore.model.ProtocolId;
import io.robotocore.model.Route;
import io.robotocore.model.ServiceModel;
import io.robotocore.model.StructureShape;
import io.robotocore.protocol.DocumentBinding;
import io.robotocore.protocol.Fault;
import io.robotocore.signature.Rejected;
import io.robotocore.signature.Rejected.Reason;
import java.util.List;
import java.util.Optional;

/**
 * How AWS's services tell of a request that is not let in. The older ones have codes for it, those
 * that speak JSON call the same an exception, and Amazon EC2 and S3 have words of their own.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html">Common
 *     errors</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">Errors
 *     of DynamoDB</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">Errors of
 *     S3</a>
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html">Errors
 *     of EC2</a>
 */
final class Rejections {

  private Rejections() {}

  /** The error that the service of a route answers with. */
  static Fault of(Route route, Rejected rejected) {
    ServiceModel service = route.operation().service();
    if (service.signingName().equals("s3")) {
      return ofS3(service, rejected);
    }
    return switch (route.protocol()) {
      case EC2_QUERY -> ofEc2(rejected);
      case AWS_QUERY, REST_XML -> ofQuery(rejected);
      default -> ofJson(route, ofQuery(rejected));
    };
  }

  private static Fault ofQuery(Rejected rejected) {
    String message = rejected.message();
    return switch (rejected.reason()) {
      case MISSING -> Fault.of("MissingAuthenticationToken", message, 403);
      case UNSUPPORTED, INCOMPLETE, INCOMPLETE_QUERY, NO_BODY_HASH, BROKEN_BODY, UNDATED ->
          Fault.of("IncompleteSignature", message, 400);
      case UNKNOWN_KEY, INVALID_TOKEN -> Fault.of("InvalidClientTokenId", message, 403);
      case EXPIRED_TOKEN -> Fault.of("ExpiredToken", message, 403);
      case EXPIRED -> Fault.of("RequestExpired", message, 400);
      case MISMATCH, UNSIGNED_HEADERS, OTHER_BODY, SKEWED, URL_EXPIRED, URL_NOT_YET_VALID ->
          Fault.of("SignatureDoesNotMatch", message, 403);
    };
  }

  /** The exception for an error of the query protocol, under its old code where that is kept. */
  private static Fault ofJson(Route route, Fault query) {
    String exception =
        switch (query.code()) {
          case "InvalidClientTokenId" -> "UnrecognizedClientException";
          case "SignatureDoesNotMatch" -> "InvalidSignatureException";
          default -> query.code() + "Exception";
        };
    if (route.operation().service().awsQueryCompatible()) {
      return new Fault(exception, query.code(), query.message(), query.status(), Optional.empty());
    }
    return Fault.of(
        exception, query.message(), route.protocol() == ProtocolId.REST_JSON ? 403 : 400);
  }

  private static Fault ofEc2(Rejected rejected) {
    return switch (rejected.reason()) {
      case UNKNOWN_KEY, INVALID_TOKEN, MISMATCH, OTHER_BODY ->
          Fault.of(
              "AuthFailure", "AWS was not able to validate the provided access credentials", 401);
      case EXPIRED_TOKEN, EXPIRED, SKEWED, URL_EXPIRED, URL_NOT_YET_VALID ->
          Fault.of("RequestExpired", "Request has expired.", 400);
      default -> ofQuery(rejected);
    };
  }

  private static Fault ofS3(ServiceModel service, Rejected rejected) {
    Fault fault = s3Error(rejected.reason(), rejected.message());
    if (rejected.details().isEmpty()) {
      return fault;
    }
    StructureShape shape =
        StructureShape.ofTexts(service, fault.code(), List.copyOf(rejected.details().keySet()));
    Fault.Detail detail = new Fault.Detail(new DocumentBinding(shape), rejected.details());
    return new Fault(
        fault.shape(), fault.code(), fault.message(), fault.status(), Optional.of(detail));
  }

  private static Fault s3Error(Reason reason, String message) {
    return switch (reason) {
      case MISSING -> Fault.of("AccessDenied", "Access Denied", 403);
      case UNSUPPORTED -> Fault.of("InvalidArgument", message, 400);
      case INCOMPLETE ->
          Fault.of(
              "AuthorizationHeaderMalformed",
              "The authorization header is malformed; the authorization header requires three"
                  + " components: Credential, SignedHeaders, and Signature.",
              400);
      case INCOMPLETE_QUERY -> Fault.of("AuthorizationQueryParametersError", message, 400);
      case NO_BODY_HASH -> Fault.of("InvalidRequest", message, 400);
      case OTHER_BODY -> Fault.of("XAmzContentSHA256Mismatch", message, 400);
      case BROKEN_BODY -> Fault.of("IncompleteBody", message, 400);
      case UNKNOWN_KEY ->
          Fault.of(
              "InvalidAccessKeyId",
              "The AWS Access Key Id you provided does not exist in our records.",
              403);
      case INVALID_TOKEN ->
          Fault.of("InvalidToken", "The provided token is malformed or otherwise invalid.", 400);
      case EXPIRED_TOKEN -> Fault.of("ExpiredToken", "The provided token has expired.", 400);
      case MISMATCH ->
          Fault.of(
              "SignatureDoesNotMatch",
              "The request signature we calculated does not match the signature you provided."
                  + " Check your key and signing method.",
              403);
      case SKEWED ->
          Fault.of(
              "RequestTimeTooSkewed",
              "The difference between the request time and the current time is too large.",
              403);
      case UNSIGNED_HEADERS, UNDATED -> Fault.of("AccessDenied", message, 403);
      case EXPIRED, URL_EXPIRED -> Fault.of("AccessDenied", "Request has expired", 403);
      case URL_NOT_YET_VALID -> Fault.of("AccessDenied", "Request is not yet valid", 403);
    };
  }
}
