package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.table.Content;
import io.robotocore.services.dynamodb.table.Schema;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/**
 * A table.
 *
 * @param description how it was made, without what is counted
 * @param content its items
 * @param features what has been set up for it besides
 * @param last how it came to be described so, if that took time
 */
record DynamoTable(
    TableDescription description, Content content, Features features, Optional<Transition> last) {

  static DynamoTable of(TableDescription description) {
    return new DynamoTable(
        description, Content.empty(Schema.of(description)), Features.NONE, Optional.empty());
  }

  String name() {
    return description.tableName();
  }

  String arn() {
    return description.tableArn();
  }

  Schema schema() {
    return content.schema();
  }

  /** The stream that changes of items go to. */
  Optional<String> streamArn() {
    return Optional.ofNullable(description.streamSpecification())
        .filter(StreamSpecification::streamEnabled)
        .map(stream -> description.latestStreamArn());
  }

  DynamoTable with(Content changed) {
    return new DynamoTable(description, changed, features, last);
  }

  DynamoTable with(UnaryOperator<Features> change) {
    return new DynamoTable(description, content, change.apply(features), last);
  }

  /** This table described otherwise; its indexes follow. */
  DynamoTable describedAs(TableDescription other) {
    Schema schema = Schema.of(other);
    return new DynamoTable(
        other, schema.equals(content.schema()) ? content : content.with(schema), features, last);
  }

  DynamoTable with(Transition transition) {
    return new DynamoTable(description, content, features, Optional.of(transition));
  }

  /** What it is still on its way to. */
  Optional<Transition> transition(Instant now) {
    return last.filter(transition -> transition.end().isAfter(now));
  }

  boolean is(TableStatus status, Instant now) {
    return transition(now).filter(transition -> transition.status() == status).isPresent();
  }

  DynamoTable described(Consumer<TableDescription.Builder> change) {
    return describedAs(description.toBuilder().applyMutation(change).build());
  }
}
