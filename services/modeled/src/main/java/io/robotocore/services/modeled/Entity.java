package io.robotocore.services.modeled;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing that somebody has created.
 *
 * @param key where it is found
 * @param attributes what is known of it, by canonical name: what it was created and changed with
 *     and what it was given then
 * @param tags its tags
 * @param life when and how it came to be as it is
 */
record Entity(EntityKey key, Map<String, Object> attributes, Map<String, String> tags, Life life) {

  /** The attribute with all of the names that a thing has in the whole world. */
  static final String ARN = "arn";

  /** The attribute with the status in which a deleted thing can still be looked at. */
  static final String GONE = "gone";

  /**
   * When and how a thing came to be as it is.
   *
   * @param created when it was created
   * @param changed when it was changed last
   * @param verb what was done to it last: {@code Create}, {@code Stop}; empty if nobody ever did
   *     anything to it
   * @param token the client's token of its creation; empty if there was none
   */
  record Life(Instant created, Instant changed, String verb, String token) {

    /** Whether what was done last has led to another status, and not to other content. */
    boolean isTransition() {
      return Verbs.TRANSITION.contains(verb) || Verbs.DELETE.contains(verb);
    }
  }

  /** Something new that no engine looks after. */
  static Entity of(EntityKey key, Map<String, Object> attributes, Instant now) {
    return new Entity(key, attributes, Map.of(), new Life(now, now, "", ""));
  }

  /** Whether this was deleted, and can only be looked at. */
  boolean isGone() {
    return attributes.containsKey(GONE);
  }

  /** The attribute of this canonical name. */
  Optional<Object> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  /** Whether something names this: its id, its ARN, or its name. */
  boolean isNamed(String name) {
    return names().anyMatch(own -> Identity.same(own, name));
  }

  /** Its id, its ARN, and its names. */
  Stream<String> names() {
    return Stream.concat(
        Stream.of(key.id()),
        attributes.entrySet().stream()
            .filter(attribute -> isOwnName(attribute.getKey()))
            .map(Map.Entry::getValue)
            .filter(String.class::isInstance)
            .map(String.class::cast));
  }

  private boolean isOwnName(String attribute) {
    String noun = key.noun();
    return attribute.equals(noun)
        || (Identity.isGeneral(attribute) && !attribute.startsWith("resource"))
        || Identity.nouns(attribute).anyMatch(noun::endsWith)
        || (attribute.startsWith(noun) && Identity.looksLikeOne(attribute));
  }

  /** This with other values of some attributes. */
  Entity with(Map<String, Object> changes, String verb, Instant now) {
    Life changed = new Life(life.created, now, verb, life.token);
    return new Entity(key, knowing(changes).attributes, tags, changed);
  }

  /** This with other values of some attributes, that nobody has changed. */
  Entity knowing(Map<String, Object> others) {
    Map<String, Object> known = new LinkedHashMap<>(attributes);
    known.putAll(others);
    return new Entity(key, Collections.unmodifiableMap(known), tags, life);
  }

  /** This with other tags. */
  Entity withTags(Map<String, String> others) {
    return new Entity(key, attributes, Collections.unmodifiableMap(others), life);
  }
}
