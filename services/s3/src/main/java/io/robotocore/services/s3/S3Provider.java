package io.robotocore.services.s3;

import io.robotocore.service.AwsService;
import io.robotocore.service.Service;
import io.robotocore.service.ServiceProvider;

/** Offers S3. */
@AwsService(id = "s3", client = "software.amazon.awssdk.services.s3.S3Client", module = "s3")
public final class S3Provider implements ServiceProvider {

  @Override
  public Service<?, ?> service() {
    return S3.SERVICE;
  }
}
