package io.robotocore.services.sqs;

import io.robotocore.service.AwsService;
import io.robotocore.service.Service;
import io.robotocore.service.ServiceProvider;

/** Offers SQS. */
@AwsService(id = "sqs", client = "software.amazon.awssdk.services.sqs.SqsClient", module = "sqs")
public final class SqsProvider implements ServiceProvider {

  @Override
  public Service<?, ?> service() {
    return Sqs.SERVICE;
  }
}
