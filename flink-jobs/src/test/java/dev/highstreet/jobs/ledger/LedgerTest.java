package dev.highstreet.jobs.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.jobs.clean.SideOutputs;
import dev.highstreet.jobs.ledger.Tally.Outcome;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final long RUN = 5;
  private static final long NEXT_RUN = 6;
  private static final long PACE = 1_000;

  private static final Tally ACCEPTED = new Tally("orders", Outcome.ACCEPTED, "", 1, 3);
  private static final Tally REPEATED = Tally.event("orders", Outcome.REPEATED);

  private KeyedOneInputStreamOperatorTestHarness<String, Tally, LedgerRow> harness;

  @BeforeEach
  void openOperator() throws Exception {
    harness = harness(RUN, PACE);
    harness.open();
  }

  @AfterEach
  void closeOperator() throws Exception {
    harness.close();
  }

  @Test
  void countsAreShownInFullAtThePaceAndOnlyThoseThatChanged() throws Exception {
    send(ACCEPTED, ACCEPTED, REPEATED);
    harness.setProcessingTime(PACE);
    assertThat(shown()).containsExactlyInAnyOrder("orders ACCEPTED 2/6", "orders REPEATED 1/0");
    send(ACCEPTED);
    harness.setProcessingTime(5 * PACE);
    assertThat(shown()).hasSize(3).endsWith("orders ACCEPTED 3/9");
  }

  @Test
  void topicsOutcomesAndReasonsAreCountedApart() throws Exception {
    send(
        ACCEPTED,
        new Tally("returns", Outcome.ACCEPTED, "", 1, 1),
        new Tally("orders", Outcome.QUARANTINED, "UNKNOWN_STORE", 1, 0),
        new Tally("orders", Outcome.QUARANTINED, "NO_LINES_LEFT", 1, 0),
        new Tally("orders", Outcome.LINE_QUARANTINED, "NO_LINES_LEFT", 0, 2));
    harness.prepareSnapshotPreBarrier(1);
    assertThat(shown())
        .containsExactlyInAnyOrder(
            "orders ACCEPTED 1/3",
            "returns ACCEPTED 1/1",
            "orders QUARANTINED UNKNOWN_STORE 1/0",
            "orders QUARANTINED NO_LINES_LEFT 1/0",
            "orders LINE_QUARANTINED NO_LINES_LEFT 0/2");
  }

  @Test
  void everythingIsShownBeforeACheckpointsBarrier() throws Exception {
    send(ACCEPTED);
    harness.processWatermark(7);
    harness.prepareSnapshotPreBarrier(1);
    assertThat(shown()).containsExactly("orders ACCEPTED 1/3");
    assertThat(watermarks()).containsExactly(7L);
  }

  @Test
  void countsGoOnWhenTheRunIsRestarted() throws Exception {
    send(ACCEPTED, REPEATED);
    restoreAs(RUN);
    send(ACCEPTED);
    harness.setProcessingTime(PACE);
    assertThat(shown()).containsExactly("orders ACCEPTED 2/6");
  }

  @Test
  void runThatIsRestoredFromAnothersSavepointCountsFromZero() throws Exception {
    send(ACCEPTED, ACCEPTED, REPEATED);
    restoreAs(NEXT_RUN);
    send(ACCEPTED);
    harness.setProcessingTime(PACE);
    assertThat(shown()).containsExactly("orders ACCEPTED 1/3");
    send(REPEATED);
    harness.setProcessingTime(2 * PACE);
    assertThat(shown()).containsExactly("orders ACCEPTED 1/3", "orders REPEATED 1/0");
  }

  @Test
  void runThatIsRestoredTwiceKeepsItsOwnCounts() throws Exception {
    send(ACCEPTED, ACCEPTED);
    restoreAs(NEXT_RUN);
    send(ACCEPTED);
    restoreAs(NEXT_RUN);
    send(ACCEPTED);
    harness.setProcessingTime(PACE);
    assertThat(shown()).containsExactly("orders ACCEPTED 2/6");
  }

  @Test
  void watermarkIsToldAtThePaceAndOnlyIfItRose() throws Exception {
    harness.processWatermark(7);
    harness.processWatermark(8);
    assertThat(watermarks()).isEmpty();
    harness.setProcessingTime(PACE);
    assertThat(watermarks()).containsExactly(8L);
    harness.setProcessingTime(2 * PACE);
    assertThat(watermarks()).containsExactly(8L);
  }

  @Test
  void noWatermarkIsToldBeforeThereIsOne() throws Exception {
    harness.setProcessingTime(PACE);
    assertThat(watermarks()).isEmpty();
  }

  @Test
  void endOfAllInputShowsEverythingAtOnceAndLeavesNothing() throws Exception {
    reopen(harness(RUN, 0), null);
    send(ACCEPTED, REPEATED);
    harness.processWatermark(Watermark.MAX_WATERMARK);
    assertThat(shown()).containsExactlyInAnyOrder("orders ACCEPTED 1/3", "orders REPEATED 1/0");
    assertThat(watermarks()).containsExactly(Long.MAX_VALUE);
    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void tallyAfterTheEndOfAllInputIsAnErrorAndNotLostInSilence() throws Exception {
    harness.processWatermark(Watermark.MAX_WATERMARK);
    assertThatThrownBy(() -> send(ACCEPTED))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("after the end of all input: Tally[topic=orders");
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Tally, LedgerRow> harness(
      long run, long pace) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new Ledger(run, pace), Tally::topic, Types.STRING);
  }

  private void restoreAs(long run) throws Exception {
    harness.prepareSnapshotPreBarrier(1);
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    reopen(harness(run, PACE), snapshot);
  }

  private void reopen(
      KeyedOneInputStreamOperatorTestHarness<String, Tally, LedgerRow> another,
      OperatorSubtaskState snapshot)
      throws Exception {
    harness.close();
    harness = another;
    if (snapshot != null) {
      harness.initializeState(snapshot);
    }
    harness.open();
  }

  private void send(Tally... tallies) throws Exception {
    for (Tally tally : tallies) {
      harness.processElement(new StreamRecord<>(tally));
    }
  }

  private List<Long> watermarks() {
    return SideOutputs.of(harness, Ledger.WATERMARKS);
  }

  /** Each row shown, as {@code TOPIC OUTCOME REASON EVENTS/LINES}, the reason if there is one. */
  private List<String> shown() {
    return harness.extractOutputValues().stream()
        .map(
            row ->
                "%s %s%s %d/%d"
                    .formatted(
                        row.topic(),
                        row.outcome(),
                        row.reason().isEmpty() ? "" : " " + row.reason(),
                        row.events(),
                        row.lines()))
        .toList();
  }
}
