package io.robotocore.service;

/**
 * Who makes a call.
 *
 * @param account the account's twelve digits; no digits for {@link #ANONYMOUS}
 * @param arn the principal's ARN: of the root user, an IAM user, an assumed role, a federated user
 * @param userId the unique id, as {@code GetCallerIdentity} gives it
 */
public record Principal(String account, String arn, String userId) {

  /**
   * Whoever has not signed a request. There is such a caller only where signatures matter, and only
   * at services that serve anybody.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">what
   *     conditions know of anonymous requests</a>
   */
  public static final Principal ANONYMOUS = new Principal("anonymous", "anonymous", "anonymous");

  /** Whether nobody knows who this is. */
  public boolean isAnonymous() {
    return equals(ANONYMOUS);
  }

  /** The root user of an account. */
  public static Principal root(String partition, String account) {
    return new Principal(account, "arn:" + partition + ":iam::" + account + ":root", account);
  }

  /** An AWS service that acts in an account. */
  public static Principal service(String service, String account) {
    return new Principal(account, service + ".amazonaws.com", service + ".amazonaws.com");
  }
}
