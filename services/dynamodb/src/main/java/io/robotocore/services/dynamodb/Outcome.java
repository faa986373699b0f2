package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.item.Attributes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ItemCollectionMetrics;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnItemCollectionMetrics;

/** What a client may want to know of a write besides the item. */
record Outcome(Written written) {

  private static final List<Double> SMALL = List.of(0.0, 1.0);

  Optional<ConsumedCapacity> capacity(@Nullable ReturnConsumedCapacity wanted) {
    return wanted == null || wanted == ReturnConsumedCapacity.NONE
        ? Optional.empty()
        : Capacity.of(written).shown(Optional.of(wanted));
  }

  /**
   * How large the items of the partition are, in gigabytes: only where local indexes limit them.
   */
  Optional<ItemCollectionMetrics> metrics(@Nullable ReturnItemCollectionMetrics wanted) {
    if (wanted != ReturnItemCollectionMetrics.SIZE || !written.table().schema().hasLocalIndexes()) {
      return Optional.empty();
    }
    String hash = written.table().schema().key().hash().get(0).name();
    return Optional.of(
        ItemCollectionMetrics.builder()
            .itemCollectionKey(Attributes.write(written.keyAttributes().only(List.of(hash))))
            .sizeEstimateRangeGB(SMALL)
            .build());
  }
}
