package io.robotocore.services.sqs;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which queue: its name, and whose it is and where. */
record QueueId(String partition, String region, String account, String name) {

  private static final Pattern ARN =
      Pattern.compile("arn:([a-z-]+):sqs:([a-z0-9-]+):(\\d{12}):([A-Za-z0-9_-]{1,80}(?:\\.fifo)?)");

  /** The queue that an ARN names, unless it is no ARN of a queue. */
  static Optional<QueueId> ofArn(String arn) {
    Matcher parts = ARN.matcher(arn);
    return parts.matches()
        ? Optional.of(new QueueId(parts.group(1), parts.group(2), parts.group(3), parts.group(4)))
        : Optional.empty();
  }

  /** The queue of the same name in another account. */
  QueueId ownedBy(String otherAccount) {
    return new QueueId(partition, region, otherAccount, name);
  }

  String arn() {
    return "arn:" + partition + ":sqs:" + region + ":" + account + ":" + name;
  }

  /** The URL under which a caller who sees the emulator at {@code home} finds the queue. */
  String url(URI home) {
    return home.getScheme() + "://" + home.getAuthority() + "/" + account + "/" + name;
  }

  /** A queue is FIFO if, and only if, its name says so. */
  boolean fifo() {
    return name.endsWith(".fifo");
  }
}
