package dev.highstreet.dashboard.transactions;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.WrongParameter;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * A place in the list: what comes next is older than this order. Orders that arrive meanwhile move
 * nothing, as they would with page numbers.
 *
 * @param occurredAt of the last order shown
 * @param orderId of the same, for orders of one moment
 */
public record OrderCursor(Instant occurredAt, String orderId) {
  /** Before every order: the newest page. */
  static final OrderCursor NEWEST = new OrderCursor(Instant.parse("9999-12-31T00:00:00Z"), "");

  /** No shop is older; Postgres, which knows some thousand years more, need not be asked. */
  private static final Instant OLDEST = Instant.parse("0001-01-01T00:00:00Z");

  private static final char SEPARATOR = '~';

  public OrderCursor {
    requireNonNull(occurredAt, "occurredAt is null");
    requireNonNull(orderId, "orderId is null");
  }

  /**
   * Reads {@code ?before=}.
   *
   * @throws WrongParameter if it is not as {@link #toString} writes it, or in no year from 1 to
   *     9999
   */
  static OrderCursor parse(String value) {
    int at = value.indexOf(SEPARATOR);
    try {
      Instant moment = Instant.parse(value.substring(0, Math.max(at, 0)));
      if (moment.isBefore(OLDEST) || moment.isAfter(NEWEST.occurredAt)) {
        throw wrong(value);
      }
      return new OrderCursor(moment, value.substring(at + 1));
    } catch (DateTimeParseException e) {
      throw wrong(value);
    }
  }

  private static WrongParameter wrong(String value) {
    return new WrongParameter(
        "before", value, "what the link to older orders has, such as 2011-03-27T12:00:00Z~536365");
  }

  /** As it is written in the address. */
  @Override
  public String toString() {
    return occurredAt.toString() + SEPARATOR + orderId;
  }
}
