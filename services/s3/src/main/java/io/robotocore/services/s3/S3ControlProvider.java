package io.robotocore.services.s3;

import io.robotocore.service.AwsService;
import io.robotocore.service.Service;
import io.robotocore.service.ServiceProvider;

/** Offers S3 Control. */
@AwsService(
    id = "s3control",
    client = "software.amazon.awssdk.services.s3control.S3ControlClient",
    module = "s3control")
public final class S3ControlProvider implements ServiceProvider {

  @Override
  public Service<?, ?> service() {
    return S3Control.SERVICE;
  }
}
