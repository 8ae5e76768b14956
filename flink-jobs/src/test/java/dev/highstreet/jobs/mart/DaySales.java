package dev.highstreet.jobs.mart;

import static dev.highstreet.jobs.mart.ColumnValue.bigint;
import static dev.highstreet.jobs.mart.ColumnValue.date;
import static dev.highstreet.jobs.mart.ColumnValue.micros;
import static dev.highstreet.jobs.mart.ColumnValue.text;

import java.io.Serializable;
import java.time.LocalDate;

/** A day of a small shop, for tests: a row of its daily marts. */
record DaySales(long epochDay, long orders, long grossSalesMicros) implements Serializable {
  static final MartTable<DaySales> TABLE =
      measured(MartTable.<DaySales>named("mart.daily_sales").key("day", date(DaySales::epochDay)));

  static final MartTable<DaySales> BY_CHANNEL =
      measured(
          MartTable.<DaySales>named("mart.daily_sales_by_channel")
              .key("day", date(DaySales::epochDay))
              .key("channel", text(sales -> "WEBSITE")));

  /** What is in the table, as {@code day: orders by run}, one row a line, in the order of days. */
  static final String READ =
      "SELECT day || ': ' || orders || ' by ' || run_id FROM mart.daily_sales ORDER BY day";

  static DaySales of(String day, long orders) {
    return new DaySales(LocalDate.parse(day).toEpochDay(), orders, orders * 10_000_000);
  }

  private static MartTable<DaySales> measured(MartTable.Builder<DaySales> table) {
    return table
        .value("orders", bigint(DaySales::orders))
        .value("customers", bigint(DaySales::orders))
        .value("units", bigint(DaySales::orders))
        .value("gross_sales", micros(DaySales::grossSalesMicros))
        .value("discounts", micros(sales -> 0L))
        .value("net_sales", micros(DaySales::grossSalesMicros))
        .value("cost_of_goods", micros(sales -> 0L))
        .value("returned_units", bigint(sales -> 0L))
        .value("refunds", micros(sales -> 0L))
        .value("returned_cost", micros(sales -> 0L))
        .sealedByDay(date(DaySales::epochDay))
        .build();
  }
}
