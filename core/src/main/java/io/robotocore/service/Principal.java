package io.robotocore.service;

/**
 * Who makes a call.
 *
 * @param account the account's twelve digits
 * @param arn the principal's ARN: of the root user, an IAM user, an assumed role, a federated user
 * @param userId the unique id, as {@code GetCallerIdentity} gives it
 */
public record Principal(String account, String arn, String userId) {

  /** The root user of an account. */
  public static Principal root(String partition, String account) {
    return new Principal(account, "arn:" + partition + ":iam::" + account + ":root", account);
  }

  /** An AWS service that acts in an account. */
  public static Principal service(String service, String account) {
    return new Principal(account, service + ".amazonaws.com", service + ".amazonaws.com");
  }
}
