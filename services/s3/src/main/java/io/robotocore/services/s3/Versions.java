package io.robotocore.services.s3;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * All versions of a key; there is at least one.
 *
 * @param current the latest
 * @param older the others, the latest first
 */
record Versions(Version current, PVector<Version> older) {

  static Versions of(Version only) {
    return new Versions(only, TreePVector.empty());
  }

  /** The object that is there for whoever does not ask for a version. */
  Optional<StoredObject> object() {
    return current instanceof StoredObject object ? Optional.of(object) : Optional.empty();
  }

  /** The version of an id. */
  Optional<Version> find(String id) {
    return current.id().equals(id) ? Optional.of(current) : older(id);
  }

  private Optional<Version> older(String id) {
    return older.stream().filter(version -> version.id().equals(id)).findFirst();
  }

  /** All versions, the latest first. */
  List<Version> all() {
    return older.isEmpty()
        ? List.of(current)
        : Stream.concat(Stream.of(current), older.stream()).toList();
  }

  /** These versions with a new one, which takes the place of the one of its id. */
  Versions plus(Version latest) {
    if (latest.id().equals(current.id())) {
      return new Versions(latest, older);
    }
    PVector<Version> others =
        latest.id().equals(Version.NULL)
            ? older(Version.NULL).map(older::minus).orElse(older)
            : older;
    return new Versions(latest, others.plus(0, current));
  }

  /** These versions with another state of one of them. */
  Versions with(Version changed) {
    if (changed.id().equals(current.id())) {
      return new Versions(changed, older);
    }
    Version before = older(changed.id()).orElseThrow();
    return new Versions(current, older.with(older.indexOf(before), changed));
  }

  /** These versions without one; empty if none is left. */
  Optional<Versions> minus(String id) {
    if (!current.id().equals(id)) {
      return Optional.of(
          older(id).map(gone -> new Versions(current, older.minus(gone))).orElse(this));
    }
    return older.isEmpty()
        ? Optional.empty()
        : Optional.of(new Versions(older.get(0), older.minus(0)));
  }
}
