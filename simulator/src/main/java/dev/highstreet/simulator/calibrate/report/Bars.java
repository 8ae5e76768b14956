package dev.highstreet.simulator.calibrate.report;

import java.util.List;

/**
 * Pairs of bars, as SVG.
 *
 * @param figure what is said around it
 * @param pairs from left to right
 * @param up ticks along the side
 * @param axis what the bottom measures
 * @param table the same in figures
 */
public record Bars(Figure figure, List<Pair> pairs, List<Tick> up, String axis, FigureTable table) {
  /**
   * Two bars side by side.
   *
   * @param label below them
   * @param left where the first begins
   * @param width of each
   * @param real the top of the real bar
   * @param simulated the top of the simulated one
   */
  public record Pair(String label, double left, double width, double real, double simulated) {}

  /** Keeps copies. */
  public Bars {
    pairs = List.copyOf(pairs);
    up = List.copyOf(up);
  }
}
