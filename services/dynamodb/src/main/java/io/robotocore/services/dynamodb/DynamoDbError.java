package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.item.Attributes;
import io.robotocore.services.dynamodb.item.Document;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.LimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableAlreadyExistsException;
import software.amazon.awssdk.services.dynamodb.model.TableNotFoundException;

/**
 * The errors of DynamoDB, in its words.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">error
 *     handling</a>
 */
final class DynamoDbError {

  private DynamoDbError() {}

  /** Gives an error the message that clients see. */
  static <B extends DynamoDbException.Builder> B with(B error, String message) {
    AwsErrorDetails details =
        AwsErrorDetails.builder().serviceName("DynamoDb").errorMessage(message).build();
    error.awsErrorDetails(details).statusCode(400);
    return error;
  }

  static DynamoDbException noSuchResource() {
    return notFound("Requested resource not found");
  }

  static DynamoDbException noSuchTable(String name) {
    return notFound("Requested resource not found: Table: " + name + " not found");
  }

  static DynamoDbException notFound(String message) {
    return (DynamoDbException) with(ResourceNotFoundException.builder(), message).build();
  }

  /** What the operations on backups say of a missing table. */
  static DynamoDbException tableNotFound(String name) {
    return (DynamoDbException)
        with(TableNotFoundException.builder(), "Table not found: " + name).build();
  }

  static DynamoDbException tableExists(String name) {
    return (DynamoDbException)
        with(TableAlreadyExistsException.builder(), "Table already exists: " + name).build();
  }

  static DynamoDbException inUse(String message) {
    return (DynamoDbException) with(ResourceInUseException.builder(), message).build();
  }

  static DynamoDbException limitExceeded(String message) {
    return (DynamoDbException) with(LimitExceededException.builder(), message).build();
  }

  /** A condition was not fulfilled; shows the item if the client wants to see it. */
  static DynamoDbException unfulfilled(Optional<Document> shown) {
    ConditionalCheckFailedException.Builder error =
        with(ConditionalCheckFailedException.builder(), "The conditional request failed");
    shown.map(Attributes::write).ifPresent(error::item);
    return error.build();
  }

  static DynamoDbException accessDenied(String message) {
    return of("AccessDeniedException", message, 400);
  }

  private static DynamoDbException of(String code, String message, int status) {
    return (DynamoDbException)
        DynamoDbException.builder()
            .awsErrorDetails(
                AwsErrorDetails.builder()
                    .serviceName("DynamoDb")
                    .errorCode(code)
                    .errorMessage(message)
                    .build())
            .statusCode(status)
            .build();
  }
}
