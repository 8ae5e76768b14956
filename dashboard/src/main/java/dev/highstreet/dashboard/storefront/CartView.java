package dev.highstreet.dashboard.storefront;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.catalogue.Product;
import dev.highstreet.dashboard.catalogue.Store;
import dev.highstreet.dashboard.intake.Basket;
import dev.highstreet.dashboard.shell.Format;
import dev.highstreet.dashboard.shell.Panel;
import dev.highstreet.schemas.PaymentMethod;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What the page of the cart shows.
 *
 * @param once names this checkout: pressed twice, it is one order
 * @param csrf what a change must repeat
 * @param known the products of its lines, or what was known of them
 * @param format writes times in the business zone
 */
public record CartView(
    List<Line> lines,
    List<Store> stores,
    String once,
    String csrf,
    Panel<List<Product>> known,
    Format format) {
  public CartView {
    lines = List.copyOf(lines);
    stores = List.copyOf(stores);
    requireNonNull(once, "once is null");
    requireNonNull(csrf, "csrf is null");
    requireNonNull(known, "known is null");
    requireNonNull(format, "format is null");
  }

  /**
   * A line of it.
   *
   * @param tile null where there is no such product any more
   */
  public record Line(String productId, int quantity, Tile tile) {
    /** What it comes to at the list price. */
    public BigDecimal total() {
      return tile == null
          ? BigDecimal.ZERO
          : tile.product().listPrice().multiply(BigDecimal.valueOf(quantity));
    }

    /** What stands in the way of buying it; empty if nothing does. */
    public String fault() {
      if (tile == null) {
        return "There is no such product any more";
      }
      if (tile.available().isPresent() && tile.available().getAsLong() < quantity) {
        return tile.availability();
      }
      return tile.canBeHad() ? "" : tile.availability();
    }
  }

  static List<Line> lines(Cart cart, Map<String, Tile> tiles) {
    return cart.lines().stream()
        .map(
            (Basket.Line line) ->
                new Line(line.productId(), line.quantity(), tiles.get(line.productId())))
        .toList();
  }

  /** What all lines come to at list prices, in pounds. */
  public BigDecimal total() {
    return lines.stream().map(Line::total).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Whether every line can be bought as it is. */
  public boolean canBeBought() {
    return !lines.isEmpty() && lines.stream().allMatch(line -> line.fault().isEmpty());
  }

  /** How one may pay. */
  public List<String> paymentMethods() {
    return Arrays.stream(PaymentMethod.values())
        .filter(method -> method != PaymentMethod.UNKNOWN)
        .sorted((a, b) -> Boolean.compare(b == PaymentMethod.CARD, a == PaymentMethod.CARD))
        .map(PaymentMethod::name)
        .toList();
  }
}
