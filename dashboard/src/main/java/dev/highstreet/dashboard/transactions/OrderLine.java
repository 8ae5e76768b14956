package dev.highstreet.dashboard.transactions;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * An accepted line of an order; amounts in pounds.
 *
 * @param number position in the order
 * @param product id
 * @param revision of the product that the order names
 * @param name at that revision; the id where it is not known
 * @param category at that revision
 */
public record OrderLine(
    int number,
    String product,
    int revision,
    String name,
    String category,
    int quantity,
    BigDecimal unitPrice,
    BigDecimal discount,
    BigDecimal netSales) {
  public OrderLine {
    requireNonNull(product, "product is null");
    requireNonNull(name, "name is null");
    requireNonNull(category, "category is null");
  }
}
