package dev.highstreet.dashboard.transactions;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.LastKnownEach;
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
  private static final int LISTS = 50;
  private static final int LIVES = 500;

  /** The list is shown anew twice a second. */
  private static final Duration KEEP = Duration.ofMillis(250);

  private final Shell shell;
  private final OrderQuery orders;
  private final LastKnownEach<OrderFilter, OrderList> lists;
  private final LastKnownEach<String, Optional<OrderLife>> lives;

  public TransactionsPage(Shell shell) {
    this.shell = requireNonNull(shell, "shell is null");
    this.orders = new OrderQuery(shell.database());
    this.lists = new LastKnownEach<>(this::list, LISTS, KEEP, shell.clock());
    OrderLifeQuery life = new OrderLifeQuery(shell.database(), shell.format());
    this.lives = new LastKnownEach<>(life::read, LIVES, KEEP, shell.clock());
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
    OrderFilter shared = filter.list();
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
        filter, lists.get(filter.list()), filter.order().map(lives::get), shell.format());
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
