package dev.highstreet.jobs.sales;

/**
 * A row of a sales mart: the full measures of one group in one period. Money is in micros.
 *
 * @param mart name of the mart, without schema
 * @param period an hour by its start in epoch milliseconds; a day or a month by its first day, in
 *     days since 1970-01-01
 * @param group empty where the mart has only one group
 * @param customers distinct customers of the orders
 */
public record SalesRow(
    String mart,
    long period,
    String group,
    long orders,
    long customers,
    long units,
    long grossMicros,
    long discountMicros,
    long netMicros,
    long costMicros,
    long returnedUnits,
    long refundMicros,
    long returnedCostMicros) {
  static SalesRow of(Block block, String group, SalesTotals totals) {
    return new SalesRow(
        block.mart(),
        block.period(),
        group,
        totals.orders,
        totals.customers.size(),
        totals.units,
        totals.grossMicros,
        totals.discountMicros,
        totals.netMicros,
        totals.costMicros,
        totals.returnedUnits,
        totals.refundMicros,
        totals.returnedCostMicros);
  }
}
