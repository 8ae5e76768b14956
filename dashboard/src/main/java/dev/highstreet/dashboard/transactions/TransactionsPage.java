package dev.highstreet.dashboard.transactions;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.LiveEvent;
import dev.highstreet.dashboard.shell.Panel;
import dev.highstreet.dashboard.shell.Parameters;
import dev.highstreet.dashboard.shell.Shell;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code GET /transactions}: the Transactions page. */
public final class TransactionsPage {
  private final Shell shell;
  private final OrderQuery orders;
  private final OrderLifeQuery lives;

  public TransactionsPage(Shell shell) {
    this.shell = requireNonNull(shell, "shell is null");
    this.orders = new OrderQuery(shell.database());
    this.lives = new OrderLifeQuery(shell.database(), shell.format());
  }

  /** Adds the route. */
  public void serve(RoutesConfig routes) {
    routes.get("/transactions", this::show);
  }

  /** What is kept up to date on this page: the newest orders, and none of the older pages. */
  public List<LiveEvent> live(Parameters parameters) {
    OrderFilter filter = OrderFilter.read(parameters);
    if (!filter.live()) {
      return List.of();
    }
    OrderFilter shared = new OrderFilter(filter.word(), Optional.empty(), Optional.empty());
    return List.of(
        new LiveEvent(
            "orders",
            shared.stream(),
            Duration.ofMillis(500),
            () -> shell.text("transactions/orders.jte", Map.of("view", view(shared)))));
  }

  private void show(Context request) {
    Parameters parameters = Parameters.of(request);
    OrderFilter filter = OrderFilter.read(parameters);
    TransactionsView view = view(filter);
    if (view.opened().flatMap(Panel::found).filter(Optional::isEmpty).isPresent()) {
      request.status(HttpStatus.NOT_FOUND);
    }
    request.render(
        "transactions/page.jte",
        Map.of(
            "frame",
            shell.frame(
                request,
                "transactions",
                "Transactions",
                "/live?page=transactions" + filter.stream(),
                "orders"),
            "view",
            view));
  }

  private TransactionsView view(OrderFilter filter) {
    return new TransactionsView(
        filter,
        Panel.of(() -> list(filter)),
        filter.order().map(id -> Panel.of(() -> lives.read(id))),
        shell.format());
  }

  private OrderList list(OrderFilter filter) {
    OrderCursor before = filter.before().orElse(OrderCursor.NEWEST);
    int oneMore = OrderList.LENGTH + 1;
    return OrderList.of(
        filter
            .word()
            .map(word -> orders.search(word, before, oneMore))
            .orElseGet(() -> orders.newest(before, oneMore)));
  }
}
