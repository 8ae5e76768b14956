package dev.highstreet.dashboard.sales;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.LiveEvent;
import dev.highstreet.dashboard.shell.Parameters;
import dev.highstreet.dashboard.shell.ScenarioSpan;
import dev.highstreet.dashboard.shell.Shell;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code GET /dashboard}: the Dashboard page. */
public final class SalesPage {
  private final Shell shell;
  private final SalesReader reader;
  private final KnownSales known;

  /**
   * Shows what was sold.
   *
   * @param scenarios that were on in the shop, with which the trend is marked; asked each time
   */
  public SalesPage(Shell shell, Supplier<List<ScenarioSpan>> scenarios) {
    this.shell = requireNonNull(shell, "shell is null");
    this.reader = new SalesReader(shell.database(), shell.format(), scenarios);
    this.known = new KnownSales(reader::read, shell.clock());
  }

  /** Adds the route. */
  public void serve(RoutesConfig routes) {
    routes.get("/dashboard", this::show);
  }

  /** What is kept up to date on this page, for the filter of its address. */
  public List<LiveEvent> live(Parameters parameters) {
    SalesFilter filter = filter(parameters);
    return List.of(
        new LiveEvent("sales", filter.query(), Duration.ofSeconds(1), new Snapshots(filter)::get));
  }

  private void show(Context request) {
    Parameters parameters = Parameters.of(request);
    SalesFilter filter = filter(parameters);
    String query = filter.query();
    SalesView view = known.get(filter);
    String title = view.period() == null ? "Dashboard" : "Dashboard, " + view.period().title();
    request.render(
        "sales/page.jte",
        Map.of(
            "frame",
            shell.frame(
                request,
                "dashboard",
                title,
                "/live?page=dashboard" + (query.isEmpty() ? "" : "&" + query),
                "sales"),
            "view",
            view));
  }

  private SalesFilter filter(Parameters parameters) {
    SalesFilter filter = SalesFilter.read(parameters);
    reader.requireKnownStore(filter);
    return filter;
  }

  /** Renders again only when something was written since, or when something was missing. */
  private final class Snapshots {
    private final SalesFilter filter;
    private Optional<String> version = Optional.empty();
    private String newest;

    Snapshots(SalesFilter filter) {
      this.filter = filter;
    }

    synchronized String get() {
      Optional<String> now = reader.version();
      if (newest == null || now.isEmpty() || !now.equals(version)) {
        SalesView view = known.get(filter);
        newest = shell.text("sales/body.jte", Map.of("view", view));
        version = view.whole() ? now : Optional.empty();
      }
      return newest;
    }
  }
}
