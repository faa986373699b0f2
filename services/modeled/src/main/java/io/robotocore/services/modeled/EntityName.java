package io.robotocore.services.modeled;

/**
 * By what an entity is found without knowing where it is.
 *
 * @param end the end of one of its names, behind the last {@code /} or {@code :}: that is the same
 *     for its ARN and for its id
 * @param key where the entity is
 */
record EntityName(String end, EntityKey key) implements Comparable<EntityName> {

  /** That of an entity which has this name, or one that ends the same. */
  static EntityName of(String name, EntityKey key) {
    return new EntityName(lastPart(name), key);
  }

  /** The one before those of all entities that have this name, or one that ends the same. */
  static EntityName first(String name) {
    return of(name, EntityKey.first(""));
  }

  private static String lastPart(String name) {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
  }

  @Override
  public int compareTo(EntityName other) {
    int byEnd = end.compareTo(other.end);
    return byEnd != 0 ? byEnd : key.compareTo(other.key);
  }
}
