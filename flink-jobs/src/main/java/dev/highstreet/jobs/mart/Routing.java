package dev.highstreet.jobs.mart;

import java.io.Serializable;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Which rows of which tables one element of a stream becomes: one row of one table, or of one among
 * several, or an order and all its lines. What one element becomes is always written in the same
 * transaction.
 *
 * <pre>{@code
 * Routing<EnrichedOrder> whole = (order, rows) -> {
 *   rows.add(ORDERS, order);
 *   order.lines().forEach(line -> rows.add(ORDER_LINES, line));
 * };
 * }</pre>
 *
 * @param <E> the element
 */
@FunctionalInterface
public interface Routing<E> extends Serializable {
  /** Adds the rows that the element becomes. */
  void route(E element, Rows rows);

  /** Every element is a row of this table. */
  static <E> Routing<E> to(MartTable<E> table) {
    return (element, rows) -> rows.add(table, element);
  }

  /** Every element is a row of the table that the function chooses for it. */
  static <E> Routing<E> choosing(SerializableFunction<E, MartTable<E>> table) {
    return (element, rows) -> rows.add(table.apply(element), element);
  }

  /** Takes rows. They are kept by reference until they are written, so they must not change. */
  interface Rows {
    /** Adds a row; it replaces an earlier one of the same key that is not written yet. */
    <R> void add(MartTable<R> table, R row);
  }
}
