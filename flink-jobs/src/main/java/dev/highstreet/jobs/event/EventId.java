package dev.highstreet.jobs.event;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * The 16 bytes that identify an event, as two halves. Used as a key, so equality is exact: a 64-bit
 * hash would take two events for one now and then.
 *
 * @param high the first eight bytes, big-endian
 * @param low the last eight bytes, big-endian
 */
public record EventId(long high, long low) {
  /** An id of 16 bytes; others throw {@link IllegalArgumentException}. */
  public static EventId of(byte[] bytes) {
    if (bytes.length != 16) {
      throw new IllegalArgumentException("event id of %d bytes, not 16".formatted(bytes.length));
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new EventId(buffer.getLong(), buffer.getLong());
  }

  /** True for the id of sixteen zero bytes, which names no event. */
  public boolean isZero() {
    return high == 0 && low == 0;
  }

  /** The same 128 bits as a UUID, the type Postgres keeps them in. */
  public UUID toUuid() {
    return new UUID(high, low);
  }
}
