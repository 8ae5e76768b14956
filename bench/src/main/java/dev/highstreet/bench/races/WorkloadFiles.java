package dev.highstreet.bench.races;

import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The workload as four CSV files, as a database gets them: with a header, money in pounds, times as
 * ISO 8601 in UTC. An empty field is null.
 *
 * @param folder where they are
 */
record WorkloadFiles(Path folder) {
  private static final int MICROS = 6;

  Path orders() {
    return folder.resolve("orders.csv");
  }

  Path lines() {
    return folder.resolve("order_lines.csv");
  }

  Path products() {
    return folder.resolve("products.csv");
  }

  Path stores() {
    return folder.resolve("stores.csv");
  }

  /** Writes them. */
  void write(Workload workload) throws IOException {
    try (BufferedWriter products = Files.newBufferedWriter(products());
        BufferedWriter stores = Files.newBufferedWriter(stores());
        BufferedWriter orders = Files.newBufferedWriter(orders());
        BufferedWriter lines = Files.newBufferedWriter(lines())) {
      row(products, "product_id", "revision", "category", "unit_cost");
      workload.eachProduct(
          product ->
              row(
                  products,
                  product.getProductId(),
                  product.getRevision(),
                  product.getCategory(),
                  money(product.getUnitCostMicros())));
      row(stores, "store_id", "type");
      workload.eachStore(store -> row(stores, store.getStoreId(), store.getType()));
      row(orders, "order_id", "occurred_at", "customer_id", "store_id");
      row(
          lines,
          "order_id",
          "line_number",
          "product_id",
          "product_revision",
          "quantity",
          "unit_price",
          "discount");
      workload.eachOrder(order -> write(order, orders, lines));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void write(OrderPlaced order, BufferedWriter orders, BufferedWriter lines) {
    row(
        orders,
        order.getOrderId(),
        order.getOccurredAt(),
        order.getCustomerId() == null ? "" : order.getCustomerId(),
        order.getStoreId());
    for (OrderLine line : order.getLines()) {
      row(
          lines,
          order.getOrderId(),
          line.getLineNumber(),
          line.getProductId(),
          line.getProductRevision(),
          line.getQuantity(),
          money(line.getUnitPriceMicros()),
          money(line.getDiscountMicros()));
    }
  }

  private static String money(long micros) {
    return BigDecimal.valueOf(micros, MICROS).stripTrailingZeros().toPlainString();
  }

  /** Nothing in the workload needs quotes. */
  private static void row(BufferedWriter out, Object... fields) {
    try {
      for (int i = 0; i < fields.length; i++) {
        out.append(i == 0 ? "" : ",").append(fields[i].toString());
      }
      out.append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
