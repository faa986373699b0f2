package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.expression.Projection;
import io.robotocore.services.dynamodb.item.Attributes;
import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Invalid;
import io.robotocore.services.dynamodb.item.Sizes;
import io.robotocore.services.dynamodb.table.KeyChecks;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** The operations on single items. */
interface Items extends Writing {

  @Override
  default GetItemResponse getItem(GetItemRequest in) {
    Projection projection = ItemRequests.projection(in);
    Document key = Attributes.read(in.key());
    DynamoTable table = table(in.tableName());
    KeyChecks.checkKey(table.schema(), key);
    Optional<Document> item = table.content().get(table.schema().key().keyOf(key));
    GetItemResponse.Builder out = GetItemResponse.builder();
    item.ifPresent(found -> out.item(Attributes.write(projection.of(found))));
    if (in.returnConsumedCapacity() != null) {
      Capacity.read(
              table.name(), item.map(Sizes::of).orElse(0), Boolean.TRUE.equals(in.consistentRead()))
          .shown(Optional.of(in.returnConsumedCapacity()))
          .ifPresent(out::consumedCapacity);
    }
    return out.build();
  }

  @Override
  default PutItemResponse putItem(PutItemRequest in) {
    checkReturned(in.returnValues());
    Written written = write(ItemRequests.put(in));
    PutItemResponse.Builder out = PutItemResponse.builder();
    old(written, in.returnValues()).ifPresent(out::attributes);
    Outcome outcome = new Outcome(written);
    outcome.capacity(in.returnConsumedCapacity()).ifPresent(out::consumedCapacity);
    outcome.metrics(in.returnItemCollectionMetrics()).ifPresent(out::itemCollectionMetrics);
    return out.build();
  }

  @Override
  default DeleteItemResponse deleteItem(DeleteItemRequest in) {
    checkReturned(in.returnValues());
    Written written = write(ItemRequests.delete(in));
    DeleteItemResponse.Builder out = DeleteItemResponse.builder();
    old(written, in.returnValues()).ifPresent(out::attributes);
    Outcome outcome = new Outcome(written);
    outcome.capacity(in.returnConsumedCapacity()).ifPresent(out::consumedCapacity);
    outcome.metrics(in.returnItemCollectionMetrics()).ifPresent(out::itemCollectionMetrics);
    return out.build();
  }

  @Override
  default UpdateItemResponse updateItem(UpdateItemRequest in) {
    Write write = ItemRequests.update(in);
    Written written = write(write);
    UpdateItemResponse.Builder out = UpdateItemResponse.builder();
    Optional.ofNullable(in.returnValues())
        .flatMap(how -> returned(written, (Mutation.Change) write.mutation(), how))
        .filter(attributes -> !attributes.isEmpty())
        .ifPresent(out::attributes);
    Outcome outcome = new Outcome(written);
    outcome.capacity(in.returnConsumedCapacity()).ifPresent(out::consumedCapacity);
    outcome.metrics(in.returnItemCollectionMetrics()).ifPresent(out::itemCollectionMetrics);
    return out.build();
  }

  private static void checkReturned(@Nullable ReturnValue how) {
    if (how != null && how != ReturnValue.NONE && how != ReturnValue.ALL_OLD) {
      throw Invalid.because("ReturnValues can only be ALL_OLD or NONE");
    }
  }

  private static Optional<Map<String, AttributeValue>> old(
      Written written, @Nullable ReturnValue how) {
    return how == ReturnValue.ALL_OLD ? written.old().map(Attributes::write) : Optional.empty();
  }

  private static Optional<Map<String, AttributeValue>> returned(
      Written written, Mutation.Change change, ReturnValue how) {
    Optional<Document> shown =
        switch (how) {
          case ALL_OLD -> written.old();
          case ALL_NEW -> written.item();
          case UPDATED_OLD -> written.old().map(item -> updated(change, item));
          case UPDATED_NEW -> written.item().map(item -> updated(change, item));
          default -> Optional.empty();
        };
    return shown.map(Attributes::write);
  }

  private static Document updated(Mutation.Change change, Document item) {
    return change.update().actions().isEmpty()
        ? Document.EMPTY
        : Projection.of(change.update().paths()).of(item);
  }
}
