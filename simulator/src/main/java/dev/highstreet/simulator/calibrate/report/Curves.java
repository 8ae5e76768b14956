package dev.highstreet.simulator.calibrate.report;

import java.util.List;

/**
 * Two curves over the same axes, as SVG.
 *
 * @param figure what is said around it
 * @param across ticks along the bottom
 * @param up ticks along the side
 * @param axis what the bottom measures
 * @param real the real shop's curve, a path
 * @param filled whether the real curve is the outline of an area
 * @param simulated the simulated shop's curve, a path
 * @param table the same in figures
 */
public record Curves(
    Figure figure,
    List<Tick> across,
    List<Tick> up,
    String axis,
    String real,
    boolean filled,
    String simulated,
    FigureTable table) {
  /** Keeps copies. */
  public Curves {
    across = List.copyOf(across);
    up = List.copyOf(up);
  }
}
