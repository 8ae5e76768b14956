package dev.highstreet.jobs.sales;

import static dev.highstreet.jobs.mart.ColumnValue.bigint;
import static dev.highstreet.jobs.mart.ColumnValue.date;
import static dev.highstreet.jobs.mart.ColumnValue.micros;
import static dev.highstreet.jobs.mart.ColumnValue.text;
import static dev.highstreet.jobs.mart.ColumnValue.timestamptz;

import dev.highstreet.jobs.mart.MartTable;
import dev.highstreet.jobs.mart.Replacement;
import dev.highstreet.jobs.mart.Replacement.Extent;
import dev.highstreet.jobs.mart.Routing;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** The tables of the sales marts: a key for each, and the same measures. */
final class SalesTables {
  private SalesTables() {}

  /**
   * Each row into its own mart.
   *
   * @param zone the business zone, which decides the day of an hour
   */
  static Routing<SalesRow> routing(ZoneId zone) {
    HashMap<String, MartTable<SalesRow>> tables = new HashMap<>();
    for (Grouping grouping : Grouping.values()) {
      for (Grain grain : grouping.grains()) {
        tables.put(grouping.mart(grain), table(grouping, grain, zone));
      }
    }
    return Routing.choosing(row -> tables.get(row.mart()));
  }

  /** How a backfill replaces them. */
  static List<Replacement> replacements(ZoneId zone) {
    List<Replacement> replacements = new ArrayList<>();
    for (Grouping grouping : Grouping.values()) {
      for (Grain grain : grouping.grains()) {
        Extent extent =
            switch (grain) {
              case HOUR -> Extent.HOURS;
              case DAY -> Extent.DAYS;
              case MONTH -> Extent.MONTHS;
            };
        replacements.add(new Replacement(table(grouping, grain, zone), extent));
      }
    }
    return replacements;
  }

  private static MartTable<SalesRow> table(Grouping grouping, Grain grain, ZoneId zone) {
    MartTable.Builder<SalesRow> table = MartTable.named("mart." + grouping.mart(grain));
    switch (grain) {
      case HOUR ->
          table
              .key("hour", timestamptz(SalesRow::period))
              .sealedByDay(date(row -> Grain.HOUR.firstDay(row.period(), zone)));
      case DAY -> table.key("day", date(SalesRow::period)).sealedByDay(date(SalesRow::period));
      case MONTH ->
          table.key("month", date(SalesRow::period)).sealedByMonth(date(SalesRow::period));
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
