package dev.highstreet.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.counter.Basket;
import dev.highstreet.simulator.counter.Intake;
import dev.highstreet.simulator.counter.ProductRevision;
import dev.highstreet.simulator.counter.Receipt;
import dev.highstreet.simulator.counter.RefusedException;
import dev.highstreet.simulator.counter.Revision;
import dev.highstreet.simulator.counter.Sale;
import dev.highstreet.simulator.emit.EventSink;
import dev.highstreet.simulator.emit.RecordingSink;
import dev.highstreet.simulator.emit.TeeEventSink;
import dev.highstreet.simulator.emit.fault.FaultRates;
import dev.highstreet.simulator.emit.fault.FaultySink;
import dev.highstreet.simulator.emit.fault.InjectedFault;
import dev.highstreet.simulator.engine.Simulation;
import dev.highstreet.simulator.engine.SimulationOptions;
import dev.highstreet.simulator.profile.SampleProfile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A shop that lives from six in the evening of its second day on, at 60 times our pace. */
class SimulatorControlTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final LocalDate SPRING = LocalDate.of(2025, 3, 10);
  private static final Instant OPENS = SPRING.atStartOfDay(LONDON).toInstant();
  private static final Instant PRESENT = OPENS.plus(Duration.ofHours(42));
  private static final Instant OUR_NOON = Instant.parse("2026-11-26T12:00:00Z");
  private static final Basket TEAPOT = Basket.of(new Basket.Line("P00001", 1));
  private static final FaultRates HEAVY =
      new FaultRates(0.3, 0.3, 0.1, 0.3, 0.3, 0.1, 0.3, 0.1, 0.1);
  private static final long PATIENCE = 30; // seconds

  private record Planned(long at, Runnable what) {}

  private final RecordingSink truth = new RecordingSink();
  private final RecordingSink wire = new RecordingSink();
  private final List<InjectedFault> faults = new ArrayList<>();
  private final FaultySink faulty = new FaultySink(wireOfEvents(), HEAVY, 5, faults::add);
  private final EventSink sink = new TeeEventSink(truth, faulty);
  private final Simulation shop =
      Simulation.of(SampleProfile.small(), SimulationOptions.of(5, SPRING, 2_000, LONDON));
  private final PriorityQueue<Planned> planned =
      new PriorityQueue<>((a, b) -> Long.compare(a.at, b.at));
  private long nanos;
  private long closing;
  private final Broadcast broadcast =
      new Broadcast(shop::advanceTo, OPENS, sink, () -> nanos, this::sleep);
  private final ShopClock clock = new ShopClock(PRESENT, 60, () -> nanos);
  private final SimulatorControl control =
      new SimulatorControl(
          broadcast,
          clock,
          shop.scenarios(),
          faulty,
          shop.counter(),
          () -> OUR_NOON.plusNanos(nanos));

  @AfterEach
  void nobodyElseIsInterrupted() {
    boolean unused = Thread.interrupted();
  }

  @Test
  void orderIsWrittenDownAsTrueAndArrivesIntactThoughFaultsBefallOthers() throws Exception {
    history();
    CompletableFuture<Receipt> asked = control.order(TEAPOT);
    live(Duration.ofSeconds(2));

    String id = asked.get(PATIENCE, TimeUnit.SECONDS).orderId();
    assertThat(order(truth, id)).hasSize(1).isEqualTo(order(wire, id));
    assertThat(truth.intact()).containsSubsequence(id);
    assertThat(faults)
        .filteredOn(fault -> fault.topic() == Topic.ORDERS)
        .extracting(InjectedFault::key)
        .isNotEmpty()
        .doesNotContain(id);
  }

  @Test
  void whateverComesFromOutsideIsInOrderWithTheTicks() {
    List<CompletableFuture<Receipt>> asked = new ArrayList<>();
    planned.add(
        new Planned(Duration.ofMillis(1_300).toNanos(), () -> asked.add(control.order(TEAPOT))));
    planned.add(
        new Planned(
            Duration.ofMillis(1_400).toNanos(), () -> control.send(20, Duration.ofMillis(50))));
    history();
    live(Duration.ofSeconds(5));

    Instant last = OPENS;
    for (RecordingSink.Emitted one : truth.all()) {
      Instant at = (Instant) one.event().get(1);
      assertThat(at).isAfterOrEqualTo(last);
      last = at;
    }
    assertThat(asked).singleElement().isNotNull();
    assertThat(truth.intact()).hasSizeGreaterThanOrEqualTo(21);
    assertThat(control.state().outside().orders()).isEqualTo(21);
  }

  @Test
  void pausedShopSellsAtTheTimeAtWhichItStands() throws Exception {
    history();
    control.setPaused(true);
    CompletableFuture<Receipt> one = control.order(TEAPOT);
    List<CompletableFuture<Receipt>> other = new ArrayList<>();
    planned.add(
        new Planned(Duration.ofSeconds(3).toNanos(), () -> other.add(control.order(TEAPOT))));
    live(Duration.ofSeconds(4));

    assertThat(one.get(PATIENCE, TimeUnit.SECONDS).at()).isEqualTo(PRESENT);
    assertThat(other.get(0).get(PATIENCE, TimeUnit.SECONDS).at()).isEqualTo(PRESENT);
    assertThat(control.state().shopTime()).isEqualTo(PRESENT);
  }

  @Test
  void thousandOrdersAreSentAtOnce() {
    history();
    control.send(1_000, Duration.ZERO);
    live(Duration.ofMillis(400));

    Sending sending = control.state().sending().orElseThrow();
    assertThat(sending.isGoingOn()).isFalse();
    assertThat(sending.sent() + sending.skipped()).isEqualTo(1_000);
    assertThat(control.state().outside().orders()).isEqualTo(sending.sent()).isGreaterThan(900);
    assertThat(truth.of(OrderPlaced.class).stream().filter(SimulatorControlTest::isFromOutside))
        .hasSize(sending.sent())
        .extracting(OrderPlaced::getOrderId)
        .doesNotHaveDuplicates();
  }

  @Test
  void ordersAreSentAtThePaceThatWasAskedFor() {
    history();
    control.send(100, Duration.ofMillis(25));
    planned.add(
        new Planned(
            Duration.ofSeconds(1).toNanos(),
            () -> assertThat(control.state().sending().orElseThrow().sent()).isBetween(38, 41)));
    live(Duration.ofMillis(2_600));

    Sending sending = control.state().sending().orElseThrow();
    assertThat(sending.sent()).isEqualTo(100);
    assertThat(sending.since()).isEqualTo(OUR_NOON);
    assertThat(sending.until()).isBetween(OUR_NOON.plusMillis(2_475), OUR_NOON.plusMillis(2_520));
  }

  @Test
  void oneNumberIsSentAtATimeAndCanBeCancelled() {
    history();
    control.send(1_000, Duration.ofSeconds(1));
    assertThatThrownBy(() -> control.send(1, Duration.ZERO))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "0 of 1000 orders have been sent since 2026-11-26T12:00:00Z: wait for the others, or cancel them");
    planned.add(new Planned(Duration.ofMillis(3_500).toNanos(), control::cancelSending));
    planned.add(
        new Planned(
            Duration.ofMillis(3_600).toNanos(),
            () -> {
              assertThat(control.state().sending().orElseThrow().sent()).isEqualTo(4);
              control.send(2, Duration.ZERO);
            }));
    live(Duration.ofSeconds(6));

    assertThat(control.state().sending().orElseThrow().sent()).isEqualTo(2);
    assertThat(control.state().outside().orders()).isEqualTo(6);
  }

  @Test
  void nonsenseIsNotSent() {
    assertThatThrownBy(() -> control.send(0, Duration.ZERO))
        .hasMessage("count is 0: give 1 to 1,000");
    assertThatThrownBy(() -> control.send(1_001, Duration.ZERO))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> control.send(1, Duration.ofMillis(2_001)))
        .hasMessage("between is 2001 ms: give 0 to 2,000");
    assertThatThrownBy(() -> control.send(1, Duration.ofMillis(-1)))
        .isInstanceOf(RefusedException.class);
    assertThat(control.state().sending()).isEmpty();
  }

  @Test
  void sendingIsOverWhenTheShopEnds() {
    control.send(10, Duration.ofSeconds(2));
    history();
    broadcast.end();

    Sending sending = control.state().sending().orElseThrow();
    assertThat(sending.sent()).isOne();
  }

  @Test
  void statisticsTellWhatCameAndCanBeReset() throws Exception {
    history();
    CompletableFuture<Receipt> asked = control.order(TEAPOT);
    CompletableFuture<Receipt> refused = control.order(Basket.of(new Basket.Line("P99999", 1)));
    CompletableFuture<Intake> taken = control.take(List.of(sale("s1"), sale("s2")));
    CompletableFuture<Intake> again = control.take(List.of(sale("s2")));
    CompletableFuture<Intake> revised = control.revise(List.of(kettle("A"), kettle("B")));
    live(Duration.ofSeconds(1));

    Receipt receipt = asked.get(PATIENCE, TimeUnit.SECONDS);
    assertThat(refused).failsWithin(PATIENCE, TimeUnit.SECONDS);
    assertThat(taken.get(PATIENCE, TimeUnit.SECONDS).taken()).hasSize(2);
    assertThat(again.get(PATIENCE, TimeUnit.SECONDS).repeated()).containsExactly("s2");
    assertThat(revised.get(PATIENCE, TimeUnit.SECONDS).taken()).containsExactly("A", "B");
    assertThat(control.state().outside())
        .isEqualTo(new Outside(OUR_NOON, 1, 1, receipt.netMicros(), 1, 2, 2, 1));
    assertThat(control.state().lastActivity())
        .hasValueSatisfying(last -> assertThat(last).isBetween(OUR_NOON, OUR_NOON.plusSeconds(1)));

    nanos += Duration.ofSeconds(5).toNanos();
    control.resetStatistics();

    assertThat(control.state().outside()).isEqualTo(Outside.none(OUR_NOON.plusNanos(nanos)));
    assertThat(control.state().lastActivity()).isEmpty();
    assertThat(control.state().sending()).isEmpty();
  }

  @Test
  void revisionOfOthersIsWrittenDownAsTrueAndArrivesIntactBeforeWhatNamesIt() throws Exception {
    history();
    CompletableFuture<Intake> revised = control.revise(List.of(kettle("A")));
    CompletableFuture<Intake> sold = control.take(List.of(sale("s1", "A")));
    live(Duration.ofSeconds(2));

    assertThat(revised.get(PATIENCE, TimeUnit.SECONDS).taken()).containsExactly("A");
    assertThat(sold.get(PATIENCE, TimeUnit.SECONDS).taken()).containsExactly("s1");
    assertThat(truth.intact()).containsSubsequence("A", "s1");
    assertThat(wire.of(ProductRevised.class))
        .filteredOn(product -> product.getProductId().equals("A"))
        .hasSize(1)
        .allMatch(truth.of(ProductRevised.class)::contains);
    assertThat(control.window().others()).containsExactly(Map.entry("A", "Kettle"));
  }

  @Test
  void faultsThatAreSwitchedOffBefallNothingThatOccursFromThenOn() {
    history();
    assertThat(faults).isNotEmpty();
    assertThat(control.state().faults()).isEqualTo(HEAVY);
    faults.clear();
    control.setFaults(FaultRates.none());
    planned.add(
        new Planned(
            Duration.ofSeconds(30).toNanos(),
            () -> {
              assertThat(faults).isEmpty();
              assertThat(control.state().faults()).isEqualTo(FaultRates.none());
              control.setFaults(FaultRates.none().with("repeated", 1));
            }));
    live(Duration.ofSeconds(60));

    assertThat(faults)
        .isNotEmpty()
        .allMatch(fault -> fault.occurredAt() >= PRESENT.plusSeconds(30 * 60).toEpochMilli());
  }

  @Test
  void windowFollowsTheShopAndEveryOrder() throws Exception {
    assertThat(control.window().products()).isEmpty();
    history();
    long before = control.window().product("P00001").orElseThrow().available();
    control.setPaused(true);
    CompletableFuture<Receipt> asked = control.order(TEAPOT);
    live(Duration.ofMillis(40));

    Receipt unused = asked.get(PATIENCE, TimeUnit.SECONDS);
    assertThat(control.window().at()).isEqualTo(PRESENT);
    assertThat(control.window().product("P00001").orElseThrow().available())
        .isLessThanOrEqualTo(before - 1);
  }

  private void history() {
    broadcast.history(PRESENT, reached -> {});
  }

  private void live(Duration time) {
    closing = nanos + time.toNanos();
    assertThatThrownBy(() -> broadcast.live(clock)).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  /** Time passes only while the broadcast waits. */
  private void sleep(long time) {
    nanos += time;
    while (!planned.isEmpty() && planned.peek().at <= nanos) {
      planned.poll().what.run();
    }
    if (nanos >= closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** Damaged records are left out. */
  private EventSink wireOfEvents() {
    return new EventSink() {
      @Override
      public void emit(Topic topic, String key, SpecificRecord event) {
        wire.emit(topic, key, event);
      }

      @Override
      public void emitBytes(Topic topic, String key, Instant receivedAt, byte[] bytes) {}

      @Override
      public void tick(Instant shopTime) {
        wire.tick(shopTime);
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private static boolean isFromOutside(OrderPlaced order) {
    return order.getOrderId().startsWith("X");
  }

  private static List<OrderPlaced> order(RecordingSink sink, String id) {
    return sink.of(OrderPlaced.class).stream()
        .filter(order -> order.getOrderId().equals(id))
        .toList();
  }

  private static ProductRevision kettle(String id) {
    return new ProductRevision(
        id, Revision.NEXT, "Kettle", "Kitchen", null, null, 9_000_000, 4_000_000, true, true);
  }

  private static Sale sale(String id) {
    return sale(id, "P00001");
  }

  private static Sale sale(String id, String product) {
    return new Sale(
        id,
        null,
        "WEB",
        null,
        List.of(new Sale.Line(product, null, 1, 5_000_000, 0, null)),
        0,
        0,
        null,
        null,
        null);
  }
}
