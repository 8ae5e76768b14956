package dev.highstreet.dashboard.monitoring;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.alerts.AlertBoard;
import dev.highstreet.dashboard.flink.Cluster;
import dev.highstreet.dashboard.ledger.Ledger;
import dev.highstreet.dashboard.shell.Cached;
import dev.highstreet.dashboard.shell.LiveEvent;
import dev.highstreet.dashboard.shell.Panel;
import dev.highstreet.dashboard.shell.Parameters;
import dev.highstreet.dashboard.shell.Shell;
import dev.highstreet.dashboard.shell.Strip;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code GET /monitoring}: the Monitoring page. */
public final class MonitoringPage {
  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final List<String> PARTS =
      List.of(
          "needs", "alerts", "tasks", "jobs", "time", "letters", "late", "runs", "reconciliation");

  private final Shell shell;
  private final Cluster cluster;
  private final Ledger ledger;
  private final MonitoringSources sources;
  private final AlertBoard alerts;
  private final HealingRoutes healing;
  private final Cached<Strip> strip;

  /**
   * Shows what these sources give.
   *
   * @param cluster shared with the Pipeline page
   * @param ledger shared with the Pipeline page and the strip
   * @param sources what else is read from Postgres
   * @param alerts those that stand
   * @param healing what can be set in motion here
   */
  public MonitoringPage(
      Shell shell,
      Cluster cluster,
      Ledger ledger,
      MonitoringSources sources,
      AlertBoard alerts,
      HealingRoutes healing) {
    this.shell = requireNonNull(shell, "shell is null");
    this.cluster = requireNonNull(cluster, "cluster is null");
    this.ledger = requireNonNull(ledger, "ledger is null");
    this.sources = requireNonNull(sources, "sources is null");
    this.alerts = requireNonNull(alerts, "alerts is null");
    this.healing = requireNonNull(healing, "healing is null");
    this.strip = new Cached<>(shell::strip, A_SECOND, shell.clock());
  }

  /** Adds the routes. */
  public void serve(RoutesConfig routes) {
    routes.get("/monitoring", this::show);
    LetterBytes bytes = new LetterBytes(sources.letterQuery());
    healing.serve(routes);
    routes.get("/monitoring/letters/{topic}/{partition}/{offset}", bytes::send);
  }

  /** What is kept up to date on this page: all but the letter that is chosen. */
  public List<LiveEvent> live(Parameters parameters) {
    LetterFilter letters = LetterFilter.read(parameters).shared();
    RunFilter runs = RunFilter.read(parameters);
    List<LiveEvent> events = new ArrayList<>();
    for (String part : PARTS) {
      events.add(
          new LiveEvent(
              part,
              part.equals("letters") ? letters.stream() : part.equals("runs") ? runs.stream() : "",
              EVERY,
              () ->
                  shell.text("monitoring/" + part + ".jte", Map.of("view", view(letters, runs)))));
    }
    return events;
  }

  private void show(Context request) {
    Parameters parameters = Parameters.of(request);
    LetterFilter letters = LetterFilter.read(parameters);
    RunFilter runs = RunFilter.read(parameters);
    MonitoringView view = view(letters, runs);
    if (view.letters().chosen().flatMap(Panel::found).filter(Optional::isEmpty).isPresent()) {
      request.status(HttpStatus.NOT_FOUND);
    }
    request.render(
        "monitoring/page.jte",
        Map.of(
            "frame",
            shell.frame(
                request,
                "monitoring",
                "Monitoring",
                "/live?page=monitoring" + letters.stream() + runs.stream(),
                String.join(" ", PARTS)),
            "view",
            view));
  }

  private MonitoringView view(LetterFilter letters, RunFilter runs) {
    return new MonitoringView(
        alerts.standing(),
        healing.newest(),
        healing.canHeal(),
        new Jobs(cluster.health()),
        new Traffic(
            ledger.read(),
            ledger.history(),
            ledger.sideExits().lastHour(shell.clock().instant()),
            shell.format()),
        new Letters(
            letters,
            sources.letterCounts(),
            sources.letterList(letters),
            letters.letter().map(sources::letter)),
        sources.late(),
        runs,
        sources.runs(runs),
        sources.reconciliation(),
        strip.get(),
        shell.clock().instant(),
        shell.format());
  }
}
