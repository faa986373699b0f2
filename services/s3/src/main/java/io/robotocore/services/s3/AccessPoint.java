package io.robotocore.services.s3;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * Another name of a bucket.
 *
 * @param home the account and region that it belongs to, and its name
 * @param bucket the bucket's name
 * @param alias what can stand for the bucket's name
 * @param created when it was created
 * @param network the VPC from which alone it can be reached
 * @param blocked what keeps it from being public
 * @param policy who may do what through it
 * @param tags its tags
 */
record AccessPoint(
    Home home,
    String bucket,
    String alias,
    Instant created,
    Optional<String> network,
    PublicAccessBlockConfiguration blocked,
    Optional<String> policy,
    List<Tag> tags) {

  /**
   * Where an access point is, and what it is called there.
   *
   * @param account the account that it belongs to
   * @param region its region
   * @param name its name
   */
  record Home(String account, String region, String name) implements Comparable<Home> {

    @Override
    public int compareTo(Home other) {
      return path().compareTo(other.path());
    }

    private String path() {
      return account + "/" + region + "/" + name;
    }

    String arn(String partition) {
      return "arn:%s:s3:%s:%s:accesspoint/%s".formatted(partition, region, account, name);
    }

    /** What its host begins with. */
    String label() {
      return name + "-" + account;
    }
  }

  AccessPoint with(Optional<String> newPolicy) {
    return new AccessPoint(home, bucket, alias, created, network, blocked, newPolicy, tags);
  }

  AccessPoint tagged(List<Tag> newTags) {
    return new AccessPoint(home, bucket, alias, created, network, blocked, policy, newTags);
  }
}
