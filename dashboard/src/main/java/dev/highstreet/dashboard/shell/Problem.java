package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

/**
 * Why a panel cannot show its figures, in words for its reader.
 *
 * @param title what is wrong, in a few words
 * @param reason the particulars, and the way out
 */
public record Problem(String title, String reason) {
  public Problem {
    requireNonNull(title, "title is null");
    requireNonNull(reason, "reason is null");
  }
}
