package io.robotocore.services.s3;

import io.robotocore.checksum.ChecksumAlgorithm;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.pcollections.TreePMap;
import software.amazon.awssdk.services.s3.model.ChecksumType;

/**
 * A multipart upload that is not completed.
 *
 * @param id its id
 * @param initiator the ARN of who began it
 * @param draft the object that it will be, without content
 * @param plan what checksum the object will have
 * @param replaces whether there was an object when it was begun
 * @param parts its parts by number
 */
record Upload(
    String id,
    String initiator,
    StoredObject draft,
    Plan plan,
    boolean replaces,
    TreePMap<Integer, Part> parts) {

  /** When it was begun. */
  Instant initiated() {
    return draft.modified();
  }

  Upload plus(int number, Part part) {
    return new Upload(id, initiator, draft, plan, replaces, parts.plus(number, part));
  }

  /**
   * A part.
   *
   * @param modified when it was written
   * @param content its bytes
   */
  record Part(Instant modified, Content content) {}

  /**
   * What checksum an object will have.
   *
   * @param algorithm how it is computed
   * @param type whether it is that of all bytes, or that of the checksums of the parts
   * @param wanted whether the client has asked for it
   */
  record Plan(ChecksumAlgorithm algorithm, ChecksumType type, boolean wanted) {

    private static final Plan DEFAULT =
        new Plan(ObjectChecksum.DEFAULT, ChecksumType.FULL_OBJECT, false);

    /** The plan for an upload whose request names an algorithm and a type, or does not. */
    static Plan of(Optional<String> algorithm, Optional<String> type) {
      if (algorithm.isEmpty()) {
        if (type.isPresent()) {
          throw S3Error.invalidRequest(
              "The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.");
        }
        return DEFAULT;
      }
      ChecksumAlgorithm named =
          ObjectChecksum.algorithm(algorithm.get())
              .orElseThrow(
                  () ->
                      S3Error.invalidRequest(
                          "Checksum algorithm provided is unsupported. "
                              + "Please try again with any of the valid types: "
                              + "[CRC32, CRC32C, CRC64NVME, SHA1, SHA256]"));
      ChecksumType usual =
          named == ChecksumAlgorithm.CRC64NVME ? ChecksumType.FULL_OBJECT : ChecksumType.COMPOSITE;
      Plan plan = new Plan(named, type.map(ChecksumType::fromValue).orElse(usual), true);
      plan.check(type);
      return plan;
    }

    private void check(Optional<String> wantedType) {
      boolean joins = CyclicSums.canJoin(algorithm);
      boolean possible =
          switch (type) {
            case FULL_OBJECT -> joins;
            case COMPOSITE -> algorithm != ChecksumAlgorithm.CRC64NVME;
            default ->
                throw S3Error.invalidRequest("Value for x-amz-checksum-type header is invalid.");
          };
      if (!possible) {
        throw S3Error.invalidRequest(
            "The %s checksum type cannot be used with the %s checksum algorithm."
                .formatted(wantedType.orElse(""), algorithm.name().toLowerCase(Locale.ROOT)));
      }
    }
  }
}
