package io.robotocore.protocol;

import io.robotocore.model.Member;
import io.robotocore.model.ServiceModel;
import io.robotocore.wire.HttpResponse;
import java.util.Optional;

/**
 * An error as the client is told of it.
 *
 * @param shape the name of the error's shape: {@code QueueDoesNotExist}
 * @param code the error's code, which the older protocols send: {@code
 *     AWS.SimpleQueueService.NonExistentQueue}
 * @param message what went wrong
 * @param status the HTTP status
 * @param detail the modelled error with its members, if it is one
 */
public record Fault(
    String shape, String code, String message, int status, Optional<Detail> detail) {

  /** An error that no model describes; it has a code and a message only. */
  public static Fault of(String code, String message, int status) {
    return new Fault(code, code, message, status, Optional.empty());
  }

  /** Whether the client is to blame rather than the service. */
  public boolean sender() {
    return status < 500;
  }

  /**
   * An answer that also tells the code in the query protocol, if that is what the service once
   * spoke.
   */
  HttpResponse withQueryError(Optional<ServiceModel> service, HttpResponse response) {
    return service.isPresent() && service.get().awsQueryCompatible()
        ? response.with("x-amzn-query-error", code + (sender() ? ";Sender" : ";Receiver"))
        : response;
  }

  /** The member that holds the message in the model of the error. */
  Optional<Member> messageMember() {
    return detail.flatMap(
        modelled ->
            modelled.binding().shape().members().stream()
                .filter(member -> member.name().equalsIgnoreCase("message"))
                .findFirst());
  }

  /**
   * The members of a modelled error.
   *
   * @param binding how its value is taken apart
   * @param value the value
   */
  public record Detail(Binding binding, Object value) {}
}
