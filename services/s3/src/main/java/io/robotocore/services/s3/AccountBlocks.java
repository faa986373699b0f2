package io.robotocore.services.s3;

import io.robotocore.service.Members;
import java.util.Map;
import software.amazon.awssdk.services.s3control.model.DeletePublicAccessBlockRequest;
import software.amazon.awssdk.services.s3control.model.DeletePublicAccessBlockResponse;
import software.amazon.awssdk.services.s3control.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3control.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3control.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3control.model.PutPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3control.model.PutPublicAccessBlockResponse;

/** The operations on what keeps all buckets of an account from being public. */
interface AccountBlocks extends S3ControlView {

  @Override
  default GetPublicAccessBlockResponse getPublicAccessBlock(GetPublicAccessBlockRequest in) {
    checkAccount(in);
    return GetPublicAccessBlockResponse.builder()
        .publicAccessBlockConfiguration(
            state()
                .blockedInAccounts()
                .get(call().account())
                .map(AccountBlocks::shown)
                .orElseThrow(
                    () ->
                        S3ControlView.error(
                            404,
                            "NoSuchPublicAccessBlockConfiguration: "
                                + "The public access block configuration was not found",
                            Map.of("AccountId", call().account()))))
        .build();
  }

  /** What S3 keeps, as S3 Control shows it. */
  static PublicAccessBlockConfiguration shown(
      software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration kept) {
    return Members.copy(kept, PublicAccessBlockConfiguration.builder()).build();
  }

  /** What S3 Control is told, as S3 keeps it. */
  static software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration kept(
      PublicAccessBlockConfiguration told) {
    return PublicAccess.complete(
        Members.copy(
                told,
                software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration.builder())
            .build());
  }

  /**
   * Blocks in all buckets of an account, beside what each blocks itself.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_PutPublicAccessBlock.html">PutPublicAccessBlock</a>
   */
  @Override
  default PutPublicAccessBlockResponse putPublicAccessBlock(PutPublicAccessBlockRequest in) {
    checkAccount(in);
    state()
        .blockedInAccounts()
        .put(call().account(), kept(Required.check(in.publicAccessBlockConfiguration())));
    return PutPublicAccessBlockResponse.builder().build();
  }

  @Override
  default DeletePublicAccessBlockResponse deletePublicAccessBlock(
      DeletePublicAccessBlockRequest in) {
    checkAccount(in);
    state().blockedInAccounts().remove(call().account());
    return DeletePublicAccessBlockResponse.builder().build();
  }
}
