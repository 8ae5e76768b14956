package dev.highstreet.simulator.replay;

import static java.util.Objects.requireNonNull;

import dev.highstreet.simulator.transactions.Columns;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneId;

/**
 * What to replay, and how.
 *
 * @param file the transactions: CSV with a header, plain or gzipped
 * @param columns how the file is written
 * @param zone the shop's time zone: the file's times are local to it, and its months begin there
 * @param unitCostRatio the share of a product's list price, 0 to 1, that is taken for its cost
 * @param rejectsFile where rows are listed that cannot become part of an event; overwritten
 * @param pace how fast the shop's clock runs
 */
public record ReplayOptions(
    Path file,
    Columns columns,
    ZoneId zone,
    BigDecimal unitCostRatio,
    Path rejectsFile,
    Pace pace) {
  /** Checks the bounds. */
  public ReplayOptions {
    requireNonNull(file, "file is null");
    requireNonNull(columns, "columns is null");
    requireNonNull(zone, "zone is null");
    requireNonNull(rejectsFile, "rejectsFile is null");
    requireNonNull(pace, "pace is null");
    if (unitCostRatio.signum() < 0 || unitCostRatio.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "unit cost ratio is %s: give a share of the list price from 0 to 1"
              .formatted(unitCostRatio));
    }
  }

  /** A file in the usual columns, in UK time, at full speed, with costs of 0.60 of list prices. */
  public static ReplayOptions of(Path file, Path rejectsFile) {
    return new ReplayOptions(
        file,
        Columns.onlineRetail(),
        ZoneId.of("Europe/London"),
        new BigDecimal("0.60"),
        rejectsFile,
        Pace.fullSpeed());
  }

  /** The same with other columns. */
  public ReplayOptions withColumns(Columns other) {
    return new ReplayOptions(file, other, zone, unitCostRatio, rejectsFile, pace);
  }

  /** The same in another time zone. */
  public ReplayOptions withZone(ZoneId other) {
    return new ReplayOptions(file, columns, other, unitCostRatio, rejectsFile, pace);
  }

  /** The same with another assumption about costs. */
  public ReplayOptions withUnitCostRatio(BigDecimal other) {
    return new ReplayOptions(file, columns, zone, other, rejectsFile, pace);
  }

  /** The same at another pace. */
  public ReplayOptions withPace(Pace other) {
    return new ReplayOptions(file, columns, zone, unitCostRatio, rejectsFile, other);
  }
}
