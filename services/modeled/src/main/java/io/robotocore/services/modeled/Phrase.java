package io.robotocore.services.modeled;

import java.util.List;
import java.util.Set;

/**
 * The name of an operation, taken apart: {@code BatchDeleteClusters} is to delete many clusters.
 *
 * @param verb what is done: {@code Delete}
 * @param noun to what, for one: {@code Cluster}; empty if the name has none
 * @param plural whether it is for many
 * @param batch whether a list of them is named in the request
 */
record Phrase(String verb, String noun, boolean plural, boolean batch) {

  /** Words in front of the verb that say who does it. */
  private static final Set<String> ACTORS = Set.of("Admin");

  private static final List<String> PREPOSITIONS =
      List.of("By", "For", "From", "Of", "With", "In", "To");

  static Phrase of(String operation) {
    List<String> words = Names.words(operation);
    boolean batch = words.get(0).equals("Batch") && words.size() > 1;
    int verb = batch || (ACTORS.contains(words.get(0)) && words.size() > 2) ? 1 : 0;
    String noun = String.join("", words.subList(verb + 1, words.size()));
    return new Phrase(words.get(verb), Names.singular(noun), Names.isPlural(noun), batch);
  }

  /** This without what follows a preposition: {@code ListServicesByNamespace} lists services. */
  Phrase bare() {
    for (String preposition : PREPOSITIONS) {
      int end = noun.indexOf(preposition);
      boolean word =
          end > 0
              && end + preposition.length() < noun.length()
              && Character.isUpperCase(noun.charAt(end + preposition.length()));
      if (word) {
        String before = noun.substring(0, end);
        return new Phrase(verb, Names.singular(before), Names.isPlural(before), batch);
      }
    }
    return this;
  }

  /** The noun without regard to case. */
  String canonicalNoun() {
    return Names.canonical(noun);
  }
}
