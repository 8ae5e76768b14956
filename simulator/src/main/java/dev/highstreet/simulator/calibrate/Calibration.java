package dev.highstreet.simulator.calibrate;

import static java.util.Objects.requireNonNull;

import dev.highstreet.simulator.calibrate.CalibrationProgress.Stage;
import dev.highstreet.simulator.calibrate.history.HistoryFile;
import dev.highstreet.simulator.calibrate.history.HistoryReading;
import dev.highstreet.simulator.calibrate.history.LastYears;
import dev.highstreet.simulator.calibrate.history.Limits;
import dev.highstreet.simulator.calibrate.score.Scorecard;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.transactions.UnusableFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * From a file of transactions to the profile of its shop, with a score: reads, fits to all of it,
 * and scores the same fit on halves.
 */
public final class Calibration {
  /** With fewer, the halves of a shop differ by so much that any score is met. */
  private static final int FEWEST_TO_SCORE = 40;

  private final CalibrationOptions options;
  private final Fit fit;
  private final Consumer<CalibrationProgress> progress;
  private final Queue<Profile> halves = new ConcurrentLinkedQueue<>();
  private final Map<Stage, Duration> timings = new EnumMap<>(Stage.class);

  /** How a profile is fitted. Used from several threads at once. */
  @FunctionalInterface
  public interface Fit {
    /**
     * The profile of a shop.
     *
     * @param name what the shop is to be called
     * @param source where its transactions come from
     * @param currency three capitals
     */
    Profile fit(SalesHistory history, String name, String source, String currency);
  }

  private Calibration(CalibrationOptions options, Fit fit, Consumer<CalibrationProgress> progress) {
    this.options = requireNonNull(options, "options is null");
    this.fit = requireNonNull(fit, "fit is null");
    this.progress = requireNonNull(progress, "progress is null");
  }

  /**
   * Calibrates.
   *
   * @param progress told at the beginning of each stage and after each part of it, from the threads
   *     that work on it
   * @throws UnusableFileException if the file cannot be read, or holds nothing to learn from
   */
  public static CalibrationResult run(
      CalibrationOptions options, Fit fit, Consumer<CalibrationProgress> progress)
      throws UnusableFileException {
    return new Calibration(options, fit, progress).run();
  }

  private CalibrationResult run() throws UnusableFileException {
    long began = begin(Stage.READ, 1);
    HistoryReading file = HistoryFile.read(options.file(), options.columns(), options.zone());
    HistoryReading reading = file.withHistory(LastYears.of(file.history()));
    SalesHistory history = reading.history();
    end(Stage.READ, 1, began);

    began = begin(Stage.FIT, 1);
    Profile profile = fit(history);
    if (!reading.countries().isEmpty()) {
      profile = profile.withCountries(CountriesFit.of(reading.countries()));
    }
    end(Stage.FIT, 1, began);

    String unscored = unscored(history);
    Optional<Scorecard> scorecard = Optional.empty();
    if (unscored.isEmpty()) {
      Scorecard.Options scoring = options.scoring().orElseThrow();
      began = begin(Stage.SCORE, scoring.splits());
      scorecard = Optional.of(score(history, scoring));
      end(Stage.SCORE, scoring.splits(), began);
    }
    List<String> notes = new ArrayList<>(Limits.of(history));
    if (history.first().isAfter(file.history().first())) {
      notes.add(
          "Orders from %s on were left aside: a profile is made of the last five years, from %s on."
              .formatted(file.history().first(), history.first()));
    }
    return new CalibrationResult(
        options.file().getFileName().toString(),
        reading,
        profile,
        Estimate.of(profile, halves),
        notes,
        scorecard,
        unscored,
        timings);
  }

  private Profile fit(SalesHistory history) {
    return fit.fit(history, options.name(), options.source(), options.currency());
  }

  private Scorecard score(SalesHistory history, Scorecard.Options scoring) {
    AtomicInteger done = new AtomicInteger();
    return Scorecard.of(
        history,
        (fitted, customers, seed) -> {
          Profile half = fit(fitted);
          halves.add(half);
          SalesHistory simulated = SimulatedHistory.of(half, fitted, customers, seed);
          progress.accept(
              new CalibrationProgress(Stage.SCORE, done.incrementAndGet(), scoring.splits()));
          return simulated;
        },
        scoring);
  }

  private String unscored(SalesHistory history) {
    if (options.scoring().isEmpty()) {
      return "Nothing was scored: nobody asked for it.";
    }
    int customers = history.customers() > 0 ? history.customers() : history.orders().size();
    return customers >= FEWEST_TO_SCORE
        ? ""
        : "Nothing was scored: halves of %d customers tell too little; it takes %d."
            .formatted(customers, FEWEST_TO_SCORE);
  }

  private long begin(Stage stage, int parts) {
    progress.accept(new CalibrationProgress(stage, 0, parts));
    return System.nanoTime();
  }

  private void end(Stage stage, int parts, long began) {
    timings.put(stage, Duration.ofNanos(System.nanoTime() - began));
    progress.accept(new CalibrationProgress(stage, parts, parts));
  }
}
