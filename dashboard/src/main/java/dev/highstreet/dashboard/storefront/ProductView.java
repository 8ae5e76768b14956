package dev.highstreet.dashboard.storefront;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Format;
import dev.highstreet.dashboard.shell.Panel;
import java.util.List;
import java.util.Optional;

/**
 * What the page of a product shows.
 *
 * @param known the product, which there is
 * @param inCart how many of it are in the cart
 * @param inWholeCart how many things are
 * @param format writes times in the business zone
 */
public record ProductView(
    Panel<Optional<Goods>> known, int inCart, int inWholeCart, Format format) {
  public ProductView {
    requireNonNull(known, "known is null");
    requireNonNull(format, "format is null");
  }

  /**
   * A product, and what goes with it.
   *
   * @param related others that go with it; none, and nothing is shown
   * @param why these, as their heading
   */
  public record Goods(Tile tile, List<Tile> related, String why) {
    public Goods {
      requireNonNull(tile, "tile is null");
      related = List.copyOf(related);
      requireNonNull(why, "why is null");
    }
  }

  /** The product, and what goes with it. */
  public Goods goods() {
    return known.value().orElseThrow();
  }
}
