package dev.highstreet.simulator.calibrate.history;

import dev.highstreet.simulator.transactions.Row;
import java.util.Arrays;

/** An invoice as its rows come in: its sound lines, and what all its rows say about it. */
final class RawInvoice {
  /** What a line may be worth, in micros, as in the contract: a hundred million of the currency. */
  static final long GREATEST_AMOUNT_MICROS = 100_000_000_000_000L;

  private static final int USUAL_LINES = 16;

  private final String id;
  private final boolean cancellation;
  private String customer;
  private String country = "";
  private long at = Long.MAX_VALUE;
  private int lines;
  private int[] products = new int[USUAL_LINES];
  private int[] quantities = new int[USUAL_LINES];
  private long[] pricesMicros = new long[USUAL_LINES];

  RawInvoice(String id, boolean cancellation) {
    this.id = id;
    this.cancellation = cancellation;
  }

  /** As replay has it, rows that are at fault still say when the invoice was, and whose. */
  void add(Row row, Assortment assortment, Tally dropped) {
    at = Math.min(at, row.time().toEpochMilli());
    customer = customer == null ? row.customer() : customer;
    country = country.isEmpty() ? row.country() : country;
    if (row.product().isEmpty()) {
      dropped.add("MISSING_FIELD");
      return;
    }
    int product = assortment.number(row);
    int quantity = cancellation ? -row.quantity() : row.quantity();
    if (quantity <= 0) {
      dropped.add("NON_POSITIVE_QUANTITY");
    } else if (row.priceMicros() <= 0) {
      dropped.add("NON_POSITIVE_PRICE");
    } else if (row.priceMicros() > GREATEST_AMOUNT_MICROS / quantity) {
      dropped.add("AMOUNT_OUT_OF_RANGE");
    } else {
      add(product, quantity, row.priceMicros());
    }
  }

  private void add(int product, int quantity, long priceMicros) {
    if (lines == products.length) {
      products = Arrays.copyOf(products, 2 * lines);
      quantities = Arrays.copyOf(quantities, 2 * lines);
      pricesMicros = Arrays.copyOf(pricesMicros, 2 * lines);
    }
    products[lines] = product;
    quantities[lines] = quantity;
    pricesMicros[lines] = priceMicros;
    lines++;
  }

  String id() {
    return id;
  }

  /** Whether it takes goods back. */
  boolean isCancellation() {
    return cancellation;
  }

  /** Milliseconds since 1970, UTC, of its earliest row. */
  long at() {
    return at;
  }

  /** The first that its rows name; null for a guest. */
  String customer() {
    return customer;
  }

  /** The first that its rows name; empty if they name none. */
  String country() {
    return country;
  }

  /** Whether no sound line is left. */
  boolean isEmpty() {
    return lines == 0;
  }

  /** The products by their numbers in the assortment, a place a line. */
  int[] products() {
    return Arrays.copyOf(products, lines);
  }

  int[] quantities() {
    return Arrays.copyOf(quantities, lines);
  }

  long[] pricesMicros() {
    return Arrays.copyOf(pricesMicros, lines);
  }
}
