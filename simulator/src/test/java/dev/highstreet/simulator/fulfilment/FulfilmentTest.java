package dev.highstreet.simulator.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.schemas.MovementKind;
import dev.highstreet.schemas.OrderProgressed;
import dev.highstreet.schemas.OrderReturned;
import dev.highstreet.schemas.OrderStatus;
import dev.highstreet.schemas.PaymentAttempted;
import dev.highstreet.schemas.PaymentOutcome;
import dev.highstreet.schemas.ReturnLine;
import dev.highstreet.schemas.StockMoved;
import dev.highstreet.simulator.engine.PlacedOrder;
import dev.highstreet.simulator.engine.ShopEvent;
import dev.highstreet.simulator.payment.Payments;
import dev.highstreet.simulator.profile.FulfilmentProfile;
import dev.highstreet.simulator.profile.Origin;
import dev.highstreet.simulator.profile.PaymentProfile;
import dev.highstreet.simulator.profile.ReturnHandling;
import dev.highstreet.simulator.profile.Returns;
import dev.highstreet.simulator.profile.StockProfile;
import dev.highstreet.simulator.returns.ReturnsDesk;
import dev.highstreet.simulator.warehouse.StockBooks;
import dev.highstreet.simulator.warehouse.Warehouses;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FulfilmentTest {
  private static final int PRODUCTS = 60;
  private static final Set<OrderStatus> DONE =
      EnumSet.of(OrderStatus.DELIVERED, OrderStatus.CANCELLED);

  @Property(tries = 15)
  void booksAddUpWhateverTheStockAndTheReturns(
      @ForAll @IntRange(min = 0, max = 1_000_000) int seed,
      @ForAll @DoubleRange(min = 0.1, max = 20) double forecast,
      @ForAll @DoubleRange(min = 0, max = 0.5) double cancelledShare,
      @ForAll @DoubleRange(min = 0.05, max = 5) double propensity) {
    Rehearsal shop = shop(seed, forecast, cancelledShare, propensity).live(30, 40).finish();

    StockBooks.of(shop.events(StockMoved.class));
    refundsNeverExceedPayments(shop);
    pickedIsWhatWasOrdered(shop);
    stepsAreInOrder(shop);
    timeNeverGoesBack(shop);
  }

  @Test
  void everyOrderButThoseOfShopsIsDeliveredOrCancelledInTheEnd() {
    Rehearsal shop = shop(1, 10, 0.05, 0.2).live(30, 100).finish();
    Map<String, List<OrderProgressed>> steps = steps(shop);

    for (PlacedOrder order : shop.orders()) {
      if (order.draft().store() == Rehearsal.SHOP) {
        assertThat(steps).doesNotContainKey(order.id());
      } else {
        List<OrderProgressed> ofOrder = steps.get(order.id());
        assertThat(ofOrder.get(0).getStatus()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(DONE).contains(ofOrder.get(ofOrder.size() - 1).getStatus());
      }
    }
  }

  @Test
  void cancelledOrderIsRefundedWholeAtThatMomentAndItsGoodsAreBackInStock() {
    Rehearsal shop = shop(2, 10, 0.5, 0.2).live(10, 100).finish();
    Map<String, OrderReturned> refunds =
        shop.events(OrderReturned.class).stream()
            .filter(returned -> returned.getReason().equals("Cancelled before shipping"))
            .collect(Collectors.toMap(OrderReturned::getOrderId, returned -> returned));
    Map<String, PlacedOrder> orders =
        shop.orders().stream().collect(Collectors.toMap(PlacedOrder::id, order -> order));
    Map<String, Integer> picked = new HashMap<>();
    shop.events(StockMoved.class).stream()
        .filter(move -> move.getOrderId() != null)
        .forEach(move -> picked.merge(move.getOrderId(), move.getQuantity(), Integer::sum));

    List<OrderProgressed> cancelled =
        shop.events(OrderProgressed.class).stream()
            .filter(step -> step.getStatus() == OrderStatus.CANCELLED)
            .toList();
    assertThat(cancelled).hasSizeGreaterThan(300).hasSameSizeAs(refunds.keySet());
    for (OrderProgressed step : cancelled) {
      OrderReturned refund = refunds.get(step.getOrderId());
      assertThat(refund.getOccurredAt()).isEqualTo(step.getOccurredAt());
      assertThat(refund.getLines().stream().mapToLong(ReturnLine::getRefundMicros).sum())
          .isEqualTo(orders.get(step.getOrderId()).netMicros());
      assertThat(picked.getOrDefault(step.getOrderId(), 0)).isZero();
    }
    assertThat(shop.events(StockMoved.class)) // some had been packed
        .anyMatch(
            move ->
                move.getKind() == MovementKind.RETURNED && refunds.containsKey(move.getOrderId()));
  }

  @Test
  void scarceGoodsComeInSeveralParcelsUnderOnePromise() {
    Rehearsal shop = shop(3, 3, 0, 0.2).live(40, 60).finish();

    List<List<OrderProgressed>> split =
        steps(shop).values().stream()
            .filter(
                steps ->
                    steps.stream()
                            .filter(step -> step.getStatus() == OrderStatus.SHIPPED)
                            .map(OrderProgressed::getWarehouseId)
                            .distinct()
                            .count()
                        > 1)
            .toList();

    assertThat(split).hasSizeGreaterThan(10);
    assertThat(split)
        .allSatisfy(
            steps ->
                assertThat(steps.stream().map(OrderProgressed::getPromisedBy).distinct())
                    .hasSize(1));
  }

  @Test
  void carrierIsKnownFromShippingOn() {
    Rehearsal shop = shop(4, 10, 0.02, 0.2).live(10, 60).finish();

    assertThat(shop.events(OrderProgressed.class))
        .allSatisfy(
            step ->
                assertThat(step.getCarrier() != null)
                    .isEqualTo(
                        step.getStatus() == OrderStatus.SHIPPED
                            || step.getStatus() == OrderStatus.DELIVERED));
  }

  @Test
  void sameSeedGivesTheSameEventsAndAnotherSeedOthers() {
    List<ShopEvent> events = shop(5, 10, 0.02, 0.5).live(20, 60).finish().events();

    assertThat(shop(5, 10, 0.02, 0.5).live(20, 60).finish().events()).isEqualTo(events);
    assertThat(shop(6, 10, 0.02, 0.5).live(20, 60).finish().events()).isNotEqualTo(events);
    assertThat(events.stream().map(event -> event.event().get(0)).distinct())
        .hasSameSizeAs(events); // ids
  }

  private static void refundsNeverExceedPayments(Rehearsal shop) {
    Map<String, Long> balance = new HashMap<>();
    Map<String, Integer> units = new HashMap<>();
    for (PlacedOrder order : shop.orders()) {
      for (int line = 0; line < order.lines(); line++) {
        units.put(order.id() + "/P" + order.products()[line], order.quantities()[line]);
      }
    }
    for (ShopEvent happened : shop.events()) {
      if (happened.event() instanceof PaymentAttempted attempt
          && attempt.getOutcome() == PaymentOutcome.AUTHORISED) {
        balance.merge(attempt.getOrderId(), attempt.getAmountMicros(), Long::sum);
      } else if (happened.event() instanceof OrderReturned returned) {
        for (ReturnLine line : returned.getLines()) {
          assertThat(line.getRefundMicros()).isPositive();
          String bought = returned.getOrderId() + "/" + line.getProductId();
          assertThat(units.merge(bought, -line.getQuantity(), Integer::sum)).isNotNegative();
          assertThat(balance.merge(returned.getOrderId(), -line.getRefundMicros(), Long::sum))
              .isNotNegative();
        }
      }
    }
  }

  private static void pickedIsWhatWasOrdered(Rehearsal shop) {
    Map<String, Integer> picked = new HashMap<>();
    Set<String> cancelled = new HashSet<>();
    for (ShopEvent happened : shop.events()) {
      if (happened.event() instanceof StockMoved move && move.getKind() == MovementKind.PICKED) {
        picked.merge(move.getOrderId() + move.getProductId(), -move.getQuantity(), Integer::sum);
      } else if (happened.event() instanceof OrderProgressed step
          && step.getStatus() == OrderStatus.CANCELLED) {
        cancelled.add(step.getOrderId());
      }
    }
    for (PlacedOrder order : shop.orders()) {
      if (!cancelled.contains(order.id())) {
        for (int line = 0; line < order.lines(); line++) {
          assertThat(picked.get(order.id() + "P" + order.products()[line]))
              .isEqualTo(order.quantities()[line]);
        }
      }
    }
  }

  private static void stepsAreInOrder(Rehearsal shop) {
    steps(shop)
        .forEach(
            (order, steps) -> {
              assertThat(steps.get(0).getStatus()).isEqualTo(OrderStatus.CONFIRMED);
              Map<String, OrderStatus> reached = new HashMap<>();
              boolean cancelled = false;
              for (OrderProgressed step : steps.subList(1, steps.size())) {
                assertThat(cancelled).isFalse();
                cancelled = step.getStatus() == OrderStatus.CANCELLED;
                if (cancelled) {
                  assertThat(reached.values()).allMatch(OrderStatus.PACKED::equals);
                } else {
                  OrderStatus before = reached.put(step.getWarehouseId(), step.getStatus());
                  assertThat(before).isEqualTo(before(step.getStatus()));
                }
              }
            });
  }

  private static OrderStatus before(OrderStatus status) {
    return switch (status) {
      case SHIPPED -> OrderStatus.PACKED;
      case DELIVERED -> OrderStatus.SHIPPED;
      default -> null;
    };
  }

  private static void timeNeverGoesBack(Rehearsal shop) {
    assertThat(shop.events())
        .isSortedAccordingTo((a, b) -> Long.compare(a.occurredAt(), b.occurredAt()));
  }

  private static Map<String, List<OrderProgressed>> steps(Rehearsal shop) {
    return shop.events(OrderProgressed.class).stream()
        .collect(Collectors.groupingBy(OrderProgressed::getOrderId));
  }

  private static Rehearsal shop(
      long seed, double forecast, double cancelledShare, double propensity) {
    Rehearsal shop = new Rehearsal(seed, PRODUCTS);
    FulfilmentProfile priors = FulfilmentProfile.priors();
    FulfilmentProfile profile =
        new FulfilmentProfile(
            priors.origin(),
            priors.lateShare(),
            priors.lateMedianDays(),
            priors.lateLogSd(),
            cancelledShare,
            priors.handlingMedianMinutes(),
            priors.handlingLogSd(),
            priors.handlingDays(),
            priors.cutOffHour(),
            priors.carriers());
    Returns returns =
        new Returns(Origin.assumed("for this test"), propensity, 1, 0.2, 0.33, 9.4, 1.5);
    Warehouses warehouses =
        new Warehouses(
            StockProfile.priors(), (product, day) -> forecast, shop.days(), Rehearsal.HOME);
    ReturnsDesk desk = new ReturnsDesk(returns, ReturnHandling.priors(), shop.days(), warehouses);
    Payments payments = new Payments(PaymentProfile.priors());
    Fulfilment fulfilment =
        new Fulfilment(profile, shop.days(), Rehearsal.HOME, warehouses, payments, desk);
    return shop.with(warehouses, warehouses, fulfilment);
  }
}
