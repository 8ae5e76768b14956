package dev.highstreet.jobs.enrich;

import dev.highstreet.jobs.event.Origin;
import dev.highstreet.jobs.event.Transaction;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * An accepted transaction, whole, so that each group it touches counts it once.
 *
 * @param transaction as received; its own lines are the received ones
 * @param channel type of its store
 * @param lines the accepted lines, at least one
 * @param origin where the record was read
 */
public record BookedTransaction(
    Transaction transaction, String channel, List<BookedLine> lines, Origin origin) {
  /** Lines that were quarantined. */
  public int quarantinedLines() {
    return transaction.lines().size() - lines.size();
  }

  /** Units of the accepted lines. */
  public long units() {
    return sum(line -> line.line().quantity());
  }

  /** Gross sales of the accepted lines. */
  public long grossMicros() {
    return sum(BookedLine::grossMicros);
  }

  /** Discounts on the accepted lines. */
  public long discountMicros() {
    return sum(line -> line.line().discountMicros());
  }

  /** Gross less discounts of the accepted lines. */
  public long netMicros() {
    return sum(BookedLine::netMicros);
  }

  /** Cost of the accepted lines. */
  public long costMicros() {
    return sum(BookedLine::costMicros);
  }

  private long sum(ToLongFunction<BookedLine> measure) {
    return lines.stream().mapToLong(measure).sum();
  }
}
