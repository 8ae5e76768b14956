package dev.highstreet.dashboard.documentation;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A word of a text: letters and digits in a row. So {@code ops.late_events} is three words, and a
 * query has no signs that could mean anything.
 *
 * @param start where it begins in the text
 * @param end behind its last character
 * @param lower in lower case
 */
record Word(int start, int end, String lower) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  /** Those of a text in turn. */
  static List<Word> in(String text) {
    return WORD.matcher(text)
        .results()
        .map(match -> new Word(match.start(), match.end(), match.group().toLowerCase(Locale.ROOT)))
        .toList();
  }

  /** Whether somebody who asks for that word means this one: it begins like it. */
  boolean answers(String asked) {
    return lower.startsWith(asked) && (asked.length() > 1 || lower.length() == 1);
  }
}
