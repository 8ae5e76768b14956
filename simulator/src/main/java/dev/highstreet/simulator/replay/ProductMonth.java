package dev.highstreet.simulator.replay;

import dev.highstreet.simulator.transactions.Row;
import java.util.HashMap;
import java.util.Map;

/** What the rows of one calendar month say about a product. Rows are added in order of time. */
final class ProductMonth {
  private final Map<Long, Integer> rowsByPrice = new HashMap<>();
  private String pricedDescription = "";
  private String description = "";
  private String category = "";

  void add(Row row) {
    boolean priced = row.priceMicros() > 0;
    if (priced) {
      rowsByPrice.merge(row.priceMicros(), 1, Integer::sum);
    }
    if (!row.description().isEmpty()) {
      description = row.description();
      pricedDescription = priced ? row.description() : pricedDescription;
    }
    if (!row.category().isEmpty()) {
      category = row.category();
    }
  }

  /** The positive price of most rows, the lowest of those equally frequent; 0 if there is none. */
  long modalPriceMicros() {
    long modal = 0;
    int most = 0;
    for (Map.Entry<Long, Integer> price : rowsByPrice.entrySet()) {
      int rows = price.getValue();
      if (rows > most || (rows == most && price.getKey() < modal)) {
        modal = price.getKey();
        most = rows;
      }
    }
    return modal;
  }

  /**
   * The newest description on a row that has a positive price; empty if there is none. Rows without
   * a price are corrections of stock, and describe what happened ("damaged"), not the product.
   */
  String newestPricedDescription() {
    return pricedDescription;
  }

  /** The newest description on any row; empty if there is none. */
  String newestDescription() {
    return description;
  }

  /** The newest category on any row; empty if there is none. */
  String newestCategory() {
    return category;
  }
}
