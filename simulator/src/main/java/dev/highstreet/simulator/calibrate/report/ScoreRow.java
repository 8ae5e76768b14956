package dev.highstreet.simulator.calibrate.report;

import dev.highstreet.simulator.calibrate.score.Measure;
import dev.highstreet.simulator.calibrate.score.Score;
import java.util.Locale;

/**
 * A row of the scorecard, as the page shows it.
 *
 * @param label what was compared
 * @param definition what that is, in a sentence
 * @param kind how
 * @param value the figure
 * @param floor the same between halves of the real shop
 * @param goal what had to be reached
 * @param splits in how many splits of all it was
 * @param verdict met, missed, or why there is none
 * @param met whether the goal was reached
 * @param taken whether there was anything to compare
 * @param bar how far the figure is on the way to twice its goal, 0 to 100 %
 * @param mark where the floor is on that way
 */
public record ScoreRow(
    String label,
    String definition,
    String kind,
    String value,
    String floor,
    String goal,
    String splits,
    String verdict,
    boolean met,
    boolean taken,
    int bar,
    int mark) {
  private static final double GUESSING = 0.5;

  static ScoreRow of(Score score) {
    Measure measure = score.measure();
    boolean taken = score.isTaken();
    String atMost = measure.kind() == Measure.Kind.CLOSENESS ? "≥ " : "≤ ";
    return new ScoreRow(
        measure.label(),
        measure.definition(),
        measure.kind().label(),
        figure(score.value()),
        figure(score.floor()),
        taken ? atMost + figure(score.goal()) : "–",
        taken ? "%d of %d".formatted(score.met(), score.splits()) : "–",
        !taken ? "nothing to compare" : score.isMet() ? "met" : "missed",
        score.isMet(),
        taken,
        taken ? way(measure, score.value(), score.goal()) : 0,
        taken ? way(measure, score.floor(), score.goal()) : 0);
  }

  /** On one scale for all: nothing at all is 0, the goal 50, twice as far off as allowed 100. */
  private static int way(Measure measure, double value, double goal) {
    double way =
        switch (measure.kind()) {
          case CLOSENESS -> (1 - value) / (1 - goal);
          case AUC -> (value - GUESSING) / (goal - GUESSING);
          case KS, TV, CORRELATION, DIFFERENCE, COPIES -> value / goal;
        };
    return (int) Math.round(Math.min(100, Math.max(0, 50 * way)));
  }

  static String figure(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
  }
}
