package io.robotocore.services.sts;

import io.robotocore.service.AwsService;
import io.robotocore.service.Service;
import io.robotocore.service.ServiceProvider;

/** Offers STS. */
@AwsService(id = "sts", client = "software.amazon.awssdk.services.sts.StsClient", module = "sts")
public final class StsProvider implements ServiceProvider {

  @Override
  public Service<?, ?> service() {
    return Sts.SERVICE;
  }
}
