package io.robotocore.services.modeled;

/**
 * Where an entity is found.
 *
 * @param noun the canonical noun of its resource
 * @param scope what it belongs to, empty if to nothing
 * @param id what it is named by within that
 */
record EntityKey(String noun, String scope, String id) implements Comparable<EntityKey> {

  /** The key before all entities of a noun. */
  static EntityKey first(String noun) {
    return new EntityKey(noun, "", "");
  }

  @Override
  public int compareTo(EntityKey other) {
    int byNoun = noun.compareTo(other.noun);
    int byScope = byNoun != 0 ? byNoun : scope.compareTo(other.scope);
    return byScope != 0 ? byScope : id.compareTo(other.id);
  }
}
