package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Key;
import io.robotocore.services.dynamodb.table.Content;
import io.robotocore.services.dynamodb.table.KeyShape;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.ExportViewType;
import software.amazon.awssdk.services.dynamodb.model.IncrementalExportSpecification;

/**
 * What has changed in a table from one time on and before another, to the second.
 *
 * @param key what the table's keys are made of
 * @param recovery the table's past
 * @param period from when to when
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.Output.html">incremental
 *     export output</a>
 */
record PeriodOfChanges(KeyShape key, Recovery recovery, IncrementalExportSpecification period) {

  /** The items that are no longer what they were. */
  Stream<ChangeOfItem> changes() {
    Content before = before();
    Content after = recovery.history().floorEntry(last()).getValue();
    Stream<ChangeOfItem> written =
        after.items().entrySet().stream()
            .filter(item -> !Optional.of(item.getValue()).equals(before.get(item.getKey())))
            .map(
                item ->
                    change(item.getKey(), before.get(item.getKey()), Optional.of(item.getValue())));
    Stream<ChangeOfItem> deleted =
        before.items().entrySet().stream()
            .filter(item -> after.get(item.getKey()).isEmpty())
            .map(item -> change(item.getKey(), Optional.of(item.getValue()), Optional.empty()));
    return Stream.concat(written, deleted);
  }

  private Content before() {
    return Optional.ofNullable(
            recovery.history().lowerEntry(period.exportFromTime().getEpochSecond()))
        .orElseGet(() -> recovery.history().firstEntry())
        .getValue();
  }

  private long last() {
    return period.exportToTime().minusNanos(1).getEpochSecond();
  }

  private ChangeOfItem change(Key at, Optional<Document> old, Optional<Document> item) {
    long micros = TimeUnit.SECONDS.toMicros(lastWritten(at, item));
    Document keys = item.or(() -> old).orElseThrow().only(key.names());
    boolean shown = period.exportViewType() == ExportViewType.NEW_AND_OLD_IMAGES;
    return new ChangeOfItem(micros, keys, old.filter(image -> shown), item);
  }

  /** The second in which an item became what it is at the end. */
  private long lastWritten(Key at, Optional<Document> item) {
    long second = last();
    for (Map.Entry<Long, Content> then :
        recovery.history().headMap(last(), true).descendingMap().entrySet()) {
      if (!then.getValue().get(at).equals(item)) {
        break;
      }
      second = then.getKey();
    }
    return second;
  }
}
