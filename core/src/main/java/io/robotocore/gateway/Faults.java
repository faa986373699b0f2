package io.robotocore.gateway;

import io.robotocore.model.ErrorTrait;
import io.robotocore.model.OperationModel;
import io.robotocore.model.ServiceModel;
import io.robotocore.model.StructureShape;
import io.robotocore.protocol.Fault;
import io.robotocore.protocol.SdkBinding;
import io.robotocore.protocol.WireException;
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
      return fault(operation, modelled);
    }
    if (thrown instanceof WireException unreadable) {
      return Fault.of(unreadable.code(), unreadable.message(), 400);
    }
    if (thrown instanceof Services.NotAvailable missing) {
      return Fault.of("NotImplemented", missing.message(), 501);
    }
    if (isNotImplemented(thrown)) {
      return notImplemented(operation);
    }
    return defect(thrown);
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
        || thrown instanceof Services.NotAvailable
        || isNotImplemented(thrown);
  }

  private static Fault fault(OperationModel operation, AwsServiceException thrown) {
    Optional<AwsErrorDetails> details = Optional.ofNullable(thrown.awsErrorDetails());
    String message =
        details
            .flatMap(given -> Optional.ofNullable(given.errorMessage()))
            .or(() -> Optional.ofNullable(thrown.getMessage()))
            .orElse("");
    Optional<StructureShape> shape = shape(operation, thrown);
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
        shape.map(
            error ->
                new Fault.Detail(SdkBinding.of(error, () -> (SdkPojo) thrown.toBuilder()), thrown));
    return new Fault(shape.map(StructureShape::name).orElse(code), code, message, status, detail);
  }

  /**
   * The error shape of which an exception's class is made: {@code QueueDoesNotExistException} of
   * {@code QueueDoesNotExist}.
   */
  private static Optional<StructureShape> shape(
      OperationModel operation, AwsServiceException thrown) {
    ServiceModel service = operation.service();
    String name = thrown.getClass().getSimpleName();
    String stem = stem(name);
    return service
        .error(name)
        .or(() -> service.error(name.substring(0, stem.length())))
        .or(
            () ->
                operation.errors().stream()
                    .filter(error -> stem(error.name()).equals(stem))
                    .findFirst());
  }

  private static String stem(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.replaceFirst("(exception|fault)$", "");
  }
}
