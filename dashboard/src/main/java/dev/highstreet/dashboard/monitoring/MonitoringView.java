package dev.highstreet.dashboard.monitoring;

import dev.highstreet.dashboard.alerts.Alert;
import dev.highstreet.dashboard.reconciliation.Reconciliation;
import dev.highstreet.dashboard.shell.Format;
import dev.highstreet.dashboard.shell.Panel;
import dev.highstreet.dashboard.shell.Strip;
import dev.highstreet.dashboard.tasks.Task;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the Monitoring page shows, as of one moment.
 *
 * @param alerts those that stand
 * @param tasks what was set in motion here, the newest first
 * @param canHeal whether there is somebody who can set such things in motion
 * @param jobs of the Flink cluster
 * @param traffic lag, rates and what leaves by the side
 * @param letters what was quarantined
 * @param late days with late events
 * @param runFilter which runs were asked for
 * @param runs a page of them
 * @param reconciliation the newest comparison; empty inside before the first
 * @param strip the clocks, as the line above the page has them
 * @param now wall clock, for ages
 * @param format writes times in the business zone
 */
public record MonitoringView(
    List<Alert> alerts,
    List<Task> tasks,
    boolean canHeal,
    Jobs jobs,
    Traffic traffic,
    Letters letters,
    Panel<LateDays> late,
    RunFilter runFilter,
    Panel<RunList> runs,
    Panel<Optional<Reconciliation>> reconciliation,
    Strip strip,
    Instant now,
    Format format) {

  /** What is wrong, or that all is well, in a sentence or a few. */
  public String needs() {
    return Needs.of(this);
  }
}
