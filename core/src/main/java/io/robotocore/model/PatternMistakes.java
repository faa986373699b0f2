package io.robotocore.model;

import java.util.Map;

/**
 * Patterns of AWS's models that the service itself cannot go by, because hardly anything that it
 * takes matches them, and what is meant.
 */
final class PatternMistakes {

  /** What is meant, by what is written. */
  static final Map<String, String> MEANT =
      Map.ofEntries(
          // connect PhoneNumber: escaped twice: no number begins with a backslash.
          Map.entry("\\\\+[1-9]\\\\d{1,14}$", "\\+[1-9]\\d{1,14}$"),
          // connect PhoneNumberPrefix: escaped twice.
          Map.entry("\\\\+?[0-9]{1,11}", "\\+?[0-9]{1,11}"),
          // connect Page: escaped twice.
          Map.entry(
              "^(?!\\\\.$)(?!\\\\.\\\\.$)[\\\\p{L}\\\\p{Z}\\\\p{N}\\\\-_.:=@'|]+$",
              "^(?!\\.$)(?!\\.\\.$)[\\p{L}\\p{Z}\\p{N}\\-_.:=@'|]+$"),
          // connect S3Uri: escaped twice.
          Map.entry(
              "s3://\\S+/.+|https://\\\\S+\\\\.s3\\\\.\\\\S+\\\\.amazonaws\\\\.com/\\\\S+",
              "s3://\\S+/.+|https://\\S+\\.s3\\.\\S+\\.amazonaws\\.com/\\S+"),
          // connect Password: written as in JavaScript, with slashes around it.
          Map.entry(
              "/^(?=.*[a-z])(?=.*[A-Z])(?=.*\\d)[a-zA-Z\\d\\S]{8,64}$/",
              "^(?=.*[a-z])(?=.*[A-Z])(?=.*\\d)[a-zA-Z\\d\\S]{8,64}$"),
          // connect ViewContentSha256: one character, where the length may be 64.
          Map.entry("^[a-zA-Z0-9]$", "^[a-zA-Z0-9]+$"),
          // marketplace-catalog ChangeName: one character, where the length may be 72.
          Map.entry("^[a-zA-Z]$", "^[a-zA-Z]+$"),
          // marketplace-catalog NextToken: one character, where the length may be 2048.
          Map.entry("^[\\w+=.:@\\-\\/]$", "^[\\w+=.:@\\-\\/]+$"),
          // marketplace-catalog EntityNameString: escaped twice.
          Map.entry("^\\\\S+[\\\\S\\\\s]*", "^\\S+[\\S\\s]*"),
          // bedrock-agent TaggableResourcesArn: slashes for backslashes.
          Map.entry(
              ".*(^arn:aws:bedrock:[a-zA-Z0-9-]+:/d{12}:(agent|agent-alias|knowledge-base|flow|prompt)/[A-Z0-9]{10}(?:/[A-Z0-9]{10})?$|^arn:aws:bedrock:[a-zA-Z0-9-]+:/d{12}:flow/([A-Z0-9]{10})/alias/([A-Z0-9]{10})$|^arn:aws:bedrock:[a-zA-Z0-9-]+:/d{12}:prompt/([A-Z0-9]{10})?(?::/d+)?$).*",
              ".*(^arn:aws:bedrock:[a-zA-Z0-9-]+:\\d{12}:(agent|agent-alias|knowledge-base|flow|prompt)/[A-Z0-9]{10}(?:/[A-Z0-9]{10})?$|^arn:aws:bedrock:[a-zA-Z0-9-]+:\\d{12}:flow/([A-Z0-9]{10})/alias/([A-Z0-9]{10})$|^arn:aws:bedrock:[a-zA-Z0-9-]+:\\d{12}:prompt/([A-Z0-9]{10})?(?::\\d+)?$).*"),
          // ivs ResourceArn: no type of resource has one letter.
          Map.entry(
              "arn:aws:ivs:[a-z0-9-]+:[0-9]+:[a-z-]/[a-zA-Z0-9-]+",
              "arn:aws:ivs:[a-z0-9-]+:[0-9]+:[a-z-]+/[a-zA-Z0-9-]+"),
          // forecast Arn: roles are of IAM.
          Map.entry("arn:([a-z\\d-]+):forecast:.*:.*:.+", "arn:([a-z\\d-]+):[a-z]+:.*:.*:.+"),
          // events ResourceAssociationArn: escaped twice.
          Map.entry(
              "^arn:[a-z0-9\\\\-]+:vpc-lattice:[a-zA-Z0-9\\\\-]+:\\\\d{12}:servicenetworkresourceassociation/snra-[0-9a-z]{17}$",
              "^arn:[a-z0-9\\-]+:vpc-lattice:[a-zA-Z0-9\\-]+:\\d{12}:servicenetworkresourceassociation/snra-[0-9a-z]{17}$"),
          // osis AwsAccountId: escaped twice.
          Map.entry("^\\\\d{12}$", "^\\d{12}$"));

  private PatternMistakes() {}

  /** The pattern that is meant; nearly always the one that is written. */
  static String corrected(String pattern) {
    return MEANT.getOrDefault(pattern, pattern);
  }
}
