package io.robotocore.eventstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotocore.model.AwsModels;
import io.robotocore.model.OperationModel;
import io.robotocore.model.ProtocolId;
import io.robotocore.protocol.Fault;
import java.nio.ByteBuffer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.eventstream.Message;

/** What the messages of a stream are made of, as the SDK's library takes them apart. */
final class EventWriterTest {

  private static final OperationModel SUBSCRIBE = operation("kinesis", "SubscribeToShard");

  private static OperationModel operation(String service, String name) {
    return AwsModels.load().service(service).orElseThrow().operation(name).orElseThrow();
  }

  private static Map<String, String> headers(Message message) {
    return message.getHeaders().entrySet().stream()
        .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().getString()));
  }

  private static Message message(byte[] bytes) {
    return Message.decode(ByteBuffer.wrap(bytes));
  }

  @Test
  void initialResponse_anyOutput_isAnEventOfItsOwn() {
    EventWriter writer = new EventWriter(SUBSCRIBE, ProtocolId.AWS_JSON_1_1);
    Message message = message(writer.initialResponse("{}".getBytes(UTF_8)));
    assertThat(headers(message))
        .containsOnly(
            Map.entry(":message-type", "event"),
            Map.entry(":event-type", "initial-response"),
            Map.entry(":content-type", "application/x-amz-json-1.1"));
    assertThat(message.getPayload()).asString(UTF_8).isEqualTo("{}");
  }

  @Test
  void failure_thatTheStreamHas_isAnException() {
    EventWriter writer = new EventWriter(SUBSCRIBE, ProtocolId.AWS_JSON_1_1);
    Message message =
        message(writer.failure(Fault.of("ResourceInUseException", "somebody else", 400)));
    assertThat(headers(message))
        .containsOnly(
            Map.entry(":message-type", "exception"),
            Map.entry(":exception-type", "ResourceInUseException"),
            Map.entry(":content-type", "application/x-amz-json-1.1"));
    assertThat(message.getPayload()).asString(UTF_8).isEqualTo("{\"message\":\"somebody else\"}");
  }

  @Test
  void failure_ofAnyOtherKind_isAnError() {
    EventWriter writer =
        new EventWriter(operation("s3", "SelectObjectContent"), ProtocolId.REST_XML);
    Message message = message(writer.failure(Fault.of("InternalError", "try again", 500)));
    assertThat(headers(message))
        .containsOnly(
            Map.entry(":message-type", "error"),
            Map.entry(":error-code", "InternalError"),
            Map.entry(":error-message", "try again"));
    assertThat(message.getPayload()).isEmpty();
  }

  @Test
  void message_damaged_isFoundOutByItsChecksum() {
    EventWriter writer = new EventWriter(SUBSCRIBE, ProtocolId.AWS_JSON_1_1);
    byte[] bytes = writer.initialResponse("{}".getBytes(UTF_8));
    bytes[bytes.length - 6] ^= 1;
    assertThatThrownBy(() -> message(bytes)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void writer_ofAnOperationWithoutEvents_isRefused() {
    OperationModel list = operation("kinesis", "ListStreams");
    assertThatThrownBy(() -> new EventWriter(list, ProtocolId.AWS_JSON_1_1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
