package dev.highstreet.dashboard.transactions;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order, and all that is known to have happened to it.
 *
 * @param order itself
 * @param lines accepted
 * @param faults lines that left by the side
 * @param returns of its goods
 * @param booked when the day's row was last written; empty while it is not booked
 * @param dayFinal whether the day can no longer change by anything on time
 * @param monthFinal whether the month can no longer change by anything on time
 */
public record OrderLife(
    Order order,
    List<OrderLine> lines,
    List<FaultyLine> faults,
    List<ReturnedLine> returns,
    Optional<Instant> booked,
    boolean dayFinal,
    boolean monthFinal) {
  public OrderLife {
    requireNonNull(order, "order is null");
    lines = List.copyOf(lines);
    faults = List.copyOf(faults);
    returns = List.copyOf(returns);
    requireNonNull(booked, "booked is null");
  }

  /** How many products its accepted lines name. */
  public long products() {
    return lines.stream().map(OrderLine::product).distinct().count();
  }

  /** How many categories those belong to. */
  public long categories() {
    return lines.stream().map(OrderLine::category).distinct().count();
  }

  /** Mart rows that count it: its hour, and by day and month each of its groups. */
  public long martRows() {
    return 1 + 2 * (1 + products() + categories() + 1 + 1);
  }

  /** Net over net and faulty: {@code 2 of 3 lines accepted}. */
  public String cleaned() {
    int accepted = order.row().lines();
    int all = accepted + order.row().faultyLines();
    return accepted == all
        ? (all == 1 ? "its line accepted" : "all " + all + " lines accepted")
        : accepted + " of " + all + " lines accepted";
  }
}
