package dev.highstreet.dashboard.sales;

import java.time.LocalDate;
import java.util.Locale;

/** What one bar of the trend stands for. */
public enum Grain {
  DAY,
  MONTH;

  /** As it is written in the address. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The first day of the bar that a day belongs to. */
  LocalDate startOf(LocalDate day) {
    return this == DAY ? day : day.withDayOfMonth(1);
  }

  /** The first day of the next bar. */
  LocalDate after(LocalDate start) {
    return this == DAY ? start.plusDays(1) : start.plusMonths(1);
  }
}
