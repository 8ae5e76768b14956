package dev.highstreet.dashboard.storefront;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.catalogue.Product;
import dev.highstreet.dashboard.shell.Format;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A product as it stands on the shelf.
 *
 * @param available how many can be had; empty where nobody counts
 */
public record Tile(Product product, OptionalLong available) {
  private static final int FEW = 5;

  /** Words of a category, and the icon that stands for it: the first that fits. */
  private static final List<Map.Entry<String, String>> ICONS =
      List.of(
          Map.entry("light", "lamp"),
          Map.entry("storage", "package"),
          Map.entry("bath", "bath"),
          Map.entry("toy", "blocks"),
          Map.entry("kitchen", "utensils"),
          Map.entry("textile", "shirt"),
          Map.entry("craft", "scissors"),
          Map.entry("lunch", "sandwich"),
          Map.entry("bag", "briefcase"),
          Map.entry("christmas", "tree-pine"),
          Map.entry("party", "cake"),
          Map.entry("station", "pencil"),
          Map.entry("garden", "flower-2"),
          Map.entry("gift", "gift"),
          Map.entry("jewel", "gem"),
          Map.entry("home", "house"));

  public Tile {
    requireNonNull(product, "product is null");
    requireNonNull(available, "available is null");
  }

  static Tile of(Product product, Map<String, Long> available) {
    Long left = available.get(product.id());
    return new Tile(product, left == null ? OptionalLong.empty() : OptionalLong.of(left));
  }

  /** Its page. */
  public String href() {
    return "/storefront/products/" + encoded(product.id());
  }

  /** The icon that stands for its category. */
  public String icon() {
    String category = product.category().toLowerCase(Locale.ROOT);
    return ICONS.stream()
        .filter(entry -> category.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("shopping-bag");
  }

  /** Whether it can be bought. */
  public boolean canBeHad() {
    return product.active() && (available.isEmpty() || available.getAsLong() > 0);
  }

  /** In words; empty where there is nothing to say. */
  public String availability() {
    if (!product.active()) {
      return "No longer sold";
    }
    if (available.isEmpty()) {
      return "";
    }
    long left = available.getAsLong();
    if (left <= 0) {
      return "Out of stock";
    }
    return left <= FEW ? "Only " + left + " left" : Format.count(left) + " in stock";
  }

  /** Text as part of an address. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
