package dev.highstreet.simulator.emit.fault;

import dev.highstreet.schemas.EventId;
import dev.highstreet.simulator.engine.RandomStream;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * What befalls one event. It follows from the seed and the event's id alone, so the same event
 * suffers the same whenever and in whatever order it is sent. Each choice has a draw of its own: to
 * change one rate leaves what the others do alone.
 *
 * @param delay from occurring to being received, in milliseconds
 * @param displacement from being received to being written, in milliseconds; below {@link #SKEW}
 * @param alteration what is done to its content: CORRUPTED, INVALID, UNKNOWN_SCHEMA, OLD_SCHEMA, or
 *     null for nothing
 * @param again from being written to being written again, in milliseconds; 0 for once only
 * @param details where further choices come from
 */
record Fate(long delay, long displacement, FaultKind alteration, long again, RandomStream details) {
  /** How far two clocks may be apart: the contract's default, in milliseconds. */
  static final long SKEW = Duration.ofMinutes(5).toMillis();

  /** The longest ordinary way, in milliseconds. */
  static final long MINUTE = Duration.ofMinutes(1).toMillis();

  private static final long HOURS = Duration.ofHours(12).toMillis();
  private static final long WEEKS = Duration.ofDays(28).toMillis();
  private static final int PURPOSE = "fault".hashCode();

  /** The fate of an event that may suffer anything. */
  static Fate of(FaultRates rates, long seed, EventId id) {
    RandomStream random = stream(seed, id);
    long delay = delay(rates, random.nextDouble(), random.nextDouble());
    boolean disordered = random.nextDouble() < rates.disordered();
    long displacement = 1 + random.nextLong(SKEW - 1);
    FaultKind alteration = alteration(rates, random.nextDouble());
    long again = again(rates, random.nextDouble(), random.nextDouble());
    return new Fate(delay, disordered ? displacement : 0, alteration, again, random);
  }

  /** The fate of a fact, which others refer to: nobody may miss it. */
  static Fate ofFact(FaultRates rates, long seed, EventId id) {
    Fate any = of(rates, seed, id);
    FaultKind alteration = any.alteration == FaultKind.OLD_SCHEMA ? any.alteration : null;
    return new Fate(0, 0, alteration, any.again, any.details);
  }

  private static RandomStream stream(long seed, EventId id) {
    ByteBuffer bytes = ByteBuffer.wrap(id.bytes());
    return RandomStream.of(seed, PURPOSE, RandomStream.mix(bytes.getLong(), bytes.getLong()));
  }

  private static long delay(FaultRates rates, double which, double howMuch) {
    if (which < rates.withinMinute()) {
      return 1 + (long) (howMuch * MINUTE);
    }
    if (which < rates.withinMinute() + rates.withinHours()) {
      return between(MINUTE, HOURS, howMuch);
    }
    if (which < rates.withinMinute() + rates.withinHours() + rates.withinWeeks()) {
      return between(HOURS, WEEKS, howMuch);
    }
    return 0;
  }

  private static FaultKind alteration(FaultRates rates, double which) {
    double upTo = rates.corrupt();
    if (which < upTo) {
      return FaultKind.CORRUPTED;
    }
    upTo += rates.invalid();
    if (which < upTo) {
      return FaultKind.INVALID;
    }
    upTo += rates.unknownSchema();
    if (which < upTo) {
      return FaultKind.UNKNOWN_SCHEMA;
    }
    return which < upTo + rates.oldSchema() ? FaultKind.OLD_SCHEMA : null;
  }

  /** Half of the copies come at once, of a sender that has not heard an answer. */
  private static long again(FaultRates rates, double which, double howMuch) {
    if (which >= rates.repeated()) {
      return 0;
    }
    return howMuch < 0.5
        ? 1 + (long) (2 * howMuch * MINUTE)
        : between(MINUTE, WEEKS, 2 * howMuch - 1);
  }

  /** Above one and up to the other, as many in each decade. */
  private static long between(long from, long to, double howMuch) {
    // not Math: that may differ from machine to machine in the last digit
    double factor = StrictMath.exp(howMuch * StrictMath.log((double) to / from));
    return Math.min(to, 1 + (long) (from * factor));
  }
}
