package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkBytes;

/**
 * The objects of AWS Elemental MediaStore. Which container is meant is said by the host of a
 * request, which is the emulator's here, so that an account has one for all its containers.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/mediastore/latest/apireference/API_Operations_AWS_Elemental_MediaStore_Data_Plane.html">
 *     the data plane's operations</a>
 */
final class MediaStoreData implements Behaviour {

  private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");

  @Override
  public Map<String, Answer> operations() {
    return Map.of(
        "PutObject", scene -> MediaStoreObject.of(scene).keptIn(scene.state()),
        "GetObject", MediaStoreData::get,
        "DescribeObject", scene -> find(scene).described(),
        "DeleteObject", MediaStoreData::delete,
        "ListItems", scene -> new MediaStoreFolder(scene).answer());
  }

  private static MediaStoreObject find(Scene scene) {
    String path = MediaStoreObject.path(scene);
    return scene
        .state()
        .get(MediaStoreObject.key(path))
        .map(MediaStoreObject::of)
        .orElseThrow(
            () -> error("ObjectNotFoundException", "Object with path " + path + " does not exist"));
  }

  private static Map<String, Object> delete(Scene scene) {
    scene.state().remove(find(scene).entity());
    return Map.of();
  }

  private static Map<String, Object> get(Scene scene) {
    MediaStoreObject object = find(scene);
    Map<String, Object> answer = object.described();
    byte[] body = object.body();
    if (!(scene.input().get("Range") instanceof String range)) {
      answer.put("Body", SdkBytes.fromByteArrayUnsafe(body));
      answer.put("StatusCode", 200);
      return answer;
    }
    long[] part = part(range, body.length);
    byte[] bytes = java.util.Arrays.copyOfRange(body, (int) part[0], (int) part[1] + 1);
    answer.put("Body", SdkBytes.fromByteArrayUnsafe(bytes));
    answer.put("ContentLength", (long) bytes.length);
    answer.put("ContentRange", "bytes " + part[0] + "-" + part[1] + "/" + body.length);
    answer.put("StatusCode", 206);
    return answer;
  }

  /** The first and the last byte that a range asks for, of so many. */
  private static long[] part(String range, int length) {
    Matcher parts = RANGE.matcher(range);
    if (!parts.matches()) {
      throw unsatisfiable();
    }
    String from = parts.group(1);
    String to = parts.group(2);
    long first = from.isEmpty() ? Math.max(0, length - number(to)) : number(from);
    long last = from.isEmpty() || to.isEmpty() ? length - 1L : Math.min(number(to), length - 1L);
    if (first > last) {
      throw unsatisfiable();
    }
    return new long[] {first, last};
  }

  /** A number of bytes; of those with too many digits, more than there can be. */
  private static long number(String digits) {
    return digits.length() > 10 ? Integer.MAX_VALUE : Long.parseLong(digits);
  }

  private static DocumentError unsatisfiable() {
    return error("RequestedRangeNotSatisfiableException", "The requested range is not satisfiable");
  }

  private static DocumentError error(String code, String message) {
    return new DocumentError(code, message, Map.of("Message", message));
  }
}
