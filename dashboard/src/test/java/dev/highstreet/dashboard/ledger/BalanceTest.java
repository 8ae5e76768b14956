package dev.highstreet.dashboard.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.shell.Problem;
import dev.highstreet.dashboard.shell.Watermark;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BalanceTest {
  private static final String ORDERS = "highstreet.orders";
  private static final TopicCounts COUNTED = new TopicCounts(90, 1, 2, 3, 4, 50, 0, 0);

  @Test
  void everyTopicThatCarriesEventsHasALine() {
    assertThat(balance(Map.of(), Map.of(), Map.of()).topics())
        .extracting(Balance.Line::topic)
        .containsExactly(
            "highstreet.products",
            "highstreet.stores",
            "highstreet.customers",
            "highstreet.orders",
            "highstreet.returns");
  }

  @Test
  void whatKafkaHoldsLessWhatWasCountedIsInFlight() {
    Balance balance = balance(Map.of(ORDERS, 160L), Map.of(ORDERS, COUNTED), Map.of());

    assertThat(balance.total().remainder()).hasValue(10);
    assertThat(balance.total().produced()).as("ticks met are no events").hasValue(110);
  }

  @Test
  void nothingIsLeftOnceEveryRecordIsCounted() {
    Balance balance = balance(Map.of(ORDERS, 150L), Map.of(ORDERS, COUNTED), Map.of());

    assertThat(balance.total().remainder()).hasValue(0);
    assertThat(balance.total().produced()).hasValue(100);
    assertThat(balance.total().counts().events()).isEqualTo(100);
  }

  @Test
  void recordsBeforeTheRunsFirstAreNotItsOwn() {
    Balance balance =
        balance(Map.of(ORDERS, 1_150L), Map.of(ORDERS, COUNTED), Map.of(ORDERS, 1_000L));

    assertThat(balance.total().remainder()).hasValue(0);
  }

  @Test
  void boundedRunIsMeasuredAgainstWhereItStops() {
    Run bounded =
        new Run(
            2,
            "sales",
            false,
            "FINISHED",
            Instant.EPOCH,
            Watermark.END,
            Map.of(),
            Map.of(ORDERS, 150L));
    Balance balance =
        Balance.of(
            Optional.of(bounded),
            Map.of(ORDERS, COUNTED),
            Optional.of(Map.of(ORDERS, 9_000L)),
            null);

    assertThat(balance.total().remainder()).hasValue(0);
  }

  @Test
  void oneTopicCannotMakeUpForAnother() {
    Balance balance =
        balance(Map.of(ORDERS, 149L, "highstreet.returns", 1L), Map.of(ORDERS, COUNTED), Map.of());

    assertThat(balance.total().remainder()).hasValue(0);
    assertThat(balance.impossible()).isTrue();
  }

  @Test
  void silentKafkaLeavesOnlyTheCounts() {
    Problem silent = new Problem("Kafka does not answer", "x");
    Balance balance =
        Balance.of(Optional.of(run(Map.of())), Map.of(ORDERS, COUNTED), Optional.empty(), silent);

    assertThat(balance.total().remainder()).isEmpty();
    assertThat(balance.total().produced()).isEmpty();
    assertThat(balance.total().counts().accepted()).isEqualTo(90);
    assertThat(balance.kafkaProblem()).isEqualTo(silent);
  }

  private static Balance balance(
      Map<String, Long> ends, Map<String, TopicCounts> counts, Map<String, Long> before) {
    return Balance.of(Optional.of(run(before)), counts, Optional.of(ends), null);
  }

  private static Run run(Map<String, Long> startOffsets) {
    return new Run(
        1, "sales", true, "RUNNING", Instant.EPOCH, Watermark.NONE, startOffsets, Map.of());
  }
}
