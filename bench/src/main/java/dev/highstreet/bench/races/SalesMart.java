package dev.highstreet.bench.races;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * A sales mart of the contract, as its peers compute it.
 *
 * @param grain over which time it adds up
 * @param grouping what it adds up by
 */
record SalesMart(Grain grain, Grouping grouping) {
  /** The measures that are the same in every mart, in the order of its columns. */
  static final String MEASURES =
      "orders, customers, units, gross_sales, discounts, net_sales, cost_of_goods, returned_units,"
          + " refunds, returned_cost";

  SalesMart {
    requireNonNull(grain, "grain is null");
    requireNonNull(grouping, "grouping is null");
  }

  /** Over which time. */
  enum Grain {
    HOUR("hourly", "timestamptz"),
    DAY("daily", "date"),
    MONTH("monthly", "date");

    private final String prefix;
    private final String type;

    Grain(String prefix, String type) {
      this.prefix = prefix;
      this.type = type;
    }

    /** The key column. */
    String column() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** By what. */
  enum Grouping {
    TOTAL("", ""),
    PRODUCT("_by_product", "product_id"),
    CATEGORY("_by_category", "category"),
    STORE("_by_store", "store_id"),
    CHANNEL("_by_channel", "channel");

    private final String suffix;
    private final String column;

    Grouping(String suffix, String column) {
      this.suffix = suffix;
      this.column = column;
    }

    /** The key column; empty for all sales together. */
    String column() {
      return column;
    }
  }

  /** All of the contract; hours only of all sales together. */
  static List<SalesMart> all() {
    List<SalesMart> marts = new ArrayList<>();
    for (Grouping grouping : Grouping.values()) {
      for (Grain grain : Grain.values()) {
        if (grain != Grain.HOUR || grouping == Grouping.TOTAL) {
          marts.add(new SalesMart(grain, grouping));
        }
      }
    }
    return marts;
  }

  /** Its table, without schema. */
  String table() {
    return grain.prefix + "_sales" + grouping.suffix;
  }

  /** The columns of its key. */
  String key() {
    return grouping == Grouping.TOTAL ? grain.column() : grain.column() + ", " + grouping.column();
  }

  /** A table for it without anything but its rows. */
  String ddl(String schema) {
    return """
        CREATE TABLE %s.%s (
          %s %s NOT NULL,%s
          orders bigint NOT NULL, customers bigint NOT NULL, units bigint NOT NULL,
          gross_sales numeric NOT NULL, discounts numeric NOT NULL, net_sales numeric NOT NULL,
          cost_of_goods numeric NOT NULL, returned_units bigint NOT NULL, refunds numeric NOT NULL,
          returned_cost numeric NOT NULL)"""
        .formatted(
            schema,
            table(),
            grain.column(),
            grain.type,
            grouping == Grouping.TOTAL ? "" : " " + grouping.column() + " text NOT NULL,");
  }

  /** Its primary key, made once the rows are there: that is the faster way. */
  String primaryKey(String schema) {
    return "ALTER TABLE %s.%s ADD PRIMARY KEY (%s)".formatted(schema, table(), key());
  }
}
