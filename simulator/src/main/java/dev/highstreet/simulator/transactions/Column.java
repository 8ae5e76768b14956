package dev.highstreet.simulator.transactions;

import java.util.Locale;

/** What a replay reads from a row. */
public enum Column {
  INVOICE("InvoiceNo", true),
  PRODUCT("StockCode", true),
  DESCRIPTION("Description", false),
  QUANTITY("Quantity", true),
  TIME("InvoiceDate", true),
  PRICE("UnitPrice", true),
  CUSTOMER("CustomerID", false),
  COUNTRY("Country", false),
  /** By default there is none: categories are derived from descriptions. */
  CATEGORY("", false);

  private final String usualHeader;
  private final boolean required;

  Column(String usualHeader, boolean required) {
    this.usualHeader = usualHeader;
    this.required = required;
  }

  /** The key that names this column in a mapping file. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The header where no mapping file names another; empty where there is no such column. */
  String usualHeader() {
    return usualHeader;
  }

  /** Whether a file without this column cannot be replayed. */
  boolean required() {
    return required;
  }
}
