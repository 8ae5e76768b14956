package dev.highstreet.dashboard.documentation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Finds the parts of pages that have to do with a few words, best first. A word also finds those
 * that it begins. Parts that have all words come before none; where no part has all, those that
 * have most are found.
 *
 * <p>An index of our own: there are a few hundred parts of a few hundred words each, so all of it
 * is a sorted map, built in some milliseconds. Lucene would bring some 5 MB, an analyser to choose
 * and a query language to keep strangers out of, for a list of the same twenty parts.
 */
final class SearchIndex {
  private static final double TITLE = 3;
  private static final double HEADING = 4;
  private static final double MADE_OF_SQL = 0.5;

  private record Part(Page page, Section section) {}

  private final List<Part> parts = new ArrayList<>();

  /** How much a word says of a part, by the part's number. */
  private final NavigableMap<String, Map<Integer, Double>> weights = new TreeMap<>();

  SearchIndex(List<Page> pages) {
    for (Page page : pages) {
      for (Section section : page.sections()) {
        add(new Part(page, section));
      }
    }
  }

  private void add(Part part) {
    int number = parts.size();
    parts.add(part);
    Map<String, Double> own = new HashMap<>();
    List<Word> text = Word.in(part.section().text());
    Map<String, Integer> counts = new HashMap<>();
    text.forEach(word -> counts.merge(word.lower(), 1, Integer::sum));
    // what is said often says more, but less and less so, and less in a long text
    double length = 0.6 + 0.4 * text.size() / 150;
    counts.forEach((word, count) -> own.put(word, count * 2.2 / (count + 1.2 * length)));
    if (part.section().level() > 1) { // else the heading is the title
      Word.in(part.page().title()).forEach(word -> own.merge(word.lower(), TITLE, Double::sum));
    }
    Word.in(part.section().heading())
        .forEach(word -> own.merge(word.lower(), HEADING, Double::sum));
    double worth = part.page().manuscript().written() ? 1 : MADE_OF_SQL;
    own.forEach(
        (word, weight) ->
            weights.computeIfAbsent(word, key -> new HashMap<>()).put(number, weight * worth));
  }

  /** All that is found, best first. */
  List<Hit> find(Query query) {
    Map<Integer, Integer> words = new HashMap<>();
    Map<Integer, Double> scores = new HashMap<>();
    for (String word : query.words()) {
      scores(word)
          .forEach(
              (number, score) -> {
                words.merge(number, 1, Integer::sum);
                scores.merge(number, score, Double::sum);
              });
    }
    int most = words.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return scores.keySet().stream()
        .filter(number -> words.get(number) == most)
        .sorted(Comparator.<Integer>comparingDouble(scores::get).reversed().thenComparing(n -> n))
        .map(number -> Hit.of(parts.get(number).page(), parts.get(number).section(), query))
        .toList();
  }

  /**
   * By the part's number, the best that any word says which begins with this one; the less, the
   * less of it was typed.
   */
  private Map<Integer, Double> scores(String asked) {
    Map<Integer, Double> best = new HashMap<>();
    weights
        .subMap(asked, true, asked + Character.MAX_VALUE, true)
        .forEach(
            (word, byPart) -> {
              if (new Word(0, word.length(), word).answers(asked)) {
                double rarity = Math.log(1 + (double) parts.size() / byPart.size());
                double share = (double) asked.length() / word.length();
                byPart.forEach(
                    (number, weight) ->
                        best.merge(number, weight * rarity * share * share, Math::max));
              }
            });
    return best;
  }
}
