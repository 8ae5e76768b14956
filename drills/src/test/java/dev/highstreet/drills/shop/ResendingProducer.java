package dev.highstreet.drills.shop;

import dev.highstreet.schemas.EventId;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.emit.EventSink;
import dev.highstreet.simulator.emit.fault.FaultKind;
import dev.highstreet.simulator.emit.fault.InjectedFault;
import dev.highstreet.simulator.emit.fault.InjectedFault.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * Sends its last 10,000 orders and returns once more at a certain time of the shop's, as one that
 * has lost its own bookkeeping. Stands last before the wire; what befalls events before is told to
 * it, and told on with what becomes of the copies. Nothing else may repeat events.
 */
final class ResendingProducer implements EventSink {
  /** How many are sent again. */
  static final int AGAIN = 10_000;

  private static final Duration LATENESS = Duration.ofDays(2);
  private static final Set<Topic> ITS_OWN = EnumSet.of(Topic.ORDERS, Topic.RETURNS);

  /** Found before anyone asks whether it is a copy. */
  private static final Set<String> EACH_TIME =
      Set.of(
          "UNDECODABLE",
          "UNKNOWN_SCHEMA",
          "TIME_OUT_OF_RANGE",
          "RECEIVED_IN_FUTURE",
          "OCCURRED_IN_FUTURE");

  private final EventSink wire;
  private final Instant when;
  private final Consumer<InjectedFault> truth;
  private final Deque<Sent> last = new ArrayDeque<>();
  private final Map<String, InjectedFault> faults = new HashMap<>();
  private boolean done;

  /** What was sent, and a way to send it again. */
  private record Sent(Topic topic, String key, SpecificRecord event, Runnable again) {}

  ResendingProducer(EventSink wire, Instant when, Consumer<InjectedFault> truth) {
    this.wire = wire;
    this.when = when;
    this.truth = truth;
  }

  /** Something befalls an event that will come. */
  void befalls(InjectedFault fault) {
    if (done || !ITS_OWN.contains(fault.topic())) {
      truth.accept(fault);
    } else {
      faults.put(fault.key(), fault);
    }
  }

  @Override
  public void emit(Topic topic, String key, SpecificRecord event) {
    wire.emit(topic, key, event);
    remember(new Sent(topic, key, event, () -> wire.emit(topic, key, event)));
  }

  @Override
  public void emitBytes(Topic topic, String key, Instant receivedAt, byte[] bytes) {
    wire.emitBytes(topic, key, receivedAt, bytes);
    remember(new Sent(topic, key, null, () -> wire.emitBytes(topic, key, receivedAt, bytes)));
  }

  private void remember(Sent sent) {
    if (ITS_OWN.contains(sent.topic()) && !done) {
      last.add(sent);
      if (last.size() > AGAIN) {
        last.remove();
      }
    }
  }

  @Override
  public void tick(Instant shopTime) {
    wire.tick(shopTime);
    if (!done && !shopTime.isBefore(when)) {
      done = true;
      sendAgain();
    }
  }

  private void sendAgain() {
    if (last.size() < AGAIN) {
      throw new IllegalStateException(
          "only %d orders and returns were sent by %s".formatted(last.size(), when));
    }
    List<Sent> all = new ArrayList<>(last);
    for (Sent sent : all) {
      sent.again().run();
      InjectedFault before = faults.remove(sent.key());
      truth.accept(before == null ? repeated(sent) : repeated(before));
    }
    faults.values().forEach(truth);
  }

  private static InjectedFault repeated(Sent sent) {
    long occurredAt = ((Instant) sent.event().get(1)).toEpochMilli();
    long receivedAt = ((Instant) sent.event().get(2)).toEpochMilli();
    return new InjectedFault(
        (EventId) sent.event().get(0),
        sent.topic(),
        sent.key(),
        occurredAt,
        receivedAt,
        EnumSet.of(FaultKind.REPEATED),
        "sent again with 10,000 others",
        Outcome.ACCEPTED,
        null,
        0,
        Outcome.REPEATED_OR_BEHIND);
  }

  private static InjectedFault repeated(InjectedFault fault) {
    Set<FaultKind> kinds = EnumSet.copyOf(fault.kinds());
    kinds.add(FaultKind.REPEATED);
    boolean late = fault.receivedAt() - fault.occurredAt() > LATENESS.toMillis();
    boolean sameAgain = late || (fault.reason() != null && EACH_TIME.contains(fault.reason()));
    return new InjectedFault(
        fault.eventId(),
        fault.topic(),
        fault.key(),
        fault.occurredAt(),
        fault.receivedAt(),
        kinds,
        fault.detail() + "; sent again with 10,000 others",
        fault.outcome(),
        fault.reason(),
        fault.line(),
        sameAgain ? fault.outcome() : Outcome.REPEATED_OR_BEHIND);
  }

  @Override
  public void flush() {
    wire.flush();
  }

  @Override
  public void close() {
    wire.close();
  }
}
