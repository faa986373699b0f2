package io.robotocore.services.s3;

import io.robotocore.state.State;
import io.robotocore.state.Table;

/** All buckets: their names are unique over all accounts and regions. */
final class S3State extends State {

  private final Table<String, Bucket> buckets = table();
  private final Table<String, Contents> contents = table();

  /** The buckets by name. */
  Table<String, Bucket> buckets() {
    return buckets;
  }

  /** What is in the buckets, by the bucket's name; every bucket has an entry. */
  Table<String, Contents> contents() {
    return contents;
  }
}
