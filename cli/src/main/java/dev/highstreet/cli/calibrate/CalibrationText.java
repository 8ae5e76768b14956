package dev.highstreet.cli.calibrate;

import dev.highstreet.simulator.calibrate.CalibrationProgress.Stage;
import dev.highstreet.simulator.calibrate.CalibrationResult;
import dev.highstreet.simulator.calibrate.Estimate;
import dev.highstreet.simulator.calibrate.score.Score;
import dev.highstreet.simulator.calibrate.score.Scorecard;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** What came of a calibration, for people. */
final class CalibrationText {
  private CalibrationText() {}

  static String of(CalibrationResult result) {
    StringBuilder text = new StringBuilder();
    line(text, "rows", "%,d read, %s", result.reading().rows(), dropped(result));
    line(
        text,
        "history",
        "%,d orders of %,d customers, %,d products, %s to %s",
        result.reading().history().orders().size(),
        result.reading().history().customers(),
        result.reading().history().products().size(),
        result.reading().history().first(),
        result.reading().history().last());
    line(
        text,
        "time",
        "%.1f s to read, %.1f s to fit, %.1f s to score",
        seconds(result, Stage.READ),
        seconds(result, Stage.FIT),
        seconds(result, Stage.SCORE));
    for (String note : result.notes()) {
      line(text, "note", "%s", note);
    }
    for (Estimate found : result.estimates()) {
      line(text, "found", "%-32s %8.4f ± %.4f", found.figure(), found.value(), found.error());
    }
    result
        .scorecard()
        .ifPresentOrElse(card -> scores(text, card), () -> text.append(result.unscored()));
    return text.toString().stripTrailing();
  }

  private static void line(StringBuilder text, String label, String format, Object... values) {
    text.append(String.format(Locale.ROOT, "  %-9s", label))
        .append(String.format(Locale.ROOT, format, values))
        .append('\n');
  }

  private static String dropped(CalibrationResult result) {
    return result.reading().droppedByReason().isEmpty()
        ? "none left out"
        : "left out: "
            + result.reading().droppedByReason().entrySet().stream()
                .map(
                    reason ->
                        String.format(
                            Locale.ROOT,
                            "%,d %s",
                            reason.getValue(),
                            reason.getKey().toLowerCase(Locale.ROOT).replace('_', ' ')))
                .collect(Collectors.joining(", "));
  }

  private static double seconds(CalibrationResult result, Stage stage) {
    return result.timings().getOrDefault(stage, Duration.ZERO).toMillis() / 1000.0;
  }

  private static void scores(StringBuilder text, Scorecard card) {
    text.append(
        String.format(
            Locale.ROOT, "%n  %-32s %-11s %7s %7s %7s%n", "", "", "value", "floor", "goal"));
    for (Score score : card.scores()) {
      text.append(
          score.isTaken()
              ? String.format(
                  Locale.ROOT,
                  "  %-32s %-11s %7.4f %7.4f %7.4f  %s%n",
                  score.measure().label(),
                  score.measure().kind().label(),
                  score.value(),
                  score.floor(),
                  score.goal(),
                  score.isMet() ? "met" : "missed")
              : String.format(
                  Locale.ROOT,
                  "  %-32s cannot be taken from this file%n",
                  score.measure().label()));
    }
  }
}
