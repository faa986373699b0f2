package io.robotocore.eventstream;

import io.robotocore.model.Member;
import io.robotocore.model.OperationModel;
import io.robotocore.model.ProtocolId;
import io.robotocore.model.ShapeType;
import io.robotocore.model.StructureShape;
import io.robotocore.protocol.Binding;
import io.robotocore.protocol.EventDocuments;
import io.robotocore.protocol.Fault;
import io.robotocore.protocol.SdkBinding;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/**
 * Writes what happens in the output of an operation as messages: events, the errors that the model
 * has for the stream, and others.
 */
public final class EventWriter {

  /** The media type of a stream of messages. */
  public static final String CONTENT_TYPE = "application/vnd.amazon.eventstream";

  private static final String MESSAGE_TYPE = ":message-type";
  private static final String PAYLOAD_TYPE = ":content-type";

  private final StructureShape stream;
  private final EventDocuments documents;
  private final ConcurrentMap<Class<?>, Binding> bindings = new ConcurrentHashMap<>();

  /**
   * A writer of the events of an operation.
   *
   * @param operation an operation whose output has a stream of events
   * @param protocol the protocol that the client speaks
   */
  public EventWriter(OperationModel operation, ProtocolId protocol) {
    Member member =
        operation
            .eventStreamOutput()
            .orElseThrow(
                () -> new IllegalArgumentException(operation + " gives no stream of events"));
    this.stream = (StructureShape) member.target();
    this.documents = EventDocuments.of(protocol);
  }

  /**
   * The message that stands for the rest of the output, where the protocol has no HTTP headers for
   * it.
   *
   * @param document the output as a body of the protocol
   */
  public byte[] initialResponse(byte[] document) {
    Map<String, HeaderValue> headers = headers("event");
    headers.put(":event-type", HeaderValue.fromString("initial-response"));
    headers.put(PAYLOAD_TYPE, HeaderValue.fromString(documents.contentType()));
    return bytes(headers, document);
  }

  /**
   * The message of an event.
   *
   * @param event an object of one of the SDK classes for the events of the stream
   */
  public byte[] event(SdkPojo event) {
    Member kind = EventKinds.of(stream, event);
    Binding binding = bindings.computeIfAbsent(event.getClass(), type -> binding(kind, event));
    Map<String, HeaderValue> headers = headers("event");
    headers.put(":event-type", HeaderValue.fromString(kind.name()));
    binding.forEach(
        event,
        (member, value) -> {
          if (member.eventHeader()) {
            headers.put(member.wireName(), HeaderValues.of(member, value));
          }
        });
    return payloadMember(binding.shape())
        .map(member -> payload(headers, binding, member, event))
        .orElseGet(() -> document(headers, binding, event));
  }

  private static Binding binding(Member kind, SdkPojo event) {
    return SdkBinding.of(
        (StructureShape) kind.target(),
        () -> (SdkPojo) ((ToCopyableBuilder<?, ?>) event).toBuilder());
  }

  private static Optional<Member> payloadMember(StructureShape shape) {
    return shape.members().stream().filter(Member::eventPayload).findFirst();
  }

  private byte[] payload(
      Map<String, HeaderValue> headers, Binding binding, Member member, SdkPojo event) {
    Optional<Object> value = binding.get(event, member);
    headers.put(PAYLOAD_TYPE, HeaderValue.fromString(payloadType(member.target().type())));
    return bytes(
        headers,
        value.map(present -> payload(binding.of(member), member, present)).orElse(new byte[0]));
  }

  private String payloadType(ShapeType type) {
    return switch (type) {
      case BLOB -> "application/octet-stream";
      case STRING -> "text/plain";
      default -> documents.contentType();
    };
  }

  private byte[] payload(Binding inside, Member member, Object value) {
    return switch (member.target().type()) {
      case BLOB -> ((SdkBytes) value).asByteArray();
      case STRING -> ((String) value).getBytes(StandardCharsets.UTF_8);
      default -> documents.write(inside, value);
    };
  }

  private byte[] document(Map<String, HeaderValue> headers, Binding binding, SdkPojo event) {
    if (binding.shape().members().stream().allMatch(Member::eventHeader)) {
      return bytes(headers, new byte[0]);
    }
    headers.put(PAYLOAD_TYPE, HeaderValue.fromString(documents.contentType()));
    return bytes(headers, documents.write(new WithoutHeaders(binding), event));
  }

  /** The message of an error, after which there are no more: one of the stream's, or any other. */
  public byte[] failure(Fault fault) {
    Optional<Member> modelled =
        stream.members().stream()
            .filter(member -> member.target().name().equals(fault.shape()))
            .findFirst();
    if (modelled.isPresent()) {
      Map<String, HeaderValue> headers = headers("exception");
      headers.put(":exception-type", HeaderValue.fromString(modelled.get().name()));
      headers.put(PAYLOAD_TYPE, HeaderValue.fromString(documents.contentType()));
      return bytes(headers, documents.write(fault));
    }
    Map<String, HeaderValue> headers = headers("error");
    headers.put(":error-code", HeaderValue.fromString(fault.code()));
    headers.put(":error-message", HeaderValue.fromString(fault.message()));
    return bytes(headers, new byte[0]);
  }

  private static Map<String, HeaderValue> headers(String messageType) {
    Map<String, HeaderValue> headers = new LinkedHashMap<>();
    headers.put(MESSAGE_TYPE, HeaderValue.fromString(messageType));
    return headers;
  }

  private static byte[] bytes(Map<String, HeaderValue> headers, byte[] payload) {
    ByteBuffer message = new Message(headers, payload).toByteBuffer();
    byte[] bytes = new byte[message.remaining()];
    message.get(bytes);
    return bytes;
  }
}
