package dev.highstreet.jobs.sales;

import static dev.highstreet.jobs.mart.ColumnValue.bigint;
import static dev.highstreet.jobs.mart.ColumnValue.date;
import static dev.highstreet.jobs.mart.ColumnValue.micros;
import static dev.highstreet.jobs.mart.ColumnValue.text;
import static dev.highstreet.jobs.mart.ColumnValue.timestamptz;

import dev.highstreet.jobs.mart.MartTable;
import dev.highstreet.jobs.mart.Routing;
import java.util.HashMap;
import java.util.Map;

/** The tables of the sales marts: a key for each, and the same measures. */
final class SalesTables {
  private static final Map<String, MartTable<SalesRow>> BY_MART = tables();

  private SalesTables() {}

  /** Each row into its own mart. */
  static Routing<SalesRow> routing() {
    return Routing.choosing(row -> BY_MART.get(row.mart()));
  }

  private static Map<String, MartTable<SalesRow>> tables() {
    Map<String, MartTable<SalesRow>> tables = new HashMap<>();
    for (Grouping grouping : Grouping.values()) {
      for (Grain grain : grouping.grains()) {
        tables.put(grouping.mart(grain), table(grouping, grain));
      }
    }
    return Map.copyOf(tables);
  }

  private static MartTable<SalesRow> table(Grouping grouping, Grain grain) {
    MartTable.Builder<SalesRow> table = MartTable.named("mart." + grouping.mart(grain));
    switch (grain) {
      case HOUR -> table.key("hour", timestamptz(SalesRow::period));
      case DAY -> table.key("day", date(SalesRow::period));
      case MONTH -> table.key("month", date(SalesRow::period));
    }
    if (grouping.column() != null) {
      table.key(grouping.column(), text(SalesRow::group));
    }
    return table
        .value("orders", bigint(SalesRow::orders))
        .value("customers", bigint(SalesRow::customers))
        .value("units", bigint(SalesRow::units))
        .value("gross_sales", micros(SalesRow::grossMicros))
        .value("discounts", micros(SalesRow::discountMicros))
        .value("net_sales", micros(SalesRow::netMicros))
        .value("cost_of_goods", micros(SalesRow::costMicros))
        .value("returned_units", bigint(SalesRow::returnedUnits))
        .value("refunds", micros(SalesRow::refundMicros))
        .value("returned_cost", micros(SalesRow::returnedCostMicros))
        .build();
  }
}
