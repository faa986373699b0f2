package io.robotocore.services.sts;

import java.util.regex.Pattern;

/**
 * How AWS writes the account into the ids of access keys: in 40 bits after the four letters of
 * their kind.
 */
final class AccessKeyId {

  private static final Pattern ID = Pattern.compile("[A-Z]{4}[A-Z2-7]{12,}");
  private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int KIND = 4;
  private static final int CHARACTERS = 10;
  private static final int ACCOUNT_BITS = 40;

  private AccessKeyId() {}

  /** The account that an access key of AWS belongs to. */
  static String account(String accessKeyId) {
    if (!ID.matcher(accessKeyId).matches()) {
      throw StsError.invalid("The access key ID " + accessKeyId + " is not valid");
    }
    long bits = 0;
    for (char digit : accessKeyId.substring(KIND, KIND + CHARACTERS).toCharArray()) {
      bits = bits << 5 | DIGITS.indexOf(digit);
    }
    // Fifty bits were read: one that means nothing here, the account, and the beginning of what is
    // random.
    long account = bits >> 9 & (1L << ACCOUNT_BITS) - 1;
    return "%012d".formatted(account);
  }
}
