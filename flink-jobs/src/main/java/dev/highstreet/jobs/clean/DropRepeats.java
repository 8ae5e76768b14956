package dev.highstreet.jobs.clean;

import dev.highstreet.jobs.event.Arrival;
import dev.highstreet.jobs.event.EventId;
import dev.highstreet.jobs.ledger.LedgerStream;
import dev.highstreet.jobs.ledger.Tally;
import dev.highstreet.jobs.ledger.Tally.Outcome;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Lets each event through once. An id is remembered until the watermark passes its occurredAt (the
 * last one, should copies differ in it); a copy after that is behind, so nothing is counted twice
 * and the state does not grow with history.
 *
 * <p>An event that has passed, or was quarantined, is seen. A sound copy passes if only unsound
 * ones were seen: that is how a repaired event comes in.
 *
 * <p>A restored job has no watermark until every partition has been read from again. Until then a
 * copy whose id has been forgotten would pass, and would begin a closed period anew. So the
 * watermark is part of the state: the greatest of all instances, which no event that is on time and
 * yet to come can be behind.
 */
public final class DropRepeats extends AbstractStreamOperator<Screened>
    implements OneInputStreamOperator<Screened, Screened>, Triggerable<EventId, VoidNamespace> {
  private static final long serialVersionUID = 1L;

  /**
   * What is known of an id.
   *
   * @param accepted false while only unsound copies were seen
   * @param until the last occurredAt of all copies, epoch milliseconds
   */
  public record Seen(boolean accepted, long until) {}

  private transient InternalTimerService<VoidNamespace> timers;
  private transient ValueState<Seen> seen;
  private transient ListState<Long> watermarks;
  private transient long restoredWatermark;

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    watermarks =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("watermarks", Types.LONG));
    restoredWatermark = Long.MIN_VALUE;
    for (long watermark : watermarks.get()) {
      restoredWatermark = Math.max(restoredWatermark, watermark);
    }
  }

  @Override
  public void open() throws Exception {
    super.open();
    timers = getInternalTimerService("forgetting", VoidNamespaceSerializer.INSTANCE, this);
    seen = getRuntimeContext().getState(new ValueStateDescriptor<>("seen", Seen.class));
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    watermarks.clear();
    watermarks.add(watermark());
  }

  @Override
  public void processElement(StreamRecord<Screened> element) throws Exception {
    Screened screened = element.getValue();
    Arrival arrival = screened.arrival();
    if (arrival.occurredAt() <= watermark()) {
      setAside(arrival);
      return;
    }
    Seen before = seen.value();
    boolean accepted = before != null && before.accepted();
    remember(before, accepted || !screened.isUnsound(), arrival.occurredAt());
    if (accepted || (before != null && screened.isUnsound())) {
      emit(LedgerStream.TALLIES, Tally.event(arrival.origin().topic(), Outcome.REPEATED));
      return;
    }
    if (screened.isUnsound()) {
      Quarantine.quarantine(arrival, screened.faults(), this::emit);
    } else {
      output.collect(element);
    }
  }

  @Override
  public void onEventTime(InternalTimer<EventId, VoidNamespace> timer) {
    seen.clear();
  }

  @Override
  public void onProcessingTime(InternalTimer<EventId, VoidNamespace> timer) {
    throw new IllegalStateException("no processing-time timer is ever registered");
  }

  private void remember(Seen before, boolean accepted, long occurredAt) throws Exception {
    Seen now =
        new Seen(accepted, before == null ? occurredAt : Math.max(before.until(), occurredAt));
    if (now.equals(before)) {
      return;
    }
    if (before != null) {
      timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, before.until());
    }
    timers.registerEventTimeTimer(VoidNamespace.INSTANCE, now.until());
    seen.update(now);
  }

  private long watermark() {
    return Math.max(restoredWatermark, timers.currentWatermark());
  }

  private void setAside(Arrival arrival) {
    emit(
        WaysOut.LATE_EVENTS,
        new LateEvent(
            arrival.origin(),
            LateEvent.Kind.BEHIND,
            arrival.eventId(),
            arrival.occurredAt(),
            arrival.receivedAt(),
            arrival.bytes()));
    emit(LedgerStream.TALLIES, Tally.event(arrival.origin().topic(), Outcome.BEHIND));
  }

  private <T> void emit(OutputTag<T> way, T value) {
    output.collect(way, new StreamRecord<>(value));
  }
}
