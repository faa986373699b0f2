package io.robotocore.services.modeled;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A destination in S3, as the description of a stream tells of it.
 *
 * @param facts the description
 */
record FirehoseDestination(Map<?, ?> facts) {

  private static final List<String> OF_S3 =
      List.of("ExtendedS3DestinationDescription", "S3DestinationDescription");
  private static final int MEBIBYTE = 1024 * 1024;
  private static final String DELIMITER = "AppendDelimiterToRecord";

  /** That of a stream; empty if the stream goes elsewhere. */
  static Optional<FirehoseDestination> of(Entity stream) {
    return list(stream.attribute("destinations").orElse(List.of())).stream()
        .flatMap(one -> OF_S3.stream().map(one::get))
        .filter(Map.class::isInstance)
        .map(one -> new FirehoseDestination((Map<?, ?>) one))
        .findFirst();
  }

  /** Something that the destination asks for and that nobody does; empty if there is no such. */
  Optional<String> undone() {
    Stream<String> processors =
        processors()
            .map(processor -> String.valueOf(processor.get("Type")))
            .filter(type -> !type.equals(DELIMITER));
    return Stream.of(
            processors,
            Stream.of(compression()).filter(form -> !form.matches("UNCOMPRESSED|GZIP")),
            isEnabled("DataFormatConversionConfiguration"),
            isEnabled("DynamicPartitioningConfiguration"))
        .flatMap(found -> found)
        .findFirst();
  }

  private Stream<String> isEnabled(String member) {
    return Boolean.TRUE.equals(structure(facts, member).get("Enabled"))
        ? Stream.of(member)
        : Stream.empty();
  }

  String bucket() {
    String arn = text("BucketARN");
    return arn.substring(arn.lastIndexOf(':') + 1);
  }

  String prefix() {
    return text("Prefix");
  }

  String compression() {
    return text("CompressionFormat");
  }

  /** The end of the names of objects. */
  String extension() {
    String own = text("FileExtension");
    return own.isEmpty() && compression().equals("GZIP") ? ".gz" : own;
  }

  String timeZone() {
    String own = text("CustomTimeZone");
    return own.isEmpty() ? "UTC" : own;
  }

  /** How many bytes are gathered at the most. */
  long size() {
    return (long) hint("SizeInMBs", 5) * MEBIBYTE;
  }

  /** How long records are gathered at the most. */
  Duration interval() {
    return Duration.ofSeconds(hint("IntervalInSeconds", 300));
  }

  /** What stands behind each record in an object. */
  String delimiter() {
    return processors()
        .filter(processor -> DELIMITER.equals(processor.get("Type")))
        .map(
            processor ->
                list(processor.get("Parameters")).stream()
                    .filter(parameter -> "Delimiter".equals(parameter.get("ParameterName")))
                    .map(parameter -> String.valueOf(parameter.get("ParameterValue")))
                    .findFirst()
                    .orElse("\\n"))
        .map(written -> written.replace("\\n", "\n"))
        .findFirst()
        .orElse("");
  }

  private Stream<Map<?, ?>> processors() {
    Map<?, ?> processing = structure(facts, "ProcessingConfiguration");
    return Boolean.TRUE.equals(processing.get("Enabled"))
        ? list(processing.get("Processors")).stream()
        : Stream.empty();
  }

  private int hint(String member, int usual) {
    return structure(facts, "BufferingHints").get(member) instanceof Integer given ? given : usual;
  }

  private String text(String member) {
    return facts.get(member) instanceof String text ? text : "";
  }

  private static Map<?, ?> structure(Map<?, ?> facts, String member) {
    return facts.get(member) instanceof Map<?, ?> structure ? structure : Map.of();
  }

  private static List<Map<?, ?>> list(@Nullable Object value) {
    return value instanceof List<?> list
        ? list.stream().<Map<?, ?>>map(one -> (Map<?, ?>) one).toList()
        : List.of();
  }
}
