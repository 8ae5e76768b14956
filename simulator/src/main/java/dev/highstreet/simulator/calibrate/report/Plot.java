package dev.highstreet.simulator.calibrate.report;

import dev.highstreet.simulator.calibrate.score.Sample;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** Draws on a canvas of fixed units, which the page scales. */
final class Plot {
  /** The canvas, and the plot within it; the templates draw around the same. */
  static final double WIDTH = 520;

  static final double HEIGHT = 232;
  static final double LEFT = 44;
  static final double RIGHT = 512;
  static final double TOP = 10;
  static final double BOTTOM = 192;

  private static final int POINTS = 234;
  private static final int BINS = 48;
  private static final List<Integer> QUANTILES = List.of(5, 10, 25, 50, 75, 90, 95, 99);
  private static final int ROWS = 8;

  private Plot() {}

  /** How samples are distributed: the share of each slice of the axis. */
  static Curves densities(Figure figure, String axis, Axis across, Sample real, Sample simulated) {
    double[] here = slices(across, real);
    double[] there = slices(across, simulated);
    double highest = Math.max(max(here), max(there));
    Axis up = Axis.linear(0, 100 * highest * 1.05, BOTTOM, TOP);
    return new Curves(
        figure,
        across.ticks(),
        percent(up),
        axis,
        steps(up, here, true),
        true,
        steps(up, there, false),
        quantiles(axis, real, simulated));
  }

  /** The share at or below each value of the axis. */
  static Curves cumulative(Figure figure, String axis, Axis across, Sample real, Sample simulated) {
    Axis up = Axis.linear(0, 100, BOTTOM, TOP);
    return new Curves(
        figure,
        across.ticks(),
        percent(up),
        axis,
        line(across, up, value -> 100 * real.shareUpTo(value)),
        false,
        line(across, up, value -> 100 * simulated.shareUpTo(value)),
        quantiles(axis, real, simulated));
  }

  /** Any two functions over an axis. */
  static Curves functions(
      Figure figure,
      String axis,
      Axis across,
      Axis up,
      List<Tick> upTicks,
      DoubleUnaryOperator real,
      DoubleUnaryOperator simulated) {
    return new Curves(
        figure,
        across.ticks(),
        upTicks,
        axis,
        line(across, up, real),
        false,
        line(across, up, simulated),
        values(axis, across, real, simulated));
  }

  /** Shares, in per cent, of places side by side. */
  static Bars bars(
      Figure figure, String axis, List<String> labels, double[] real, double[] simulated) {
    double highest = Math.max(max(real), max(simulated));
    Axis up = Axis.linear(0, 100 * highest * 1.05, BOTTOM, TOP);
    double room = (RIGHT - LEFT) / labels.size();
    double width = Math.min(18, room * 0.38);
    List<Bars.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      pairs.add(
          new Bars.Pair(
              labels.get(i),
              round(LEFT + room * (i + 0.5) - width),
              round(width),
              round(up.place(100 * real[i])),
              round(up.place(100 * simulated[i]))));
    }
    return new Bars(figure, pairs, percent(up), axis, shares(axis, labels, real, simulated));
  }

  /** What so many per cent of all are at or below. */
  private static FigureTable quantiles(String axis, Sample real, Sample simulated) {
    return new FigureTable(
        "Share of all",
        axis + ", at most",
        QUANTILES.stream()
            .map(
                percent ->
                    new FigureTable.Row(
                        percent + " %",
                        rounded(real.quantile(percent / 100.0)),
                        rounded(simulated.quantile(percent / 100.0))))
            .toList());
  }

  private static FigureTable values(
      String axis, Axis across, DoubleUnaryOperator real, DoubleUnaryOperator simulated) {
    List<FigureTable.Row> rows = new ArrayList<>();
    for (int row = 0; row <= ROWS; row++) {
      double value = across.value((double) row / ROWS);
      double at = across.isLog() ? Math.round(value) : value; // ranks are whole
      rows.add(
          new FigureTable.Row(
              rounded(at),
              rounded(real.applyAsDouble(at)) + " %",
              rounded(simulated.applyAsDouble(at)) + " %"));
    }
    return new FigureTable(axis, "share", rows);
  }

  private static FigureTable shares(
      String axis, List<String> labels, double[] real, double[] simulated) {
    List<FigureTable.Row> rows = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      rows.add(
          new FigureTable.Row(
              labels.get(i), rounded(100 * real[i]) + " %", rounded(100 * simulated[i]) + " %"));
    }
    return new FigureTable(axis, "share", rows);
  }

  private static String rounded(double value) {
    return Double.isNaN(value)
        ? "–"
        : BigDecimal.valueOf(value)
            .setScale(Math.abs(value) < 1 ? 3 : Math.abs(value) < 100 ? 2 : 0, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString();
  }

  static List<Tick> percent(Axis up) {
    return up.ticks().stream().map(tick -> new Tick(tick.at(), tick.label() + " %")).toList();
  }

  private static double[] slices(Axis across, Sample sample) {
    double[] shares = new double[BINS];
    double before = 0;
    for (int bin = 0; bin < BINS; bin++) {
      double upTo = bin == BINS - 1 ? 1 : sample.shareUpTo(across.value((bin + 1.0) / BINS));
      shares[bin] = upTo - before;
      before = upTo;
    }
    return shares;
  }

  private static String steps(Axis up, double[] shares, boolean closed) {
    StringBuilder path = new StringBuilder();
    double width = (RIGHT - LEFT) / shares.length;
    path.append(at('M', LEFT, closed ? BOTTOM : up.place(100 * shares[0])));
    for (int bin = 0; bin < shares.length; bin++) {
      double y = up.place(100 * shares[bin]);
      path.append(at('L', LEFT + bin * width, y)).append(at('L', LEFT + (bin + 1) * width, y));
    }
    return closed ? path.append(at('L', RIGHT, BOTTOM)).append('Z').toString() : path.toString();
  }

  private static String line(Axis across, Axis up, DoubleUnaryOperator function) {
    StringBuilder path = new StringBuilder();
    for (int point = 0; point <= POINTS; point++) {
      double value = across.value((double) point / POINTS);
      path.append(
          at(point == 0 ? 'M' : 'L', across.place(value), up.place(function.applyAsDouble(value))));
    }
    return path.toString();
  }

  private static String at(char command, double x, double y) {
    return String.format(Locale.ROOT, "%c%.1f %.1f", command, x, y);
  }

  private static double max(double[] values) {
    double highest = Double.MIN_NORMAL;
    for (double value : values) {
      highest = Math.max(highest, value);
    }
    return highest;
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
