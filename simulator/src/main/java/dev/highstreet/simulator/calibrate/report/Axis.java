package dev.highstreet.simulator.calibrate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where values stand along one side of a plot, and which of them are labelled. */
final class Axis {
  private static final double[] STEPS = {1, 2, 2.5, 5, 10};
  private static final int MOST_TICKS = 6;

  private final double from;
  private final double to;
  private final double start;
  private final double end;
  private final boolean log;

  private Axis(double from, double to, double start, double end, boolean log) {
    this.from = from;
    this.to = to > from ? to : from + 1;
    this.start = start;
    this.end = end;
    this.log = log;
  }

  /** Values from one end of the plot to the other, evenly. */
  static Axis linear(double from, double to, double start, double end) {
    return new Axis(from, to, start, end, false);
  }

  /**
   * Values by their logarithms.
   *
   * @param from above 0
   */
  static Axis log(double from, double to, double start, double end) {
    return new Axis(Math.log10(from), Math.log10(to), start, end, true);
  }

  /** Where a value stands; values beyond the ends stand at them. */
  double place(double value) {
    double at = log ? Math.log10(Math.max(value, Double.MIN_NORMAL)) : value;
    double share = (Math.min(Math.max(at, from), to) - from) / (to - from);
    return start + share * (end - start);
  }

  /** Whether values stand by their logarithms. */
  boolean isLog() {
    return log;
  }

  /** The value at a share of the way, 0 to 1. */
  double value(double share) {
    double at = from + share * (to - from);
    return log ? Math.pow(10, at) : at;
  }

  /** Round values along the axis: of a logarithmic one, 1, 2 and 5, or powers of ten alone. */
  List<Tick> ticks() {
    return log ? logTicks() : linearTicks();
  }

  private List<Tick> linearTicks() {
    double rough = (to - from) / (MOST_TICKS - 1);
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = power;
    for (double candidate : STEPS) {
      if (candidate * power >= rough) {
        step = candidate * power;
        break;
      }
    }
    List<Tick> ticks = new ArrayList<>();
    for (double n = Math.ceil(from / step - 1e-9); n * step <= to + step * 1e-9; n++) {
      ticks.add(tick(n * step + 0.0)); // no negative zero
    }
    return ticks;
  }

  private List<Tick> logTicks() {
    double[] within = to - from > 2.5 ? new double[] {1} : new double[] {1, 2, 5};
    List<Tick> ticks = new ArrayList<>();
    for (int power = (int) Math.floor(from); power <= to; power++) {
      for (double digit : within) {
        double value = digit * Math.pow(10, power);
        if (Math.log10(value) >= from - 1e-9 && Math.log10(value) <= to + 1e-9) {
          ticks.add(tick(value));
        }
      }
    }
    return ticks;
  }

  private Tick tick(double value) {
    return new Tick(place(value), label(value));
  }

  static String label(double value) {
    if (value >= 1_000_000) {
      return plain(value / 1_000_000) + " m";
    }
    return value >= 10_000 ? plain(value / 1_000) + " k" : plain(value);
  }

  private static String plain(double value) {
    String text = String.format(Locale.ROOT, "%.4f", value);
    return text.replaceAll("\\.?0+$", "");
  }
}
