package dev.highstreet.dashboard.documentation;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What somebody looks for.
 *
 * @param text as it was typed
 * @param words its words in lower case, each once; those beyond the twelfth are left out
 */
record Query(String text, List<String> words) {
  private static final int MOST_WORDS = 12;

  Query {
    requireNonNull(text, "text is null");
    words = List.copyOf(words);
  }

  static Query of(String text) {
    return new Query(
        text, Word.in(text).stream().map(Word::lower).distinct().limit(MOST_WORDS).toList());
  }

  /** Whether a word of a text is one that is looked for. */
  boolean means(Word word) {
    return words.stream().anyMatch(word::answers);
  }
}
