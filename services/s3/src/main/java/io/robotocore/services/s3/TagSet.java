package io.robotocore.services.s3;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * The rules for tags.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html">object
 *     tagging</a>
 */
final class TagSet {

  /** As many tags, at the most, has an object. */
  static final int MAX_OF_OBJECT = 10;

  /** As many tags, at the most, has a bucket. */
  static final int MAX_OF_BUCKET = 50;

  private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

  private TagSet() {}

  /** The tags in the header {@code x-amz-tagging}, which is null when it is not there. */
  static List<Tag> ofHeader(@Nullable String header) {
    if (header == null || header.isEmpty()) {
      return List.of();
    }
    List<Tag> tags = new ArrayList<>();
    for (String pair : header.split("&", -1)) {
      int equals = pair.indexOf('=');
      String key = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      tags.add(Tag.builder().key(decode(key)).value(decode(value)).build());
    }
    if (tags.stream().map(Tag::key).distinct().count() < tags.size()) {
      throw S3Error.malformedTagHeader(header);
    }
    check(tags, MAX_OF_OBJECT);
    return List.copyOf(tags);
  }

  private static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw S3Error.malformedTagHeader(encoded);
    }
  }

  /** The values of tags by key. */
  static Map<String, String> byKey(List<Tag> tags) {
    Map<String, String> byKey = new TreeMap<>();
    tags.forEach(tag -> byKey.put(tag.key(), tag.value()));
    return byKey;
  }

  /** The tags of which values are given by key. */
  static List<Tag> of(Map<String, String> byKey) {
    return byKey.entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }

  /** Refuses tags that break a rule. */
  static void check(List<Tag> tags, int max) {
    if (tags.size() > max) {
      throw S3Error.tooManyTags(max);
    }
    Set<String> keys = new HashSet<>();
    for (Tag tag : tags) {
      if (tag.key() == null || tag.value() == null) {
        throw S3Error.malformedXml();
      }
      if (tag.key().startsWith("aws:")) {
        throw S3Error.invalidTag("System tags cannot be added/updated by requester", tag.key());
      }
      if (tag.key().isEmpty() || tag.key().length() > 128 || !isAllowed(tag.key())) {
        throw S3Error.invalidTag("The TagKey you have provided is invalid", tag.key());
      }
      if (tag.value().length() > 256 || !isAllowed(tag.value())) {
        throw S3Error.invalidTag("The TagValue you have provided is invalid", tag.key());
      }
      if (!keys.add(tag.key())) {
        throw S3Error.invalidTag("Cannot provide multiple Tags with the same key", tag.key());
      }
    }
  }

  private static boolean isAllowed(String text) {
    return ALLOWED.matcher(text).matches();
  }
}
