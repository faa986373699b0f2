package io.robotocore.services.dynamodb;

import io.robotocore.service.Call;
import io.robotocore.services.dynamodb.item.Invalid;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of tables; where a request names one, the table's ARN does as well. */
final class TableName {

  private static final int SHORTEST = 3;
  private static final int LONGEST = 255;
  private static final Pattern ARN =
      Pattern.compile("arn:[^:]+:dynamodb:([^:]+):(\\d{12}):table/([^/]+)(/.*)?");

  private TableName() {}

  /** The name of the table that a request names. */
  static String of(String nameOrArn, Call call) {
    if (nameOrArn.startsWith("arn:")) {
      return ofArn(nameOrArn, call);
    }
    check(nameOrArn);
    return nameOrArn;
  }

  static void check(String name) {
    if (!isName(name)) {
      throw Invalid.because(
          "Invalid table/index name.  Table/index names must be between 3 and 255 characters long, and may contain only the characters a-z, A-Z, 0-9, '_', '-', and '.'");
    }
  }

  /** Asked in every request, so not by a pattern. */
  private static boolean isName(String name) {
    boolean fits = name.length() >= SHORTEST && name.length() <= LONGEST;
    for (int i = 0; fits && i < name.length(); i++) {
      fits = isAllowed(name.charAt(i));
    }
    return fits;
  }

  private static boolean isAllowed(char c) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
  }

  /** The name of the table to which an ARN belongs, be it the table's or one of its parts'. */
  static String ofArn(String arn, Call call) {
    Matcher parts = ARN.matcher(arn);
    if (!parts.matches()) {
      throw Invalid.because("Invalid table ARN: " + arn);
    }
    if (!parts.group(1).equals(call.region()) || !parts.group(2).equals(call.account())) {
      throw DynamoDbError.accessDenied(
          "User: %s is not authorized to perform the operation on resource: %s because no resource-based policy allows it"
              .formatted(call.principal().arn(), arn));
    }
    return parts.group(3);
  }
}
