package dev.highstreet.simulator.engine;

import dev.highstreet.schemas.EventId;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Event ids that follow from the seed, from what kind of event it is, whose, and which of theirs:
 * 16 bytes of {@link RandomStream#mix}, so that no two events share one unless 2^64 of them are
 * drawn. The same simulation gives the same event the same id in every run.
 */
public final class EventIds {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final long OTHER_HALF = 0x5851f42d4c957f2dL;

  private final long seed;

  /** The ids of a simulation with this seed. */
  public EventIds(long seed) {
    this.seed = seed;
  }

  /**
   * The id of one event.
   *
   * @param kind hash of what kind it is, such as {@code "payment".hashCode()}: a constant
   * @param entity the number of the order, product, session … that it is about
   * @param counter which of this entity's events of this kind, from 0
   */
  public EventId next(int kind, long entity, long counter) {
    long first = RandomStream.mix(RandomStream.mix(seed ^ kind, entity), counter);
    byte[] bytes = new byte[16];
    LONGS.set(bytes, 0, first);
    LONGS.set(bytes, 8, RandomStream.mix(first ^ OTHER_HALF, entity + counter));
    return new EventId(bytes);
  }
}
