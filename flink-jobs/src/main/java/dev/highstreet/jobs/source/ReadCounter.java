package dev.highstreet.jobs.source;

import dev.highstreet.jobs.event.Arrival;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/**
 * Lets arrivals through and counts them, and the bytes of their keys and values, in accumulators of
 * the job: whoever submitted it sees how far it has come, and in the end what it read. For runs
 * that end; a part that is read again after a failure counts again.
 */
public final class ReadCounter extends RichMapFunction<Arrival, Arrival> {
  /** Records read so far. */
  public static final String RECORDS = "records-read";

  /** Bytes of their keys and values. */
  public static final String BYTES = "bytes-read";

  private static final long serialVersionUID = 1L;

  private final LongCounter records = new LongCounter();
  private final LongCounter bytes = new LongCounter();

  @Override
  public void open(OpenContext context) {
    getRuntimeContext().addAccumulator(RECORDS, records);
    getRuntimeContext().addAccumulator(BYTES, bytes);
  }

  @Override
  public Arrival map(Arrival arrival) {
    records.add(1);
    bytes.add(size(arrival.key()) + size(arrival.bytes()));
    return arrival;
  }

  private static long size(byte[] part) {
    return part == null ? 0 : part.length;
  }
}
