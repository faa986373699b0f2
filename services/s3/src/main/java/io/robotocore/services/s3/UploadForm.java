package io.robotocore.services.s3;

import io.robotocore.state.Blob;
import io.robotocore.state.Blobs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.fileupload2.core.MultipartInput;
import software.amazon.awssdk.http.SdkHttpFullRequest;

/**
 * A form with a file, as browsers send it.
 *
 * @param fields what stands in the fields before the file, by their names in lower case
 * @param file the file
 * @param type its media type; empty if the browser does not say
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html">POST
 *     Object</a>
 */
record UploadForm(Map<String, String> fields, Blob file, Optional<String> type) {

  private static final Pattern BOUNDARY =
      Pattern.compile("(?i)multipart/form-data\\s*;.*boundary=\"?([^\";]+)\"?.*");
  private static final Pattern NAME =
      Pattern.compile("(?i).*[; ]name=\"([^\"]*)\".*", Pattern.DOTALL);
  private static final Pattern FILE_NAME =
      Pattern.compile("(?i).*filename=\"([^\"]*)\".*", Pattern.DOTALL);
  private static final Pattern TYPE =
      Pattern.compile("(?i).*content-type:\\s*([^\\r\\n]+).*", Pattern.DOTALL);
  private static final int MAX_FIELDS = 20 * 1024;

  /** Whether a request is such a form. */
  static boolean isOne(SdkHttpFullRequest request) {
    return request
        .firstMatchingHeader("Content-Type")
        .filter(type -> BOUNDARY.matcher(type).matches())
        .isPresent();
  }

  /** The form that a request is. */
  static UploadForm of(SdkHttpFullRequest request, Blobs blobs) {
    Matcher boundary = BOUNDARY.matcher(request.firstMatchingHeader("Content-Type").orElse(""));
    if (!boundary.matches() || request.contentStreamProvider().isEmpty()) {
      throw malformed();
    }
    try (InputStream body = request.contentStreamProvider().get().newStream()) {
      MultipartInput parts =
          MultipartInput.builder()
              .setInputStream(body)
              .setBoundary(boundary.group(1).getBytes(StandardCharsets.ISO_8859_1))
              .get();
      return read(parts, blobs);
    } catch (IOException | IllegalArgumentException e) {
      throw malformed();
    }
  }

  private static UploadForm read(MultipartInput parts, Blobs blobs) throws IOException {
    Map<String, String> fields = new TreeMap<>();
    int size = 0;
    parts.setHeaderCharset(StandardCharsets.UTF_8);
    for (boolean more = parts.skipPreamble(); more; more = parts.readBoundary()) {
      String head = parts.readHeaders();
      String name = group(NAME, head).orElseThrow(UploadForm::malformed).toLowerCase(Locale.ROOT);
      if (name.equals("file")) {
        Blob file = blobs.keep(parts.newInputStream());
        String fileName = group(FILE_NAME, head).orElse("").replaceFirst(".*[/\\\\]", "");
        fields.replaceAll((field, value) -> value.replace("${filename}", fileName));
        return new UploadForm(fields, file, group(TYPE, head).map(String::strip));
      }
      ByteArrayOutputStream value = new ByteArrayOutputStream();
      parts.readBodyData(value);
      size += value.size();
      if (size > MAX_FIELDS) {
        throw S3Error.of(
            400,
            "MaxPostPreDataLengthExceeded: Your POST request fields preceding the upload file were too large.",
            Map.of("MaxPostPreDataLengthBytes", Integer.toString(MAX_FIELDS)));
      }
      fields.put(name, value.toString(StandardCharsets.UTF_8));
    }
    throw S3Error.invalidArgument(
        "POST requires exactly one file upload per request.",
        Map.of("ArgumentName", "file", "ArgumentValue", "0"));
  }

  private static Optional<String> group(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static RuntimeException malformed() {
    return S3Error.of(
        400,
        "MalformedPOSTRequest: "
            + "The body of your POST request is not well-formed multipart/form-data.",
        Map.of());
  }

  /** What stands in a field; empty if it is not there. */
  Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }
}
