package io.robotocore.eventstream;

import io.robotocore.model.Member;
import java.time.Instant;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.eventstream.HeaderValue;

/** Members of events that travel in the headers of a message, which have types of their own. */
final class HeaderValues {

  private HeaderValues() {}

  static HeaderValue of(Member member, Object value) {
    return switch (member.target().type()) {
      case BOOLEAN -> HeaderValue.fromBoolean((Boolean) value);
      case BYTE -> HeaderValue.fromByte((Byte) value);
      case SHORT -> HeaderValue.fromShort((Short) value);
      case INTEGER -> HeaderValue.fromInteger((Integer) value);
      case LONG -> HeaderValue.fromLong((Long) value);
      case TIMESTAMP -> HeaderValue.fromTimestamp((Instant) value);
      case BLOB -> HeaderValue.fromByteArray(((SdkBytes) value).asByteArray());
      case STRING -> HeaderValue.fromString((String) value);
      default -> throw new IllegalStateException("not a type of headers of events: " + member);
    };
  }
}
