package dev.highstreet.dashboard.monitoring;

import java.util.List;
import java.util.Optional;

/**
 * One page of dead letters.
 *
 * @param rows newest first
 * @param older the place from which the next page goes on; empty on the last one
 */
public record LetterList(List<LetterRow> rows, Optional<LetterCursor> older) {
  /** Letters on a page. */
  public static final int LENGTH = 25;

  public LetterList {
    rows = List.copyOf(rows);
  }

  /** A page of what was read, which is one letter more than a page if there are older ones. */
  static LetterList of(List<LetterRow> read) {
    if (read.size() <= LENGTH) {
      return new LetterList(read, Optional.empty());
    }
    LetterRow last = read.get(LENGTH - 1);
    return new LetterList(
        read.subList(0, LENGTH),
        Optional.of(new LetterCursor(last.recordTime(), last.place(), last.line())));
  }
}
