package io.robotocore.protocol;

import io.robotocore.model.Location;
import io.robotocore.model.Member;
import io.robotocore.model.OperationModel;
import io.robotocore.model.ShapeType;
import io.robotocore.model.StructureShape;
import io.robotocore.wire.HttpRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which media types restJson1 takes for JSON. Only where the model says that a body is JSON is
 * anything refused; of blobs and texts it does not tell the type.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html">restJson1</a>
 */
final class MediaTypes {

  /**
   * What clients send JSON as, besides nothing at all: SDKs of all ages, beacons of browsers, and
   * tools that mean a form unless they are told otherwise.
   */
  private static final Set<String> SENT =
      Set.of(
          "",
          "application/json",
          "application/octet-stream",
          "application/x-amz-json-1.0",
          "application/x-amz-json-1.1",
          "application/x-www-form-urlencoded",
          "text/plain");

  private static final Set<String> ANSWERED = Set.of("application/json", "application/*", "*/*");

  private MediaTypes() {}

  /**
   * Looks at what a request says that it sends, and what it wants back.
   *
   * @throws WireException if either is something else than JSON where only JSON will do
   */
  static void check(OperationModel operation, HttpRequest request) {
    Optional<String> sent = request.headers().first("Content-Type");
    if (sent.isPresent()
        && !SENT.contains(request.mediaType().toLowerCase(Locale.ROOT))
        && isJson(operation.input())
        && !isMember(operation, "Content-Type")
        && request.body().length() != 0) {
      throw new WireException("UnsupportedMediaTypeException", "Unsupported Media Type", 415);
    }
    Optional<String> wanted = request.headers().first("Accept");
    if (wanted.isPresent()
        && !takesJson(wanted.get())
        && isJson(operation.output())
        && !isMember(operation, "Accept")) {
      throw new WireException("NotAcceptableException", "Not Acceptable", 406);
    }
  }

  private static boolean takesJson(String accept) {
    for (String range : accept.split(",")) {
      int parameters = range.indexOf(';');
      String type = (parameters < 0 ? range : range.substring(0, parameters)).trim();
      if (ANSWERED.contains(type.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isJson(StructureShape shape) {
    if (shape.payload().isPresent()) {
      ShapeType type = shape.payload().get().target().type();
      boolean events =
          shape.payload().get().target() instanceof StructureShape payload && payload.eventStream();
      return (type == ShapeType.STRUCTURE || type == ShapeType.DOCUMENT) && !events;
    }
    for (Member member : shape.members()) {
      if (member.location() == Location.BODY) {
        return true;
      }
    }
    return false;
  }

  /** Whether the header is a member of the input, which the operation itself looks at. */
  private static boolean isMember(OperationModel operation, String header) {
    return operation.input().memberOnWire(header).isPresent();
  }
}
