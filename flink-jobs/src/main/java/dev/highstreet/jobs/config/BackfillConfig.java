package dev.highstreet.jobs.config;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * What a backfill was told, checked and typed.
 *
 * @param sales where it reads and writes, and by which rules
 * @param from the first day that it replaces, in the business zone
 * @param to the last one
 */
public record BackfillConfig(SalesConfig sales, LocalDate from, LocalDate to) {
  public BackfillConfig {
    requireNonNull(sales, "sales is null");
    requireNonNull(from, "from is null");
    requireNonNull(to, "to is null");
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "--from is %s and --to is %s: the first day comes first; swap them".formatted(from, to));
    }
  }
}
