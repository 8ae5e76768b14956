package dev.highstreet.simulator.counter;

import dev.highstreet.schemas.PaymentMethod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody wants to buy, before the shop has had its say.
 *
 * @param lines 1 to {@value #MOST_LINES}, no product twice
 * @param storeId where; null for the website
 * @param customerId a customer who is registered; null for a guest
 * @param paymentMethod how it will be paid; null for a card
 * @param ipAddress where the request comes from; null when unknown. Not kept for a shop, where
 *     people come in person
 * @param userAgent browser or app, at most 512 characters; null when unknown. Not kept for a shop
 */
public record Basket(
    List<Line> lines,
    String storeId,
    String customerId,
    PaymentMethod paymentMethod,
    String ipAddress,
    String userAgent) {
  /** The most lines of a basket. */
  public static final int MOST_LINES = 100;

  /** The most units of a line. */
  public static final int MOST_UNITS = 1_000;

  /**
   * Some units of a product.
   *
   * @param productId stock code
   * @param quantity 1 to {@value #MOST_UNITS}
   */
  public record Line(String productId, int quantity) {
    /** Refuses what no shop could sell. */
    public Line {
      Bounds.id("productId", productId);
      Bounds.between("quantity", quantity, 1, MOST_UNITS);
    }
  }

  /**
   * Refuses what no shop could sell.
   *
   * @throws RefusedException naming the field
   */
  public Basket {
    lines = Bounds.list("lines", lines, MOST_LINES);
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      Integer before = places.put(lines.get(i).productId(), i);
      if (before != null) {
        String field = "lines[%d].productId".formatted(i);
        throw new RefusedException(
            field,
            "%s is %s, as is lines[%d]: add up their quantities"
                .formatted(field, Bounds.shown(lines.get(i).productId()), before));
      }
    }
    Bounds.optionalId("storeId", storeId);
    Bounds.optionalId("customerId", customerId);
    paymentMethod = paymentMethod == null ? PaymentMethod.CARD : paymentMethod;
    if (paymentMethod == PaymentMethod.UNKNOWN) {
      throw new RefusedException(
          "paymentMethod", "paymentMethod is UNKNOWN: give another, or none for CARD");
    }
    Bounds.optionalAddress("ipAddress", ipAddress);
    Bounds.optionalText("userAgent", userAgent);
  }

  /** A guest's, on the website, paid by card. */
  public static Basket of(Line... lines) {
    return new Basket(List.of(lines), null, null, null, null, null);
  }
}
