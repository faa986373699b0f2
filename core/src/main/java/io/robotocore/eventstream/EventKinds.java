package io.robotocore.eventstream;

import io.robotocore.model.Member;
import io.robotocore.model.StructureShape;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/** Tells which kind of event of a stream an object of the SDK's classes is. */
final class EventKinds {

  private EventKinds() {}

  /**
   * The member of the stream that an event is of. Most events say it themselves; those that are
   * made with the builder of their own class are known by it.
   */
  static Member of(StructureShape stream, SdkPojo event) {
    return stream
        .member(typeOf(event))
        .or(() -> byClass(stream, event.getClass()))
        .orElseThrow(
            () -> new IllegalArgumentException(event.getClass() + " is no event of " + stream));
  }

  /** What {@code sdkEventType()} says, which each stream's interface declares with its own type. */
  private static String typeOf(SdkPojo event) {
    try {
      return String.valueOf(event.getClass().getMethod("sdkEventType").invoke(event));
    } catch (ReflectiveOperationException e) {
      return "";
    }
  }

  private static Optional<Member> byClass(StructureShape stream, Class<?> type) {
    return stream.members().stream()
        .filter(member -> member.target().name().equalsIgnoreCase(type.getSimpleName()))
        .findFirst();
  }
}
