package io.robotocore.services.modeled;

import io.robotocore.service.Call;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** The bucket that a stream delivers to; only to be used where S3 is on the class path. */
final class FirehoseBucket {

  private FirehoseBucket() {}

  /** Puts an object there; false if S3 does not take it. */
  static boolean put(Call call, FirehoseObject object) {
    try {
      call.client(S3Client.class)
          .putObject(
              put ->
                  put.bucket(object.destination().bucket())
                      .key(object.key(call.random()))
                      .contentType(object.type()),
              RequestBody.fromBytes(object.content()));
      return true;
    } catch (AwsServiceException refused) {
      return false;
    }
  }
}
