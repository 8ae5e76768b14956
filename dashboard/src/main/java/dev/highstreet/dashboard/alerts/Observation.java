package dev.highstreet.dashboard.alerts;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.flink.JobHealth;
import dev.highstreet.dashboard.ledger.History;
import dev.highstreet.dashboard.ledger.Reading;
import dev.highstreet.dashboard.ledger.Run;
import dev.highstreet.dashboard.reconciliation.Reconciliation;
import dev.highstreet.dashboard.shell.Panel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How things stand at one moment: what alerts are decided by.
 *
 * @param jobs of the Flink cluster
 * @param reading the balance now
 * @param history the balance over the last minutes
 * @param reconciliation the newest comparison; empty inside before the first
 * @param now wall clock
 */
record Observation(
    Panel<List<JobHealth>> jobs,
    Panel<Reading> reading,
    List<History.Sample> history,
    Panel<Optional<Reconciliation>> reconciliation,
    Instant now) {
  Observation {
    requireNonNull(jobs, "jobs is null");
    requireNonNull(reading, "reading is null");
    history = List.copyOf(history);
    requireNonNull(reconciliation, "reconciliation is null");
    requireNonNull(now, "now is null");
  }

  /** The run that should be at work, as far as the database knows: live, and not ended. */
  Optional<Run> liveRun() {
    return reading.found().flatMap(read -> read.balance().run()).filter(Run::live);
  }
}
