package dev.highstreet.simulator.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.schemas.EventId;
import dev.highstreet.schemas.MovementKind;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.OrderProgressed;
import dev.highstreet.schemas.OrderReturned;
import dev.highstreet.schemas.OrderStatus;
import dev.highstreet.schemas.PaymentAttempted;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.ShopperActivity;
import dev.highstreet.schemas.StockMoved;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.engine.ShopEvent;
import dev.highstreet.simulator.engine.Simulation;
import dev.highstreet.simulator.engine.SimulationOptions;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.SampleProfile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An audit that finds nothing is worth as much as what it would have found. */
class AuditorTest {
  private static final Profile SHOP = SampleProfile.small();
  private static final LocalDate MAY = LocalDate.of(2025, 5, 1);
  private static final Instant OPENS = MAY.atStartOfDay(SHOP.zone()).toInstant();
  private static final Instant CLOSES = MAY.plusDays(60).atStartOfDay(SHOP.zone()).toInstant();
  private static final List<ShopEvent> EVENTS = new ArrayList<>();

  @BeforeAll
  static void twoMonths() {
    Simulation.of(SHOP, SimulationOptions.of(2, MAY, 300, SHOP.zone()))
        .advanceTo(CLOSES, EVENTS::add);
  }

  @Test
  void soundShopIsFoundSound() {
    audit(EVENTS);
  }

  @Test
  void repeatedEventIsFound() {
    List<ShopEvent> events = new ArrayList<>(EVENTS);
    events.add(events.get(events.size() - 1));
    finds("its id was there before", events);
  }

  @Test
  void eventOutOfOrderIsFound() {
    List<ShopEvent> events = new ArrayList<>(EVENTS);
    ShopEvent last = events.remove(events.size() - 1);
    events.add(events.size() / 2, last);
    finds("it is before the event before", events);
  }

  @Test
  void missingProductIsFound() {
    finds("", without(EVENTS, event -> event.event() instanceof ProductRevised));
  }

  @Test
  void missingSessionIsFound() {
    finds("unknown session", without(EVENTS, event -> event.event() instanceof ShopperActivity));
  }

  @Test
  void missingCheckoutIsFound() {
    finds(
        "before the checkout",
        without(
            EVENTS,
            event ->
                event.event() instanceof ShopperActivity activity
                    && activity.getKind().name().equals("CHECKOUT_STARTED")));
  }

  @Test
  void missingReceiptOfGoodsIsFound() {
    finds(
        "a lot begins when it is received",
        without(
            EVENTS,
            event ->
                event.event() instanceof StockMoved moved
                    && moved.getKind() == MovementKind.RECEIVED));
  }

  @Test
  void missingPaymentIsFoundWhenMoneyGoesBack() {
    finds(
        "more than was paid", without(EVENTS, event -> event.event() instanceof PaymentAttempted));
  }

  @Test
  void missingStepOfAnOrderIsFound() {
    finds(
        "it was PACKED",
        without(
            EVENTS,
            event ->
                event.event() instanceof OrderProgressed progress
                    && progress.getStatus() == OrderStatus.SHIPPED));
  }

  @Test
  void anotherPriceIsFound() {
    finds(
        "another price",
        changed(Topic.ORDERS, order -> ((OrderPlaced) order).getLines().get(0).put(4, 1L)));
  }

  @Test
  void anotherTotalIsFound() {
    finds("another total", changed(Topic.ORDERS, order -> order.put(10, 1L)));
  }

  @Test
  void refundOfMoreThanWasPaidIsFound() {
    finds(
        "more than was paid",
        changed(
            Topic.RETURNS,
            back -> ((OrderReturned) back).getLines().get(0).put(3, 1_000_000_000_000L)));
  }

  @Test
  void lotOutOfTurnIsFound() {
    finds(
        "",
        changed(
            Topic.STOCK,
            moved -> {
              if (((StockMoved) moved).getQuantity() < 0) {
                moved.put(6, -1_000_000);
              }
            }));
  }

  @Test
  void anotherCostOfALotIsFound() {
    List<ShopEvent> events = copy(EVENTS);
    ShopEvent picked =
        events.stream()
            .filter(
                event ->
                    event.event() instanceof StockMoved moved
                        && moved.getKind() == MovementKind.PICKED)
            .findFirst()
            .orElseThrow();
    picked.event().put(8, 1L);
    finds("another cost of its lot", events);
  }

  private static void audit(List<ShopEvent> events) {
    Auditor auditor = new Auditor(OPENS, CLOSES);
    events.forEach(auditor);
    assertThat(auditor.count(Topic.ORDERS)).isPositive();
  }

  private static void finds(String fault, List<ShopEvent> events) {
    assertThatThrownBy(() -> audit(events)).isInstanceOf(Finding.class).hasMessageContaining(fault);
  }

  private static List<ShopEvent> without(List<ShopEvent> events, Predicate<ShopEvent> which) {
    return events.stream().filter(which.negate()).toList();
  }

  /** The events, of which those of a topic are changed. */
  private static List<ShopEvent> changed(Topic topic, Consumer<SpecificRecord> change) {
    List<ShopEvent> events = copy(EVENTS);
    events.stream().filter(event -> event.topic() == topic).forEach(e -> change.accept(e.event()));
    return events;
  }

  private static List<ShopEvent> copy(List<ShopEvent> events) {
    return events.stream()
        .map(
            event ->
                new ShopEvent(event.topic(), event.key(), event.occurredAt(), copy(event.event())))
        .toList();
  }

  private static <E extends SpecificRecord> E copy(E event) {
    return org.apache.avro.specific.SpecificData.getForClass(event.getClass())
        .deepCopy(event.getSchema(), event);
  }

  @Test
  void copiesAreEqualAndApart() {
    ShopEvent one = EVENTS.get(0);
    ShopEvent copy = copy(List.of(one)).get(0);
    assertThat(copy).isEqualTo(one);
    assertThat((EventId) copy.event().get(0)).isNotSameAs(one.event().get(0));
  }
}
