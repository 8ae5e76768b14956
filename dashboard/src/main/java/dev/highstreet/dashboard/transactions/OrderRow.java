package dev.highstreet.dashboard.transactions;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;

/**
 * An accepted order, as it stands in the list.
 *
 * @param id of the order
 * @param occurredAt when it was placed
 * @param store name of the store, its id where the store is not known
 * @param customer null for a guest
 * @param lines accepted
 * @param faultyLines quarantined
 * @param netSales over the accepted lines, in pounds
 * @param payment how it is paid, as the contract has it
 */
public record OrderRow(
    String id,
    Instant occurredAt,
    String store,
    String customer,
    int lines,
    int faultyLines,
    BigDecimal netSales,
    String payment) {
  public OrderRow {
    requireNonNull(id, "id is null");
    requireNonNull(occurredAt, "occurredAt is null");
    requireNonNull(store, "store is null");
    requireNonNull(netSales, "netSales is null");
    requireNonNull(payment, "payment is null");
  }

  /** {@code 3}, or {@code 2 of 3} where some were quarantined. */
  public String linesShown() {
    return faultyLines == 0 ? String.valueOf(lines) : lines + " of " + (lines + faultyLines);
  }

  /** A payment method for people: {@code Bank transfer}; – where it is unknown. */
  public static String paymentShown(String payment) {
    if (payment.equals("UNKNOWN")) {
      return "–";
    }
    String words = payment.toLowerCase(Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
