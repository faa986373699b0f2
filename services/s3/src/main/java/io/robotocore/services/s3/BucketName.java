package io.robotocore.services.s3;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The rules for names of buckets.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">bucket
 *     naming rules</a>
 */
final class BucketName {

  private static final Pattern GENERAL = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern ADDRESS = Pattern.compile("[0-9]+(\\.[0-9]+){3}");
  private static final Pattern DIRECTORY =
      Pattern.compile("[a-z0-9](-?[a-z0-9])*--[a-z0-9]+-[a-z]+[0-9]+--x-s3");
  private static final List<String> RESERVED_PREFIXES = List.of("xn--", "sthree-", "amzn-s3-demo-");
  private static final List<String> RESERVED_SUFFIXES =
      List.of("-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3");

  private BucketName() {}

  /** Whether a bucket may be created under a name. */
  static boolean isValid(String name) {
    return isDirectory(name) ? DIRECTORY.matcher(name).matches() : isGeneral(name);
  }

  /** Whether a name is that of a directory bucket. */
  static boolean isDirectory(String name) {
    return name.endsWith("--x-s3");
  }

  /** The zone in the name of a directory bucket. */
  static String zone(String directory) {
    String base = directory.substring(0, directory.length() - "--x-s3".length());
    return base.substring(base.lastIndexOf("--") + 2);
  }

  private static boolean isGeneral(String name) {
    return GENERAL.matcher(name).matches()
        && !name.contains("..")
        && !ADDRESS.matcher(name).matches()
        && RESERVED_PREFIXES.stream().noneMatch(name::startsWith)
        && RESERVED_SUFFIXES.stream().noneMatch(name::endsWith);
  }
}
