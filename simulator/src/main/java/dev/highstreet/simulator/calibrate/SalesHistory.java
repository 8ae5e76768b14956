package dev.highstreet.simulator.calibrate;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * What a shop sold over a period, cleaned as the contract says: real, or simulated. Customers and
 * products are numbers from 0.
 *
 * @param zone the shop's time zone: its days, weeks and months
 * @param first the first day of the period
 * @param last the last day of the period, included
 * @param customers how many known customers there are
 * @param products the products' codes, by number
 * @param categories the products' categories, by number
 * @param orders accepted orders, by time; an invoice with its accepted lines
 * @param returns by time
 */
public record SalesHistory(
    ZoneId zone,
    LocalDate first,
    LocalDate last,
    int customers,
    List<String> products,
    List<String> categories,
    List<PastOrder> orders,
    List<PastReturn> returns) {
  /** Refuses what is incomplete. */
  public SalesHistory {
    requireNonNull(zone, "zone is null");
    requireNonNull(first, "first is null");
    requireNonNull(last, "last is null");
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("last day %s is before first %s".formatted(last, first));
    }
    products = List.copyOf(products);
    categories = List.copyOf(categories);
    orders = List.copyOf(orders);
    returns = List.copyOf(returns);
  }

  /** Whether any order has a time of day; in some files they have dates alone. */
  public boolean hasHours() {
    return orders.stream()
        .anyMatch(
            order ->
                !LocalTime.ofInstant(Instant.ofEpochMilli(order.at()), zone)
                    .equals(LocalTime.MIDNIGHT));
  }
}
