package dev.highstreet.dashboard.storefront;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.catalogue.Category;
import dev.highstreet.dashboard.catalogue.Product;
import dev.highstreet.dashboard.catalogue.ProductFilter;
import dev.highstreet.dashboard.catalogue.ProductQuery;
import dev.highstreet.dashboard.intake.Till;
import dev.highstreet.dashboard.shell.LastKnown;
import dev.highstreet.dashboard.shell.LastKnownEach;
import dev.highstreet.dashboard.shell.Panel;
import dev.highstreet.dashboard.shell.Parameters;
import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.dashboard.shell.Shell;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /storefront} and {@code /storefront/products/ID}: what is sold. */
final class ShelfPages {
  private static final int ON_A_PAGE = 24;
  private static final int RELATED = 6;
  private static final int SHELVES = 100;
  private static final int PRODUCTS = 500;

  /** Several visitors ask Postgres once. */
  private static final Duration KEEP = Duration.ofMillis(250);

  private final Shell shell;
  private final ProductQuery products;
  private final Till till;
  private final LastKnownEach<ProductFilter, ShelfView.Shelf> shelves;
  private final LastKnown<List<Category>> categories;
  private final LastKnownEach<String, Optional<ProductView.Goods>> goods;

  ShelfPages(Shell shell, Till till) {
    this.shell = requireNonNull(shell, "shell is null");
    this.products = new ProductQuery(shell.database());
    this.till = requireNonNull(till, "till is null");
    this.shelves = new LastKnownEach<>(this::shelf, SHELVES, KEEP, shell.clock());
    this.categories = new LastKnown<>(products::categories, KEEP, shell.clock());
    this.goods = new LastKnownEach<>(this::goods, PRODUCTS, KEEP, shell.clock());
  }

  void list(Context request) {
    Parameters parameters = Parameters.of(request);
    ProductFilter filter =
        new ProductFilter(parameters.get("q"), parameters.get("category"), parameters.get("after"));
    ShelfView view =
        new ShelfView(
            filter,
            shelves.get(filter),
            categories.get(),
            CartCookie.read(request).size(),
            shell.format());
    request.render(
        "storefront/list.jte",
        Map.of(
            "frame",
            shell.frame(request, "storefront", "Storefront", "/live?page=storefront", ""),
            "view",
            view));
  }

  private ShelfView.Shelf shelf(ProductFilter filter) {
    List<Product> found = products.active(filter, ON_A_PAGE + 1);
    List<Product> shown = found.subList(0, Math.min(ON_A_PAGE, found.size()));
    return new ShelfView.Shelf(
        tiles(shown),
        found.size() > ON_A_PAGE ? Optional.of(shown.get(ON_A_PAGE - 1).id()) : Optional.empty());
  }

  void product(Context request) {
    String id = request.pathParam("id");
    Panel<Optional<ProductView.Goods>> known = goods.get(id);
    Product product =
        known
            .orThrow()
            .map(found -> found.tile().product())
            .orElseThrow(
                () -> RequestProblem.missing("The shop knows no product %s.".formatted(id)));
    Cart cart = CartCookie.read(request);
    ProductView view = new ProductView(known, cart.of(product.id()), cart.size(), shell.format());
    request.render(
        "storefront/product.jte",
        Map.of(
            "frame",
            shell.frame(request, "storefront", product.name(), "/live?page=storefront", ""),
            "view",
            view));
  }

  private Optional<ProductView.Goods> goods(String id) {
    return products.ofId(id).map(this::goods);
  }

  private ProductView.Goods goods(Product product) {
    List<Product> together = products.boughtWith(product.id(), RELATED);
    List<Product> related =
        together.isEmpty() ? products.ofSameCategory(product, RELATED) : together;
    return new ProductView.Goods(
        tiles(List.of(product)).get(0),
        tiles(related),
        together.isEmpty() ? "More of " + product.category() : "Often bought together");
  }

  private List<Tile> tiles(List<Product> shown) {
    Map<String, Long> available = till.available(shown.stream().map(Product::id).toList());
    return shown.stream().map(product -> Tile.of(product, available)).toList();
  }
}
