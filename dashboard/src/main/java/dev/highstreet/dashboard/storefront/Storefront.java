package dev.highstreet.dashboard.storefront;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.access.Changes;
import dev.highstreet.dashboard.intake.TracedTill;
import dev.highstreet.dashboard.shell.LiveEvent;
import dev.highstreet.dashboard.shell.Parameters;
import dev.highstreet.dashboard.shell.Shell;
import io.javalin.config.RoutesConfig;
import java.util.List;

/** All pages of the shop. */
public final class Storefront {
  private final ShelfPages shelf;
  private final CartPage cart;
  private final OrderPage orders;
  private final Changes changes;

  /**
   * Sells what the database says there is, at a till.
   *
   * @param changes the path for whatever changes something
   */
  public Storefront(Shell shell, Changes changes, TracedTill till) {
    this.shelf = new ShelfPages(shell, till);
    this.cart = new CartPage(shell, till);
    this.orders = new OrderPage(shell, till.traces());
    this.changes = requireNonNull(changes, "changes is null");
  }

  /** Adds the routes. */
  public void serve(RoutesConfig routes) {
    routes.get("/storefront", shelf::list);
    routes.get("/storefront/products/{id}", shelf::product);
    routes.get("/storefront/cart", cart::show);
    routes.post("/storefront/orders", changes.audited("order", cart::checkOut));
    routes.get("/storefront/orders/{id}", orders::show);
  }

  /** What is kept up to date on the shop's pages: nothing; their figures change when one looks. */
  public List<LiveEvent> live(Parameters parameters) {
    return List.of();
  }

  /** What is kept up to date on the page of an order. */
  public List<LiveEvent> liveOrder(Parameters parameters) {
    return orders.live(parameters);
  }
}
