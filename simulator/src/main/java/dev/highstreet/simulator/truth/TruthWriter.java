package dev.highstreet.simulator.truth;

import static java.util.Objects.requireNonNull;

import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.emit.EmitException;
import dev.highstreet.simulator.emit.EventSink;
import dev.highstreet.simulator.emit.fault.InjectedFault;
import dev.highstreet.simulator.scenario.ScenarioMark;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes down every event, and whatever else is noted beside it, as Parquet: a folder a day of the
 * shop, which appears once the day is over, whole or not at all. A day is over when an event of a
 * later day, or a tick at or after its end, has come; until then {@link #flush} and {@link #close}
 * save what there is of it in a place of its own. Stand it before anything that delays, repeats or
 * damages events; nobody may change an event that it was given.
 *
 * <p>Writing is done on another thread, behind a bounded queue. A failure is kept and thrown from
 * every later call. See docs/truth.md for the layout.
 */
public final class TruthWriter implements EventSink {
  private static final int OCCURRED_AT = 1; // where every event has it: a rule of the contract
  private static final int BATCH = 512;

  /** What is noted beside the events, by the names of their tables. */
  private static final Map<String, Class<? extends Record>> NOTES = notes();

  private final TruthRun run;
  private final TruthDays days;
  private final WritingThread writing;
  private Object[] batch = new Object[BATCH];
  private int batched;
  private LocalDate day;
  private Instant dayStart;
  private Instant dayEnd;
  private Instant until;
  private boolean closed;

  private TruthWriter(TruthFolder folder, TruthRun run) {
    this.run = run;
    this.days = new TruthDays(folder);
    LocalDate first = folder.lastDay().map(last -> last.plusDays(1)).orElse(run.from());
    beginDay(first);
    this.until = folder.savedUntil(first).orElse(dayStart);
    this.writing = new WritingThread(folder.path(), days::writeWaiting);
    writing.queue(() -> days.begin(first, NOTES));
  }

  /**
   * Opens a folder, which is made if there is none. One that holds the truth of the same run is
   * continued; see {@link #writtenUntil}.
   *
   * @throws EmitException if it holds the truth of another run, or something else, or cannot be
   *     written
   */
  public static TruthWriter open(Path folder, TruthRun run) {
    requireNonNull(run, "run is null");
    TruthFolder truth = new TruthFolder(requireNonNull(folder, "folder is null"));
    truth.claim(run);
    return new TruthWriter(truth, run);
  }

  /** The same, after the truth that the folder holds, whosever it is, has been deleted. */
  public static TruthWriter beginAfresh(Path folder, TruthRun run) {
    new TruthFolder(requireNonNull(folder, "folder is null")).empty();
    return open(folder, run);
  }

  /**
   * Up to when the folder tells what happened: whoever continues it hands over what comes at or
   * after this. Of a day that was cut off, that is the start, or the last time at which it was
   * saved.
   */
  public Instant writtenUntil() {
    return until;
  }

  /**
   * Writes an event down.
   *
   * @throws IllegalArgumentException if it happened on a day that is over
   */
  @Override
  public void emit(Topic topic, String key, SpecificRecord event) {
    if (!topic.event().filter(type -> type.isInstance(event)).isPresent()) {
      throw new IllegalArgumentException(
          "%s does not carry %s".formatted(topic.topicName(), event.getSchema().getName()));
    }
    Instant at = (Instant) event.get(OCCURRED_AT);
    if (at.isBefore(dayStart)) {
      throw new IllegalArgumentException(
          "%s of %s happened at %s, but the truth of the days before %s is written"
              .formatted(key, topic.topicName(), at, day));
    }
    reach(at);
    add(event);
  }

  /** Notes what befalls an event on its way, with the day that is open. */
  public void note(InjectedFault fault) {
    add(fault);
  }

  /** Notes that a scenario has begun, or was stopped, with the day that is open. */
  public void note(ScenarioMark mark) {
    add(mark);
  }

  @Override
  public void tick(Instant shopTime) {
    reach(shopTime);
  }

  /** Days that are over are written, one after the other; those without events, too. */
  private void reach(Instant time) {
    refuseIfClosed();
    while (!time.isBefore(dayEnd)) {
      handOver();
      writing.queue(days::nextDay);
      beginDay(day.plusDays(1));
      until = dayStart;
    }
    until = time.isAfter(until) ? time : until;
  }

  private static Map<String, Class<? extends Record>> notes() {
    Map<String, Class<? extends Record>> notes = new LinkedHashMap<>(); // the order of the files
    notes.put("faults", InjectedFault.class);
    notes.put("scenarios", ScenarioMark.class);
    return notes;
  }

  private void beginDay(LocalDate begun) {
    day = begun;
    dayStart = day.atStartOfDay(run.zone()).toInstant();
    dayEnd = day.plusDays(1).atStartOfDay(run.zone()).toInstant();
  }

  private void add(Object row) {
    refuseIfClosed();
    writing.failIfFailed();
    batch[batched++] = row;
    if (batched == BATCH) {
      handOver();
    }
  }

  /** Nobody would write it any more. */
  private void refuseIfClosed() {
    if (closed) {
      throw new IllegalStateException("the truth is closed");
    }
  }

  private void handOver() {
    if (batched > 0) {
      Object[] rows = batch;
      int count = batched;
      batch = new Object[BATCH];
      batched = 0;
      writing.queue(() -> days.add(rows, count));
    }
  }

  /** Saves the open day, too: what was saved of it before is written once more. */
  @Override
  public void flush() {
    refuseIfClosed();
    save();
    writing.await();
    writing.failIfFailed();
  }

  private void save() {
    handOver();
    Instant reached = until;
    writing.queue(() -> days.save(reached));
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      save();
      writing.end(days::end);
      writing.failIfFailed();
    }
  }
}
