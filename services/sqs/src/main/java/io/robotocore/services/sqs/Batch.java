package io.robotocore.services.sqs;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The rules that all batch operations have in common.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-batch-api-actions.html">batch
 *     actions</a>
 */
final class Batch {

  private static final int MAX_ENTRIES = 10;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");

  private Batch() {}

  /**
   * Refuses a batch as a whole: one without entries or with too many, or whose ids are not what
   * they must be.
   */
  static <E> void check(String entryType, List<E> entries, Function<E, String> id) {
    if (entries.isEmpty()) {
      throw SqsError.emptyBatch(entryType);
    }
    if (entries.size() > MAX_ENTRIES) {
      throw SqsError.tooManyEntries(entries.size());
    }
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < entries.size(); i++) {
      String place = entryType + "." + (i + 1);
      String entryId =
          Optional.ofNullable(id.apply(entries.get(i)))
              .orElseThrow(() -> SqsError.missingParameter(place + ".Id"));
      if (!ID.matcher(entryId).matches()) {
        throw SqsError.invalidEntryId();
      }
      if (!ids.add(entryId)) {
        throw SqsError.repeatedEntryId(entryId);
      }
    }
  }
}
