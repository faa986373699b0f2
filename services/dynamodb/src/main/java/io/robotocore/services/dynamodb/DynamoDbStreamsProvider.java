package io.robotocore.services.dynamodb;

import io.robotocore.service.AwsService;
import io.robotocore.service.Service;
import io.robotocore.service.ServiceProvider;

/** Offers DynamoDB Streams. */
@AwsService(
    id = "dynamodbstreams",
    client = "software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient",
    module = "dynamodb")
public final class DynamoDbStreamsProvider implements ServiceProvider {

  @Override
  public Service<?, ?> service() {
    return DynamoDbStreams.SERVICE;
  }
}
