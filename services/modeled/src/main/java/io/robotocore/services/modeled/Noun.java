package io.robotocore.services.modeled;

import java.util.List;

/**
 * What the operations of a service are about: {@code DBInstance}.
 *
 * @param text the noun as the names of operations have it, for one
 * @param canonical the noun without regard to case
 * @param lastWord its last word, without regard to case: {@code instance}
 */
record Noun(String text, String canonical, String lastWord) {

  static Noun of(String text) {
    List<String> words = Names.words(text);
    return new Noun(text, Names.canonical(text), Names.canonical(words.get(words.size() - 1)));
  }

  /** Whether there is none: {@code Converse} is no more than a verb. */
  boolean isEmpty() {
    return text.isEmpty();
  }
}
