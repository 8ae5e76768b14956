package dev.highstreet.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.schemas.ClockTick;
import dev.highstreet.schemas.CustomerRevised;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.emit.EventIdentity;
import dev.highstreet.simulator.emit.RecordingSink;
import dev.highstreet.simulator.engine.ShopEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BroadcastTest {
  private static final Instant OPENING = Instant.parse("2025-03-01T00:00:00Z");
  private static final Duration BETWEEN_CUSTOMERS = Duration.ofMinutes(7);

  private final RecordingSink sink = new RecordingSink();
  private long nanos;
  private long closing;

  @AfterEach
  void nobodyElseIsInterrupted() {
    boolean unused = Thread.interrupted();
  }

  @Test
  void historyIsSentWholeAndEndsWithATick() {
    Instant end = OPENING.plus(Duration.ofDays(1));
    Broadcast broadcast = broadcast();

    broadcast.history(end, reached -> {});

    assertThat(times(CustomerRevised.class)).hasSize(206).isSorted(); // a day of 1,440 / 7 minutes
    assertThat(broadcast.sent()).isEqualTo(206);
    assertThat(broadcast.reached()).isEqualTo(end);
    assertThat(times(ClockTick.class)).containsExactly(hour(6), hour(12), hour(18), hour(24));
  }

  @Test
  void ticksNeverOvertakeWhatHappensBefore() {
    broadcast().history(OPENING.plus(Duration.ofDays(2)), reached -> {});

    Instant ticked = Instant.MIN;
    for (RecordingSink.Emitted one : sink.all()) {
      Instant at = (Instant) one.event().get(1);
      assertThat(at).isAfterOrEqualTo(ticked);
      ticked = one.event() instanceof ClockTick ? at : ticked;
    }
  }

  @Test
  void lifeGoesOnWhereHistoryEndedWithoutGapOrRepeat() {
    Instant present = OPENING.plus(Duration.ofHours(30));
    Broadcast broadcast = broadcast();
    broadcast.history(present, reached -> {});

    runLive(broadcast, new ShopClock(present, 3_600, () -> nanos), Duration.ofSeconds(18));

    RecordingSink whole = new RecordingSink();
    new Broadcast(new SteadyShop(), OPENING, whole).history(broadcast.reached(), reached -> {});
    assertThat(broadcast.reached()).isAfterOrEqualTo(present.plus(Duration.ofHours(17)));
    assertThat(sink.of(CustomerRevised.class)).isEqualTo(whole.of(CustomerRevised.class));
  }

  @Test
  void slowShopTicksAboutOnceASecond() {
    runLive(broadcast(), new ShopClock(OPENING, 1, () -> nanos), Duration.ofSeconds(10));

    assertThat(times(ClockTick.class)).hasSizeBetween(8, 10).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void pausedShopSendsNothing() {
    ShopClock clock = new ShopClock(OPENING, 3_600, () -> nanos);
    clock.pause();

    runLive(broadcast(), clock, Duration.ofSeconds(10));

    assertThat(sink.of(CustomerRevised.class)).isEmpty();
  }

  private Broadcast broadcast() {
    return new Broadcast(new SteadyShop(), OPENING, sink, () -> nanos, this::sleep);
  }

  /** Time passes only while the broadcast waits. */
  private void sleep(long time) {
    nanos += time;
    if (nanos >= closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void runLive(Broadcast broadcast, ShopClock clock, Duration time) {
    closing = nanos + time.toNanos();
    assertThatThrownBy(() -> broadcast.live(clock)).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private List<Instant> times(Class<?> type) {
    return sink.all().stream()
        .filter(one -> type.isInstance(one.event()))
        .map(one -> (Instant) one.event().get(1))
        .toList();
  }

  private static Instant hour(int hour) {
    return OPENING.plus(Duration.ofHours(hour));
  }

  /** Somebody registers every seven minutes. */
  private static final class SteadyShop implements Shop {
    private Instant next = OPENING;

    @Override
    public void advanceTo(Instant until, Consumer<ShopEvent> out) {
      for (; next.isBefore(until); next = next.plus(BETWEEN_CUSTOMERS)) {
        String id = "C" + next.getEpochSecond();
        out.accept(
            new ShopEvent(
                Topic.CUSTOMERS,
                id,
                next.toEpochMilli(),
                CustomerRevised.newBuilder()
                    .setEventId(EventIdentity.none())
                    .setOccurredAt(next)
                    .setReceivedAt(next)
                    .setCustomerId(id)
                    .setRevision(1)
                    .setRegisteredAt(next)
                    .setCountry("United Kingdom")
                    .build()));
      }
    }
  }
}
