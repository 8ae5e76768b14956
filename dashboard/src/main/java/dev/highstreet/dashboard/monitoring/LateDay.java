package dev.highstreet.dashboard.monitoring;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A day of the shop for which events came too late.
 *
 * @param day calendar date in the business zone
 * @param late events that were late, and that no backfill has counted in
 * @param behind the same, of those that the watermark had passed
 * @param netSales of the day as they stand, in pounds; null where nothing was sold
 * @param runId the run that wrote them; 0 where nothing was sold
 * @param open whether the live job still counts for the month that it is in
 */
public record LateDay(
    LocalDate day, long late, long behind, BigDecimal netSales, long runId, boolean open) {
  public LateDay {
    requireNonNull(day, "day is null");
  }

  /** Events that wait for a backfill. */
  public long events() {
    return late + behind;
  }
}
