package dev.highstreet.simulator.calibrate;

import dev.highstreet.simulator.calibrate.CalibrationProgress.Stage;
import dev.highstreet.simulator.calibrate.history.HistoryReading;
import dev.highstreet.simulator.calibrate.report.Report;
import dev.highstreet.simulator.calibrate.score.Scorecard;
import dev.highstreet.simulator.profile.Profile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a calibration.
 *
 * @param file the name of the file
 * @param reading what was read, with the rows that were left out, by reason
 * @param profile fitted to the whole file
 * @param estimates the profile's main figures, each with its standard error; empty if not scored
 * @param notes sentences on what the file cannot tell
 * @param scorecard how hard it is to tell simulated from held-out customers; empty if not scored
 * @param unscored why not, in a sentence; empty if it was
 * @param timings how long each stage took
 */
public record CalibrationResult(
    String file,
    HistoryReading reading,
    Profile profile,
    List<Estimate> estimates,
    List<String> notes,
    Optional<Scorecard> scorecard,
    String unscored,
    Map<Stage, Duration> timings) {
  /** Keeps copies. */
  public CalibrationResult {
    estimates = List.copyOf(estimates);
    notes = List.copyOf(notes);
    timings = Map.copyOf(timings);
  }

  /** The page that shows all this. */
  public Report report() {
    return new Report(file, reading, profile, notes, scorecard.orElse(null), unscored);
  }
}
