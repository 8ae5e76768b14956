package dev.highstreet.jobs.enrich;

import static dev.highstreet.jobs.event.ShopEvents.LANTERN;
import static dev.highstreet.jobs.event.ShopEvents.TEAPOT;
import static dev.highstreet.jobs.event.ShopEvents.micros;

import dev.highstreet.jobs.event.Arrival;
import dev.highstreet.jobs.event.TransactionBuilder;
import java.util.Map;

/** Transactions as booked with the first revisions of the products of the fixture's shop. */
public final class Booked {
  private static final Map<String, String> CATEGORIES =
      Map.of(TEAPOT, "KITCHEN", LANTERN, "GARDEN");
  private static final Map<String, Long> COSTS =
      Map.of(TEAPOT, micros("1.20"), LANTERN, micros("0.30"));

  private Booked() {}

  /** Accepts every line; sold or taken back on the website. */
  public static BookedTransaction of(TransactionBuilder builder) {
    Arrival arrival = builder.arrival();
    return new BookedTransaction(
        arrival.transaction(),
        "WEBSITE",
        arrival.transaction().lines().stream()
            .map(
                line ->
                    new BookedLine(
                        line, CATEGORIES.get(line.productId()), COSTS.get(line.productId())))
            .toList(),
        arrival.origin());
  }
}
