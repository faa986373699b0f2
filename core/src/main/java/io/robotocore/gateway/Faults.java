package io.robotocore.gateway;

import io.robotocore.model.Addressee;
import io.robotocore.model.ErrorTrait;
import io.robotocore.model.OperationModel;
import io.robotocore.model.ServiceModel;
import io.robotocore.model.StructureShape;
import io.robotocore.protocol.DocumentBinding;
import io.robotocore.protocol.Fault;
import io.robotocore.protocol.SdkBinding;
import io.robotocore.protocol.WireException;
import io.robotocore.service.DocumentError;
import io.robotocore.service.ErrorFields;
import io.robotocore.wire.Endpoint;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;

/** Turns what a call throws into what its client is told. */
final class Faults {

  private Faults() {}

  /** The error that an exception stands for; a defect of ours where it stands for none. */
  static Fault of(OperationModel operation, Throwable thrown) {
    if (thrown instanceof AwsServiceException modelled) {
      return fault(operation.service(), operation.errors(), modelled);
    }
    if (thrown instanceof DocumentError error) {
      return fault(operation.service(), error);
    }
    if (thrown instanceof WireException unreadable) {
      return Fault.of(unreadable.code(), unreadable.message(), unreadable.status());
    }
    if (thrown instanceof Services.NotAvailable missing) {
      return Fault.of("NotImplemented", missing.message(), 501);
    }
    if (isNotImplemented(thrown)) {
      return notImplemented(operation);
    }
    return defect(thrown);
  }

  /** The error that an exception stands for which no operation has thrown. */
  static Fault of(ServiceModel service, RuntimeException thrown) {
    return thrown instanceof AwsServiceException modelled
        ? fault(service, List.of(), modelled)
        : defect(thrown);
  }

  /**
   * The error that a request is refused with that cannot be read.
   *
   * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html">Common
   *     errors</a>
   * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">Errors of
   *     S3</a>
   */
  static Fault of(Endpoint.Refusal refusal, Addressee addressee) {
    return switch (refusal) {
      case TOO_LARGE ->
          addressee.isS3()
              ? Fault.of(
                  "EntityTooLarge",
                  "Your proposed upload exceeds the maximum allowed object size.",
                  400)
              : Fault.of("RequestEntityTooLargeException", "Request body is too large", 413);
      case BAD_ENCODING ->
          Fault.of(
              "MalformedHttpRequestException", "The body is not in the encoding it claims", 400);
      case TOO_MANY_WAITING -> Fault.of("ServiceUnavailable", "Too many calls are waiting", 503);
    };
  }

  /** The answer when the emulator itself is at fault. */
  static Fault defect(Throwable thrown) {
    return Fault.of(
        "InternalFailure", "The emulator failed, which is a defect of it: " + thrown, 500);
  }

  /** The answer to an operation that nobody has written. */
  static Fault notImplemented(OperationModel operation) {
    return Fault.of(
        "NotImplemented",
        "robotocore does not implement %s of %s"
            .formatted(operation.name(), operation.service().serviceId()),
        501);
  }

  /**
   * Whether an exception says no more than that an SDK client interface's default method was not
   * overridden.
   */
  private static boolean isNotImplemented(Throwable thrown) {
    return thrown instanceof UnsupportedOperationException
        && thrown.getStackTrace().length > 0
        && thrown.getStackTrace()[0].getClassName().startsWith("software.amazon.awssdk.services.");
  }

  /** Whether an exception is one of those that an operation may end with, rather than a defect. */
  static boolean isExpected(Throwable thrown) {
    return thrown instanceof AwsServiceException
        || thrown instanceof WireException
        || thrown instanceof DocumentError
        || thrown instanceof Services.NotAvailable
        || isNotImplemented(thrown);
  }

  private static Fault fault(
      ServiceModel service, List<StructureShape> declared, AwsServiceException thrown) {
    Optional<AwsErrorDetails> details = Optional.ofNullable(thrown.awsErrorDetails());
    String message =
        details
            .flatMap(given -> Optional.ofNullable(given.errorMessage()))
            .or(() -> Optional.ofNullable(thrown.getMessage()))
            .orElse("");
    Optional<StructureShape> shape = shape(service, declared, thrown);
    Optional<ErrorTrait> trait = shape.flatMap(StructureShape::error);
    String code =
        details
            .flatMap(given -> Optional.ofNullable(given.errorCode()))
            .or(() -> trait.map(ErrorTrait::code))
            .orElseGet(() -> thrown.getClass().getSimpleName());
    int status =
        thrown.statusCode() != 0
            ? thrown.statusCode()
            : trait.map(ErrorTrait::httpStatus).orElse(400);
    Optional<Fault.Detail> detail =
        fields(service, code, thrown)
            .or(
                () ->
                    shape.map(
                        error ->
                            new Fault.Detail(
                                SdkBinding.of(error, () -> (SdkPojo) thrown.toBuilder()), thrown)));
    return new Fault(shape.map(StructureShape::name).orElse(code), code, message, status, detail);
  }

  private static Fault fault(ServiceModel service, DocumentError error) {
    Optional<StructureShape> shape = service.error(error.code());
    Optional<ErrorTrait> trait = shape.flatMap(StructureShape::error);
    return new Fault(
        shape.map(StructureShape::name).orElse(error.code()),
        trait.map(ErrorTrait::code).orElse(error.code()),
        error.message(),
        error.status().orElseGet(() -> trait.map(ErrorTrait::httpStatus).orElse(400)),
        shape.map(found -> new Fault.Detail(new DocumentBinding(found), error.members())));
  }

  /** What an answer says besides code and message, if the service has put that together itself. */
  private static Optional<Fault.Detail> fields(
      ServiceModel service, String code, AwsServiceException thrown) {
    if (!(thrown.getCause() instanceof ErrorFields fields) || fields.body().isEmpty()) {
      return Optional.empty();
    }
    StructureShape shape =
        StructureShape.ofTexts(service, code, List.copyOf(fields.body().keySet()));
    return Optional.of(new Fault.Detail(new DocumentBinding(shape), fields.body()));
  }

  /**
   * The error shape of which an exception's class is made: {@code QueueDoesNotExistException} of
   * {@code QueueDoesNotExist}.
   */
  private static Optional<StructureShape> shape(
      ServiceModel service, List<StructureShape> declared, AwsServiceException thrown) {
    String name = thrown.getClass().getSimpleName();
    String stem = stem(name);
    return service
        .error(name)
        .or(() -> service.error(name.substring(0, stem.length())))
        .or(() -> declared.stream().filter(error -> stem(error.name()).equals(stem)).findFirst());
  }

  private static String stem(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.replaceFirst("(exception|fault)$", "");
  }
}
