package dev.highstreet.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.schemas.ClockTick;
import dev.highstreet.schemas.CustomerRevised;
import dev.highstreet.schemas.EventIdentity;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.counter.RefusedException;
import dev.highstreet.simulator.emit.EmitException;
import dev.highstreet.simulator.emit.RecordingSink;
import dev.highstreet.simulator.engine.ShopEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BroadcastTest {
  private static final Instant OPENING = Instant.parse("2025-03-01T00:00:00Z");
  private static final Duration BETWEEN_CUSTOMERS = Duration.ofMinutes(7);
  private static final long PATIENCE = 30; // seconds

  private final RecordingSink sink = new RecordingSink();
  private long nanos;
  private long closing;
  private Runnable planned;
  private long plannedFor;

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

  @Test
  void errandIsDoneBetweenTwoStepsOfTheHistory() throws Exception {
    Broadcast broadcast = broadcast();
    CompletableFuture<Instant> asked = broadcast.ask(out -> register("guest", broadcast, out));

    broadcast.history(OPENING.plus(Duration.ofDays(1)), reached -> {});

    assertThat(asked.get(PATIENCE, TimeUnit.SECONDS)).isEqualTo(hour(1));
    assertThat(times(CustomerRevised.class)).hasSize(207).isSorted().contains(hour(1));
    assertThat(broadcast.sent()).isEqualTo(207);
    assertThat(sink.intact()).containsExactly("guest");
  }

  @Test
  void errandIsDoneWithinABreathWhileTheClockStandsStill() throws Exception {
    ShopClock clock = new ShopClock(OPENING, 3_600, () -> nanos);
    clock.pause();
    Broadcast broadcast = broadcast();
    List<CompletableFuture<Instant>> asked = new ArrayList<>();
    atNanos(
        Duration.ofSeconds(3),
        () -> asked.add(broadcast.ask(out -> register("guest", broadcast, out))));

    runLive(broadcast, clock, Duration.ofSeconds(3).plusMillis(40));

    assertThat(asked.get(0).get(PATIENCE, TimeUnit.SECONDS)).isEqualTo(OPENING);
    assertThat(sink.of(CustomerRevised.class)).hasSize(1);
    assertThat(broadcast.quiet()).contains(Duration.ofMillis(40));
  }

  @Test
  void whatTheShopRefusesFailsTheErrandAndNothingElse() {
    Broadcast broadcast = broadcast();
    CompletableFuture<Void> asked =
        broadcast.ask(
            out -> {
              throw new RefusedException("lines", "lines has 0 entries: give 1 to 100");
            });

    broadcast.history(hour(2), reached -> {});

    assertThat(asked)
        .failsWithin(PATIENCE, TimeUnit.SECONDS)
        .withThrowableThat()
        .withCauseInstanceOf(RefusedException.class);
    assertThat(broadcast.reached()).isEqualTo(hour(2));
  }

  @Test
  void sinkThatFailsAnErrandEndsTheShop() {
    Broadcast broadcast = broadcast();
    CompletableFuture<Void> asked =
        broadcast.ask(
            out -> {
              throw new EmitException("the disk is full");
            });

    assertThatThrownBy(() -> broadcast.history(hour(2), reached -> {}))
        .hasMessage("the disk is full");
    assertThat(asked).failsWithin(PATIENCE, TimeUnit.SECONDS);
  }

  @Test
  void nothingIsDoneForAnybodyOnceTheShopHasEnded() {
    Broadcast broadcast = broadcast();
    CompletableFuture<Instant> waits = broadcast.ask(out -> OPENING);
    broadcast.end();
    CompletableFuture<Instant> late = broadcast.ask(out -> OPENING);

    assertThat(List.of(waits, late))
        .allSatisfy(
            asked ->
                assertThat(asked)
                    .failsWithin(PATIENCE, TimeUnit.SECONDS)
                    .withThrowableThat()
                    .withMessageContaining("the shop has ended"));
  }

  @Test
  void moreThanCanBeServedSoonAreRefused() {
    Broadcast broadcast = broadcast();
    List<CompletableFuture<Instant>> asked = new ArrayList<>();
    for (int i = 0; i < 1_001; i++) {
      asked.add(broadcast.ask(out -> broadcast.reached()));
    }
    assertThat(asked.get(1_000))
        .failsWithin(PATIENCE, TimeUnit.SECONDS)
        .withThrowableThat()
        .withMessageContaining("1000 orders wait already");

    broadcast.history(hour(4), reached -> {});

    assertThat(asked.get(0)).succeedsWithin(PATIENCE, TimeUnit.SECONDS).isEqualTo(hour(1));
    assertThat(asked.get(999)).succeedsWithin(PATIENCE, TimeUnit.SECONDS).isEqualTo(hour(4));
  }

  private static Instant register(String id, Broadcast broadcast, Consumer<ShopEvent> out) {
    out.accept(registration(id, broadcast.reached()));
    return broadcast.reached();
  }

  private void atNanos(Duration time, Runnable what) {
    planned = what;
    plannedFor = time.toNanos();
  }

  private Broadcast broadcast() {
    return new Broadcast(new SteadyShop(), OPENING, sink, () -> nanos, this::sleep);
  }

  /** Time passes only while the broadcast waits. */
  private void sleep(long time) {
    nanos += time;
    if (planned != null && nanos >= plannedFor) {
      planned.run();
      planned = null;
    }
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

  private static ShopEvent registration(String id, Instant at) {
    return new ShopEvent(
        Topic.CUSTOMERS,
        id,
        at.toEpochMilli(),
        CustomerRevised.newBuilder()
            .setEventId(EventIdentity.none())
            .setOccurredAt(at)
            .setReceivedAt(at)
            .setCustomerId(id)
            .setRevision(1)
            .setRegisteredAt(at)
            .setCountry("United Kingdom")
            .build());
  }

  /** Somebody registers every seven minutes. */
  private static final class SteadyShop implements Shop {
    private Instant next = OPENING;

    @Override
    public void advanceTo(Instant until, Consumer<ShopEvent> out) {
      for (; next.isBefore(until); next = next.plus(BETWEEN_CUSTOMERS)) {
        out.accept(registration("C" + next.getEpochSecond(), next));
      }
    }
  }
}
