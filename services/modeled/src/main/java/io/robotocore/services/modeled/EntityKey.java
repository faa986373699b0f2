package io.robotocore.services.modeled;

import java.util.Comparator;

/**
 * Where an entity is found.
 *
 * @param noun the canonical noun of its resource
 * @param scope what it belongs to, empty if to nothing
 * @param id what it is named by within that
 */
record EntityKey(String noun, String scope, String id) implements Comparable<EntityKey> {

  private static final Comparator<EntityKey> ORDER =
      Comparator.comparing(EntityKey::noun)
          .thenComparing(EntityKey::scope)
          .thenComparing(EntityKey::id);

  /** The key before all entities of a noun. */
  static EntityKey first(String noun) {
    return new EntityKey(noun, "", "");
  }

  @Override
  public int compareTo(EntityKey other) {
    return ORDER.compare(this, other);
  }
}
