package io.robotocore.services.s3;

import io.robotocore.checksum.ChecksumAlgorithm;
import io.robotocore.checksum.ChecksumStream;
import io.robotocore.service.Principal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import software.amazon.awssdk.services.s3.model.Owner;

/**
 * The id by which S3 knows an account in access control lists: 64 hexadecimal digits, the same for
 * an account at all times.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/finding-canonical-user-id.html">canonical
 *     user ids</a>
 */
final class CanonicalUser {

  /** The id that S3 has for whoever has not said who they are. */
  private static final String ANONYMOUS = "65a011a29cdf8ec533ec3d1ccaae921c";

  private CanonicalUser() {}

  static String id(String account) {
    if (account.equals(Principal.ANONYMOUS.account())) {
      return ANONYMOUS;
    }
    ChecksumStream sum = ChecksumAlgorithm.SHA256.begin();
    sum.write(("canonical user of " + account).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(sum.value());
  }

  static Owner owner(String account) {
    return Owner.builder().id(id(account)).build();
  }
}
