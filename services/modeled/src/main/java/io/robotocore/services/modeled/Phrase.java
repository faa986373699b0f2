package io.robotocore.services.modeled;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The name of an operation, taken apart: {@code BatchDeleteClusters} is to delete many clusters.
 *
 * @param verb what is done: {@code Delete}
 * @param noun to what, for one: {@code Cluster}; empty if the name has none
 * @param plural whether it is for many
 * @param batch whether a list of them is named in the request
 */
record Phrase(String verb, Noun noun, boolean plural, boolean batch) {

  /** Words in front of the verb that say who does it. */
  private static final Set<String> ACTORS = Set.of("Admin");

  private static final List<String> PREPOSITIONS =
      List.of("By", "For", "From", "Of", "With", "In", "To");

  private static final Set<String> SUFFIXES =
      Set.of(
          "summary",
          "detail",
          "info",
          "information",
          "metadata",
          "name",
          "arn",
          "id",
          "list",
          "v2");

  static Phrase of(String operation) {
    List<String> words = Names.words(operation);
    boolean batch = words.get(0).equals("Batch") && words.size() > 1;
    int verb = batch || (ACTORS.contains(words.get(0)) && words.size() > 2) ? 1 : 0;
    String verbWord = words.get(verb);
    int start = operation.indexOf(verbWord, batch ? "Batch".length() : 0) + verbWord.length();
    return of(verbWord, operation.substring(start), batch);
  }

  private static Phrase of(String verb, String object, boolean batch) {
    return new Phrase(verb, Noun.of(Names.singular(object)), Names.isPlural(object), batch);
  }

  /** This without what follows a preposition: {@code ListServicesByNamespace} lists services. */
  Phrase bare() {
    for (String preposition : PREPOSITIONS) {
      String text = noun.text();
      int end = text.indexOf(preposition);
      boolean word =
          end > 0
              && end + preposition.length() < text.length()
              && Character.isUpperCase(text.charAt(end + preposition.length()));
      if (word) {
        return of(verb, text.substring(0, end), batch);
      }
    }
    return this;
  }

  /** This without what only says how much is told: {@code ListJobSummaries} lists jobs. */
  Optional<Phrase> withoutSuffix() {
    List<String> words = Names.words(noun.text());
    int last = words.size() - 1;
    return last > 0 && SUFFIXES.contains(noun.lastWord())
        ? Optional.of(
            of(
                verb,
                noun.text().substring(0, noun.text().length() - words.get(last).length()),
                batch))
        : Optional.empty();
  }

  /** The noun without regard to case. */
  String canonicalNoun() {
    return noun.canonical();
  }
}
