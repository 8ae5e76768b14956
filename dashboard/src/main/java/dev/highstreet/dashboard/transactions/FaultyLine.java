package dev.highstreet.dashboard.transactions;

import static java.util.Objects.requireNonNull;

/**
 * A line that was quarantined while the order went on without it.
 *
 * @param number position in the order
 * @param reason code of the contract
 * @param detail what was wrong, with the value
 */
public record FaultyLine(int number, String reason, String detail) {
  public FaultyLine {
    requireNonNull(reason, "reason is null");
    requireNonNull(detail, "detail is null");
  }
}
