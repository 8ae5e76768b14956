package dev.highstreet.jobs.fold;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Keyed totals whose changes are shown early: every so often, before each checkpoint, and when a
 * key closes. What is shown is always the full total, so that showing it again does no harm.
 *
 * <p>As all changes are shown before a checkpoint's barrier, and sinks flush at the barrier, the
 * sink holds exactly this state once a checkpoint has completed. Early showing follows the wall
 * clock, and decides nothing but how often. In BATCH only closing shows: a key's state is gone when
 * the next key begins, so {@code showEveryMillis} must be 0 there.
 *
 * @param <K> the key
 * @param <P> a part of a key's totals that changes and is shown by itself
 * @param <T> what is added
 * @param <R> the row that is shown
 */
public abstract class EarlyTotals<K, P, T, R> extends AbstractStreamOperator<R>
    implements OneInputStreamOperator<T, R>, Triggerable<K, VoidNamespace> {
  private static final long serialVersionUID = 1L;

  private final long showEveryMillis;

  private transient InternalTimerService<VoidNamespace> timers;
  private transient Map<K, Set<P>> changed;
  private transient ScheduledFuture<?> showing;

  /**
   * Shows changes at this pace.
   *
   * @param showEveryMillis wall-clock milliseconds; 0 to show only when a key closes
   */
  protected EarlyTotals(long showEveryMillis) {
    this.showEveryMillis = showEveryMillis;
  }

  /** Adds to the current key's totals and returns the part that changed, or null for none. */
  protected abstract P add(T element) throws Exception;

  /** The row of a part of the current key's totals. */
  protected abstract R row(K key, P part) throws Exception;

  /** When the key that the element belongs to closes: an event time in milliseconds. */
  protected abstract long closesAt(T element);

  /** Forgets the current key's totals; it has closed, and its last rows have been shown. */
  protected abstract void forget() throws Exception;

  @Override
  public void open() throws Exception {
    super.open();
    timers = getInternalTimerService("closing", VoidNamespaceSerializer.INSTANCE, this);
    changed = new HashMap<>();
    if (showEveryMillis > 0) {
      showing =
          getProcessingTimeService()
              .scheduleWithFixedDelay(time -> showChanges(), showEveryMillis, showEveryMillis);
    }
  }

  @Override
  @SuppressWarnings("unchecked")
  public final void processElement(StreamRecord<T> element) throws Exception {
    long closesAt = closesAt(element.getValue());
    if (closesAt <= timers.currentWatermark()) {
      tooLate(element.getValue());
      return;
    }
    P part = add(element.getValue());
    if (part != null) {
      changed.computeIfAbsent((K) getCurrentKey(), key -> new HashSet<>()).add(part);
    }
    timers.registerEventTimeTimer(VoidNamespace.INSTANCE, closesAt);
  }

  /**
   * Called for an element whose key has closed. The rules of time exclude it; an implementation
   * must not add it, which would start the totals anew and overwrite a final row.
   */
  protected abstract void tooLate(T element);

  @Override
  public final void onEventTime(InternalTimer<K, VoidNamespace> timer) throws Exception {
    show(timer.getKey(), changed.remove(timer.getKey()));
    forget();
  }

  @Override
  public final void onProcessingTime(InternalTimer<K, VoidNamespace> timer) {
    throw new IllegalStateException("no keyed processing-time timer is ever registered");
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    showChanges();
  }

  @Override
  public void close() throws Exception {
    if (showing != null) {
      showing.cancel(false);
    }
    super.close();
  }

  /** Shows everything that has changed since it was last shown. */
  protected void showChanges() throws Exception {
    Map<K, Set<P>> due = changed;
    changed = new HashMap<>();
    for (Map.Entry<K, Set<P>> entry : due.entrySet()) {
      setCurrentKey(entry.getKey());
      show(entry.getKey(), entry.getValue());
    }
  }

  private void show(K key, Set<P> parts) throws Exception {
    if (parts == null) {
      return;
    }
    for (P part : parts) {
      output.collect(new StreamRecord<>(row(key, part)));
    }
  }
}
