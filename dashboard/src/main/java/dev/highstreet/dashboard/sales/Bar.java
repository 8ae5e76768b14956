package dev.highstreet.dashboard.sales;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One bar of the trend.
 *
 * @param start first day of the day or month it stands for
 * @param revenue in pounds
 * @param orders with at least one accepted line
 */
public record Bar(LocalDate start, BigDecimal revenue, long orders) {
  public Bar {
    requireNonNull(start, "start is null");
    requireNonNull(revenue, "revenue is null");
  }
}
