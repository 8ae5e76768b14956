package dev.highstreet.jobs.source;

import static dev.highstreet.jobs.event.ShopEvents.CLOCKS;
import static dev.highstreet.jobs.event.ShopEvents.FIRST_OF_DECEMBER;
import static dev.highstreet.jobs.event.ShopEvents.SECOND_OF_DECEMBER;
import static dev.highstreet.jobs.event.ShopEvents.readAt;
import static dev.highstreet.jobs.event.ShopEvents.sale;
import static dev.highstreet.jobs.event.ShopEvents.tick;
import static dev.highstreet.jobs.event.ShopEvents.undecodable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.jobs.event.Arrival;
import dev.highstreet.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.junit.jupiter.api.Test;

class ShopTimeTest {
  private static final long FIRST = CLOCKS.watermark(FIRST_OF_DECEMBER.toEpochMilli());
  private static final long SECOND = CLOCKS.watermark(SECOND_OF_DECEMBER.toEpochMilli());

  private final WatermarkStrategy<Arrival> strategy = ShopTime.strategy(CLOCKS);
  private final WatermarkGenerator<Arrival> time = strategy.createWatermarkGenerator(null);
  private final Output output = new Output();

  @Test
  void timeFollowsTheGreatestReceivedAt() {
    arrive(sale("1001").at(FIRST_OF_DECEMBER).arrival());
    assertThat(told()).containsExactly(FIRST);
    arrive(sale("1002").at(SECOND_OF_DECEMBER).arrival());
    arrive(sale("1003").at(FIRST_OF_DECEMBER).arrival());
    assertThat(told()).containsExactly(FIRST, SECOND);
  }

  @Test
  void noTimeIsToldBeforeTheFirstArrival() {
    assertThat(told()).isEmpty();
  }

  @Test
  void timeIsToldPeriodicallyAndNotByEveryArrival() {
    arrive(sale("1001").arrival());
    assertThat(output.watermarks).isEmpty();
  }

  @Test
  void tickMovesTime() {
    arrive(tick(Topic.RETURNS, SECOND_OF_DECEMBER));
    assertThat(told()).containsExactly(SECOND);
  }

  @Test
  void whenItWasReceivedCountsNotWhenItOccurred() {
    arrive(sale("1001").at(FIRST_OF_DECEMBER).receivedAfter(Duration.ofDays(1)).arrival());
    assertThat(told()).containsExactly(SECOND);
  }

  @Test
  void arrivalWhoseClocksCannotBeBelievedDoesNotMoveTime() {
    arrive(sale("1001").at(FIRST_OF_DECEMBER).arrival());
    arrive(
        sale("1002").at(SECOND_OF_DECEMBER).receivedAheadOfKafka(Duration.ofMinutes(6)).arrival());
    arrive(sale("1003").at(SECOND_OF_DECEMBER).receivedAfter(Duration.ofMinutes(-6)).arrival());
    arrive(undecodable("broken"));
    assertThat(told()).containsExactly(FIRST);
  }

  @Test
  void elementCarriesItsOffsetWhicheverTimeIsTold() {
    Arrival seventh = readAt(sale("1001").arrival(), 0, 7);
    for (WatermarkStrategy<Arrival> each : List.of(strategy, ShopTime.untold())) {
      assertThat(each.createTimestampAssigner(null).extractTimestamp(seventh, 1)).isEqualTo(7);
    }
  }

  private void arrive(Arrival arrival) {
    time.onEvent(arrival, arrival.receivedAt(), output);
  }

  private List<Long> told() {
    time.onPeriodicEmit(output);
    return output.watermarks;
  }

  private static final class Output implements WatermarkOutput {
    private final List<Long> watermarks = new ArrayList<>();

    @Override
    public void emitWatermark(Watermark watermark) {
      watermarks.add(watermark.getTimestamp());
    }

    @Override
    public void markIdle() {
      throw new AssertionError("a silent topic is not idle: time moves by ticks");
    }

    @Override
    public void markActive() {
      throw new AssertionError("a silent topic is not idle: time moves by ticks");
    }
  }
}
