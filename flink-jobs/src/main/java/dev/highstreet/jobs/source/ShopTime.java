package dev.highstreet.jobs.source;

import dev.highstreet.jobs.event.Arrival;
import dev.highstreet.jobs.event.Clocks;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Tells time from the receivedAt of arrivals whose clocks can be believed, a partition at a time.
 *
 * <p>An element's own timestamp is its offset, and tells no time. In BATCH elements are sorted by
 * it, and what is equal may change places: so copies of an event, which share a partition, and
 * mostly their receivedAt, stay in the order in which a live run sees them.
 */
public final class ShopTime implements WatermarkGenerator<Arrival> {
  private final Clocks clocks;
  private long greatestReceivedAt = Long.MIN_VALUE;

  private ShopTime(Clocks clocks) {
    this.clocks = clocks;
  }

  /** Watermarks by these rules. */
  public static WatermarkStrategy<Arrival> strategy(Clocks clocks) {
    return inOrder(WatermarkStrategy.forGenerator(context -> new ShopTime(clocks)));
  }

  /** No time, until everything is read: for a run in which nothing may be behind. */
  public static WatermarkStrategy<Arrival> untold() {
    return inOrder(WatermarkStrategy.noWatermarks());
  }

  private static WatermarkStrategy<Arrival> inOrder(WatermarkStrategy<Arrival> strategy) {
    return strategy.withTimestampAssigner((arrival, recordTime) -> arrival.origin().offset());
  }

  @Override
  public void onEvent(Arrival arrival, long timestamp, WatermarkOutput output) {
    if (arrival.receivedAt() > greatestReceivedAt && clocks.carriesTime(arrival)) {
      greatestReceivedAt = arrival.receivedAt();
    }
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    if (greatestReceivedAt != Long.MIN_VALUE) {
      output.emitWatermark(new Watermark(clocks.watermark(greatestReceivedAt)));
    }
  }
}
