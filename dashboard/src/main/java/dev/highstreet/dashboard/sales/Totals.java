package dev.highstreet.dashboard.sales;

import java.math.BigDecimal;

/**
 * Sums over a period, in pounds and pieces; all null where nothing was sold or returned.
 *
 * @param grossSales merchandise value before discounts (GMV)
 * @param revenue net sales less refunds
 * @param grossMargin revenue less the cost of what was kept
 * @param orders with at least one accepted line
 * @param averageOrder net sales over orders; null where there are none
 * @param refunds booked on the day of the return
 */
public record Totals(
    BigDecimal grossSales,
    BigDecimal revenue,
    BigDecimal grossMargin,
    Long orders,
    BigDecimal averageOrder,
    BigDecimal refunds) {

  /** Nothing to show, or to compare with. */
  static final Totals NONE = new Totals(null, null, null, null, null, null);

  /** Whether there is anything at all. */
  public boolean present() {
    return revenue != null;
  }
}
