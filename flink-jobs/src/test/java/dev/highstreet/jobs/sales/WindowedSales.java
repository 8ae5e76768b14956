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
              Map<SalesFolding.GroupInBlock, SalesTotals> touched = new HashMap<>();
              folding.fold(transaction, touched);
              touched.forEach((key, totals) -> out.collect(folding.delta(key, totals)));
            },
            TypeInformation.of(SalesDelta.class))
        .keyBy(delta -> delta.block() + "/" + delta.group())
        .window(new Calendar(zone))
        .aggregate(
            new Sum(),
            new Row(),
            TypeInformation.of(SalesDelta.class),
            TypeInformation.of(SalesDelta.class),
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

  private static final class Sum implements AggregateFunction<SalesDelta, SalesDelta, SalesDelta> {
    private static final long serialVersionUID = 1L;

    @Override
    public SalesDelta createAccumulator() {
      return new SalesDelta(null, null, new SalesTotals());
    }

    @Override
    public SalesDelta add(SalesDelta delta, SalesDelta sum) {
      SalesTotals totals = new SalesTotals();
      totals.add(sum.totals());
      totals.add(delta.totals());
      return new SalesDelta(delta.block(), delta.group(), totals);
    }

    @Override
    public SalesDelta getResult(SalesDelta sum) {
      return sum;
    }

    @Override
    public SalesDelta merge(SalesDelta one, SalesDelta other) {
      return add(one, other);
    }
  }

  private static final class Row
      extends ProcessWindowFunction<SalesDelta, SalesRow, String, TimeWindow> {
    private static final long serialVersionUID = 1L;

    @Override
    public void process(
        String key, Context context, Iterable<SalesDelta> sums, Collector<SalesRow> out) {
      sums.forEach(sum -> out.collect(SalesRow.of(sum.block(), sum.group(), sum.totals())));
    }
  }
}
