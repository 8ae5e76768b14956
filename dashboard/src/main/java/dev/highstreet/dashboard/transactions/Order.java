package dev.highstreet.dashboard.transactions;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One accepted order in full.
 *
 * @param row as it stands in the list
 * @param eventId identity of the event that brought it
 * @param receivedAt when the collector received it
 * @param day calendar day in the business zone on which it is booked
 * @param storeId of its store
 * @param channel type of its store; null where the store is not known
 * @param discounts over the accepted lines
 * @param shippingFee not part of sales
 * @param place in Kafka
 * @param runId the run that wrote it last
 */
public record Order(
    OrderRow row,
    String eventId,
    Instant receivedAt,
    LocalDate day,
    String storeId,
    String channel,
    BigDecimal discounts,
    BigDecimal shippingFee,
    Place place,
    long runId) {
  public Order {
    requireNonNull(row, "row is null");
    requireNonNull(eventId, "eventId is null");
    requireNonNull(receivedAt, "receivedAt is null");
    requireNonNull(day, "day is null");
    requireNonNull(storeId, "storeId is null");
    requireNonNull(place, "place is null");
  }

  /** Where a record lies in Kafka. */
  public record Place(String topic, int partition, long offset) {
    public Place {
      requireNonNull(topic, "topic is null");
    }
  }

  /** How long it took from the shop to the collector, by the collector's clock. */
  public Duration underway() {
    return Duration.between(row.occurredAt(), receivedAt);
  }
}
