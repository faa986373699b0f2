package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.Search.Page;
import io.robotocore.services.dynamodb.Search.Paging;
import io.robotocore.services.dynamodb.item.Attributes;
import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Invalid;
import io.robotocore.services.dynamodb.table.Index;
import io.robotocore.services.dynamodb.table.KeyRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** The operations that look for items. */
interface Queries extends DynamoDbView {

  @Override
  default QueryResponse query(QueryRequest in) {
    QueryReading read = QueryReading.of(in);
    DynamoTable table = table(in.tableName());
    checkFilled(table, Optional.ofNullable(in.indexName()));
    Optional<Index> index = index(table, in.indexName(), in.consistentRead());
    KeyRange range = KeyRange.of(index.map(Index::key).orElse(table.schema().key()), read.keys());
    read.checkFilter(index.map(Index::key).orElse(table.schema().key()));
    Search search =
        new Search(
            table,
            index,
            range,
            new Paging(
                !Boolean.FALSE.equals(in.scanIndexForward()),
                start(table, index, in.hasExclusiveStartKey(), in.exclusiveStartKey()),
                limit(in.limit())),
            read.filter(),
            index.filter(one -> read.selection().fetches(table, one)).isPresent());
    StartKeys.checkInPartition(
        search,
        KeyRange.of(
            index.map(Index::key).orElse(table.schema().key()), read.partition(table, index)));
    Page page = search.page();
    QueryResponse.Builder out =
        QueryResponse.builder().count(page.items().size()).scannedCount(page.scanned());
    if (!read.selection().counts()) {
      out.items(shown(page.items(), read.selection()));
    }
    page.last().map(Attributes::write).ifPresent(out::lastEvaluatedKey);
    search
        .capacity(page, Boolean.TRUE.equals(in.consistentRead()))
        .shown(Optional.ofNullable(in.returnConsumedCapacity()))
        .ifPresent(out::consumedCapacity);
    return out.build();
  }

  @Override
  default ScanResponse scan(ScanRequest in) {
    ScanReading read = ScanReading.of(in);
    DynamoTable table = table(in.tableName());
    checkFilled(table, Optional.ofNullable(in.indexName()));
    Optional<Index> index = index(table, in.indexName(), in.consistentRead());
    Search search =
        new Search(
            table,
            index,
            KeyRange.segment(read.segment(), read.totalSegments()),
            new Paging(
                true,
                start(table, index, in.hasExclusiveStartKey(), in.exclusiveStartKey()),
                limit(in.limit())),
            read.filter(),
            index.filter(one -> read.selection().fetches(table, one)).isPresent());
    StartKeys.checkInSegment(search, read.segment(), read.totalSegments());
    Page page = search.page();
    ScanResponse.Builder out =
        ScanResponse.builder().count(page.items().size()).scannedCount(page.scanned());
    if (!read.selection().counts()) {
      out.items(shown(page.items(), read.selection()));
    }
    page.last().map(Attributes::write).ifPresent(out::lastEvaluatedKey);
    search
        .capacity(page, Boolean.TRUE.equals(in.consistentRead()))
        .shown(Optional.ofNullable(in.returnConsumedCapacity()))
        .ifPresent(out::consumedCapacity);
    return out.build();
  }

  private static List<Map<String, AttributeValue>> shown(
      List<Document> items, Selection selection) {
    return items.stream().map(item -> Attributes.write(selection.projection().of(item))).toList();
  }

  private static int limit(@Nullable Integer limit) {
    return limit == null ? Integer.MAX_VALUE : limit;
  }

  private static Optional<Document> start(
      DynamoTable table, Optional<Index> index, boolean given, Map<String, AttributeValue> key) {
    return given ? Optional.of(StartKeys.read(table, index, key)) : Optional.empty();
  }

  private static Optional<Index> index(
      DynamoTable table, @Nullable String name, @Nullable Boolean consistent) {
    if (name == null) {
      return Optional.empty();
    }
    Index index =
        table
            .schema()
            .index(name)
            .orElseThrow(
                () -> Invalid.because("The table does not have the specified index: " + name));
    if (index.global() && Boolean.TRUE.equals(consistent)) {
      throw Invalid.because("Consistent reads are not supported on global secondary indexes");
    }
    return Optional.of(index);
  }
}
