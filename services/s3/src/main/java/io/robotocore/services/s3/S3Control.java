package io.robotocore.services.s3;

import io.robotocore.service.Call;
import io.robotocore.service.Extent;
import io.robotocore.service.Service;
import software.amazon.awssdk.services.s3control.S3ControlClient;

/** Amazon S3 Control, which shows what S3 keeps. */
record S3Control(Call call, S3State state)
    implements AccountBlocks, AccessPoints, AccessPointPolicies, ResourceTags {

  static final Service<S3ControlClient, S3State> SERVICE =
      Service.of(S3ControlClient.class, S3State::new, S3Control::new)
          .livesPer(Extent.PARTITION)
          .sharesStateOf("s3")
          .leavesRestToModel(S3Control.class);
}
