package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * Why a panel cannot show its figures, in words for its reader.
 *
 * @param title what is wrong, in a few words
 * @param reason the particulars, and the way out
 * @param since when that began, on the wall clock, where it is known
 */
public record Problem(String title, String reason, Optional<Instant> since) {
  public Problem {
    requireNonNull(title, "title is null");
    requireNonNull(reason, "reason is null");
    requireNonNull(since, "since is null");
  }

  /** One of which nobody knows when it began. */
  public Problem(String title, String reason) {
    this(title, reason, Optional.empty());
  }

  /** The same, with when it began. */
  public Problem since(Instant began) {
    return new Problem(title, reason, Optional.of(began));
  }
}
