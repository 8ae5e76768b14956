package dev.highstreet.jobs.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.metrics.groups.InternalOperatorMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingOperatorMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingTaskMetricGroup;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Totals that are shown early, and become final. */
class SalesBlocksTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final long PACE = 1_000;

  private static final long DAY = LocalDate.parse("2011-12-01").toEpochDay();

  /** The last millisecond of that day. */
  private static final long DAY_CLOSES = Instant.parse("2011-12-01T23:59:59.999Z").toEpochMilli();

  private InterceptingOperatorMetricGroup metrics;
  private KeyedOneInputStreamOperatorTestHarness<Block, SalesDelta, SalesRow> harness;

  @BeforeEach
  void openOperator() throws Exception {
    harness = harness(PACE);
    harness.open();
  }

  @AfterEach
  void closeOperator() throws Exception {
    harness.close();
  }

  @Test
  void changedTotalsAreShownAtThePaceAndInFull() throws Exception {
    send(kitchen(1));
    harness.setProcessingTime(PACE - 1);
    assertThat(shown()).isEmpty();
    harness.setProcessingTime(PACE);
    assertThat(shown()).containsExactly("KITCHEN 1");
    send(kitchen(2));
    send(kitchen(3));
    harness.setProcessingTime(2 * PACE);
    assertThat(shown()).containsExactly("KITCHEN 1", "KITCHEN 6");
  }

  @Test
  void nothingIsShownAgainThatHasNotChanged() throws Exception {
    send(kitchen(1), garden(2));
    harness.setProcessingTime(PACE);
    send(garden(3));
    harness.setProcessingTime(5 * PACE);
    assertThat(shown().subList(0, 2)).containsExactlyInAnyOrder("KITCHEN 1", "GARDEN 2");
    assertThat(shown().subList(2, shown().size())).containsExactly("GARDEN 5");
  }

  @Test
  void everythingThatChangedIsShownBeforeACheckpointsBarrier() throws Exception {
    send(kitchen(1));
    harness.prepareSnapshotPreBarrier(1);
    assertThat(shown()).containsExactly("KITCHEN 1");
    harness.setProcessingTime(PACE);
    assertThat(shown()).as("shown already").hasSize(1);
  }

  @Test
  void periodClosesAtItsLastMillisecondAndItsRowIsSentBeforeTheWatermark() throws Exception {
    send(kitchen(1));
    harness.processWatermark(DAY_CLOSES - 1);
    assertThat(shown()).isEmpty();
    assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
    harness.processWatermark(DAY_CLOSES);
    assertThat(shown()).containsExactly("KITCHEN 1");
    assertThat(harness.getOutput().toArray()[2]).isEqualTo(new Watermark(DAY_CLOSES));
  }

  @Test
  void finalRowIsShownOnce() throws Exception {
    send(kitchen(1));
    harness.processWatermark(DAY_CLOSES);
    harness.setProcessingTime(PACE);
    harness.prepareSnapshotPreBarrier(1);
    harness.processWatermark(Watermark.MAX_WATERMARK);
    assertThat(shown()).containsExactly("KITCHEN 1");
  }

  @Test
  void rowThatWasShownInFullIsNotShownAgainWhenItsPeriodCloses() throws Exception {
    send(kitchen(1));
    harness.setProcessingTime(PACE);
    harness.processWatermark(DAY_CLOSES);
    assertThat(shown()).containsExactly("KITCHEN 1");
  }

  @Test
  void nothingIsLeftOnceThePeriodHasClosed() throws Exception {
    send(kitchen(1), garden(2));
    harness.setProcessingTime(PACE);
    send(kitchen(3));
    assertThat(harness.numEventTimeTimers()).as("one timer a block").isEqualTo(1);
    harness.processWatermark(DAY_CLOSES);
    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void oneDayClosesWithoutTheOthers() throws Exception {
    send(
        kitchen(1), delta(Grain.DAY, DAY + 1, "KITCHEN", 2), delta(Grain.MONTH, DAY, "KITCHEN", 4));
    harness.processWatermark(DAY_CLOSES);
    assertThat(shown()).containsExactly("KITCHEN 1");
    send(delta(Grain.DAY, DAY + 1, "KITCHEN", 8));
    harness.processWatermark(Instant.parse("2011-12-31T23:59:59.998Z").toEpochMilli());
    assertThat(shown()).containsExactly("KITCHEN 1", "KITCHEN 10");
    harness.processWatermark(Instant.parse("2011-12-31T23:59:59.999Z").toEpochMilli());
    assertThat(shown()).containsExactly("KITCHEN 1", "KITCHEN 10", "KITCHEN 4");
  }

  @Test
  void deltaThatComesAfterItsPeriodClosedIsCountedAndChangesNothing() throws Exception {
    send(kitchen(7));
    harness.processWatermark(DAY_CLOSES);
    send(kitchen(1));
    harness.setProcessingTime(PACE);
    harness.processWatermark(Watermark.MAX_WATERMARK);
    assertThat(shown()).as("a final row is not begun anew").containsExactly("KITCHEN 7");
    assertThat(((Counter) metrics.get("deltasTooLate")).getCount()).isEqualTo(1);
    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void withoutAPaceOnlyClosingShows() throws Exception {
    reopen(harness(0), null);
    send(kitchen(1));
    harness.setProcessingTime(1_000 * PACE);
    assertThat(shown()).isEmpty();
    send(kitchen(2));
    harness.processWatermark(DAY_CLOSES);
    assertThat(shown()).containsExactly("KITCHEN 3");
  }

  @Test
  void totalsGoOnAfterARestore() throws Exception {
    send(kitchen(1), garden(2));
    harness.prepareSnapshotPreBarrier(1);
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    reopen(harness(PACE), snapshot);
    harness.setProcessingTime(PACE);
    assertThat(shown()).as("the sink has them").isEmpty();
    send(kitchen(3));
    harness.processWatermark(DAY_CLOSES);
    assertThat(shown()).containsExactly("KITCHEN 4");
    assertThat(harness.numKeyedStateEntries()).isZero();
  }

  @Test
  void customersStayDistinctAcrossDeltas() throws Exception {
    send(kitchen(1), kitchen(1));
    harness.processWatermark(DAY_CLOSES);
    assertThat(harness.extractOutputValues())
        .extracting(SalesRow::orders, SalesRow::customers)
        .containsExactly(tuple(2L, 1L));
  }

  private static SalesDelta kitchen(long units) {
    return delta(Grain.DAY, DAY, "KITCHEN", units);
  }

  private static SalesDelta garden(long units) {
    return delta(Grain.DAY, DAY, "GARDEN", units);
  }

  private static SalesDelta delta(Grain grain, long period, String category, long units) {
    SalesPartial partial = new SalesPartial();
    partial.orders = 1;
    partial.units = units;
    partial.customers.addAll(List.of("alice", "alice"));
    return new SalesDelta(Block.of(Grouping.CATEGORY, grain, period, category), category, partial);
  }

  private KeyedOneInputStreamOperatorTestHarness<Block, SalesDelta, SalesRow> harness(long pace)
      throws Exception {
    metrics = new InterceptingOperatorMetricGroup();
    InterceptingTaskMetricGroup task =
        new InterceptingTaskMetricGroup() {
          @Override
          public InternalOperatorMetricGroup getOrAddOperator(
              OperatorID id, String name, Map<String, String> variables) {
            return metrics;
          }
        };
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new SalesBlocks(LONDON, pace),
        SalesDelta::block,
        TypeInformation.of(Block.class),
        new MockEnvironmentBuilder().setMetricGroup(task).build());
  }

  private void reopen(
      KeyedOneInputStreamOperatorTestHarness<Block, SalesDelta, SalesRow> another,
      OperatorSubtaskState snapshot)
      throws Exception {
    harness.close();
    harness = another;
    if (snapshot != null) {
      harness.initializeState(snapshot);
    }
    harness.open();
  }

  private void send(SalesDelta... deltas) throws Exception {
    for (SalesDelta delta : deltas) {
      harness.processElement(new StreamRecord<>(delta));
    }
  }

  /** Each row shown, as {@code GROUP UNITS}. */
  private List<String> shown() {
    return harness.extractOutputValues().stream()
        .map(row -> row.group() + " " + row.units())
        .toList();
  }
}
