package io.robotocore.services.s3;

import io.robotocore.service.Call;
import io.robotocore.service.Extent;
import io.robotocore.service.Service;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.SelectObjectContentRequest;

/** Amazon Simple Storage Service. */
record S3(Call call, S3State state)
    implements BucketTags,
        Logging,
        Replications,
        Notifications,
        Lifecycles,
        Inventories,
        Analytics,
        Metrics,
        Tierings,
        MetadataTables,
        CrossOrigin,
        Websites,
        Encryptions,
        Payments,
        PublicAccess,
        Policies,
        Buckets,
        BucketLists,
        Versioning,
        ObjectLocks,
        Acls,
        Gets,
        Attributes,
        Copies,
        Completing,
        Deletes,
        Tags,
        Restores,
        Directories,
        ObjectLists,
        VersionLists,
        UploadLists,
        Permissions,
        Consequences {

  static final Service<S3Client, S3State> SERVICE =
      Service.of(S3Client.class, S3State::new, S3::new)
          .livesPer(Extent.PARTITION)
          .servesAnybody()
          .plainHttp(new Browsers())
          .tells(new AccessLog())
          .streams(SelectObjectContentRequest.class, Selecting::select)
          .onDue(S3State::due, (call, state, event) -> event.happen(new S3(call, state)));
}
