package dev.highstreet.simulator.calibrate.history;

import static java.util.Objects.requireNonNull;

import dev.highstreet.simulator.calibrate.SalesHistory;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a file says about a shop.
 *
 * @param history what was sold and what came back
 * @param countries how many customers live where, by the country that their first order names, the
 *     most frequent first; how many orders, if no customer is known; empty if the file names none
 * @param rows rows of the file, without its header, the dropped ones included
 * @param droppedByReason rows that are part of neither, by the contract's reason or, where a row
 *     could not even be read, by that of {@link
 *     dev.highstreet.simulator.transactions.RejectReason}; the most frequent first
 */
public record HistoryReading(
    SalesHistory history,
    Map<String, Long> countries,
    long rows,
    Map<String, Long> droppedByReason) {
  /** Keeps copies of the maps, in their order. */
  public HistoryReading {
    requireNonNull(history, "history is null");
    countries = Collections.unmodifiableMap(new LinkedHashMap<>(countries));
    droppedByReason = Collections.unmodifiableMap(new LinkedHashMap<>(droppedByReason));
  }

  /** The same file with another history made of it. */
  public HistoryReading withHistory(SalesHistory other) {
    return new HistoryReading(other, countries, rows, droppedByReason);
  }
}
