package dev.highstreet.simulator.warehouse;

import java.time.LocalDate;

/** What the shop's buyers expect to sell. */
@FunctionalInterface
public interface DemandForecast {
  /**
   * Units of a product that will be asked for on a day, on average, in all stores together; 0 when
   * it is not sold then.
   */
  double dailyUnits(int product, LocalDate day);
}
