package dev.highstreet.dashboard.pipeline;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.flink.Cluster;
import dev.highstreet.dashboard.ledger.Ledger;
import dev.highstreet.dashboard.ledger.Reading;
import dev.highstreet.dashboard.ledger.Run;
import dev.highstreet.dashboard.reconciliation.Reconciliation;
import dev.highstreet.dashboard.reconciliation.ReconciliationQuery;
import dev.highstreet.dashboard.shell.LastKnown;
import dev.highstreet.dashboard.shell.LastKnownEach;
import dev.highstreet.dashboard.shell.LiveEvent;
import dev.highstreet.dashboard.shell.LiveHub;
import dev.highstreet.dashboard.shell.Panel;
import dev.highstreet.dashboard.shell.Parameters;
import dev.highstreet.dashboard.shell.ScenarioSpan;
import dev.highstreet.dashboard.shell.Settlement;
import dev.highstreet.dashboard.shell.SettlementQuery;
import dev.highstreet.dashboard.shell.Shell;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code GET /}: the Pipeline page. */
public final class PipelinePage {
  private static final int DAYS = 14;
  private static final int RUNS = 4;

  /** The page is shown anew once a second. */
  private static final Duration KEEP = Duration.ofMillis(250);

  private final Shell shell;
  private final LiveHub hub;
  private final Ledger ledger;
  private final Cluster cluster;
  private final PipelineQuery query;
  private final SettlementQuery settlement;
  private final Supplier<List<ScenarioSpan>> scenarios;
  private final LastKnown<MartWrites> marts;
  private final LastKnownEach<Long, List<Reason>> reasons;
  private final LastKnown<Optional<Reconciliation>> reconciliation;
  private final LastKnown<List<PipelineView.Day>> days;

  /**
   * Shows what these sources give.
   *
   * @param ledger shared with the strip
   * @param cluster shared with Monitoring
   * @param scenarios that were on in the shop, with which its days are marked; asked each time
   */
  public PipelinePage(
      Shell shell,
      LiveHub hub,
      Ledger ledger,
      Cluster cluster,
      Supplier<List<ScenarioSpan>> scenarios) {
    this.shell = requireNonNull(shell, "shell is null");
    this.hub = requireNonNull(hub, "hub is null");
    this.ledger = requireNonNull(ledger, "ledger is null");
    this.cluster = requireNonNull(cluster, "cluster is null");
    this.scenarios = requireNonNull(scenarios, "scenarios is null");
    this.query = new PipelineQuery(shell.database());
    this.settlement = new SettlementQuery(shell.database());
    this.marts = new LastKnown<>(query::marts, KEEP, shell.clock());
    this.reasons = new LastKnownEach<>(query::reasons, RUNS, KEEP, shell.clock());
    ReconciliationQuery newest = new ReconciliationQuery(shell.database());
    this.reconciliation = new LastKnown<>(newest::newest, KEEP, shell.clock());
    this.days =
        new LastKnown<>(
            () -> days(reconciliation.get().found().flatMap(compared -> compared), scenarios.get()),
            KEEP,
            shell.clock());
  }

  /** Adds the route. */
  public void serve(RoutesConfig routes) {
    routes.get("/", this::show);
  }

  /** What is kept up to date on this page. */
  public List<LiveEvent> live(Parameters parameters) {
    return List.of(
        new LiveEvent(
            "pipeline",
            "",
            Duration.ofSeconds(1),
            () -> shell.text("pipeline/body.jte", Map.of("view", view()))));
  }

  private void show(Context request) {
    request.render(
        "pipeline/page.jte",
        Map.of(
            "frame",
                shell.frame(request, "pipeline", "Pipeline", "/live?page=pipeline", "pipeline"),
            "view", view()));
  }

  private PipelineView view() {
    Panel<Reading> balance = ledger.read();
    List<ScenarioSpan> spans = scenarios.get();
    Panel<List<PipelineView.Day>> shown = days.get();
    long run = balance.found().flatMap(read -> read.balance().run()).map(Run::id).orElse(0L);
    return new PipelineView(
        balance,
        ledger.whole(),
        marts.get(),
        cluster.jobs(),
        reasons.get(run),
        shown,
        within(shown.found().orElse(List.of()), spans),
        reconciliation.get(),
        hub.viewers(),
        shell.clock().instant(),
        shell.format());
  }

  /** Those of the days that are shown. */
  private List<ScenarioSpan> within(List<PipelineView.Day> days, List<ScenarioSpan> spans) {
    if (days.isEmpty()) {
      return List.of();
    }
    Instant from = shell.format().startOf(days.get(0).day());
    Instant to = shell.format().startOf(days.get(days.size() - 1).day().plusDays(1));
    return spans.stream().filter(span -> span.isWithin(from, to)).toList();
  }

  private List<PipelineView.Day> days(
      Optional<Reconciliation> reconciled, List<ScenarioSpan> spans) {
    Settlement settled = settlement.read();
    return query.days(DAYS).stream()
        .map(
            day ->
                new PipelineView.Day(
                    day.day(),
                    settled.isFinal(day.runId(), shell.format().startOf(day.day().plusDays(1))),
                    reconciled.filter(newest -> newest.covers(day.day())).isPresent(),
                    day.late(),
                    ScenarioSpan.names(
                        spans,
                        shell.format().startOf(day.day()),
                        shell.format().startOf(day.day().plusDays(1)))))
        .toList();
  }
}
