package dev.highstreet.dashboard.storefront;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.catalogue.Product;
import dev.highstreet.dashboard.catalogue.ProductFilter;
import dev.highstreet.dashboard.catalogue.ProductQuery;
import dev.highstreet.dashboard.intake.Till;
import dev.highstreet.dashboard.shell.Panel;
import dev.highstreet.dashboard.shell.Parameters;
import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.dashboard.shell.Shell;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /storefront} and {@code /storefront/products/ID}: what is sold. */
final class ShelfPages {
  private static final int ON_A_PAGE = 24;
  private static final int RELATED = 6;

  private final Shell shell;
  private final ProductQuery products;
  private final Till till;

  ShelfPages(Shell shell, Till till) {
    this.shell = requireNonNull(shell, "shell is null");
    this.products = new ProductQuery(shell.database());
    this.till = requireNonNull(till, "till is null");
  }

  void list(Context request) {
    Parameters parameters = Parameters.of(request);
    ProductFilter filter =
        new ProductFilter(parameters.get("q"), parameters.get("category"), parameters.get("after"));
    ShelfView view =
        new ShelfView(
            filter,
            Panel.of(() -> shelf(filter)),
            Panel.of(products::categories),
            CartCookie.read(request).size());
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
    Product product =
        products
            .ofId(id)
            .orElseThrow(
                () -> RequestProblem.missing("The shop knows no product %s.".formatted(id)));
    List<Product> together = products.boughtWith(product.id(), RELATED);
    List<Product> related =
        together.isEmpty() ? products.ofSameCategory(product, RELATED) : together;
    Cart cart = CartCookie.read(request);
    ProductView view =
        new ProductView(
            tiles(List.of(product)).get(0),
            tiles(related),
            together.isEmpty() ? "More of " + product.category() : "Often bought together",
            cart.of(product.id()),
            cart.size());
    request.render(
        "storefront/product.jte",
        Map.of(
            "frame",
            shell.frame(request, "storefront", product.name(), "/live?page=storefront", ""),
            "view",
            view));
  }

  private List<Tile> tiles(List<Product> shown) {
    Map<String, Long> available = till.available(shown.stream().map(Product::id).toList());
    return shown.stream().map(product -> Tile.of(product, available)).toList();
  }
}
