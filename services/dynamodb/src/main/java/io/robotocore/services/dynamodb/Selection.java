package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.expression.Projection;
import io.robotocore.services.dynamodb.item.Invalid;
import io.robotocore.services.dynamodb.table.Index;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.Select;

/**
 * What a query or scan wants to see.
 *
 * @param projection which attributes
 * @param explicit the parameter that says so, if one does
 * @param select which of the ways to select
 */
record Selection(Projection projection, Optional<String> explicit, Optional<Select> select) {

  /** Refuses what does not go together. */
  static Selection of(
      Projection projection, Optional<String> explicit, @Nullable Select select, boolean indexed) {
    if (explicit.isPresent() && select == Select.COUNT) {
      throw Invalid.because(
          "Cannot specify the " + explicit.get() + " when choosing to get only the Count");
    }
    if (explicit.isPresent()
        && (select == Select.ALL_ATTRIBUTES || select == Select.ALL_PROJECTED_ATTRIBUTES)) {
      throw Invalid.because(
          "Cannot specify the " + explicit.get() + " when choosing to get " + select);
    }
    if (explicit.isEmpty() && select == Select.SPECIFIC_ATTRIBUTES) {
      throw Invalid.because(
          "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES");
    }
    if (!indexed && select == Select.ALL_PROJECTED_ATTRIBUTES) {
      throw Invalid.because(
          "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
    }
    return new Selection(projection, explicit, Optional.ofNullable(select));
  }

  boolean counts() {
    return select.filter(Select.COUNT::equals).isPresent();
  }

  /** Whether items have to be fetched from the table; a global index cannot do that. */
  boolean fetches(DynamoTable table, Index index) {
    if (index.hasAll()) {
      return false;
    }
    boolean all = select.filter(Select.ALL_ATTRIBUTES::equals).isPresent();
    Set<String> projected = index.attributes(table.schema().key());
    List<String> beyond =
        explicit.isEmpty()
            ? List.of()
            : projection.attributes().stream().filter(name -> !projected.contains(name)).toList();
    if (index.global() && all) {
      throw Invalid.parameter(
          "Select type ALL_ATTRIBUTES is not supported for global secondary index %s because its projection type is not ALL"
              .formatted(index.name()));
    }
    if (index.global() && !beyond.isEmpty()) {
      throw Invalid.parameter(
          "Global secondary index %s does not project %s".formatted(index.name(), beyond));
    }
    return all || !beyond.isEmpty();
  }
}
