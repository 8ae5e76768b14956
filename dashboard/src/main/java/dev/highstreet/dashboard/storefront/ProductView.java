package dev.highstreet.dashboard.storefront;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What the page of a product shows.
 *
 * @param related others that go with it; none, and nothing is shown
 * @param why these, as their heading
 * @param inCart how many of it are in the cart
 * @param inWholeCart how many things are
 */
public record ProductView(Tile tile, List<Tile> related, String why, int inCart, int inWholeCart) {
  public ProductView {
    requireNonNull(tile, "tile is null");
    related = List.copyOf(related);
    requireNonNull(why, "why is null");
  }
}
