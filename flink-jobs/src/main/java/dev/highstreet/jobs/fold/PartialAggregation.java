package dev.highstreet.jobs.fold;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Aggregates in memory before the shuffle and sends partial aggregates on: when there are many,
 * after a moment, before each checkpoint and at the end of the input. So it needs no state. It
 * holds the watermark back until what came before it has been sent, so nothing it sends is late.
 */
public final class PartialAggregation<T, K, A, D> extends AbstractStreamOperator<D>
    implements OneInputStreamOperator<T, D>, BoundedOneInput {
  private static final long serialVersionUID = 1L;

  private final Folding<T, K, A, D> folding;
  private final Combining combining;

  private transient Map<K, A> partials;
  private transient Watermark held;
  private transient ScheduledFuture<?> flushing;

  /** Aggregates by the given folding, and keeps so much together. */
  public PartialAggregation(Folding<T, K, A, D> folding, Combining combining) {
    this.folding = requireNonNull(folding, "folding is null");
    this.combining = requireNonNull(combining, "combining is null");
  }

  @Override
  public void open() throws Exception {
    super.open();
    partials = new HashMap<>();
  }

  @Override
  public void processElement(StreamRecord<T> element) throws Exception {
    folding.fold(element.getValue(), partials);
    if (partials.size() >= combining.mostPartials()) {
      flush();
    } else if (flushing == null) {
      long now = getProcessingTimeService().getCurrentProcessingTime();
      flushing =
          getProcessingTimeService()
              .registerTimer(now + combining.mostMillis(), time -> flushOnTime());
    }
  }

  @Override
  public void processWatermark(Watermark watermark) throws Exception {
    held = watermark;
    if (partials.isEmpty() || watermark.equals(Watermark.MAX_WATERMARK)) {
      flush();
    }
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    flush();
  }

  @Override
  public void endInput() throws Exception {
    flush();
  }

  private void flushOnTime() throws Exception {
    flushing = null;
    flush();
  }

  private void flush() throws Exception {
    Map<K, A> full = partials;
    partials = new HashMap<>();
    full.forEach((key, partial) -> output.collect(new StreamRecord<>(folding.delta(key, partial))));
    if (held != null) {
      Watermark watermark = held;
      held = null;
      super.processWatermark(watermark);
    }
  }
}
