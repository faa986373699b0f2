package io.robotocore.services.modeled;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.document.Document;

/**
 * What a shadow tells of a thing.
 *
 * @param state what is desired and what was reported
 * @param metadata when each value of the state was set
 * @param version how often the shadow was changed, since it was there for the first time
 * @param timestamp when it was changed last, in seconds; a negative one if it was deleted
 */
record IotShadow(Document state, Document metadata, long version, long timestamp) {

  private static final Document EMPTY = Document.fromMap(Map.of());
  private static final long DELETED = -1;

  /** A shadow that has never been there. */
  static final IotShadow NONE = new IotShadow(EMPTY, EMPTY, 0, DELETED);

  boolean exists() {
    return timestamp != DELETED;
  }

  /** What is left, so that the version goes on when somebody makes the shadow again. */
  IotShadow deleted() {
    return new IotShadow(EMPTY, EMPTY, version, DELETED);
  }

  /** This with the values that are given; {@code null} takes a value away. */
  IotShadow updated(Document given, long now) {
    return new IotShadow(
        merged(state, given), stamped(state, metadata, given, now), version + 1, now);
  }

  private static Document merged(Document old, Document given) {
    if (!given.isMap()) {
      return given;
    }
    Map<String, Document> merged = members(old);
    given
        .asMap()
        .forEach(
            (name, value) ->
                put(merged, name, merged(merged.getOrDefault(name, EMPTY), value), value));
    return Document.fromMap(merged);
  }

  /** Objects that have become empty are not kept. */
  private static void put(
      Map<String, Document> members, String name, Document value, Document given) {
    if (given.isNull() || value.equals(EMPTY)) {
      members.remove(name);
    } else {
      members.put(name, value);
    }
  }

  private static Document stamped(Document old, Document stamps, Document given, long now) {
    if (given.isList()) {
      return Document.fromList(
          given.asList().stream().map(element -> stamped(EMPTY, EMPTY, element, now)).toList());
    }
    if (!given.isMap()) {
      return Document.fromMap(Map.of("timestamp", Document.fromNumber(now)));
    }
    Map<String, Document> stamped = old.isMap() ? members(stamps) : new LinkedHashMap<>();
    Map<String, Document> before = members(old);
    given
        .asMap()
        .forEach(
            (name, value) ->
                put(
                    stamped,
                    name,
                    stamped(
                        before.getOrDefault(name, EMPTY),
                        stamped.getOrDefault(name, EMPTY),
                        value,
                        now),
                    value));
    return Document.fromMap(stamped);
  }

  private static Map<String, Document> members(Document document) {
    return document.isMap() ? new LinkedHashMap<>(document.asMap()) : new LinkedHashMap<>();
  }

  /** The document that tells of the shadow, with what is desired and was not reported. */
  Map<String, Document> told() {
    Map<String, Document> sections = members(state);
    Document delta =
        delta(sections.getOrDefault("desired", EMPTY), sections.getOrDefault("reported", EMPTY));
    if (!delta.equals(EMPTY)) {
      sections.put("delta", delta);
    }
    Map<String, Document> told = new LinkedHashMap<>();
    told.put("state", Document.fromMap(sections));
    told.put("metadata", metadata);
    told.put("version", Document.fromNumber(version));
    told.put("timestamp", Document.fromNumber(timestamp));
    return told;
  }

  private static Document delta(Document desired, Document reported) {
    Map<String, Document> delta = new LinkedHashMap<>();
    desired
        .asMap()
        .forEach(
            (name, value) -> {
              Document other = members(reported).getOrDefault(name, Document.fromNull());
              Document difference = value.isMap() && other.isMap() ? delta(value, other) : value;
              boolean same = value.isMap() ? difference.equals(EMPTY) : value.equals(other);
              if (!same) {
                delta.put(name, difference);
              }
            });
    return Document.fromMap(delta);
  }
}
