package dev.highstreet.dashboard.documentation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Some of a text, with what was looked for marked.
 *
 * @param pieces in turn; together they are what is shown
 */
public record Excerpt(List<Piece> pieces) {
  private static final int LENGTH = 220;
  private static final int BEFORE = 60;
  private static final String CUT = "…";

  public Excerpt {
    pieces = List.copyOf(pieces);
  }

  /**
   * A part of an excerpt.
   *
   * @param text plain text, to be escaped
   * @param marked whether it was looked for
   */
  public record Piece(String text, boolean marked) {}

  /** The whole of a text. */
  static Excerpt whole(String text, Query query) {
    return new Excerpt(pieces(text, 0, text.length(), Word.in(text), query));
  }

  /** The part of a text in which most of what is looked for comes together. */
  static Excerpt best(String text, Query query) {
    List<Word> words = Word.in(text);
    int around = densest(words, query);
    int from = wordAtOrAfter(words, Math.max(0, around - BEFORE), 0);
    int to = Math.min(text.length(), from + LENGTH);
    if (to < text.length()) {
      to = endOfWordBefore(words, to, from);
    }
    List<Piece> pieces = new ArrayList<>();
    if (from > 0) {
      pieces.add(new Piece(CUT, false));
    }
    pieces.addAll(pieces(text, from, to, words, query));
    if (to < text.length()) {
      pieces.add(new Piece(CUT, false));
    }
    return new Excerpt(pieces);
  }

  /** Where the words begin that are looked for and stand closest together. */
  private static int densest(List<Word> words, Query query) {
    List<Word> meant = words.stream().filter(query::means).toList();
    int best = 0;
    int most = 0;
    for (int i = 0; i < meant.size(); i++) {
      int start = meant.get(i).start();
      Set<String> together = new HashSet<>();
      for (int k = i; k < meant.size() && meant.get(k).end() <= start + LENGTH - BEFORE; k++) {
        Word word = meant.get(k);
        query.words().stream().filter(word::answers).forEach(together::add);
      }
      if (together.size() > most) {
        most = together.size();
        best = start;
      }
    }
    return best;
  }

  private static int wordAtOrAfter(List<Word> words, int position, int otherwise) {
    return position == 0
        ? 0
        : words.stream()
            .mapToInt(Word::start)
            .filter(start -> start >= position)
            .findFirst()
            .orElse(otherwise);
  }

  private static int endOfWordBefore(List<Word> words, int position, int from) {
    return words.stream()
        .mapToInt(Word::end)
        .filter(end -> end <= position && end > from)
        .max()
        .orElse(position);
  }

  private static List<Piece> pieces(String text, int from, int to, List<Word> words, Query query) {
    List<Piece> pieces = new ArrayList<>();
    int done = from;
    for (Word word : words) {
      if (word.start() >= from && word.end() <= to && query.means(word)) {
        if (word.start() > done) {
          pieces.add(new Piece(text.substring(done, word.start()), false));
        }
        pieces.add(new Piece(text.substring(word.start(), word.end()), true));
        done = word.end();
      }
    }
    if (done < to) {
      pieces.add(new Piece(text.substring(done, to), false));
    }
    return pieces;
  }

  /** The beginning of a text, up to the end of a word. */
  static String shortened(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = endOfWordBefore(Word.in(text), longest - CUT.length(), 0);
    return text.substring(0, end) + CUT;
  }
}
