package dev.highstreet.cli.replay;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.StatusLine;
import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.cli.local.LocalPlatform;
import dev.highstreet.cli.outcome.Completion;
import dev.highstreet.cli.outcome.PeakMemory;
import dev.highstreet.cli.outcome.Summary;
import dev.highstreet.cli.sales.LiveSales;
import dev.highstreet.cli.sales.SalesStatus;
import dev.highstreet.simulator.emit.EmitException;
import dev.highstreet.simulator.emit.EventSink;
import dev.highstreet.simulator.emit.KafkaEventSink;
import dev.highstreet.simulator.replay.Replay;
import dev.highstreet.simulator.replay.ReplayReport;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

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
    return new Completion(surroundings, platform, sales)
        .await(Optional.of(report), startToReady, first, memory);
  }
}
