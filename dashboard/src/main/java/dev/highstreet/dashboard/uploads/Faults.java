package dev.highstreet.dashboard.uploads;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** What is wrong with a file, by line. The first thousand are kept; all lines are counted. */
final class Faults {
  /** How many are kept. */
  static final int KEPT = 1_000;

  private final List<Fault> kept = new ArrayList<>();
  private final BitSet lines = new BitSet();

  void add(long line, String column, String reason) {
    if (line > 0) {
      lines.set(Math.toIntExact(line));
    }
    if (kept.size() < KEPT) {
      kept.add(new Fault(line, column, reason));
    }
  }

  boolean isEmpty() {
    return kept.isEmpty();
  }

  /** How many lines are at fault. */
  int lines() {
    return lines.cardinality();
  }

  /** Those that were kept, by line. */
  List<Fault> kept() {
    return kept.stream().sorted(Comparator.comparingLong(Fault::line)).toList();
  }
}
