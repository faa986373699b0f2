package io.robotocore.services.dynamodb;

import io.robotocore.service.Principal;
import io.robotocore.services.dynamodb.item.Document;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** Writes changes of items into the streams of their tables. */
final class Changes {

  private static final DateTimeFormatter LABEL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private Changes() {}

  /** Switches the stream of a table on or off, as the specification says. */
  static DynamoTable specified(
      DynamoDbView view, DynamoTable table, StreamSpecification specification) {
    if (!specification.streamEnabled()) {
      return table
          .streamArn()
          .map(
              arn -> {
                view.state().streams().computeIfPresent(arn, stream -> stream.closed(view.now()));
                return table.described(
                    description -> description.streamSpecification((StreamSpecification) null));
              })
          .orElse(table);
    }
    String label = LABEL.format(view.now());
    while (view.state().streams().containsKey(arn(table, label))) {
      label = LABEL.format(LocalDateTime.parse(label, LABEL).plusNanos(1_000_000));
    }
    String arn = arn(table, label);
    String chosen = label;
    Stream.About about =
        new Stream.About(
            arn,
            chosen,
            table.name(),
            specification.streamViewType(),
            table.description().keySchema(),
            view.now());
    view.state().streams().put(arn, Stream.opened(about, view.now(), suffix(view)));
    return table.described(
        description ->
            description
                .streamSpecification(specification)
                .latestStreamArn(arn)
                .latestStreamLabel(chosen));
  }

  private static String arn(DynamoTable table, String label) {
    return table.arn() + "/stream/" + label;
  }

  static String suffix(DynamoDbView view) {
    return view.call().random().hex(8);
  }

  /** Writes what was done into a stream. */
  static void append(DynamoDbView view, String arn, Written written) {
    view.state()
        .streams()
        .computeIfPresent(
            arn,
            stream ->
                stream
                    .at(written.at(), suffix(view))
                    .plus(change(view, stream.about().view(), written)));
  }

  private static Stream.Change change(DynamoDbView view, StreamViewType shown, Written written) {
    boolean showsOld =
        shown == StreamViewType.OLD_IMAGE || shown == StreamViewType.NEW_AND_OLD_IMAGES;
    boolean showsNew =
        shown == StreamViewType.NEW_IMAGE || shown == StreamViewType.NEW_AND_OLD_IMAGES;
    Optional<Document> existed = written.old().map(old -> showsOld ? old : Document.EMPTY);
    Optional<Document> exists = written.item().map(item -> showsNew ? item : Document.EMPTY);
    return new Stream.Change(
        view.call().random().hex(32),
        written.at(),
        written.keyAttributes(),
        existed,
        exists,
        isExpiry(view.call().principal()));
  }

  /** Whether the service itself makes the write, because an item's time has come. */
  static boolean isExpiry(Principal principal) {
    return principal.arn().equals("dynamodb.amazonaws.com");
  }
}
