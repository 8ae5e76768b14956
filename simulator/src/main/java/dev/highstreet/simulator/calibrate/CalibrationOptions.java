package dev.highstreet.simulator.calibrate;

import static java.util.Objects.requireNonNull;

import dev.highstreet.simulator.calibrate.score.Scorecard;
import dev.highstreet.simulator.transactions.Columns;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What to calibrate on, and how.
 *
 * @param file the transactions: CSV with a header, plain or gzipped
 * @param columns how the file is written
 * @param zone the shop's time zone, which the file's times are local to
 * @param name what the shop is to be called
 * @param source where its transactions come from, with the citation that they ask for
 * @param currency of the file's prices, ISO 4217
 * @param scoring how to score; empty to leave it out
 */
public record CalibrationOptions(
    Path file,
    Columns columns,
    ZoneId zone,
    String name,
    String source,
    String currency,
    Optional<Scorecard.Options> scoring) {
  /** Refuses what is incomplete. */
  public CalibrationOptions {
    requireNonNull(file, "file is null");
    requireNonNull(columns, "columns is null");
    requireNonNull(zone, "zone is null");
    requireNonNull(name, "name is null");
    requireNonNull(source, "source is null");
    requireNonNull(currency, "currency is null");
    requireNonNull(scoring, "scoring is null");
  }

  /**
   * A file in the usual columns, in UK time and pounds, scored as usual; the shop is called by the
   * file's name.
   */
  public static CalibrationOptions of(Path file) {
    String name = file.getFileName().toString().replaceFirst("(\\.csv)?(\\.gz)?$", "");
    return new CalibrationOptions(
        file,
        Columns.onlineRetail(),
        ZoneId.of("Europe/London"),
        name.isEmpty() ? "shop" : name,
        "Transactions of " + file.getFileName() + ".",
        "GBP",
        Optional.of(Scorecard.Options.usual()));
  }

  /** The same with other columns. */
  public CalibrationOptions withColumns(Columns other) {
    return new CalibrationOptions(file, other, zone, name, source, currency, scoring);
  }

  /** The same in another time zone. */
  public CalibrationOptions withZone(ZoneId other) {
    return new CalibrationOptions(file, columns, other, name, source, currency, scoring);
  }

  /** The same under another name. */
  public CalibrationOptions withName(String other) {
    return new CalibrationOptions(file, columns, zone, other, source, currency, scoring);
  }

  /** The same with another note of where the transactions come from. */
  public CalibrationOptions withSource(String other) {
    return new CalibrationOptions(file, columns, zone, name, other, currency, scoring);
  }

  /** The same in another currency. */
  public CalibrationOptions withCurrency(String other) {
    return new CalibrationOptions(file, columns, zone, name, source, other, scoring);
  }

  /** The same, scored otherwise. */
  public CalibrationOptions withScoring(Scorecard.Options other) {
    return new CalibrationOptions(file, columns, zone, name, source, currency, Optional.of(other));
  }

  /** The same without scores. */
  public CalibrationOptions withoutScoring() {
    return new CalibrationOptions(file, columns, zone, name, source, currency, Optional.empty());
  }
}
