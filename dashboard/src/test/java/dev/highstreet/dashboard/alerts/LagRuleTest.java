package dev.highstreet.dashboard.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.alerts.Alert.Kind;
import dev.highstreet.dashboard.flink.FlinkJob;
import dev.highstreet.dashboard.flink.JobHealth;
import dev.highstreet.dashboard.ledger.Balance;
import dev.highstreet.dashboard.ledger.History;
import dev.highstreet.dashboard.ledger.PerSecond;
import dev.highstreet.dashboard.ledger.Reading;
import dev.highstreet.dashboard.ledger.Run;
import dev.highstreet.dashboard.ledger.TopicCounts;
import dev.highstreet.dashboard.shell.Panel;
import dev.highstreet.dashboard.shell.Watermark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LagRuleTest {
  private static final Instant NOW = Instant.parse("2026-01-05T10:05:00Z");

  private static final JobHealth RUNNING =
      new JobHealth(
          new FlinkJob("a1", "Sales marts, live (run 1)", "RUNNING", NOW, 19, 19),
          OptionalLong.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty());

  @Test
  void lagThatGrowsByAFifthInAMinuteIsGrowing() {
    assertThat(broken(ago -> 12_001 - 40 * ago))
        .containsEntry(Kind.LAG_GROWING, "12\u202f001 records wait, 9\u202f601 a minute ago.");
  }

  @Test
  void lagThatStaysOrShrinksIsNone() {
    assertThat(broken(ago -> 50_000)).isEmpty();
    assertThat(broken(ago -> 10_000 + 100 * ago)).isEmpty();
  }

  @Test
  void lagThatHasBegunToShrinkIsNone() {
    assertThat(broken(ago -> ago > 30 ? 1_000 : 5_000 + 50 * ago)).isEmpty();
  }

  @Test
  void smallLagIsNoneHoweverFastItGrew() {
    assertThat(broken(ago -> 900 - 15 * ago)).isEmpty();
  }

  @Test
  void recordsOfWhichNoneIsCountedAreSaidSo() {
    assertThat(
            AlertRules.broken(
                observation(
                    ago -> 40, new Reading(balance(40), Duration.ofSeconds(20), PerSecond.NONE))))
        .containsEntry(
            Kind.LAG_GROWING, "40 records wait, and for 20\u202fs none of them was counted.");
  }

  @Test
  void moreThanThereIsCannotWait() {
    assertThat(broken(ago -> -40).get(Kind.LAG_GROWING))
        .startsWith("More records were counted than Kafka holds");
  }

  private static Map<Kind, String> broken(LongUnaryOperator lag) {
    return AlertRules.broken(
        observation(lag, new Reading(balance(lag.applyAsLong(0)), Duration.ZERO, PerSecond.NONE)));
  }

  private static Observation observation(LongUnaryOperator lag, Reading reading) {
    List<History.Sample> samples =
        LongStream.iterate(300, ago -> ago >= 0, ago -> ago - 5)
            .mapToObj(
                ago ->
                    new History.Sample(
                        NOW.minusSeconds(ago), Optional.of(balance(lag.applyAsLong(ago)))))
            .toList();
    return new Observation(
        Panel.of(() -> List.of(RUNNING)),
        Panel.of(() -> reading),
        samples,
        Panel.of(Optional::empty),
        NOW);
  }

  private static Balance balance(long lag) {
    Run run = new Run(1, "sales", true, "RUNNING", NOW, Watermark.NONE, Map.of(), Map.of());
    return new Balance(
        Optional.of(run),
        List.of(
            new Balance.Line(
                "highstreet.orders",
                OptionalLong.of(1_000_000 + lag),
                new TopicCounts(1_000_000, 0, 0, 0, 0, 0, 0, 0))),
        null);
  }
}
