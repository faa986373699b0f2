package io.robotocore.services.modeled;

import io.robotocore.service.Randomness;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * An object that a delivery makes in a bucket.
 *
 * @param name the stream's name
 * @param stream the stream
 * @param destination where the object goes
 * @param records what is in it
 * @see <a href="https://docs.aws.amazon.com/firehose/latest/dev/s3-prefixes.html">custom
 *     prefixes</a>
 * @see <a href="https://docs.aws.amazon.com/firehose/latest/dev/s3-object-name.html">object
 *     names</a>
 */
record FirehoseObject(
    String name, Entity stream, FirehoseDestination destination, List<Entity> records) {

  private static final Pattern EXPRESSION = Pattern.compile("!\\{([a-z]+):([^}]*)\\}");
  private static final String USUAL = "!{timestamp:yyyy/MM/dd/HH/}";
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  /** The key; times in it are that of the oldest record. */
  String key(Randomness random) {
    String version = String.valueOf(stream.attribute("versionid").orElse("1"));
    return prefix(random)
        + name
        + "-"
        + version
        + "-"
        + time("yyyy-MM-dd-HH-mm-ss")
        + "-"
        + random.uuid()
        + destination.extension();
  }

  private String prefix(Randomness random) {
    String given = destination.prefix();
    String whole = given.contains("!{timestamp:") ? given : given + USUAL;
    return EXPRESSION
        .matcher(whole)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    switch (found.group(1) + ":" + found.group(2)) {
                      case "firehose:random-string" -> random.text(11, ALPHABET);
                      case "firehose:error-output-type" -> "";
                      default -> time(found.group(2));
                    }));
  }

  private String time(String format) {
    ZonedDateTime oldest =
        records.get(0).life().created().atZone(ZoneId.of(destination.timeZone()));
    return DateTimeFormatter.ofPattern(format, Locale.ROOT).format(oldest);
  }

  /** The records, one behind the other. */
  byte[] content() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out =
        destination.compression().equals("GZIP") ? new GZIPOutputStream(bytes) : bytes) {
      byte[] delimiter = destination.delimiter().getBytes(StandardCharsets.UTF_8);
      for (Entity record : records) {
        out.write(FirehoseBuffer.data(record).asByteArrayUnsafe());
        out.write(delimiter);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  String type() {
    return "application/octet-stream";
  }
}
