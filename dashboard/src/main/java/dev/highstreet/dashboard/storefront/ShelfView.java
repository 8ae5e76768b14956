package dev.highstreet.dashboard.storefront;

import dev.highstreet.dashboard.catalogue.Category;
import dev.highstreet.dashboard.catalogue.ProductFilter;
import dev.highstreet.dashboard.shell.Format;
import dev.highstreet.dashboard.shell.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the list of products shows.
 *
 * @param filter what was asked for
 * @param inCart how many things are in the cart
 * @param format writes times in the business zone
 */
public record ShelfView(
    ProductFilter filter,
    Panel<Shelf> shelf,
    Panel<List<Category>> categories,
    int inCart,
    Format format) {

  /**
   * A page of products.
   *
   * @param next the product after which the next page begins; empty on the last one
   */
  public record Shelf(List<Tile> tiles, Optional<String> next) {
    public Shelf {
      tiles = List.copyOf(tiles);
    }
  }

  /** The first page of a category, or of all, with the same word. */
  public String of(Optional<String> category) {
    return href(category, Optional.empty());
  }

  /** The page after a product. */
  public String after(String productId) {
    return href(filter.category(), Optional.of(productId));
  }

  private String href(Optional<String> category, Optional<String> after) {
    List<String> parts = new ArrayList<>();
    filter.word().ifPresent(word -> parts.add("q=" + Tile.encoded(word)));
    category.ifPresent(name -> parts.add("category=" + Tile.encoded(name)));
    after.ifPresent(place -> parts.add("after=" + Tile.encoded(place)));
    return parts.isEmpty() ? "/storefront" : "/storefront?" + String.join("&", parts);
  }
}
