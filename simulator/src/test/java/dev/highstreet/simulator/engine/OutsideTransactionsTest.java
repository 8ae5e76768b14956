package dev.highstreet.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.OrderReturned;
import dev.highstreet.schemas.PaymentMethod;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.counter.Intake;
import dev.highstreet.simulator.counter.RefusedException;
import dev.highstreet.simulator.counter.Return;
import dev.highstreet.simulator.counter.Sale;
import dev.highstreet.simulator.counter.Transaction;
import dev.highstreet.simulator.profile.SampleProfile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shop's present is a quarter past nine on the second of June. */
class OutsideTransactionsTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final LocalDate MAY = LocalDate.of(2025, 5, 30);
  private static final Instant PRESENT = Instant.parse("2025-06-02T08:15:00Z");
  private static final Instant MIDNIGHT = Instant.parse("2025-06-01T23:00:00Z");
  private static final Sale.Line TEAPOTS =
      new Sale.Line("P00001", null, 3, 4_990_000, 970_000, null);

  private final List<ShopEvent> events = new ArrayList<>();
  private final Simulation shop =
      Simulation.of(SampleProfile.small(), SimulationOptions.of(5, MAY, 100, LONDON));

  @BeforeEach
  void timePasses() {
    shop.advanceTo(PRESENT, event -> {});
  }

  @Test
  void saleIsTakenWithItsIdAndPricesAndTheNewestRevision() {
    Intake intake = take(sale("till-7/1", null, TEAPOTS));

    assertThat(intake).isEqualTo(new Intake(PRESENT, List.of("till-7/1"), List.of()));
    assertThat(events).singleElement().matches(event -> event.topic() == Topic.ORDERS);
    assertThat(events.get(0).key()).isEqualTo("till-7/1");
    OrderPlaced order = (OrderPlaced) events.get(0).event();
    assertThat(order.getOrderId()).isEqualTo("till-7/1");
    assertThat(order.getOccurredAt()).isEqualTo(PRESENT).isEqualTo(order.getReceivedAt());
    assertThat(order.getReportedTotalMicros()).isEqualTo(3 * 4_990_000 - 970_000);
    assertThat(order.getLines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.getLineNumber()).isOne();
              assertThat(line.getUnitPriceMicros()).isEqualTo(4_990_000);
              assertThat(line.getProductRevision())
                  .isEqualTo(shop.counter().window().product("P00001").orElseThrow().revision());
            });
  }

  @Test
  void returnIsTakenWithItsRefund() {
    Return back =
        new Return(
            "r1",
            null,
            "till-7/1",
            "WEB",
            null,
            List.of(new Return.Line("P00001", 1, 2, 9)),
            "torn");

    take(back);

    OrderReturned event = (OrderReturned) events.get(0).event();
    assertThat(event.getReturnId()).isEqualTo("r1");
    assertThat(event.getOrderId()).isEqualTo("till-7/1");
    assertThat(event.getLines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.getRefundMicros()).isEqualTo(9);
              assertThat(line.getProductRevision()).isOne();
            });
  }

  @Test
  void stockIsLeftAlone() {
    long before = shop.counter().window().product("P00001").orElseThrow().available();
    take(sale("s1", null, TEAPOTS));
    assertThat(shop.counter().window().product("P00001").orElseThrow().available())
        .isEqualTo(before);
  }

  @Test
  void transactionThatWasTakenBeforeIsRepeatedAndNotSentAgain() {
    take(sale("s1", null, TEAPOTS));
    shop.advanceTo(PRESENT.plus(Duration.ofDays(30)), event -> {});

    Intake again = take(sale("s1", null, TEAPOTS), sale("s2", null, TEAPOTS));

    assertThat(again.taken()).containsExactly("s2");
    assertThat(again.repeated()).containsExactly("s1");
    assertThat(events).extracting(ShopEvent::key).containsExactly("s1", "s2");
  }

  @Test
  void idDecidesWhichEventItIsInEveryShop() {
    take(sale("s1", null, TEAPOTS));
    Simulation other =
        Simulation.of(SampleProfile.small(), SimulationOptions.of(99, MAY, 10, LONDON));
    other.advanceTo(PRESENT.plusSeconds(60), event -> {});
    Intake unused = other.counter().take(List.of(sale("s1", null, TEAPOTS)), events::add);

    assertThat(events).extracting(event -> event.event().get(0)).hasSize(2);
    assertThat(events.get(0).event().get(0)).isEqualTo(events.get(1).event().get(0));
  }

  @Test
  void allAreTakenOrNone() {
    Sale unknown = sale("s2", null, new Sale.Line("P99999", null, 1, 1, 0, null));

    assertThatThrownBy(() -> take(sale("s1", null, TEAPOTS), unknown))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.field()).isEqualTo("transactions[1].lines[0].productId"))
        .hasMessage("transactions[1]: lines[0].productId is \"P99999\": there is no such product");
    assertThat(events).isEmpty();
    assertThat(take(sale("s1", null, TEAPOTS)).taken()).containsExactly("s1");
  }

  @Test
  void timeOfTheSameDayIsKept() {
    take(sale("s1", MIDNIGHT, TEAPOTS), sale("s2", PRESENT.minusNanos(1), TEAPOTS));

    assertThat(events)
        .extracting(event -> event.event().get(1))
        .containsExactly(MIDNIGHT, PRESENT.minusMillis(1));
    assertThat(events).extracting(event -> event.event().get(2)).containsOnly(PRESENT);
  }

  @Test
  void timeOfAnotherDayOrOfTheFutureIsRefused() {
    for (Instant when : List.of(MIDNIGHT.minusMillis(1), PRESENT.plusMillis(1))) {
      assertThatThrownBy(() -> take(sale("s1", when, TEAPOTS)))
          .hasMessage(
              "transactions[0]: occurredAt is %s: give a time from 2025-06-01T23:00:00Z to 2025-06-02T08:15:00Z, the shop's present, or none for that",
              when);
    }
  }

  @Test
  void idsOfTheShopsOwnAreRefused() {
    for (String ours : List.of("O00000001", "X0123456789ABC", "O00000001-R1")) {
      assertThatThrownBy(() -> take(sale(ours, null, TEAPOTS)))
          .hasMessageContaining("as the shop's own orders are called");
    }
    assertThat(take(sale("O-00000001", null, TEAPOTS)).taken()).hasSize(1);
  }

  @Test
  void revisionThatTheCatalogueDoesNotKnowIsRefused() {
    int newest = shop.counter().window().product("P00001").orElseThrow().revision();
    for (int revision : new int[] {0, newest + 1}) {
      Sale sale = sale("s1", null, new Sale.Line("P00001", revision, 1, 1, 0, null));
      assertThatThrownBy(() -> take(sale))
          .hasMessageContaining(
              "lines[0].productRevision is %d: P00001 has revisions 1 to %d", revision, newest);
    }
  }

  @Test
  void goodsThatCostMoreThanSumsCanHoldAreRefused() {
    Sale.Line cheap = new Sale.Line("P00017", null, 1_000_000, 1, 0, null);
    Sale sale = sale("s1", null, Collections.nCopies(200, cheap).toArray(Sale.Line[]::new));

    assertThatThrownBy(() -> take(sale))
        .hasMessageContaining("goods up to here cost more than 100000000000000 micros");
  }

  @Test
  void batchIsBounded() {
    assertThatThrownBy(() -> take()).hasMessage("transactions has 0 entries: give 1 to 20000");
    Transaction[] many =
        Collections.nCopies(20_001, sale("s1", null, TEAPOTS)).toArray(Transaction[]::new);
    assertThatThrownBy(() -> take(many))
        .hasMessage("transactions has 20001 entries: give 1 to 20000");
  }

  @Test
  void whatBreaksTheContractIsNoTransaction() {
    assertThatThrownBy(() -> new Sale.Line("P1", null, 1, 0, 0, null))
        .hasMessageStartingWith("unitPriceMicros is 0: give a whole number from 1 to");
    assertThatThrownBy(() -> new Sale.Line("P1", null, 2, 5, 11, null))
        .hasMessage("discountMicros is 11: give a whole number from 0 to 10");
    assertThatThrownBy(() -> new Sale.Line("P1", null, 2, 60_000_000_000_000L, 0, null))
        .hasMessageContaining("to 50000000000000");
    Sale.Line dear = new Sale.Line("P1", null, 1, 60_000_000_000_000L, 0, null);
    assertThatThrownBy(() -> sale("s1", null, dear, dear))
        .hasMessage("lines come to 120000000000000 micros together: give at most 100000000000000");
    assertThatThrownBy(() -> new Return.Line("P1", null, 1, 0))
        .hasMessageStartingWith("refundMicros is 0");
    assertThatThrownBy(() -> sale("", null, TEAPOTS)).hasMessage("id is missing: give an id");
  }

  private Intake take(Transaction... transactions) {
    return shop.counter().take(List.of(transactions), events::add);
  }

  private static Sale sale(String id, Instant occurredAt, Sale.Line... lines) {
    return new Sale(
        id, occurredAt, "WEB", null, List.of(lines), 0, 0, PaymentMethod.CARD, null, null);
  }
}
