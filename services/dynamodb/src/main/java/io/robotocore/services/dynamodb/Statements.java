package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.Write.Precondition;
import io.robotocore.services.dynamodb.expression.Condition;
import io.robotocore.services.dynamodb.expression.Conditions;
import io.robotocore.services.dynamodb.expression.Path;
import io.robotocore.services.dynamodb.expression.Projection;
import io.robotocore.services.dynamodb.item.Attributes;
import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Invalid;
import io.robotocore.services.dynamodb.partiql.Statement;
import io.robotocore.services.dynamodb.table.KeyShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DuplicateItemException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** The operation that executes a statement of PartiQL, by the same means as all others. */
interface Statements extends Transactions {

  @Override
  default ExecuteStatementResponse executeStatement(ExecuteStatementRequest in) {
    Statement statement =
        io.robotocore.services.dynamodb.partiql.Statements.read(in.statement(), in.parameters());
    if (statement instanceof Statement.Select select) {
      return selected(select, in);
    }
    if (statement instanceof Statement.Exists) {
      throw Invalid.because("EXISTS can only be used in ExecuteTransaction write requests.");
    }
    boolean shown =
        in.returnValuesOnConditionCheckFailure() == ReturnValuesOnConditionCheckFailure.ALL_OLD;
    Written written = executed(statement, shown);
    ExecuteStatementResponse.Builder out =
        ExecuteStatementResponse.builder()
            .items(
                returned(statement, written)
                    .map(Attributes::write)
                    .map(List::of)
                    .orElse(List.of()));
    new Outcome(written).capacity(in.returnConsumedCapacity()).ifPresent(out::consumedCapacity);
    return out.build();
  }

  /** Executes a statement that writes. */
  default Written executed(Statement statement, boolean shown) {
    try {
      return write(write(statement, shown));
    } catch (ConditionalCheckFailedException e) {
      if (statement instanceof Statement.Insert) {
        throw DynamoDbError.with(
                DuplicateItemException.builder(), "Duplicate primary key exists in table")
            .build();
      }
      throw e;
    }
  }

  /** The write that a statement stands for. */
  default Write write(Statement statement, boolean shown) {
    KeyShape shape = table(statement.table()).schema().key();
    if (statement instanceof Statement.Insert insert) {
      Document item = Requests.item(Attributes.write(insert.item()));
      Condition missing = Conditions.missing(shape.hash().get(0).name());
      return new Write(
          insert.table(), item, new Precondition(missing, shown), new Mutation.Put(item));
    } else if (statement instanceof Statement.Modify modify) {
      Condition exists = Conditions.exists(shape.hash().get(0).name());
      WhereKeys keys = WhereKeys.of(modify.where());
      return new Write(
          modify.table(),
          key(keys, shape),
          new Precondition(Conditions.all(List.of(exists, keys.rest(shape))), shown),
          new Mutation.Change(modify.update()));
    } else if (statement instanceof Statement.Remove remove) {
      WhereKeys keys = WhereKeys.of(remove.where());
      return new Write(
          remove.table(),
          key(keys, shape),
          new Precondition(keys.rest(shape), shown),
          new Mutation.Remove());
    } else if (statement instanceof Statement.Exists exists) {
      WhereKeys keys = WhereKeys.of(exists.where());
      Condition there = Conditions.exists(shape.hash().get(0).name());
      return new Write(
          exists.table(),
          key(keys, shape),
          new Precondition(Conditions.all(List.of(there, keys.rest(shape))), shown),
          new Mutation.Check());
    }
    throw Invalid.because("Only insert, update and delete operations write");
  }

  private static Document key(WhereKeys keys, KeyShape shape) {
    return keys.key(shape)
        .orElseThrow(
            () ->
                Invalid.because(
                    "Where clause does not contain a mandatory equality on all key attributes"));
  }

  /** What a statement wants to see of the item that it has written. */
  default Optional<Document> returned(Statement statement, Written written) {
    if (statement instanceof Statement.Modify modify && modify.returning().isPresent()) {
      Statement.Returning returning = modify.returning().get();
      Optional<Document> item = returning.old() ? written.old() : written.item();
      return returning.all()
          ? item
          : item.map(Projection.of(modify.update().paths())::of).filter(one -> one.size() > 0);
    }
    return statement instanceof Statement.Remove remove && remove.returning().isPresent()
        ? written.old()
        : Optional.empty();
  }

  private ExecuteStatementResponse selected(Statement.Select select, ExecuteStatementRequest in) {
    boolean consistent = Boolean.TRUE.equals(in.consistentRead());
    checkFilled(table(select.table()), select.index());
    Selected selected =
        new Selected(
            table(select.table()),
            select,
            Optional.ofNullable(in.limit()).orElse(Integer.MAX_VALUE),
            Optional.ofNullable(in.nextToken()));
    Search search = selected.search(consistent);
    Search.Page page = search.page();
    ExecuteStatementResponse.Builder out =
        ExecuteStatementResponse.builder()
            .items(
                page.items().stream()
                    .map(item -> Attributes.write(shown(select.paths(), item)))
                    .toList());
    page.last()
        .ifPresent(
            last -> out.nextToken(Selected.token(last)).lastEvaluatedKey(Attributes.write(last)));
    search
        .capacity(page, consistent)
        .shown(Optional.ofNullable(in.returnConsumedCapacity()))
        .ifPresent(out::consumedCapacity);
    return out.build();
  }

  /** What a statement shows of an item: each path under its last name. */
  static Document shown(List<Path> paths, Document item) {
    if (paths.isEmpty()) {
      return item;
    }
    Document shown = Document.EMPTY;
    for (Path path : paths) {
      Document current = shown;
      shown = path.in(item).map(value -> current.with(name(path), value)).orElse(current);
    }
    return shown;
  }

  private static String name(Path path) {
    List<String> parts = new ArrayList<>();
    for (int i = path.steps().size() - 1; i >= 0; i--) {
      parts.add(0, path.steps().get(i).toString());
      if (path.steps().get(i) instanceof Path.Named) {
        break;
      }
    }
    return String.join("", parts);
  }

  /** The one item that a statement reads, in a batch or transaction. */
  default TransactionRequests.Read read(Statement.Select select, DynamoDbException otherwise) {
    DynamoTable table = table(select.table());
    Selected.index(table, select);
    Document key =
        WhereKeys.of(select.where()).key(table.schema().key()).orElseThrow(() -> otherwise);
    return new TransactionRequests.Read(select.table(), key, Projection.EVERYTHING);
  }
}
