package io.robotocore.services.s3;

import io.robotocore.state.State;
import io.robotocore.state.Table;
import io.robotocore.state.Timetable;
import org.pcollections.PVector;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;

/** All buckets: their names are unique over all accounts and regions. */
final class S3State extends State {

  private final Table<String, Bucket> buckets = table();
  private final Table<String, Contents> contents = table();
  private final Table<String, AccessPoint.Home> accessPoints = table();
  private final Timetable<Due> due = timetable();
  private final Table<String, PublicAccessBlockConfiguration> blockedInAccounts = table();
  private final Table<AccessPoint.Home, AccessPoint> accessPointsByHome = table();
  private final Table<String, Long> sequence = table();
  private final Table<String, PVector<String>> logs = table();

  /** The buckets by name. */
  Table<String, Bucket> buckets() {
    return buckets;
  }

  /** What is in the buckets, by the bucket's name; every bucket has an entry. */
  Table<String, Contents> contents() {
    return contents;
  }

  /**
   * Where access points are, by what clients send in place of the bucket's name: the access point's
   * ARN, its alias, and its name and account with a dash between.
   */
  Table<String, AccessPoint.Home> accessPoints() {
    return accessPoints;
  }

  /** What will happen by itself. */
  Timetable<Due> due() {
    return due;
  }

  /** The access points, by where they are. */
  Table<AccessPoint.Home, AccessPoint> accessPointsByHome() {
    return accessPointsByHome;
  }

  /** What accounts block in all of their buckets, by the account. */
  Table<String, PublicAccessBlockConfiguration> blockedInAccounts() {
    return blockedInAccounts;
  }

  /** The lines of logs that are not written yet, by the bucket that they are about. */
  Table<String, PVector<String>> logs() {
    return logs;
  }

  /** A number that is greater than all before. */
  long next() {
    return atomically(
        () -> {
          long next = sequence.get("").orElse(0L) + 1;
          sequence.put("", next);
          return next;
        });
  }
}
