package dev.highstreet.dashboard.monitoring;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.flink.Cluster;
import dev.highstreet.dashboard.ledger.Ledger;
import dev.highstreet.dashboard.shell.LiveEvent;
import dev.highstreet.dashboard.shell.Parameters;
import dev.highstreet.dashboard.shell.Shell;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code GET /monitoring}: the Monitoring page. */
public final class MonitoringPage {
  private final Shell shell;
  private final Cluster cluster;
  private final Ledger ledger;

  /**
   * Shows what these sources give.
   *
   * @param cluster shared with the Pipeline page
   * @param ledger shared with the Pipeline page and the strip
   */
  public MonitoringPage(Shell shell, Cluster cluster, Ledger ledger) {
    this.shell = requireNonNull(shell, "shell is null");
    this.cluster = requireNonNull(cluster, "cluster is null");
    this.ledger = requireNonNull(ledger, "ledger is null");
  }

  /** Adds the route. */
  public void serve(RoutesConfig routes) {
    routes.get("/monitoring", this::show);
  }

  /** What is kept up to date on this page. */
  public List<LiveEvent> live(Parameters parameters) {
    return List.of(
        part("needs", Duration.ofSeconds(2)),
        part("jobs", Duration.ofSeconds(2)),
        part("time", Duration.ofSeconds(2)));
  }

  private LiveEvent part(String name, Duration every) {
    return new LiveEvent(
        name, "", every, () -> shell.text("monitoring/" + name + ".jte", Map.of("view", view())));
  }

  private void show(Context request) {
    request.render(
        "monitoring/page.jte",
        Map.of(
            "frame",
            shell.frame(
                request,
                "monitoring",
                "Monitoring",
                "/live?page=monitoring",
                "needs jobs time"),
            "view",
            view()));
  }

  private MonitoringView view() {
    return new MonitoringView(
        new Jobs(cluster.health()),
        new Traffic(
            ledger.read(),
            ledger.history(),
            ledger.sideExits().lastHour(shell.clock().instant()),
            shell.format()),
        shell.strip(),
        shell.clock().instant(),
        shell.format());
  }
}
