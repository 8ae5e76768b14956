package dev.highstreet.simulator.emit;

import dev.highstreet.schemas.Topic;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/**
 * Takes events in the order in which they happen. Events of one key keep their order. Writing may
 * be asynchronous: a failure surfaces, as an {@link EmitException}, at a later call, at the latest
 * at {@link #flush} or {@link #close}. A sink belongs to one thread.
 */
public interface EventSink extends AutoCloseable {
  /** Hands over one event; the time of its record is the event's {@code receivedAt}. */
  void emit(Topic topic, String key, SpecificRecord event);

  /**
   * Writes a {@link dev.highstreet.schemas.ClockTick} to every partition of every event topic:
   * nothing that happened before {@code shopTime} follows.
   */
  void tick(Instant shopTime);

  /** Returns once everything handed over so far is safe. */
  void flush();

  /** Flushes and lets go of everything the sink holds. */
  @Override
  void close();
}
