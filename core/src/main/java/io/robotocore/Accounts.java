package io.robotocore;

import java.util.regex.Pattern;

/** What an account's id looks like. */
final class Accounts {

  private static final Pattern TWELVE_DIGITS = Pattern.compile("[0-9]{12}");

  private Accounts() {}

  static String checked(String account) {
    if (!TWELVE_DIGITS.matcher(account).matches()) {
      throw new IllegalArgumentException(
          "an AWS account has twelve digits, not \"" + account + "\"");
    }
    return account;
  }
}
