package dev.highstreet.dashboard.transactions;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Goods of an order that came back.
 *
 * @param id of the return
 * @param at when they came back
 * @param day on which the refund is booked
 * @param product id
 * @param refund in pounds
 */
public record ReturnedLine(
    String id, Instant at, LocalDate day, String product, int quantity, BigDecimal refund) {
  public ReturnedLine {
    requireNonNull(id, "id is null");
    requireNonNull(at, "at is null");
    requireNonNull(day, "day is null");
    requireNonNull(product, "product is null");
    requireNonNull(refund, "refund is null");
  }
}
