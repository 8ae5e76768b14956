package dev.highstreet.jobs.sales;

import static java.util.Objects.requireNonNull;

import dev.highstreet.jobs.fold.EarlyTotals;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;

/** Keeps the totals of each block's groups until its period closes. */
final class SalesBlocks extends EarlyTotals<Block, String, SalesDelta, SalesRow> {
  private static final long serialVersionUID = 1L;

  private static final int MOST_ENDS = 10_000;

  private final ZoneId zone;

  /** One that a mart adds up over, as {@link Grain} numbers it. */
  private record Period(Grain grain, long number) {}

  private transient Map<String, Grain> grains;
  private transient Map<Period, Long> ends;
  private transient MapState<String, SalesTotals> groups;
  private transient Counter tooLate;

  SalesBlocks(ZoneId zone, long showEveryMillis) {
    super(showEveryMillis);
    this.zone = requireNonNull(zone, "zone is null");
  }

  @Override
  public void open() throws Exception {
    super.open();
    grains = new HashMap<>();
    ends = new HashMap<>();
    for (Grouping grouping : Grouping.values()) {
      grouping.grains().forEach(grain -> grains.put(grouping.mart(grain), grain));
    }
    groups =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "groups", Types.STRING, TypeInformation.of(SalesTotals.class)));
    tooLate = getMetricGroup().counter("deltasTooLate");
  }

  @Override
  protected String add(SalesDelta delta) throws Exception {
    SalesTotals totals = groups.get(delta.group());
    if (totals == null) {
      totals = new SalesTotals();
    }
    totals.add(delta.partial());
    groups.put(delta.group(), totals);
    return delta.group();
  }

  @Override
  protected SalesRow row(Block block, String group) throws Exception {
    return SalesRow.of(block, group, groups.get(group));
  }

  /** The last millisecond of the period: a watermark there says that nothing of it can come. */
  @Override
  protected long closesAt(SalesDelta delta) {
    Block block = delta.block();
    return end(grains.get(block.mart()), block.period()) - 1;
  }

  /** Remembered, as calendars are slow, and this is asked for each delta. */
  private long end(Grain grain, long period) {
    if (ends.size() >= MOST_ENDS) {
      ends.clear();
    }
    return ends.computeIfAbsent(
        new Period(grain, period), open -> open.grain().end(open.number(), zone));
  }

  @Override
  protected void forget() {
    groups.clear();
  }

  /** Cannot happen by the rules of time; counted, so that a test and an operator can see that. */
  @Override
  protected void tooLate(SalesDelta delta) {
    tooLate.inc();
    LOG.error("a delta came after its period had closed: {}", delta.block());
  }
}
