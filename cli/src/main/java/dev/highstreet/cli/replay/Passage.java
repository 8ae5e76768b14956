package dev.highstreet.cli.replay;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.StatusLine;
import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.cli.local.LocalPlatform;
import dev.highstreet.cli.sales.Ledger;
import dev.highstreet.cli.sales.LiveSales;
import dev.highstreet.cli.sales.SalesStatus;
import dev.highstreet.simulator.emit.EmitException;
import dev.highstreet.simulator.emit.EventSink;
import dev.highstreet.simulator.emit.KafkaEventSink;
import dev.highstreet.simulator.replay.Replay;
import dev.highstreet.simulator.replay.ReplayReport;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** A file's way through a platform: from the first event to the last row. */
final class Passage {
  private final Surroundings surroundings;
  private final LocalPlatform platform;
  private final LiveSales sales;
  private final ZoneId zone;

  Passage(Surroundings surroundings, LocalPlatform platform, LiveSales sales, ZoneId zone) {
    this.surroundings = surroundings;
    this.platform = platform;
    this.sales = sales;
    this.zone = zone;
  }

  /** Sends every event. */
  ReplayReport send(Replay replay) {
    try (EventSink sink = KafkaEventSink.connect(platform.addresses().kafka());
        SendingProgress progress = new SendingProgress(surroundings, replay.events(), zone)) {
      return replay.run(sink, progress);
    } catch (EmitException e) {
      throw CommandException.answerIsNo(e.getMessage(), e);
    }
  }

  /** Shows how things stand until the process is stopped. */
  void follow() {
    StatusLine status = new StatusLine(surroundings);
    sales.follow(ledger -> status.show(SalesStatus.of(ledger)));
  }

  /** Sends every event, waits until each is accounted for, stops the job, and sums up. */
  Summary complete(Replay replay, Duration startToReady, PeakMemory memory) {
    long first = System.nanoTime();
    ReplayReport report = send(replay);
    Map<String, Long> produced = sales.produced();
    StatusLine status = new StatusLine(surroundings);
    sales.awaitAccounted(produced, ledger -> status.show(SalesStatus.of(ledger)));
    sales.stop();
    Duration firstEventToLastRow = Duration.ofNanos(System.nanoTime() - first);
    status.end();
    Ledger ledger =
        sales
            .ledger()
            .orElseThrow(() -> CommandException.answerIsNo("ops.run_counts cannot be read"));
    return new Summary(
        sales.runId(),
        report,
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
