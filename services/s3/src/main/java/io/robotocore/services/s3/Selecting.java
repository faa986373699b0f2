package io.robotocore.services.s3;

import io.robotocore.service.Call;
import io.robotocore.service.EventAnswer;
import io.robotocore.services.s3.select.Selection;
import software.amazon.awssdk.services.s3.model.SelectObjectContentRequest;
import software.amazon.awssdk.services.s3.model.SelectObjectContentResponse;

/** The operation that asks for a part of an object's records. */
final class Selecting {

  private Selecting() {}

  /**
   * Answers a query.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_SelectObjectContent.html">SelectObjectContent</a>
   */
  static EventAnswer select(Call call, S3State state, SelectObjectContentRequest in) {
    S3 s3 = new S3(call, state);
    StoredObject object = s3.object(s3.bucket(in, "s3:GetObject"), in);
    object.storage().encryption().check(in);
    s3.checkReadable(object);
    Required.check(in.inputSerialization());
    Required.check(in.outputSerialization());
    return new EventAnswer(
        SelectObjectContentResponse.builder().build(),
        new Selection(in, object.content().blob(), call.now()));
  }
}
