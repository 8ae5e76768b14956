package dev.highstreet.dashboard.documentation;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What was looked for, and what was found.
 *
 * @param text as it was typed
 * @param hits the best ones
 * @param found how many parts of pages were found in all
 * @param library all that there is
 */
public record SearchView(String text, List<Hit> hits, int found, Library library) {
  private static final int MOST = 30;

  public SearchView {
    requireNonNull(text, "text is null");
    hits = List.copyOf(hits);
    requireNonNull(library, "library is null");
  }

  static SearchView of(String text, Library library) {
    List<Hit> all = library.find(Query.of(text));
    return new SearchView(text, all.subList(0, Math.min(MOST, all.size())), all.size(), library);
  }

  /** How many there are, in words. */
  public String count() {
    String parts = found == 1 ? "1 part of a page" : found + " parts of pages";
    return hits.size() < found ? "The best " + hits.size() + " of " + parts : parts;
  }
}
