package io.robotocore.services.dynamodb;

import io.robotocore.service.Call;
import io.robotocore.service.Constraints;
import io.robotocore.service.Service;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Amazon DynamoDB Streams: the streams that DynamoDB keeps. */
record DynamoDbStreams(Call call, DynamoDbState state) implements Streams {

  static final Service<DynamoDbStreamsClient, DynamoDbState> SERVICE =
      Service.of(DynamoDbStreamsClient.class, DynamoDbState::new, DynamoDbStreams::new)
          .checks(Constraints.ALL)
          .sharesStateOf("dynamodb");
}
