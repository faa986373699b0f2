package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.item.Invalid;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeImportRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeImportResponse;
import software.amazon.awssdk.services.dynamodb.model.ImportConflictException;
import software.amazon.awssdk.services.dynamodb.model.ImportStatus;
import software.amazon.awssdk.services.dynamodb.model.ImportTableDescription;
import software.amazon.awssdk.services.dynamodb.model.ImportTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ImportTableResponse;
import software.amazon.awssdk.services.dynamodb.model.InputCompressionType;
import software.amazon.awssdk.services.dynamodb.model.InputFormat;
import software.amazon.awssdk.services.dynamodb.model.ListImportsRequest;
import software.amazon.awssdk.services.dynamodb.model.ListImportsResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.TableCreationParameters;

/**
 * The operations on imports from S3, whose table is filled when the operation answers.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataImport.HowItWorks.html">import
 *     from Amazon S3</a>
 */
interface Imports extends Tables {

  private Jobs<Import> imports() {
    return new Jobs<>(Jobs.Kind.IMPORT, state().imports());
  }

  @Override
  default ImportTableResponse importTable(ImportTableRequest in) {
    String name = in.tableCreationParameters().tableName();
    Optional<Import> before = imports().of(Optional.ofNullable(in.clientToken()), now());
    if (before.isPresent()) {
      return answer(same(before.get(), name).description());
    }
    check(in);
    CreateTableRequest creation = creation(in.tableCreationParameters());
    NewTable.check(creation);
    if (state().tables().containsKey(name)) {
      throw DynamoDbError.inUse("Table already exists: " + name);
    }
    DynamoTable empty =
        DynamoTable.of(
            Descriptions.of(creation, tableArn(name), now()).toBuilder()
                .tableId(call().random().uuid())
                .build());
    ImportTableDescription started = started(in, empty);
    state().imports().put(started.importArn(), new Import(started));
    settle(started.importArn());
    state().imports().put(started.importArn(), new Import(imported(started, empty)));
    return answer(started);
  }

  private static ImportTableResponse answer(ImportTableDescription description) {
    return ImportTableResponse.builder().importTableDescription(description).build();
  }

  /** Of what a repeated request wants otherwise, AWS looks at the table's name only. */
  private static Import same(Import before, String table) {
    if (!before.description().tableCreationParameters().tableName().equals(table)) {
      throw DynamoDbError.with(
              ImportConflictException.builder(),
              "Import conflict: Duplicate request detected with conflicting parameters")
          .build();
    }
    return before;
  }

  private static void check(ImportTableRequest in) {
    if (in.inputFormatOptions() != null && in.inputFormat() != InputFormat.CSV) {
      throw Invalid.because(
          "Invalid Request: Unsupported InputFormatOptions for the given input format: "
              + in.inputFormatAsString()
              + ".");
    }
  }

  private static CreateTableRequest creation(TableCreationParameters wanted) {
    CreateTableRequest.Builder creation =
        CreateTableRequest.builder()
            .tableName(wanted.tableName())
            .attributeDefinitions(wanted.attributeDefinitions())
            .keySchema(wanted.keySchema())
            .billingMode(wanted.billingModeAsString())
            .provisionedThroughput(wanted.provisionedThroughput())
            .onDemandThroughput(wanted.onDemandThroughput())
            .sseSpecification(wanted.sseSpecification());
    if (wanted.hasGlobalSecondaryIndexes()) {
      creation.globalSecondaryIndexes(wanted.globalSecondaryIndexes());
    }
    return creation.build();
  }

  private ImportTableDescription started(ImportTableRequest in, DynamoTable table) {
    String owner =
        Optional.ofNullable(in.s3BucketSource().s3BucketOwner()).orElse(call().account());
    return ImportTableDescription.builder()
        .importArn(Jobs.arn(Jobs.Kind.IMPORT, table.arn(), call()))
        .importStatus(ImportStatus.IN_PROGRESS)
        .startTime(now())
        .tableArn(table.arn())
        .tableId(table.description().tableId())
        .clientToken(Optional.ofNullable(in.clientToken()).orElseGet(call().random()::uuid))
        .s3BucketSource(in.s3BucketSource().toBuilder().s3BucketOwner(owner).build())
        .cloudWatchLogGroupArn(call().arn("logs", "log-group:/aws-dynamodb/imports:*"))
        .inputFormat(in.inputFormatAsString())
        .inputFormatOptions(in.inputFormatOptions())
        .inputCompressionType(
            Optional.ofNullable(in.inputCompressionType()).orElse(InputCompressionType.NONE))
        .tableCreationParameters(in.tableCreationParameters())
        .build();
  }

  private ImportTableDescription imported(ImportTableDescription started, DynamoTable empty) {
    Importing importing = new Importing(started, empty.content());
    Consumer<ImportTableDescription.Builder> outcome;
    try {
      Buckets.keys(call(), started.s3BucketSource())
          .forEach(key -> importing.read(Buckets.get(call(), started.s3BucketSource(), key)));
      added(empty.with(importing.content()), Optional.empty());
      outcome = importing::outcome;
    } catch (ResourceInUseException taken) {
      outcome = failed("TableAlreadyExists", "Table already exists: " + empty.name());
    } catch (AwsServiceException refused) {
      Buckets.Failure failure = Buckets.Failure.of(refused, call());
      outcome = failed(failure.code(), failure.message());
    }
    return started.toBuilder()
        .endTime(now())
        .applyMutation(importing::counts)
        .applyMutation(outcome)
        .build();
  }

  private static Consumer<ImportTableDescription.Builder> failed(String code, String message) {
    return description ->
        description.importStatus(ImportStatus.FAILED).failureCode(code).failureMessage(message);
  }

  @Override
  default DescribeImportResponse describeImport(DescribeImportRequest in) {
    return DescribeImportResponse.builder()
        .importTableDescription(shown(imports().get(in.importArn(), call())).description())
        .build();
  }

  private Import shown(Import one) {
    return isSettling(one.arn()) ? one.inProgress() : one;
  }

  @Override
  default ListImportsResponse listImports(ListImportsRequest in) {
    Jobs.Page<Import> page =
        imports()
            .page(
                one -> in.tableArn() == null || in.tableArn().equals(one.description().tableArn()),
                Optional.ofNullable(in.pageSize()).orElse(Jobs.MAX_LISTED),
                Optional.ofNullable(in.nextToken()),
                now());
    return ListImportsResponse.builder()
        .importSummaryList(page.jobs().stream().map(one -> shown(one).summary()).toList())
        .nextToken(page.next().orElse(null))
        .build();
  }
}
