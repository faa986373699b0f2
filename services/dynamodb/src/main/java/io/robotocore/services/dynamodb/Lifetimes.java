package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Invalid;
import io.robotocore.services.dynamodb.item.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveResponse;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveResponse;

/**
 * The operations on the lifetime of items, and what happens at its end: an item is deleted when the
 * clock gets there.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html">time to
 *     live</a>
 */
interface Lifetimes extends Writing {

  @Override
  default UpdateTimeToLiveResponse updateTimeToLive(UpdateTimeToLiveRequest in) {
    TimeToLiveSpecification wanted = in.timeToLiveSpecification();
    alter(
        in.tableName(),
        table -> {
          if (isSettling(lifetime(table))) {
            throw Invalid.because(
                "Time to live has been modified multiple times within a fixed interval");
          }
          Optional<String> current = table.content().expiry().attribute();
          check(current, wanted);
          settle(lifetime(table));
          DynamoTable changed =
              table.with(
                  table
                      .content()
                      .expiringBy(
                          wanted.enabled()
                              ? Optional.of(wanted.attributeName())
                              : Optional.empty()));
          planSweep(table.name(), changed.content());
          return changed;
        });
    return UpdateTimeToLiveResponse.builder().timeToLiveSpecification(wanted).build();
  }

  private static void check(Optional<String> current, TimeToLiveSpecification wanted) {
    if (wanted.enabled() && current.isPresent()) {
      throw Invalid.because(
          current.get().equals(wanted.attributeName())
              ? "TimeToLive is already enabled"
              : "TimeToLive is active on a different AttributeName: current AttributeName is "
                  + current.get());
    }
    if (!wanted.enabled() && current.isEmpty()) {
      throw Invalid.because("TimeToLive is already disabled");
    }
    if (!wanted.enabled() && !current.get().equals(wanted.attributeName())) {
      throw Invalid.because(
          "TimeToLive is active on a different AttributeName: current AttributeName is "
              + current.get());
    }
  }

  @Override
  default DescribeTimeToLiveResponse describeTimeToLive(DescribeTimeToLiveRequest in) {
    DynamoTable table = describedTable(in.tableName());
    Optional<String> attribute = table.content().expiry().attribute();
    return DescribeTimeToLiveResponse.builder()
        .timeToLiveDescription(
            TimeToLiveDescription.builder()
                .timeToLiveStatus(status(attribute.isPresent(), isSettling(lifetime(table))))
                .attributeName(attribute.orElse(null))
                .build())
        .build();
  }

  private static String lifetime(DynamoTable table) {
    return table.description().tableId() + "/ttl";
  }

  private static TimeToLiveStatus status(boolean enabled, boolean settling) {
    if (settling) {
      return enabled ? TimeToLiveStatus.ENABLING : TimeToLiveStatus.DISABLING;
    }
    return enabled ? TimeToLiveStatus.ENABLED : TimeToLiveStatus.DISABLED;
  }

  /** Deletes the items of a table whose time has come, and plans for the others. */
  default void sweep(DynamoDbState.Sweep sweep) {
    List<Written> written = state().atomically(() -> swept(sweep.table()));
    announce(written);
  }

  private List<Written> swept(String name) {
    List<Written> all = new ArrayList<>();
    Optional<DynamoTable> table = state().tables().get(name);
    while (table.isPresent()) {
      Optional<Written> expired = table.flatMap(this::expired);
      if (expired.isEmpty()) {
        planSweep(name, table.get().content());
        break;
      }
      DynamoTable changed = stored(table.get(), expired.get());
      state().tables().put(name, changed);
      recorded(expired.get());
      all.add(expired.get());
      table = Optional.of(changed);
    }
    return all;
  }

  private Optional<Written> expired(DynamoTable table) {
    Optional<Key> first = table.content().expiry().first();
    Optional<Document> item = first.flatMap(table.content()::get);
    Optional<Instant> at = item.flatMap(table.content().expiry()::timeOf);
    return at.filter(time -> !time.isAfter(now()))
        .map(time -> new Written(table, first.orElseThrow(), item, Optional.empty(), now()));
  }
}
