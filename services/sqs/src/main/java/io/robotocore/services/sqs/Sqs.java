package io.robotocore.services.sqs;

import io.robotocore.service.Call;
import io.robotocore.service.Constraints;
import io.robotocore.service.Service;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Amazon Simple Queue Service. */
record Sqs(Call call, SqsState state) implements SharedQueues, Tags, Permissions, Moves {

  static final Service<SqsClient, SqsState> SERVICE =
      Service.of(SqsClient.class, SqsState::new, Sqs::new)
          .checks(Constraints.REQUIRED)
          .onDue(SqsState::steps, (call, state, step) -> new Sqs(call, state).step(step));
}
