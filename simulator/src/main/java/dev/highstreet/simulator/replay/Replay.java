package dev.highstreet.simulator.replay;

import static java.util.Objects.requireNonNull;

import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.emit.EventSink;
import dev.highstreet.simulator.transactions.UnusableFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * A file of transactions as a stream of events. Opening it reads the file whole (about 100 bytes of
 * memory a row); running it sends the same events, byte for byte, every time.
 *
 * <p>The shop's clock ticks when it has advanced by an hour since it last did, and at the end.
 */
public final class Replay {
  private static final Duration BETWEEN_TICKS = Duration.ofHours(1);

  private final ReplayOptions options;
  private final Timeline timeline;
  private final long rows;
  private final Map<String, Long> rejectedByReason;

  private Replay(
      ReplayOptions options, Timeline timeline, long rows, Map<String, Long> rejectedByReason) {
    this.options = options;
    this.timeline = timeline;
    this.rows = rows;
    this.rejectedByReason = rejectedByReason;
  }

  /**
   * Reads the file and writes the rejects file.
   *
   * @throws UnusableFileException if the file cannot be read, its header lacks a column, or none of
   *     its rows can become part of an event
   */
  public static Replay open(ReplayOptions options) throws UnusableFileException {
    requireNonNull(options, "options is null");
    Transactions file = Transactions.read(options);
    Map<String, Long> rejected = new HashMap<>();
    file.rejected().forEach((reason, count) -> rejected.put(reason.name(), count));
    return new Replay(options, Timeline.of(file, options), file.read(), rejected);
  }

  /** How many events {@link #run} will send; ticks are not events. */
  public long events() {
    return timeline.entries().size();
  }

  /**
   * Sends everything, flushes, and leaves the sink open.
   *
   * @param progress told after each event
   * @throws dev.highstreet.simulator.emit.EmitException if the sink does not take an event
   * @throws CancellationException if the thread is interrupted; it stays so
   */
  public ReplayReport run(EventSink sink, Consumer<ReplayProgress> progress) {
    Map<Topic, Long> produced = new EnumMap<>(Topic.class);
    Instant ticked = timeline.first();
    long ticks = 0;
    long emitted = 0;
    for (Timeline.Entry entry : timeline.entries()) {
      waitFor(entry.at());
      if (!entry.at().isBefore(ticked.plus(BETWEEN_TICKS))) {
        ticked = entry.at();
        sink.tick(ticked);
        ticks++;
      }
      sink.emit(entry.topic(), entry.key(), entry.event().get());
      produced.merge(entry.topic(), 1L, Long::sum);
      progress.accept(new ReplayProgress(++emitted, events(), entry.at()));
    }
    sink.tick(timeline.last());
    ticks++;
    sink.flush();
    return new ReplayReport(
        produced,
        ticks,
        rows,
        rejectedByReason,
        options.rejectsFile(),
        timeline.first(),
        timeline.last());
  }

  private void waitFor(Instant shopTime) {
    try {
      options.pace().waitFor(shopTime);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted at " + shopTime + " of the shop's clock");
    }
  }
}
