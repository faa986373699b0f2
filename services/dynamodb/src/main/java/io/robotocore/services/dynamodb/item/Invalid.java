package io.robotocore.services.dynamodb.item;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** The error that DynamoDB gives for most of what is wrong with a request. */
public final class Invalid {

  private Invalid() {}

  /** A {@code ValidationException}, which is in no model. */
  public static DynamoDbException because(String message) {
    return (DynamoDbException)
        DynamoDbException.builder()
            .awsErrorDetails(
                AwsErrorDetails.builder()
                    .serviceName("DynamoDb")
                    .errorCode("ValidationException")
                    .errorMessage(message)
                    .build())
            .statusCode(400)
            .build();
  }

  /** A {@code ValidationException} about the value of a parameter. */
  public static DynamoDbException parameter(String message) {
    return because("One or more parameter values were invalid: " + message);
  }
}
