package dev.highstreet.dashboard.uploads;

import static java.util.Objects.requireNonNull;

/**
 * Something that is wrong with a file.
 *
 * @param line from 1, the header; 0 if it is no line's fault
 * @param column empty if it is none's
 * @param reason what is wrong, and what is allowed
 */
public record Fault(long line, String column, String reason) {
  public Fault {
    requireNonNull(column, "column is null");
    requireNonNull(reason, "reason is null");
  }
}
