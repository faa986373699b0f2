package io.robotocore.services.sts;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pcollections.TreePMap;
import software.amazon.awssdk.services.sts.model.Tag;

/**
 * The tags of a session.
 *
 * @param all all of them
 * @param transitive those that later sessions of a role chain inherit
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html">session
 *     tags</a>
 */
record SessionTags(TreePMap<String, String> all, TreePMap<String, String> transitive) {

  /** Tags of which none is passed on. */
  static SessionTags of(List<Tag> tags) {
    TreePMap<String, String> all = TreePMap.empty();
    for (Tag tag : tags) {
      if (find(tag.key(), all.keySet()).isPresent()) {
        throw StsError.invalidParameter(
            "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
      }
      all = all.plus(tag.key(), tag.value());
    }
    return new SessionTags(all, TreePMap.empty());
  }

  /** Tags by key, as an identity provider gives them. */
  static SessionTags of(Map<String, String> tags) {
    return of(
        tags.entrySet().stream()
            .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
            .toList());
  }

  /** These tags with some of them passed on, and with those that the calling session passes on. */
  SessionTags passingOn(List<String> keys, Optional<RoleSession> caller) {
    TreePMap<String, String> inherited =
        caller.map(RoleSession::transitiveTags).orElse(TreePMap.empty());
    Set<String> own =
        keys.stream().map(key -> key.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    for (String key : keys) {
      if (find(key, all.keySet()).isEmpty()) {
        throw StsError.invalidParameter(
            "The specified transitive tag key must be included in the requested tags.");
      }
    }
    if (all.keySet().stream().anyMatch(key -> find(key, inherited.keySet()).isPresent())) {
      throw StsError.invalidParameter(
          "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key"
              + " from the calling session.");
    }
    Map<String, String> passed = new TreeMap<>(all);
    passed.keySet().removeIf(key -> !own.contains(key.toLowerCase(Locale.ROOT)));
    return new SessionTags(all.plusAll(inherited), inherited.plusAll(passed));
  }

  private static Optional<String> find(String key, Collection<String> keys) {
    return keys.stream().filter(key::equalsIgnoreCase).findFirst();
  }
}
