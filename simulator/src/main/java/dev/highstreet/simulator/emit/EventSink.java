package dev.highstreet.simulator.emit;

import dev.highstreet.schemas.Topic;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/**
 * Takes events in the order in which they are received. Events of one key keep their order. Writing
 * may be asynchronous: a failure surfaces, as an {@link EmitException}, at a later call, at the
 * latest at {@link #flush} or {@link #close}. A sink belongs to one thread.
 */
public interface EventSink extends AutoCloseable {
  /** Hands over one event; the time of its record is the event's {@code receivedAt}. */
  void emit(Topic topic, String key, SpecificRecord event);

  /**
   * Hands over one event that nothing may befall on its way. Where nothing ever does, that is
   * {@link #emit}.
   */
  default void emitIntact(Topic topic, String key, SpecificRecord event) {
    emit(topic, key, event);
  }

  /**
   * Hands over a record that need not be an event: bytes as they are to be on the wire.
   *
   * @param receivedAt the time of the record
   * @throws UnsupportedOperationException if this sink takes events only
   */
  default void emitBytes(Topic topic, String key, Instant receivedAt, byte[] bytes) {
    throw new UnsupportedOperationException(
        "%s takes events only: send it none that are damaged or of an earlier schema"
            .formatted(getClass().getSimpleName()));
  }

  /**
   * Writes a {@link dev.highstreet.schemas.ClockTick} to every partition of every event topic:
   * nothing that was received before {@code shopTime}, less what clocks may differ, follows for the
   * first time.
   */
  void tick(Instant shopTime);

  /** Returns once everything handed over so far is safe. */
  void flush();

  /** Flushes and lets go of everything the sink holds. */
  @Override
  void close();

  /**
   * Lets go of everything the sink holds, in place of {@link #close}, where what was handed over is
   * not all that there was to be: what would only appear once it is whole does not appear.
   */
  default void abandon() {
    close();
  }
}
