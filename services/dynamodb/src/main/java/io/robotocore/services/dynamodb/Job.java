package io.robotocore.services.dynamodb;

import java.time.Instant;

/** An export of a table, or an import of one: something that was asked for and took its time. */
interface Job {

  String arn();

  /** When it was asked for. */
  Instant start();

  /** The token of the request that asked for it. */
  String token();
}
