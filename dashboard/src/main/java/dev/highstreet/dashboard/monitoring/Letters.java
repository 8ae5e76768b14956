package dev.highstreet.dashboard.monitoring;

import dev.highstreet.dashboard.shell.Panel;
import java.util.Optional;

/**
 * The dead letters panel.
 *
 * @param filter what was asked for
 * @param counts of all letters
 * @param list one page of those that the filter lets through
 * @param chosen the one beside the list, where one was asked for; empty inside if there is none
 *     such
 */
public record Letters(
    LetterFilter filter,
    Panel<LetterCounts> counts,
    Panel<LetterList> list,
    Optional<Panel<Optional<Letter>>> chosen) {
  /** How many there are in all; 0 where that is not known. */
  public long total() {
    return counts.found().map(LetterCounts::total).orElse(0L);
  }
}
