package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.expression.Path;
import io.robotocore.services.dynamodb.item.Attributes;
import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Invalid;
import io.robotocore.services.dynamodb.item.Sizes;
import io.robotocore.services.dynamodb.partiql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementError;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementErrorCodeEnum;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DuplicateItemException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionResponse;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ParameterizedStatement;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** The operations that execute several statements of PartiQL. */
interface StatementBatches extends Statements {

  @Override
  default BatchExecuteStatementResponse batchExecuteStatement(BatchExecuteStatementRequest in) {
    long reads = in.statements().stream().filter(StatementBatches::reads).count();
    if (reads > 0 && reads < in.statements().size()) {
      throw Invalid.because("Read and write requests together in the same batch is not supported.");
    }
    List<Capacity> capacities = new ArrayList<>();
    BatchExecuteStatementResponse.Builder out =
        BatchExecuteStatementResponse.builder()
            .responses(
                in.statements().stream()
                    .map(statement -> response(statement, capacities))
                    .toList());
    if (in.returnConsumedCapacity() != null) {
      out.consumedCapacity(Capacity.shown(capacities, Optional.of(in.returnConsumedCapacity())));
    }
    return out.build();
  }

  private static boolean reads(BatchStatementRequest statement) {
    return statement.statement().stripLeading().regionMatches(true, 0, "SELECT", 0, 6);
  }

  private BatchStatementResponse response(BatchStatementRequest in, List<Capacity> capacities) {
    BatchStatementResponse.Builder out = BatchStatementResponse.builder();
    try {
      Statement statement =
          io.robotocore.services.dynamodb.partiql.Statements.read(in.statement(), in.parameters());
      out.tableName(statement.table());
      if (statement instanceof Statement.Select select) {
        TransactionRequests.Read read =
            read(
                select,
                Invalid.because(
                    "Select statements within BatchExecuteStatement must specify the primary key in the where clause."));
        Optional<Document> item = found(List.of(read)).get(0).filter(select.where()::test);
        capacities.add(
            Capacity.read(
                select.table(),
                item.map(Sizes::of).orElse(0),
                Boolean.TRUE.equals(in.consistentRead())));
        item.ifPresent(
            found -> out.item(Attributes.write(Statements.shown(select.paths(), found))));
      } else {
        boolean shown =
            in.returnValuesOnConditionCheckFailure() == ReturnValuesOnConditionCheckFailure.ALL_OLD;
        Written written = executed(statement, shown);
        capacities.add(Capacity.of(written));
        returned(statement, written).map(Attributes::write).ifPresent(out::item);
      }
    } catch (DynamoDbException e) {
      out.error(error(e));
    }
    return out.build();
  }

  private static BatchStatementError error(DynamoDbException e) {
    BatchStatementError.Builder error =
        BatchStatementError.builder().message(e.awsErrorDetails().errorMessage());
    if (e instanceof ConditionalCheckFailedException failed) {
      if (failed.hasItem()) {
        error.item(failed.item());
      }
      return error.code(BatchStatementErrorCodeEnum.CONDITIONAL_CHECK_FAILED).build();
    } else if (e instanceof DuplicateItemException) {
      return error.code(BatchStatementErrorCodeEnum.DUPLICATE_ITEM).build();
    } else if (e instanceof ResourceNotFoundException) {
      return error.code(BatchStatementErrorCodeEnum.RESOURCE_NOT_FOUND).build();
    }
    return error.code(BatchStatementErrorCodeEnum.VALIDATION_ERROR).build();
  }

  @Override
  default ExecuteTransactionResponse executeTransaction(ExecuteTransactionRequest in) {
    List<Statement> statements =
        in.transactStatements().stream()
            .map(
                one ->
                    io.robotocore.services.dynamodb.partiql.Statements.read(
                        one.statement(), one.parameters()))
            .toList();
    long reads = statements.stream().filter(Statement::reads).count();
    if (reads > 0 && reads < statements.size()) {
      throw Invalid.because(
          "ExecuteTransaction API does not support both read and write operations in the same request.");
    }
    ExecuteTransactionResponse.Builder out = ExecuteTransactionResponse.builder();
    List<Capacity> capacities =
        reads > 0 ? readAll(statements, out) : writeAll(statements, in, out);
    if (in.returnConsumedCapacity() != null) {
      out.consumedCapacity(
          Capacity.ofTransaction(capacities, Optional.of(in.returnConsumedCapacity())));
    }
    return out.build();
  }

  private List<Capacity> readAll(
      List<Statement> statements, ExecuteTransactionResponse.Builder out) {
    List<TransactionRequests.Read> reads = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      reads.add(
          read(
              (Statement.Select) statements.get(i),
              Invalid.because(
                  "Validation failed in TransactStatements[%d]: Select statements within ExecuteTransaction must specify the primary key in the where clause."
                      .formatted(i))));
    }
    List<Optional<Document>> found = state().atomically(() -> found(reads));
    List<ItemResponse> responses = new ArrayList<>();
    List<Capacity> capacities = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      Statement.Select select = (Statement.Select) statements.get(i);
      List<Path> paths = select.paths();
      ItemResponse.Builder response = ItemResponse.builder();
      found
          .get(i)
          .filter(select.where()::test)
          .ifPresent(item -> response.item(Attributes.write(Statements.shown(paths, item))));
      responses.add(response.build());
      int size = found.get(i).map(Sizes::of).orElse(0);
      capacities.add(Capacity.read(select.table(), size, true).times(2));
    }
    out.responses(responses);
    return capacities;
  }

  private List<Capacity> writeAll(
      List<Statement> statements,
      ExecuteTransactionRequest in,
      ExecuteTransactionResponse.Builder out) {
    List<Write> writes = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      ParameterizedStatement given = in.transactStatements().get(i);
      boolean shown =
          given.returnValuesOnConditionCheckFailure()
              == ReturnValuesOnConditionCheckFailure.ALL_OLD;
      writes.add(write(statements.get(i), shown));
    }
    List<Written> written =
        state()
            .atomically(
                () ->
                    Optional.ofNullable(in.clientRequestToken())
                            .filter(token -> Tokens.isDone(this, token, in.transactStatements()))
                            .isPresent()
                        ? List.<Written>of()
                        : written(writes));
    announce(written);
    out.responses(List.of());
    return consumed(writes, written);
  }
}
