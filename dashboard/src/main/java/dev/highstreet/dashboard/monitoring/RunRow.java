package dev.highstreet.dashboard.monitoring;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Format;
import dev.highstreet.dashboard.shell.Watermark;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * A run of a job, as it stands in the list.
 *
 * @param id ascending
 * @param job its name
 * @param mode LIVE, BOUNDED or BACKFILL
 * @param runtime STREAMING or BATCH
 * @param outcome RUNNING, FINISHED, STOPPED, CANCELLED or FAILED
 * @param counted whether it has counted any record: one that never did was only looked at
 * @param startedAt wall clock
 * @param endedAt wall clock; empty while it runs
 * @param watermark up to when its periods are final
 * @param firstDay that a backfill replaces
 * @param lastDay the last one
 * @param rowsWritten by a backfill, in place of others
 * @param problem why it failed, where somebody could tell
 */
public record RunRow(
    long id,
    String job,
    String mode,
    String runtime,
    String outcome,
    boolean counted,
    Instant startedAt,
    Optional<Instant> endedAt,
    Watermark watermark,
    Optional<LocalDate> firstDay,
    Optional<LocalDate> lastDay,
    Optional<Long> rowsWritten,
    Optional<String> problem) {
  public RunRow {
    requireNonNull(job, "job is null");
    requireNonNull(mode, "mode is null");
    requireNonNull(runtime, "runtime is null");
    requireNonNull(outcome, "outcome is null");
    requireNonNull(startedAt, "startedAt is null");
    requireNonNull(endedAt, "endedAt is null");
    requireNonNull(watermark, "watermark is null");
    requireNonNull(firstDay, "firstDay is null");
    requireNonNull(lastDay, "lastDay is null");
    requireNonNull(rowsWritten, "rowsWritten is null");
    requireNonNull(problem, "problem is null");
  }

  /** {@code live}, {@code bounded, batch}, {@code backfill, batch}. */
  public String modeShown() {
    String words = mode.toLowerCase(Locale.ROOT);
    return runtime.equals("BATCH") ? words + ", batch" : words;
  }

  /** What it covers: days of a backfill, else up to when its periods are final. */
  public String range(Format format) {
    if (firstDay.isPresent() && lastDay.isPresent()) {
      return firstDay.equals(lastDay)
          ? Format.day(firstDay.get())
          : Format.shortDay(firstDay.get()) + " – " + Format.day(lastDay.get());
    }
    return watermark.equals(Watermark.NONE)
        ? Format.NONE
        : watermark.equals(Watermark.END) ? "to the end" : "to " + watermark.shown(format);
  }

  /** How it went, in words. */
  public String outcomeShown() {
    if (outcome.equals("RUNNING")) {
      return counted ? "Running" : "Has read nothing";
    }
    return outcome.charAt(0) + outcome.substring(1).toLowerCase(Locale.ROOT);
  }

  /** The class of the dot before that. */
  public String dot() {
    return outcome.equals("RUNNING") && counted
        ? "dot live"
        : outcome.equals("FAILED") ? "dot gone" : "dot";
  }

  /** How long it took; empty while it runs. */
  public Optional<Duration> took() {
    return endedAt.map(end -> Duration.between(startedAt, end));
  }
}
