package dev.highstreet.jobs.config;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a backfill was told, checked and typed.
 *
 * @param sales where it reads and writes, and by which rules
 * @param from the first day that it replaces, in the business zone
 * @param to the last one
 * @param upload the name of an upload that is read beside the topics; empty for none
 */
public record BackfillConfig(
    SalesConfig sales, LocalDate from, LocalDate to, Optional<String> upload) {
  public BackfillConfig {
    requireNonNull(sales, "sales is null");
    requireNonNull(from, "from is null");
    requireNonNull(to, "to is null");
    requireNonNull(upload, "upload is null");
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "--from is %s and --to is %s: the first day comes first; swap them".formatted(from, to));
    }
  }
}
