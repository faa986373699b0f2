package io.robotocore.service;

import java.util.Map;

/** The partitions of AWS, told by the first part of a region's name. */
public final class Partitions {

  private static final Map<String, String> BY_PREFIX =
      Map.of(
          "cn", "aws-cn",
          "us-gov", "aws-us-gov",
          "us-iso", "aws-iso",
          "us-isob", "aws-iso-b",
          "us-isof", "aws-iso-f",
          "eu-isoe", "aws-iso-e",
          "eusc", "aws-eusc");

  private Partitions() {}

  /** The partition of a region: {@code aws}, {@code aws-cn} … */
  public static String of(String region) {
    int first = region.indexOf('-');
    if (first < 0) {
      return "aws";
    }
    int second = region.indexOf('-', first + 1);
    String country = BY_PREFIX.getOrDefault(region.substring(0, first), "aws");
    return second < 0 ? country : BY_PREFIX.getOrDefault(region.substring(0, second), country);
  }
}
