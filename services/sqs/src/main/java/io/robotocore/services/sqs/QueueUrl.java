package io.robotocore.services.sqs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a client says that a queue is. Only the end of the URL matters, so that URLs of AWS and of
 * the emulator under any of its addresses are good, and so is a bare name.
 *
 * @param owner the account that owns the queue, if the URL names one
 * @param name the queue's name
 */
record QueueUrl(Optional<String> owner, String name) {

  private static final Pattern END = Pattern.compile("(?:(?:.*/)?(\\d{12})/|.*/)?([^/]*)");

  static QueueUrl parse(String url) {
    Matcher end = END.matcher(url);
    return end.matches()
        ? new QueueUrl(Optional.ofNullable(end.group(1)), end.group(2))
        : new QueueUrl(Optional.empty(), url);
  }
}
