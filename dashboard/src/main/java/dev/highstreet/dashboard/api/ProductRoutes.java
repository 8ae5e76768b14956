package dev.highstreet.dashboard.api;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.dashboard.catalogue.Product;
import dev.highstreet.dashboard.catalogue.ProductFilter;
import dev.highstreet.dashboard.catalogue.ProductQuery;
import dev.highstreet.dashboard.catalogue.Store;
import dev.highstreet.dashboard.catalogue.StoreQuery;
import dev.highstreet.dashboard.intake.Till;
import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.dashboard.shell.Parameters;
import dev.highstreet.dashboard.shell.RequestProblem;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** {@code /api/products} and {@code /api/stores}: what is sold, and where. */
final class ProductRoutes {
  private static final int LIMIT = 50;
  private static final int MOST = 200;

  private final ProductQuery products;
  private final StoreQuery stores;
  private final Till till;
  private final RecentAnswers recent;

  ProductRoutes(Database database, Till till, RecentAnswers recent) {
    this.products = new ProductQuery(database);
    this.stores = new StoreQuery(database);
    this.till = requireNonNull(till, "till is null");
    this.recent = requireNonNull(recent, "recent is null");
  }

  void list(Context request) {
    Parameters parameters = Parameters.of(request, List.of("q", "category", "limit", "after"));
    int limit = parameters.number("limit", LIMIT, 1, MOST);
    ProductFilter filter =
        new ProductFilter(parameters.get("q"), parameters.get("category"), parameters.get("after"));
    recent.send(request, () -> page(filter, limit));
  }

  private ObjectNode page(ProductFilter filter, int limit) {
    List<Product> found = products.active(filter, limit + 1);
    Map<String, Long> available = till.available(found.stream().map(Product::id).toList());
    return Answer.page("products", found, limit, product -> shape(product, available), Product::id);
  }

  void one(Context request) {
    Parameters unused = Parameters.of(request, List.of());
    recent.send(
        request,
        () -> {
          Product product =
              Answer.id(request, "id")
                  .flatMap(products::ofId)
                  .orElseThrow(
                      () ->
                          RequestProblem.missing(
                              "No product %s is known.".formatted(request.pathParam("id"))));
          return shape(product, till.available(List.of(product.id())));
        });
  }

  void stores(Context request) {
    Parameters parameters = Parameters.of(request, List.of("limit", "after"));
    int limit = parameters.number("limit", LIMIT, 1, MOST);
    String after = parameters.get("after").orElse("");
    recent.send(
        request,
        () ->
            Answer.page(
                "stores", stores.after(after, limit + 1), limit, ProductRoutes::shape, Store::id));
  }

  private static ObjectNode shape(Product product, Map<String, Long> available) {
    ObjectNode shape =
        Answer.object()
            .put("productId", product.id())
            .put("revision", product.revision())
            .put("name", product.name())
            .put("category", product.category())
            .put("brand", product.brand().orElse(null))
            .put("listPrice", Answer.amount(product.listPrice()))
            .put("active", product.active())
            .put("effectiveFrom", product.effectiveFrom().toString());
    Long left = available.get(product.id());
    return left == null ? shape : shape.put("available", left);
  }

  private static ObjectNode shape(Store store) {
    return Answer.object()
        .put("storeId", store.id())
        .put("revision", store.revision())
        .put("name", store.name())
        .put("type", store.type())
        .put("city", store.city().orElse(null))
        .put("postcode", store.postcode().orElse(null))
        .put("openingHours", store.openingHours().orElse(null))
        .put("openedAt", store.openedAt().toString());
  }
}
