package dev.highstreet.cli.outcome;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.StatusLine;
import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.cli.local.LocalPlatform;
import dev.highstreet.cli.sales.Ledger;
import dev.highstreet.cli.sales.LiveSales;
import dev.highstreet.cli.sales.SalesStatus;
import dev.highstreet.simulator.replay.ReplayReport;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The end of a pass: everything that was sent is accounted for, the job stops, and is summed up.
 */
public final class Completion {
  private final Surroundings surroundings;
  private final LocalPlatform platform;
  private final LiveSales sales;

  /** A pass through a platform, by a job. */
  public Completion(Surroundings surroundings, LocalPlatform platform, LiveSales sales) {
    this.surroundings = surroundings;
    this.platform = platform;
    this.sales = sales;
  }

  /**
   * Waits until every record is accounted for, and stops the job.
   *
   * @param file what was replayed, if a file was
   * @param startToReady from the start of the process until the job ran
   * @param firstEvent when the first event was sent, in the nanoseconds of this machine
   * @throws CommandException if the job will not get there
   */
  public Summary await(
      Optional<ReplayReport> file, Duration startToReady, long firstEvent, PeakMemory memory) {
    Map<String, Long> produced = sales.produced();
    StatusLine status = new StatusLine(surroundings);
    sales.awaitAccounted(produced, ledger -> status.show(SalesStatus.of(ledger)));
    sales.stop();
    Duration firstEventToLastRow = Duration.ofNanos(System.nanoTime() - firstEvent);
    status.end();
    Ledger ledger =
        sales
            .ledger()
            .orElseThrow(() -> CommandException.answerIsNo("ops.run_counts cannot be read"));
    return new Summary(
        sales.runId(),
        file,
        conservation(produced, ledger),
        ledger.quarantinedLines(),
        totals(),
        new Timings(startToReady, firstEventToLastRow),
        PeakMemory.ofThisProcess(),
        memory.postgres());
  }

  private static List<Conservation> conservation(Map<String, Long> produced, Ledger ledger) {
    return produced.entrySet().stream()
        .map(topic -> new Conservation(topic.getKey(), topic.getValue(), ledger.of(topic.getKey())))
        .toList();
  }

  private Totals totals() {
    try {
      return Totals.read(platform.databases().reader().connections());
    } catch (SQLException e) {
      throw CommandException.answerIsNo("the totals cannot be read: " + e.getMessage(), e);
    }
  }
}
