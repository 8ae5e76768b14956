package dev.highstreet.simulator.calibrate.report;

import java.util.List;

/**
 * What a chart shows, in figures, for those who do not see it.
 *
 * @param at what the rows are told apart by
 * @param of what their figures are
 */
public record FigureTable(String at, String of, List<Row> rows) {
  /** The real shop's figure and the simulated one's. */
  public record Row(String at, String real, String simulated) {}

  /** Keeps a copy. */
  public FigureTable {
    rows = List.copyOf(rows);
  }
}
