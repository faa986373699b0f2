package io.robotocore.services.dynamodb;

import io.robotocore.service.Call;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The operations on streams. */
interface Streams extends DynamoDbStreamsClient {

  Call call();

  DynamoDbState state();

  @Override
  default String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  default void close() {}
}
