package dev.highstreet.simulator.emit.fault;

import static java.util.Objects.requireNonNull;

import dev.highstreet.schemas.EventId;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.emit.EventSink;
import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import org.apache.avro.specific.SpecificRecord;

/**
 * Lets disorder befall events on their way to a sink. What befalls each follows from the seed and
 * its id alone. A delayed event is held, and written once the shop's clock, told by the events and
 * ticks that are handed over, has come to it. So ticks stay true: no record follows a tick for the
 * first time that was received before it by more than clocks may differ.
 *
 * <p>Revisions of products, stores and customers are never damaged or delayed, so that the orders
 * that name them resolve.
 *
 * <p>{@link #flush} goes on holding what is not due: a shop that lives on is not told of the
 * future. A run that ends lets the clock run on until all has arrived, with {@link #drain} or
 * {@link #close}: nothing is lost, and each record says when it was received. Whoever would go on
 * later on the same topics begins after that time, or not at all.
 */
public final class FaultySink implements EventSink, FaultSwitch {
  private static final long BETWEEN_TICKS = Duration.ofHours(6).toMillis();

  private final EventSink sink;
  private volatile FaultRates rates;
  private final long seed;
  private final FaultListener listener;
  private final PriorityQueue<Held> held = new PriorityQueue<>(Held.IN_ORDER);
  private final Alterations alterations = new Alterations();
  private long now = Long.MIN_VALUE;
  private boolean isDrained;

  /**
   * Disorder before a sink.
   *
   * @param sink takes what comes through; closed with this one
   * @param rates how often what happens, until it is changed
   * @param seed of the whole simulation
   * @param listener is told of every fault
   */
  public FaultySink(EventSink sink, FaultRates rates, long seed, FaultListener listener) {
    this.sink = requireNonNull(sink, "sink is null");
    this.rates = requireNonNull(rates, "rates is null");
    this.seed = seed;
    this.listener = requireNonNull(listener, "listener is null");
  }

  /**
   * Hands over an event that is received as it occurs.
   *
   * @throws IllegalStateException if this sink is drained
   */
  @Override
  public void emit(Topic topic, String key, SpecificRecord event) {
    advanceTo(EventFields.receivedAt(event));
    FaultRates often = rates;
    if (often.areNone()) {
      sink.emit(topic, key, event);
      return;
    }
    Journey journey = journey(topic, key, event, often);
    if (!journey.kinds().isEmpty()) {
      listener.injected(journey.fault());
    }
    Held first = journey.first();
    if (first.due() <= now) {
      write(first);
    } else {
      held.add(first);
    }
    if (journey.isRepeated()) {
      held.add(journey.copy());
    }
  }

  @Override
  public FaultRates rates() {
    return rates;
  }

  @Override
  public void setRates(FaultRates changed) {
    rates = requireNonNull(changed, "rates is null");
  }

  private Journey journey(Topic topic, String key, SpecificRecord event, FaultRates now) {
    EventId id = EventFields.eventId(event);
    Fate fate = Journey.isFact(topic) ? Fate.ofFact(now, seed, id) : Fate.of(now, seed, id);
    SpecificRecord received =
        fate.delay() == 0
            ? event
            : EventFields.receivedAt(event, EventFields.receivedAt(event) + fate.delay());
    return new Journey(topic, key, event, fate, alterations.alter(received, fate));
  }

  /**
   * Hands over an event that is received as it occurs, or has occurred before, and to which nothing
   * happens: it is written at once, and whole.
   *
   * <p>It does not overtake what is on its way. The clock comes to it first, as it does to any
   * event, so whatever is due by then is written before it. Written straight to the sink behind, it
   * would carry that partition's time on while records that were received earlier, by more than
   * clocks may differ, still wait here; these would then come behind the watermark.
   */
  @Override
  public void emitIntact(Topic topic, String key, SpecificRecord event) {
    advanceTo(EventFields.receivedAt(event));
    sink.emitIntact(topic, key, event);
  }

  /** Hands over bytes, to which nothing happens. */
  @Override
  public void emitBytes(Topic topic, String key, Instant receivedAt, byte[] bytes) {
    advanceTo(receivedAt.toEpochMilli());
    sink.emitBytes(topic, key, receivedAt, bytes);
  }

  @Override
  public void tick(Instant shopTime) {
    advanceTo(shopTime.toEpochMilli());
    sink.tick(shopTime);
  }

  /** How many records are on their way. */
  public int held() {
    return held.size();
  }

  /** Returns once everything that was due so far is safe; what is not due is held on to. */
  @Override
  public void flush() {
    sink.flush();
  }

  /**
   * Lets the shop's clock run on, ticking every six hours, until everything has arrived. No event
   * may be handed over after that.
   */
  public void drain() {
    isDrained = true;
    long ticked = now;
    while (!held.isEmpty()) {
      long due = held.peek().due();
      if (due - ticked >= BETWEEN_TICKS) {
        sink.tick(Instant.ofEpochMilli(due));
        ticked = due;
      }
      write(held.poll());
      now = due;
    }
    if (now > ticked) {
      sink.tick(Instant.ofEpochMilli(now));
    }
  }

  /** Drains and flushes, and closes the sink behind. */
  @Override
  public void close() {
    try (sink) {
      drain();
    }
  }

  @Override
  public void abandon() {
    try {
      drain();
    } finally {
      sink.abandon();
    }
  }

  private void advanceTo(long time) {
    if (isDrained) {
      throw new IllegalStateException("the run has ended: everything on its way has arrived");
    }
    while (!held.isEmpty() && held.peek().due() <= time) {
      write(held.poll());
    }
    now = Math.max(now, time);
  }

  private void write(Held record) {
    Altered content = record.content();
    if (content.bytes() == null) {
      sink.emit(record.topic(), record.key(), content.event());
    } else {
      sink.emitBytes(
          record.topic(), record.key(), Instant.ofEpochMilli(record.receivedAt()), content.bytes());
    }
  }
}
