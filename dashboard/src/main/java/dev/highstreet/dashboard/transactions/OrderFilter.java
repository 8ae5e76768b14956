package dev.highstreet.dashboard.transactions;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Parameters;
import dev.highstreet.dashboard.shell.WrongParameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the address asks for.
 *
 * @param word searched for: an order, a customer or a product
 * @param before older orders than this place; empty for the newest
 * @param order opened in the drawer
 */
public record OrderFilter(
    Optional<String> word, Optional<OrderCursor> before, Optional<String> order) {
  public OrderFilter {
    requireNonNull(word, "word is null");
    requireNonNull(before, "before is null");
    requireNonNull(order, "order is null");
  }

  /**
   * Reads the address.
   *
   * @throws WrongParameter if the place in the list is not one
   */
  static OrderFilter read(Parameters parameters) {
    return new OrderFilter(
        parameters.get("q"),
        parameters.get("before").map(OrderCursor::parse),
        parameters.get("order"));
  }

  /** What decides which orders are listed. */
  OrderFilter list() {
    return new OrderFilter(word, before, Optional.empty());
  }

  /** Whether new orders appear: not on older pages. */
  public boolean live() {
    return before.isEmpty();
  }

  /** The list with an order opened. */
  public String opening(String orderId) {
    return href(word, before, Optional.of(orderId));
  }

  /** The list with no order opened. */
  public String closed() {
    return href(word, before, Optional.empty());
  }

  /** The list from a place on. */
  public String olderThan(OrderCursor place) {
    return href(word, Optional.of(place), Optional.empty());
  }

  /** The list from the newest order on. */
  public String newest() {
    return href(word, Optional.empty(), Optional.empty());
  }

  /**
   * What its stream's address has beside the page: the word, and whether the page is an older one.
   */
  public String stream() {
    return word.map(q -> "&q=" + encoded(q)).orElse("")
        + before.map(place -> "&before=" + encoded(place.toString())).orElse("");
  }

  private static String href(
      Optional<String> word, Optional<OrderCursor> before, Optional<String> order) {
    List<String> parts = new ArrayList<>();
    word.ifPresent(q -> parts.add("q=" + encoded(q)));
    before.ifPresent(place -> parts.add("before=" + encoded(place.toString())));
    order.ifPresent(id -> parts.add("order=" + encoded(id)));
    return parts.isEmpty() ? "/transactions" : "/transactions?" + String.join("&", parts);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
