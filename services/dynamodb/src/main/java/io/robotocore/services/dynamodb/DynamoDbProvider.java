package io.robotocore.services.dynamodb;

import io.robotocore.service.AwsService;
import io.robotocore.service.Service;
import io.robotocore.service.ServiceProvider;

/** Offers DynamoDB. */
@AwsService(
    id = "dynamodb",
    client = "software.amazon.awssdk.services.dynamodb.DynamoDbClient",
    module = "dynamodb")
public final class DynamoDbProvider implements ServiceProvider {

  @Override
  public Service<?, ?> service() {
    return DynamoDb.SERVICE;
  }
}
