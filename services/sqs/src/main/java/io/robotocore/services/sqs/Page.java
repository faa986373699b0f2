package io.robotocore.services.sqs;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A part of a list of queues. Only who asks for so many gets a token for the rest.
 *
 * @param queues the queues
 * @param nextToken asks for those that come after, if there are any
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListQueues.html">ListQueues</a>
 */
record Page(List<Queue> queues, Optional<String> nextToken) {

  private static final int MAX = 1_000;
  private static final String MARK = "after:";

  /**
   * The part of a list that a request asks for.
   *
   * @param sorted all queues, sorted by name
   * @param maxResults how many to give
   * @param token a token that came with the part before
   */
  static Page of(Stream<Queue> sorted, Optional<Integer> maxResults, Optional<String> token) {
    int limit = maxResults.filter(max -> max != 0).orElse(MAX);
    if (limit < 1 || limit > MAX) {
      throw SqsError.invalidParameter(
          "Value for parameter MaxResults is invalid. Reason: MaxResults must be an integer between 1 and 1000.");
    }
    String after = token.map(Page::name).orElse("");
    List<Queue> found =
        sorted.filter(queue -> queue.id().name().compareTo(after) > 0).limit(limit + 1L).toList();
    if (found.size() <= limit) {
      return new Page(found, Optional.empty());
    }
    List<Queue> page = found.subList(0, limit);
    return new Page(
        page, maxResults.filter(max -> max != 0).map(max -> token(page.get(limit - 1))));
  }

  private static String token(Queue last) {
    return Base64.getEncoder()
        .encodeToString((MARK + last.id().name()).getBytes(StandardCharsets.UTF_8));
  }

  private static String name(String token) {
    try {
      String text = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
      if (text.startsWith(MARK)) {
        return text.substring(MARK.length());
      }
    } catch (IllegalArgumentException e) {
      // no Base64: refused below like any other token that was not given out here
    }
    throw SqsError.invalidParameter("Invalid or expired next token.");
  }
}
