package dev.highstreet.jobs.sales;

import dev.highstreet.jobs.enrich.BookedTransaction;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.WindowAssigner;
import org.apache.flink.streaming.api.windowing.triggers.EventTimeTrigger;
import org.apache.flink.streaming.api.windowing.triggers.Trigger;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/**
 * The sales marts by Flink's own window operator, a key and a window each group and period: slow,
 * but with nothing in it that could be wrong. The yardstick for blocks, partial aggregation and
 * early rows.
 */
final class WindowedSales {
  private WindowedSales() {}

  static DataStream<SalesRow> of(DataStream<BookedTransaction> booked, ZoneId zone) {
    SalesFolding folding = new SalesFolding(zone, SalesMart.all());
    return booked
        .flatMap(
            (BookedTransaction transaction, Collector<SalesDelta> out) -> {
              Map<SalesFolding.GroupInBlock, SalesPartial> touched = new HashMap<>();
              folding.fold(transaction, touched);
              touched.forEach((key, sums) -> out.collect(folding.delta(key, sums)));
            },
            new SalesDeltaType())
        .keyBy(delta -> delta.block() + "/" + delta.group())
        .window(new Calendar(zone))
        .aggregate(
            new Sum(),
            new Row(),
            TypeInformation.of(Summed.class),
            TypeInformation.of(Summed.class),
            TypeInformation.of(SalesRow.class));
  }

  /** The window of a delta is its period. */
  private static final class Calendar extends WindowAssigner<SalesDelta, TimeWindow> {
    private static final long serialVersionUID = 1L;

    private final ZoneId zone;

    Calendar(ZoneId zone) {
      this.zone = zone;
    }

    @Override
    public Collection<TimeWindow> assignWindows(
        SalesDelta delta, long timestamp, WindowAssignerContext context) {
      for (Grouping grouping : Grouping.values()) {
        for (Grain grain : grouping.grains()) {
          if (grouping.mart(grain).equals(delta.block().mart())) {
            return List.of(new TimeWindow(0, grain.end(delta.block().period(), zone)));
          }
        }
      }
      throw new IllegalArgumentException("no such mart: " + delta.block());
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Trigger<SalesDelta, TimeWindow> getDefaultTrigger() {
      return (Trigger) EventTimeTrigger.create();
    }

    @Override
    public TypeSerializer<TimeWindow> getWindowSerializer(ExecutionConfig config) {
      return new TimeWindow.Serializer();
    }

    @Override
    public boolean isEventTime() {
      return true;
    }
  }

  /** What came to one group in one window so far. */
  public record Summed(Block block, String group, SalesTotals totals) {}

  private static final class Sum implements AggregateFunction<SalesDelta, Summed, Summed> {
    private static final long serialVersionUID = 1L;

    @Override
    public Summed createAccumulator() {
      return new Summed(null, null, new SalesTotals());
    }

    @Override
    public Summed add(SalesDelta delta, Summed sum) {
      sum.totals().add(delta.partial());
      return new Summed(delta.block(), delta.group(), sum.totals());
    }

    @Override
    public Summed getResult(Summed sum) {
      return sum;
    }

    @Override
    public Summed merge(Summed one, Summed other) {
      throw new UnsupportedOperationException("calendar windows do not merge");
    }
  }

  private static final class Row
      extends ProcessWindowFunction<Summed, SalesRow, String, TimeWindow> {
    private static final long serialVersionUID = 1L;

    @Override
    public void process(
        String key, Context context, Iterable<Summed> sums, Collector<SalesRow> out) {
      sums.forEach(sum -> out.collect(SalesRow.of(sum.block(), sum.group(), sum.totals())));
    }
  }
}
