package dev.highstreet.dashboard.intake;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What a person wants to buy.
 *
 * @param lines in the order in which they were put in
 * @param storeId where; empty for the shop's website
 * @param customerId who; empty for a guest
 * @param paymentMethod as the contract names it, such as {@code CARD}
 * @param address network address of the buyer
 * @param userAgent as the buyer's browser names itself
 */
public record Basket(
    List<Line> lines,
    Optional<String> storeId,
    Optional<String> customerId,
    String paymentMethod,
    String address,
    String userAgent) {
  /** The most lines of a person's basket. */
  public static final int MOST_LINES = 100;

  /** The most of one line. */
  public static final int MOST_OF_A_LINE = 1_000;

  public Basket {
    lines = List.copyOf(lines);
    requireNonNull(storeId, "storeId is null");
    requireNonNull(customerId, "customerId is null");
    requireNonNull(paymentMethod, "paymentMethod is null");
    requireNonNull(address, "address is null");
    requireNonNull(userAgent, "userAgent is null");
  }

  /**
   * So many of a product.
   *
   * @param quantity at least 1
   */
  public record Line(String productId, int quantity) {
    public Line {
      requireNonNull(productId, "productId is null");
    }
  }
}
