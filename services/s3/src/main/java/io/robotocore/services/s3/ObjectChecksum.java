package io.robotocore.services.s3;

import io.robotocore.checksum.ChecksumAlgorithm;
import io.robotocore.service.Members;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.ChecksumType;

/**
 * The checksum of an object or a part.
 *
 * @param algorithm how it was computed
 * @param type whether it is that of all bytes, or that of the checksums of the parts
 * @param value in Base64, and for a composite one the number of parts behind a dash
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html">checking
 *     object integrity</a>
 */
record ObjectChecksum(ChecksumAlgorithm algorithm, ChecksumType type, String value) {

  /** What S3 computes if the client does not say. */
  static final ChecksumAlgorithm DEFAULT = ChecksumAlgorithm.CRC64NVME;

  static ObjectChecksum ofBytes(ChecksumAlgorithm algorithm, String value) {
    return new ObjectChecksum(algorithm, ChecksumType.FULL_OBJECT, value);
  }

  /** The algorithm of a name that a request says. */
  static Optional<ChecksumAlgorithm> algorithm(String name) {
    return Stream.of(ChecksumAlgorithm.values())
        .filter(algorithm -> algorithm.name().equals(name))
        .findFirst();
  }

  /** The checksum that came with a request. */
  static Optional<ObjectChecksum> sent(SdkPojo request) {
    List<ObjectChecksum> sent =
        Stream.of(ChecksumAlgorithm.values())
            .flatMap(algorithm -> sent(request, algorithm).stream())
            .toList();
    if (sent.size() > 1) {
      throw S3Error.invalidRequest(
          "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
    }
    return sent.stream().findFirst();
  }

  private static Optional<ObjectChecksum> sent(SdkPojo request, ChecksumAlgorithm algorithm) {
    return value(request, algorithm).map(value -> ofBytes(algorithm, value));
  }

  /** The value of a checksum that a request has in a header or in its body. */
  static Optional<String> value(SdkPojo request, ChecksumAlgorithm algorithm) {
    return Members.find(request, algorithm.header())
        .or(() -> Members.find(request, member(algorithm)))
        .map(String.class::cast);
  }

  /** Puts the checksum into an answer, as headers or into its body. */
  <B extends SdkPojo> B fill(B answer) {
    Members.set(answer, algorithm.header(), value);
    Members.set(answer, member(algorithm), value);
    Members.set(answer, "x-amz-checksum-type", type.toString());
    Members.set(answer, "ChecksumType", type.toString());
    return answer;
  }

  private static String member(ChecksumAlgorithm algorithm) {
    return "Checksum" + algorithm.name();
  }
}
