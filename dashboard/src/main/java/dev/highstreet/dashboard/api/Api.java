package dev.highstreet.dashboard.api;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.access.Changes;
import dev.highstreet.dashboard.intake.Till;
import dev.highstreet.dashboard.shell.RateLimit;
import dev.highstreet.dashboard.shell.Shell;
import io.javalin.config.RoutesConfig;

/** All routes of the interface for programs, and the page about them. */
public final class Api {
  private static final RateLimit READS = new RateLimit(60_000);
  private static final RateLimit ORDERS = new RateLimit(6_000);

  private final ProductRoutes products;
  private final OrderRoutes orders;
  private final MartRoute marts;
  private final Changes changes;
  private final OpenApi document;
  private final ApiPage page;

  /**
   * Shows what the database holds, and takes orders at a till.
   *
   * @param changes the path for whatever changes something
   */
  public Api(Shell shell, Changes changes, Till till) {
    RecentAnswers recent = new RecentAnswers();
    this.products = new ProductRoutes(shell.database(), till, recent);
    this.orders = new OrderRoutes(shell, till);
    this.marts = new MartRoute(shell, recent);
    this.changes = requireNonNull(changes, "changes is null");
    this.document = OpenApi.load();
    this.page = new ApiPage(shell, document);
  }

  /** Adds the routes. */
  public void serve(RoutesConfig routes) {
    routes.get("/api", page::show);
    routes.get("/api/openapi.json", READS.on(document::answer));
    routes.get("/api/products", READS.on(products::list));
    routes.get("/api/products/{id}", READS.on(products::one));
    routes.get("/api/stores", READS.on(products::stores));
    routes.get("/api/orders/{id}", READS.on(orders::one));
    routes.get("/api/marts/{name}", READS.on(marts::rows));
    routes.post("/api/orders", ORDERS.on(changes.audited("order", orders::place)));
  }
}
