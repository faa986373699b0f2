package io.robotocore.services.sqs;

import java.util.Locale;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.sqs.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sqs.model.BatchRequestTooLongException;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sqs.model.InvalidAttributeNameException;
import software.amazon.awssdk.services.sqs.model.InvalidAttributeValueException;
import software.amazon.awssdk.services.sqs.model.InvalidBatchEntryIdException;
import software.amazon.awssdk.services.sqs.model.InvalidMessageContentsException;
import software.amazon.awssdk.services.sqs.model.MessageNotInflightException;
import software.amazon.awssdk.services.sqs.model.OverLimitException;
import software.amazon.awssdk.services.sqs.model.PurgeQueueInProgressException;
import software.amazon.awssdk.services.sqs.model.QueueDeletedRecentlyException;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sqs.model.TooManyEntriesInBatchRequestException;

/**
 * The errors of SQS, in its words, with the codes and statuses of its query protocol, which clients
 * still see.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html">common
 *     errors</a>
 */
final class SqsError {

  private static final String PREFIX = "AWS.SimpleQueueService.";

  private SqsError() {}

  private static SqsException of(
      SqsException.Builder error, int status, String code, String message) {
    AwsErrorDetails details =
        AwsErrorDetails.builder().serviceName("Sqs").errorCode(code).errorMessage(message).build();
    return (SqsException) error.awsErrorDetails(details).statusCode(status).build();
  }

  /** One of the many errors that the model does not name. */
  static SqsException invalidParameter(String message) {
    return of(SqsException.builder(), 400, "InvalidParameterValue", message);
  }

  static SqsException invalidParameter(String name, Object value, String reason) {
    return invalidParameter(
        "Value " + value + " for parameter " + name + " is invalid. Reason: " + reason);
  }

  static SqsException missingParameter(String name) {
    return of(
        SqsException.builder(),
        400,
        "MissingParameter",
        "The request must contain the parameter " + name + ".");
  }

  static SqsException accessDenied(String message) {
    return of(SqsException.builder(), 403, "AccessDenied", message);
  }

  static SqsException noSuchQueue() {
    return noSuchQueue("The specified queue does not exist.");
  }

  static SqsException noSuchQueue(String message) {
    return of(QueueDoesNotExistException.builder(), 400, PREFIX + "NonExistentQueue", message);
  }

  static SqsException queueExists(String attribute) {
    return of(
        QueueNameExistsException.builder(),
        400,
        "QueueAlreadyExists",
        "A queue already exists with the same name and a different value for attribute "
            + attribute);
  }

  static SqsException deletedRecently() {
    return of(
        QueueDeletedRecentlyException.builder(),
        400,
        PREFIX + "QueueDeletedRecently",
        "You must wait 60 seconds after deleting a queue before you can create another with the same name.");
  }

  static SqsException purgeInProgress(String queue) {
    return of(
        PurgeQueueInProgressException.builder(),
        403,
        PREFIX + "PurgeQueueInProgress",
        "Only one PurgeQueue operation on " + queue + " is allowed every 60 seconds.");
  }

  static SqsException unknownAttribute(String name) {
    return attributeName("Unknown Attribute " + name + ".");
  }

  static SqsException attributeName(String message) {
    return of(InvalidAttributeNameException.builder(), 400, "InvalidAttributeName", message);
  }

  static SqsException invalidAttribute(String name) {
    return attributeValue("Invalid value for the parameter " + name + ".");
  }

  static SqsException attributeValue(String message) {
    return of(InvalidAttributeValueException.builder(), 400, "InvalidAttributeValue", message);
  }

  static SqsException overLimit(String message) {
    return of(OverLimitException.builder(), 403, "OverLimit", message);
  }

  static SqsException noSuchResource(String message) {
    return of(ResourceNotFoundException.builder(), 404, "ResourceNotFoundException", message);
  }

  static SqsException invalidReceiptHandle(String handle) {
    return of(
        ReceiptHandleIsInvalidException.builder(),
        404,
        "ReceiptHandleIsInvalid",
        "The input receipt handle \"" + handle + "\" is not a valid receipt handle.");
  }

  static SqsException expiredReceiptHandle(String handle) {
    return invalidParameter("ReceiptHandle", handle, "The receipt handle has expired.");
  }

  static SqsException notInFlight() {
    return of(
        MessageNotInflightException.builder(),
        400,
        PREFIX + "MessageNotInflight",
        "The specified message isn't in flight.");
  }

  /** A text with a character that XML 1.0 does not allow. */
  static SqsException invalidCharacter(int character, String where) {
    return of(
        InvalidMessageContentsException.builder(),
        400,
        "InvalidMessageContents",
        "Invalid binary character '#x"
            + Integer.toHexString(character).toUpperCase(Locale.ROOT)
            + "' was found in "
            + where
            + ", the set of allowed characters is "
            + "#x9 | #xA | #xD | [#x20-#xD7FF] | [#xE000-#xFFFD] | [#x10000-#x10FFFF].");
  }

  static SqsException emptyBatch(String entryType) {
    return of(
        EmptyBatchRequestException.builder(),
        400,
        PREFIX + "EmptyBatchRequest",
        "There should be at least one " + entryType + " in the request.");
  }

  static SqsException tooManyEntries(int count) {
    return of(
        TooManyEntriesInBatchRequestException.builder(),
        400,
        PREFIX + "TooManyEntriesInBatchRequest",
        "Maximum number of entries per request are 10. You have sent " + count + ".");
  }

  static SqsException invalidEntryId() {
    return of(
        InvalidBatchEntryIdException.builder(),
        400,
        PREFIX + "InvalidBatchEntryId",
        "A batch entry id can only contain alphanumeric characters, hyphens and underscores. "
            + "It can be at most 80 letters long.");
  }

  static SqsException repeatedEntryId(String id) {
    return of(
        BatchEntryIdsNotDistinctException.builder(),
        400,
        PREFIX + "BatchEntryIdsNotDistinct",
        "Id " + id + " repeated.");
  }

  static SqsException batchTooLong(int limit, int length) {
    return of(
        BatchRequestTooLongException.builder(),
        400,
        PREFIX + "BatchRequestTooLong",
        "Batch requests cannot be longer than "
            + limit
            + " bytes. You have sent "
            + length
            + " bytes.");
  }

  /** What a batch operation says of an entry that failed with one of these errors. */
  static BatchResultErrorEntry entry(String id, SqsException error) {
    return BatchResultErrorEntry.builder()
        .id(id)
        .senderFault(true)
        .code(error.awsErrorDetails().errorCode())
        .message(error.awsErrorDetails().errorMessage())
        .build();
  }
}
