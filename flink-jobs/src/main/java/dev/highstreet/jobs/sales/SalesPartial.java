package dev.highstreet.jobs.sales;

import dev.highstreet.jobs.enrich.BookedLine;
import dev.highstreet.jobs.enrich.BookedTransaction;
import java.util.ArrayList;
import java.util.List;

/**
 * What some transactions add to one group of one period, before it is added to {@link SalesTotals}.
 * Money is in micros. Sums that leave the range of a long throw {@link ArithmeticException}: a
 * wrong figure would be worse.
 *
 * <p>Customers are listed as often as they came. That they are distinct is found when they are
 * added up: most partial aggregates are small, and a set for each took a quarter of the folding.
 */
final class SalesPartial {
  long orders;
  long units;
  long grossMicros;
  long discountMicros;
  long netMicros;
  long costMicros;
  long returnedUnits;
  long refundMicros;
  long returnedCostMicros;
  List<String> customers = new ArrayList<>(1);

  /** Counts a sale's order and its customer, once a group, however many of its lines fall there. */
  void addOrder(BookedTransaction transaction) {
    if (transaction.transaction().isSale()) {
      orders++;
      if (transaction.transaction().customerId() != null) {
        customers.add(transaction.transaction().customerId());
      }
    }
  }

  /** Adds one line of a sale or of a return. */
  void addLine(BookedTransaction transaction, BookedLine line) {
    if (transaction.transaction().isSale()) {
      units = Math.addExact(units, line.line().quantity());
      grossMicros = Math.addExact(grossMicros, line.grossMicros());
      discountMicros = Math.addExact(discountMicros, line.line().discountMicros());
      netMicros = Math.addExact(netMicros, line.netMicros());
      costMicros = Math.addExact(costMicros, line.costMicros());
    } else {
      returnedUnits = Math.addExact(returnedUnits, line.line().quantity());
      refundMicros = Math.addExact(refundMicros, line.line().refundMicros());
      returnedCostMicros = Math.addExact(returnedCostMicros, line.costMicros());
    }
  }
}
