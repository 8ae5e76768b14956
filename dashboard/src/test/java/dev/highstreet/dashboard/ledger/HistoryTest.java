package dev.highstreet.dashboard.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.shell.Watermark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final Instant BEGINNING = Instant.parse("2026-01-05T10:00:00Z");
  private static final String ORDERS = "highstreet.orders";

  private final History history = new History();

  @Test
  void rateIsOverTheLastTenSeconds() {
    at(0, 1, 0, 0);
    at(5, 1, 10_000, 5_000);
    at(10, 1, 10_500, 5_250);
    at(15, 1, 11_000, 5_500);

    assertThat(history.rate(ORDERS)).contains(new History.Rate(OptionalLong.of(100), 50));
  }

  @Test
  void newRunHasNoRateUntilItIsSeenTwice() {
    at(0, 1, 1_000, 900);
    at(5, 2, 1_500, 10);
    assertThat(history.rate(ORDERS)).isEmpty();

    at(10, 2, 2_000, 510);
    assertThat(history.rate(ORDERS)).contains(new History.Rate(OptionalLong.of(100), 100));
  }

  @Test
  void silenceIsAGap() {
    at(0, 1, 100, 40);
    history.add(BEGINNING.plusSeconds(5), Optional.empty());

    assertThat(history.samples())
        .extracting(History.Sample::lag)
        .containsExactly(OptionalLong.of(60), OptionalLong.empty());
    assertThat(history.rate(ORDERS)).isEmpty();
  }

  @Test
  void fiveMinutesAreKept() {
    for (int second = 0; second <= 600; second += 5) {
      at(second, 1, second, second);
    }

    assertThat(history.samples()).hasSize(61);
    assertThat(history.samples().get(0).at()).isEqualTo(BEGINNING.plus(Duration.ofMinutes(5)));
  }

  @Test
  void whatLeavesByTheSideIsCountedByTheMinuteFromTheFirstLookOn() {
    SideExits exits = new SideExits();
    exits.add(BEGINNING, quarantined(1, 50));
    exits.add(BEGINNING.plusSeconds(20), quarantined(1, 53));
    exits.add(BEGINNING.plusSeconds(40), quarantined(1, 54));
    exits.add(BEGINNING.plusSeconds(70), quarantined(1, 60));
    exits.add(BEGINNING.plusSeconds(80), quarantined(2, 3));
    exits.add(BEGINNING.plusSeconds(90), quarantined(2, 4));

    List<SideExits.Minute> hour = exits.lastHour(BEGINNING.plusSeconds(100));

    assertThat(hour).hasSize(60);
    assertThat(hour).extracting(SideExits.Minute::quarantined).endsWith(0L, 4L, 7L);
    assertThat(hour.get(59).start()).isEqualTo(BEGINNING.plusSeconds(60));
  }

  private void at(int second, long run, long produced, long accepted) {
    history.add(
        BEGINNING.plusSeconds(second),
        Optional.of(balance(run, new TopicCounts(accepted, 0, 0, 0, 0, 0, 0, 0), produced)));
  }

  private static Balance quarantined(long run, long events) {
    return balance(run, new TopicCounts(0, 0, 0, 0, events, 0, 0, 0), events);
  }

  private static Balance balance(long run, TopicCounts counts, long produced) {
    return Balance.of(
        Optional.of(
            new Run(run, "sales", true, "RUNNING", BEGINNING, Watermark.NONE, Map.of(), Map.of())),
        Map.of(ORDERS, counts),
        Optional.of(Map.of(ORDERS, produced)),
        null);
  }
}
