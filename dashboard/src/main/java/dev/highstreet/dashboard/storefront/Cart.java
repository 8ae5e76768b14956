package dev.highstreet.dashboard.storefront;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.highstreet.dashboard.intake.Basket;
import dev.highstreet.dashboard.shell.WrongParameter;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a visitor has put aside: it lives in a cookie of theirs, {@code ID!QUANTITY~ID!QUANTITY}
 * with the ids in percent encoding, and nowhere else.
 *
 * @param quantities by product id, in the order in which they were put in
 */
record Cart(Map<String, Integer> quantities) {
  /** Browsers keep no cookie of more than 4 KB. */
  private static final int LONGEST_COOKIE = 3_500;

  private static final int LONGEST_ID = 200;
  private static final Pattern LINE = Pattern.compile("([^!~]{1,1800})!([1-9][0-9]{0,3})");

  Cart {
    quantities = new LinkedHashMap<>(quantities);
  }

  static Cart empty() {
    return new Cart(Map.of());
  }

  /** The cart of a cookie; what cannot be read in it is left out: it is its visitor's own. */
  static Cart read(String cookie) {
    Cart cart = empty();
    if (cookie == null || cookie.length() > LONGEST_COOKIE) {
      return cart;
    }
    for (String part : cookie.split("~", -1)) {
      var line = LINE.matcher(part);
      if (line.matches()) {
        cart.add(line.group(1), Integer.parseInt(line.group(2)));
      }
    }
    return cart;
  }

  private void add(String encoded, int quantity) {
    try {
      String id = URLDecoder.decode(encoded, UTF_8);
      if (isId(id) && quantity <= Basket.MOST_OF_A_LINE && quantities.size() < Basket.MOST_LINES) {
        quantities.put(id, quantity);
      }
    } catch (IllegalArgumentException e) {
      // an escape that is none: not a line of ours
    }
  }

  private static boolean isId(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST_ID
        && text.chars().noneMatch(Character::isISOControl);
  }

  /**
   * The same with so many of a product, however many there were; 0 takes it out.
   *
   * @throws WrongParameter if the cart cannot take it
   */
  Cart with(String productId, int quantity) {
    Cart changed = new Cart(quantities);
    if (quantity == 0) {
      changed.quantities.remove(productId);
      return changed;
    }
    changed.quantities.put(productId, quantity);
    if (!isId(productId)) {
      throw new WrongParameter("put", productId, "the id of a product");
    }
    if (changed.quantities.size() > Basket.MOST_LINES
        || changed.toString().length() > LONGEST_COOKIE) {
      throw new WrongParameter("put", productId, "in the cart already: it is full");
    }
    return changed;
  }

  int of(String productId) {
    return quantities.getOrDefault(productId, 0);
  }

  /** How many things are in it. */
  int size() {
    return quantities.values().stream().mapToInt(Integer::intValue).sum();
  }

  List<Basket.Line> lines() {
    return quantities.entrySet().stream()
        .map(line -> new Basket.Line(line.getKey(), line.getValue()))
        .toList();
  }

  /** As the cookie has it. */
  @Override
  public String toString() {
    return String.join(
        "~",
        quantities.entrySet().stream()
            .map(line -> URLEncoder.encode(line.getKey(), UTF_8) + "!" + line.getValue())
            .toList());
  }
}
