package dev.highstreet.simulator.emit.fault;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.emit.fault.InjectedFault.Outcome;
import dev.highstreet.simulator.emit.fault.WireTap.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FaultySinkTest {
  private static final long SEED = 7;
  private static final long SKEW = Duration.ofMinutes(5).toMillis();
  private static final FaultRates HEAVY =
      new FaultRates(0.5, 0.2, 0.2, 0.3, 0.3, 0.1, 0.3, 0.1, 0.2);
  private static final int MANY = 50_000;

  private final WireTap tap = new WireTap();
  private final List<InjectedFault> faults = new ArrayList<>();

  @Test
  void withoutFaultsEverythingPassesAsItIs() {
    WireTap direct = new WireTap();
    for (OrderPlaced order : ShopDay.orders(100)) {
      direct.emit(Topic.ORDERS, order.getOrderId(), order);
    }
    FaultySink sink = sink(FaultRates.none(), SEED);
    send(sink, ShopDay.orders(100));
    assertThat(tap.all()).isEqualTo(direct.all());
    assertThat(faults).isEmpty();
    assertThat(sink.held()).isZero();
  }

  @Test
  void ratesThatAreChangedOnTheWayHoldForWhatFollowsAndLoseNothing() {
    List<OrderPlaced> orders = ShopDay.orders(2_000);
    FaultySink sink = sink(HEAVY, SEED);
    send(sink, orders.subList(0, 1_000));
    int befallen = faults.size();
    int held = sink.held();
    sink.setRates(FaultRates.none());
    send(sink, orders.subList(1_000, 2_000));
    sink.drain();

    assertThat(held).isPositive();
    assertThat(faults).hasSize(befallen);
    WireTap heavy = new WireTap();
    FaultySink first = new FaultySink(heavy, HEAVY, SEED, fault -> {});
    send(first, orders.subList(0, 1_000));
    first.drain();
    assertThat(tap.records()).hasSize(heavy.records().size() + 1_000);
  }

  @Test
  void everyRateIsFoundAndChangedByItsName() {
    for (String name : FaultRates.NAMES) {
      assertThat(FaultRates.none().with(name, 0.25).rate(name)).as(name).isEqualTo(0.25);
      assertThat(FaultRates.none().with(name, 0.25).areNone()).as(name).isFalse();
    }
    assertThat(FaultRates.none().areNone()).isTrue();
    assertThatThrownBy(() -> FaultRates.none().rate("nonsense"))
        .hasMessageStartingWith("there is no rate 'nonsense': the rates are withinMinute, ");
  }

  @Test
  void sameSeedGivesTheSameRecordsAndFaults() {
    run(HEAVY, SEED, ShopDay.orders(2_000));
    List<Written> written = List.copyOf(tap.all());
    List<InjectedFault> injected = List.copyOf(faults);
    tap.all().clear();
    faults.clear();
    run(HEAVY, SEED, ShopDay.orders(2_000));
    assertThat(tap.all()).isEqualTo(written);
    assertThat(faults).isEqualTo(injected);
  }

  @Test
  void anotherSeedGivesOtherFaults() {
    run(HEAVY, SEED, ShopDay.orders(2_000));
    List<InjectedFault> injected = List.copyOf(faults);
    faults.clear();
    run(HEAVY, SEED + 1, ShopDay.orders(2_000));
    assertThat(faults).isNotEqualTo(injected);
  }

  @Test
  void whatBefallsAnEventDoesNotDependOnWhatIsSentBefore() {
    run(HEAVY, SEED, ShopDay.orders(2_000));
    List<InjectedFault> injected = List.copyOf(faults);
    List<Written> written = tap.records();
    tap.all().clear();
    faults.clear();
    List<OrderPlaced> shuffled = new ArrayList<>(ShopDay.orders(2_000));
    Collections.shuffle(shuffled, new Random(1));
    run(HEAVY, SEED, shuffled);
    assertThat(faults).containsExactlyInAnyOrderElementsOf(injected);
    assertThat(tap.records()).containsExactlyInAnyOrderElementsOf(written);
  }

  @Test
  void changeOfOneRateLeavesTheOtherFaultsAlone() {
    run(HEAVY, SEED, ShopDay.orders(2_000));
    List<InjectedFault> before = of(FaultKind.CORRUPTED);
    faults.clear();
    run(HEAVY.with("repeated", 0).with("disordered", 0), SEED, ShopDay.orders(2_000));
    assertThat(of(FaultKind.CORRUPTED))
        .extracting(InjectedFault::key)
        .isEqualTo(before.stream().map(InjectedFault::key).toList());
  }

  @Test
  void ratesAreKept() {
    run(HEAVY, SEED, ShopDay.orders(MANY));
    Map<FaultKind, Double> wanted = new EnumMap<>(FaultKind.class);
    wanted.put(FaultKind.DELAYED, HEAVY.withinHours() + HEAVY.withinWeeks());
    wanted.put(FaultKind.DISORDERED, HEAVY.disordered());
    wanted.put(FaultKind.REPEATED, HEAVY.repeated());
    wanted.put(FaultKind.CORRUPTED, HEAVY.corrupt());
    wanted.put(FaultKind.INVALID, HEAVY.invalid());
    wanted.put(FaultKind.UNKNOWN_SCHEMA, HEAVY.unknownSchema());
    wanted.put(FaultKind.OLD_SCHEMA, HEAVY.oldSchema());
    assertThat(wanted.keySet()).isEqualTo(EnumSet.allOf(FaultKind.class));
    wanted.forEach(
        (kind, rate) ->
            assertThat((double) of(kind).size() / MANY)
                .as(kind.name())
                .isCloseTo(rate, within(5 * Math.sqrt(rate * (1 - rate) / MANY))));
  }

  @Test
  void standardDelaysAreThoseOfTheOpenInternet() {
    run(FaultRates.standard(), SEED, ShopDay.orders(MANY));
    long hours =
        of(FaultKind.DELAYED).stream()
            .filter(
                fault -> fault.receivedAt() - fault.occurredAt() <= Duration.ofHours(12).toMillis())
            .count();
    long weeks = of(FaultKind.DELAYED).size() - hours;
    assertThat((double) hours / MANY).isCloseTo(0.025, within(0.0035));
    assertThat((double) weeks / MANY).isCloseTo(0.005, within(0.0016));
    assertThat(of(FaultKind.DELAYED))
        .allMatch(
            fault -> fault.receivedAt() - fault.occurredAt() <= Duration.ofDays(28).toMillis());
  }

  @Test
  void lateEventTellsWhatABackfillFindsAtFault() {
    FaultRates lateAndInvalid = FaultRates.none().with("withinWeeks", 1).with("invalid", 1);
    run(lateAndInvalid, SEED, ShopDay.orders(2_000));
    List<InjectedFault> late =
        faults.stream().filter(fault -> fault.outcome() == Outcome.LATE).toList();
    assertThat(late)
        .allMatch(fault -> fault.reason() != null)
        .anyMatch(fault -> fault.line() > 0)
        .anyMatch(fault -> fault.line() == 0 && fault.reason().equals("UNKNOWN_STORE"));
  }

  @Test
  void noEventIsDamagedTwice() {
    Set<FaultKind> damaging =
        EnumSet.of(FaultKind.CORRUPTED, FaultKind.INVALID, FaultKind.UNKNOWN_SCHEMA);
    run(HEAVY, SEED, ShopDay.orders(2_000));
    assertThat(faults)
        .allMatch(fault -> fault.kinds().stream().filter(damaging::contains).count() <= 1);
  }

  @Test
  void everyEventArrivesAsOftenAsIsTold() {
    run(HEAVY, SEED, ShopDay.orders(2_000));
    Map<String, List<Written>> written = tap.records().stream().collect(groupingBy(Written::key));
    assertThat(written).hasSize(2_000);
    assertThat(faults)
        .allSatisfy(
            fault ->
                assertThat(written.get(fault.key()))
                    .hasSize(fault.copies())
                    .allMatch(record -> record.time() == fault.receivedAt()));
    assertThat(tap.records()).hasSize(2_000 + of(FaultKind.REPEATED).size());
    assertThat(written.values()).allMatch(copies -> copies.stream().distinct().count() == 1);
  }

  /** A copy may come from long ago; what comes for the first time may not. */
  @Test
  void nothingComesForTheFirstTimeThatIsOlderThanClocksMayDiffer() {
    FaultySink sink = sink(HEAVY, SEED);
    int number = 0;
    for (OrderPlaced order : ShopDay.orders(5_000)) {
      if (number++ % 100 == 0) {
        sink.tick(order.getReceivedAt());
      }
      sink.emit(Topic.ORDERS, order.getOrderId(), order);
    }
    sink.drain();
    long latest = ShopDay.OPENING.toEpochMilli();
    Set<String> seen = new HashSet<>();
    boolean isEverBack = false;
    for (Written record : tap.all()) {
      boolean isFirst = record.isTick() || !seen.contains(record.key());
      if (isFirst) {
        assertThat(record.time()).isGreaterThanOrEqualTo(latest - SKEW);
        isEverBack |= record.time() < latest;
        latest = Math.max(latest, record.time());
        seen.add(record.key());
      }
    }
    assertThat(isEverBack).as("whether anything was out of order").isTrue();
  }

  @Test
  void delayedEventWaitsUntilTheClockHasComeToIt() {
    FaultRates delayed = FaultRates.none().with("withinHours", 1);
    FaultySink sink = sink(delayed, SEED);
    OrderPlaced order = ShopDay.order(0);
    sink.emit(Topic.ORDERS, "order-0", order);
    Instant receivedAt = Instant.ofEpochMilli(faults.get(0).receivedAt());
    sink.flush();
    sink.tick(receivedAt.minusMillis(1));
    assertThat(tap.records()).isEmpty();
    assertThat(sink.held()).isOne();
    sink.tick(receivedAt);
    assertThat(tap.all()).extracting(Written::isTick).containsExactly(true, false, true);
    assertThat(tap.records().get(0).time()).isEqualTo(receivedAt.toEpochMilli());
    assertThat(order).isEqualTo(ShopDay.order(0)); // it is shared, and stays as it is
  }

  @Test
  void endOfTheRunLetsTheClockRunOnUntilAllHasArrived() {
    try (FaultySink sink = sink(FaultRates.none().with("withinWeeks", 1), SEED)) {
      ShopDay.orders(50).forEach(order -> sink.emit(Topic.ORDERS, order.getOrderId(), order));
      assertThat(tap.all()).isEmpty();
    }
    assertThat(tap.records()).hasSize(50);
    assertThat(tap.records()).isSortedAccordingTo((a, b) -> Long.compare(a.time(), b.time()));
    List<Written> all = tap.all();
    assertThat(all).isSortedAccordingTo((a, b) -> Long.compare(a.time(), b.time()));
    assertThat(all.get(0).isTick()).isTrue();
    assertThat(tap.isClosed()).isTrue();
  }

  @Test
  void intactEventSuffersNothingAndOvertakesNothingThatIsDue() {
    FaultySink sink = sink(FaultRates.none().with("disordered", 1).with("corrupt", 1), SEED);
    sink.emit(Topic.ORDERS, "order-0", ShopDay.order(0));
    assertThat(sink.held()).isOne();
    OrderPlaced later = ShopDay.order(30); // five minutes on: what waits is due
    sink.emitIntact(Topic.ORDERS, "order-30", later);
    WireTap direct = new WireTap();
    direct.emit(Topic.ORDERS, "order-30", later);
    assertThat(tap.all()).extracting(Written::key).containsExactly("order-0", "order-30");
    assertThat(tap.all().get(1)).isEqualTo(direct.all().get(0));
    assertThat(faults).extracting(InjectedFault::key).containsExactly("order-0");
  }

  @Test
  void amongIntactEventsNothingElseIsOlderThanClocksMayDiffer() {
    FaultySink sink = sink(HEAVY.with("repeated", 0), SEED);
    long latest = Long.MIN_VALUE;
    for (int number = 0; number < 5_000; number++) {
      OrderPlaced order = ShopDay.order(number);
      if (number % 50 == 0) {
        sink.emitIntact(Topic.ORDERS, order.getOrderId(), order);
      } else if (number % 50 < 10) { // then nothing for almost seven minutes
        sink.emit(Topic.ORDERS, order.getOrderId(), order);
      }
    }
    sink.drain();
    for (Written record : tap.all()) {
      assertThat(record.time())
          .isGreaterThanOrEqualTo(latest == Long.MIN_VALUE ? 0 : latest - SKEW);
      latest = Math.max(latest, record.time());
    }
  }

  @Test
  void nothingMayBeSentOnceTheRunHasEnded() {
    FaultySink sink = sink(FaultRates.none(), SEED);
    sink.drain();
    assertThatThrownBy(() -> sink.emit(Topic.ORDERS, "order-0", ShopDay.order(0)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the run has ended: everything on its way has arrived");
  }

  @Test
  void factsAreRepeatedAtMost() {
    FaultySink sink = sink(HEAVY, SEED);
    for (int i = 0; i < 2_000; i++) {
      sink.emit(Topic.PRODUCTS, "product-" + i, ShopDay.product(i));
    }
    sink.drain();
    WireTap direct = new WireTap();
    for (int i = 0; i < 2_000; i++) {
      direct.emit(Topic.PRODUCTS, "product-" + i, ShopDay.product(i));
    }
    assertThat(tap.records().stream().distinct()).containsExactlyElementsOf(direct.all());
    assertThat(faults).isNotEmpty();
    assertThat(faults)
        .allSatisfy(
            fault -> {
              assertThat(fault.kinds()).containsExactly(FaultKind.REPEATED);
              assertThat(fault.outcome()).isEqualTo(Outcome.ACCEPTED);
              assertThat(fault.copyOutcome()).isEqualTo(Outcome.REPEATED);
            });
  }

  private void run(FaultRates rates, long seed, List<OrderPlaced> orders) {
    FaultySink sink = sink(rates, seed);
    send(sink, orders);
    sink.drain();
  }

  private FaultySink sink(FaultRates rates, long seed) {
    return new FaultySink(tap, rates, seed, faults::add);
  }

  private static void send(FaultySink sink, List<OrderPlaced> orders) {
    orders.forEach(order -> sink.emit(Topic.ORDERS, order.getOrderId(), order));
  }

  private List<InjectedFault> of(FaultKind kind) {
    return faults.stream().filter(fault -> fault.kinds().contains(kind)).toList();
  }
}
