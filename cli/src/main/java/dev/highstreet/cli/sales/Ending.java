package dev.highstreet.cli.sales;

import java.util.Locale;

/** How somebody ended a live job; the names are those in {@code ops.runs.outcome}. */
enum Ending {
  /** At a savepoint, from which another one can go on. */
  STOPPED,
  /** Without one. */
  CANCELLED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
