package dev.highstreet.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.schemas.CustomerRevised;
import dev.highstreet.schemas.MovementKind;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.OrderProgressed;
import dev.highstreet.schemas.PaymentAttempted;
import dev.highstreet.schemas.PaymentMethod;
import dev.highstreet.schemas.PaymentOutcome;
import dev.highstreet.schemas.StockMoved;
import dev.highstreet.schemas.StoreType;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.audit.Auditor;
import dev.highstreet.simulator.counter.Basket;
import dev.highstreet.simulator.counter.Intake;
import dev.highstreet.simulator.counter.Receipt;
import dev.highstreet.simulator.counter.RefusedException;
import dev.highstreet.simulator.counter.ShopWindow;
import dev.highstreet.simulator.profile.SampleProfile;
import dev.highstreet.simulator.scenario.ScenarioKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopCounterTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final LocalDate SPRING = LocalDate.of(2025, 3, 10);
  private static final Instant OPENS = SPRING.atStartOfDay(LONDON).toInstant();
  private static final Instant SECOND_DAY = OPENS.plus(Duration.ofHours(38));
  private static final Instant A_MONTH_LATER = OPENS.plus(Duration.ofDays(31));
  private static final String TEAPOT = "P00001";
  private static final String SHELF_WARMER = "P00051"; // hardly anybody buys it

  private final List<ShopEvent> events = new ArrayList<>();
  private final Simulation shop = shop();

  @Test
  void orderHasTodaysPricesAndWholeLines() {
    shop.advanceTo(SECOND_DAY, events::add);
    ShopWindow.Item teapot = shop.counter().window().product(TEAPOT).orElseThrow();

    Receipt receipt = order(new Basket.Line(TEAPOT, 3), new Basket.Line(SHELF_WARMER, 1));

    assertThat(receipt.at()).isEqualTo(SECOND_DAY);
    assertThat(receipt.storeId()).isEqualTo("WEB");
    assertThat(receipt.lines().get(0))
        .isEqualTo(
            new Receipt.Line(
                TEAPOT, teapot.revision(), teapot.name(), 3, teapot.listPriceMicros(), 0, null));
    OrderPlaced event = orders(receipt.orderId()).get(0);
    assertThat(event.getOccurredAt()).isEqualTo(SECOND_DAY).isEqualTo(event.getReceivedAt());
    assertThat(event.getReportedTotalMicros()).isEqualTo(receipt.netMicros());
    assertThat(receipt.totalMicros()).isEqualTo(receipt.netMicros() + event.getShippingFeeMicros());
  }

  @Test
  void promotionOfTheMomentIsForEverybody() {
    shop.advanceTo(SECOND_DAY, events::add);
    shop.scenarios().start(ScenarioKind.FLASH_SALE.label(), Map.of("discount", 0.5));
    shop.advanceTo(SECOND_DAY.plusSeconds(1), events::add);
    ShopWindow.Item promoted =
        shop.counter().window().products().values().stream()
            .filter(item -> item.promotionId() != null && item.available() > 0)
            .findFirst()
            .orElseThrow();

    Receipt.Line line = order(new Basket.Line(promoted.id(), 1)).lines().get(0);

    assertThat(promoted.promotionPermille()).isEqualTo(500);
    assertThat(line.promotionId()).isEqualTo(promoted.promotionId());
    assertThat(line.discountMicros()).isEqualTo(line.unitPriceMicros() / 2 / 10_000 * 10_000);
  }

  @Test
  void stockIsOneForEverybody() {
    shop.advanceTo(SECOND_DAY, events::add);
    long before = available(SHELF_WARMER);
    order(new Basket.Line(SHELF_WARMER, 1));
    assertThat(available(SHELF_WARMER)).isEqualTo(before - 1);
    order(new Basket.Line(SHELF_WARMER, (int) before - 1));

    assertThatThrownBy(() -> order(new Basket.Line(SHELF_WARMER, 1)))
        .isInstanceOf(RefusedException.class)
        .hasMessageMatching(
            "lines\\[0\\]\\.quantity is 1, and of P00051 \\(.+\\) there are 0: leave it out");
    assertThat(available(SHELF_WARMER)).isZero();
  }

  @Test
  void whatIsGoneIsNotThereForSimulatedShoppersEither() {
    shop.advanceTo(SECOND_DAY, events::add);
    while (available(TEAPOT) > 0) {
      order(new Basket.Line(TEAPOT, (int) Math.min(Basket.MOST_UNITS, available(TEAPOT))));
    }
    events.clear();

    shop.advanceTo(SECOND_DAY.plus(Duration.ofHours(4)), events::add);

    assertThat(unitsSold(TEAPOT, events)).isZero();
    List<ShopEvent> without = new ArrayList<>();
    Simulation other = shop();
    other.advanceTo(SECOND_DAY, event -> {});
    other.advanceTo(SECOND_DAY.plus(Duration.ofHours(4)), without::add);
    assertThat(unitsSold(TEAPOT, without)).isPositive();
  }

  @Test
  void orderGoesTheWayOfAllOrders() {
    shop.advanceTo(SECOND_DAY, events::add);
    Receipt receipt = order(new Basket.Line(TEAPOT, 2));

    shop.advanceTo(A_MONTH_LATER, events::add);

    String id = receipt.orderId();
    assertThat(of(PaymentAttempted.class))
        .filteredOn(payment -> payment.getOrderId().equals(id))
        .last()
        .satisfies(
            paid -> {
              assertThat(paid.getOutcome()).isEqualTo(PaymentOutcome.AUTHORISED);
              assertThat(paid.getAmountMicros()).isEqualTo(receipt.totalMicros());
            });
    assertThat(of(OrderProgressed.class)).anyMatch(step -> step.getOrderId().equals(id));
    assertThat(of(StockMoved.class))
        .filteredOn(moved -> id.equals(moved.getOrderId()))
        .filteredOn(moved -> moved.getKind() == MovementKind.PICKED)
        .satisfies(
            picked ->
                assertThat(picked.stream().mapToInt(StockMoved::getQuantity).sum()).isEqualTo(-2));
  }

  @Test
  void monthFullOfOutsideOrdersHoldsTogether() {
    Auditor auditor = new Auditor(OPENS, A_MONTH_LATER);
    Instant now = OPENS;
    int placed = 0;
    while (now.isBefore(A_MONTH_LATER)) {
      now = now.plus(Duration.ofMinutes(97));
      shop.advanceTo(now.isBefore(A_MONTH_LATER) ? now : A_MONTH_LATER, auditor);
      if (now.isBefore(A_MONTH_LATER)) {
        placed += shop.counter().orderAnything(auditor).isPresent() ? 1 : 0;
      }
    }
    assertThat(placed).isGreaterThan(400);
    assertThat(auditor.count(Topic.ORDERS)).isGreaterThan(placed);
  }

  @Test
  void othersDoWhatTheyWouldHaveDone() {
    Set<Topic> whatPeopleDo =
        EnumSet.of(
            Topic.ORDERS, Topic.PAYMENTS, Topic.ACTIVITY, Topic.CUSTOMERS, Topic.FRAUD_LABELS);
    shop.advanceTo(SECOND_DAY, events::add);
    List<ShopEvent> outside = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      shop.counter().order(Basket.of(new Basket.Line(SHELF_WARMER, 1)), outside::add);
      String kettle = "kettle-" + i;
      Intake unused =
          shop.counter().revise(List.of(OutsideRevisionsTest.product(kettle, 1)), event -> {});
    }
    shop.advanceTo(A_MONTH_LATER, events::add);
    Set<String> ids = new HashSet<>();
    outside.forEach(event -> ids.add(event.key()));

    List<ShopEvent> without = new ArrayList<>();
    shop().advanceTo(A_MONTH_LATER, without::add);

    assertThat(ids).hasSize(40);
    assertThat(events.stream().filter(event -> ids.contains(event.key()))).isNotEmpty();
    assertThat(
            events.stream()
                .filter(event -> whatPeopleDo.contains(event.topic()))
                .filter(event -> !ids.contains(event.key())))
        .containsExactlyElementsOf(
            without.stream().filter(event -> whatPeopleDo.contains(event.topic())).toList());
  }

  @Test
  void sameOrdersAtTheSameTimesGiveTheSameEvents() {
    assertThat(withOrders()).isEqualTo(withOrders());
  }

  private static List<ShopEvent> withOrders() {
    List<ShopEvent> events = new ArrayList<>();
    Simulation shop = shop();
    for (int hour = 30; hour < 200; hour += 10) {
      shop.advanceTo(OPENS.plus(Duration.ofHours(hour)), events::add);
      Optional<Receipt> unused = shop.counter().orderAnything(events::add);
    }
    return events;
  }

  @Test
  void customerIsNamedAndRises() {
    shop.advanceTo(A_MONTH_LATER, events::add);
    String customer = of(CustomerRevised.class).get(0).getCustomerId();

    Receipt receipt =
        shop.counter()
            .order(
                new Basket(
                    List.of(new Basket.Line(TEAPOT, 1)),
                    "SHOP01",
                    customer,
                    PaymentMethod.CASH,
                    "2001:db8::1",
                    "Firefox"),
                events::add);

    OrderPlaced event = orders(receipt.orderId()).get(0);
    assertThat(event.getCustomerId()).isEqualTo(customer).isEqualTo(receipt.customerId());
    assertThat(event.getStoreId()).isEqualTo("SHOP01");
    assertThat(event.getPaymentMethod()).isEqualTo(PaymentMethod.CASH);
    assertThat(event.getIpAddress()).isNull();
    assertThat(receipt.shippingFeeMicros()).isZero();
    assertThat(of(PaymentAttempted.class))
        .last()
        .matches(paid -> paid.getOrderId().equals(receipt.orderId()), "paid at the till");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          P99999 | 1 | ''    | ''      | CARD | lines[0].productId is "P99999": there is no such product
          P00010 | 1 | ''    | ''      | CARD | lines[0].productId is "P00010": there is no such product
          P00001 | 1 | MARS  | ''      | CARD | storeId is "MARS": there is no such store
          P00001 | 1 | ''    | C999999 | CARD | customerId is "C999999": there is no such customer
          P00001 | 1 | ''    | nobody  | CARD | customerId is "nobody": there is no such customer
          P00001 | 1 | ''    | ''      | CASH | paymentMethod is CASH, which is paid in a shop, and WEB is none
          """)
  void whatTheShopDoesNotHaveIsRefusedAndNothingHappens(
      String product,
      int quantity,
      String store,
      String customer,
      PaymentMethod method,
      String why) {
    shop.advanceTo(SECOND_DAY, events::add);
    int before = events.size();
    Basket basket =
        new Basket(
            List.of(new Basket.Line(product, quantity)),
            store.isEmpty() ? null : store,
            customer.isEmpty() ? null : customer,
            method,
            null,
            null);

    assertThatThrownBy(() -> shop.counter().order(basket, events::add))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith(why);
    assertThat(events).hasSize(before);
  }

  @Test
  void oneLineThatCannotBeHadRefusesTheWholeOrder() {
    shop.advanceTo(SECOND_DAY, events::add);
    long before = available(TEAPOT);

    assertThatThrownBy(() -> order(new Basket.Line(TEAPOT, 1), new Basket.Line(SHELF_WARMER, 999)))
        .hasMessageStartingWith("lines[1].quantity is 999, and of P00051 (")
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.field()).isEqualTo("lines[1].quantity"));
    assertThat(available(TEAPOT)).isEqualTo(before);
  }

  @Test
  void everyLineAtFaultIsNamed() {
    shop.advanceTo(SECOND_DAY, events::add);

    assertThatThrownBy(
            () ->
                order(
                    new Basket.Line("P99999", 1),
                    new Basket.Line(TEAPOT, 1),
                    new Basket.Line(SHELF_WARMER, 999)))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused ->
                assertThat(refused.faults())
                    .extracting(RefusedException.Fault::field)
                    .containsExactly("lines[0].productId", "lines[2].quantity"));
  }

  @Test
  void shopThatHasNotOpenedSellsNothingAndShowsNothing() {
    assertThat(shop.counter().window().products()).isEmpty();
    assertThatThrownBy(() -> order(new Basket.Line(TEAPOT, 1)))
        .hasMessage("the shop has not opened yet: try again in a moment");
  }

  @Test
  void windowShowsEveryStoreAndWhatWasEverOnOffer() {
    shop.advanceTo(SECOND_DAY, events::add);

    ShopWindow window = shop.counter().window();

    assertThat(window.at()).isEqualTo(SECOND_DAY);
    assertThat(window.products()).hasSize(54); // six are launched in June
    assertThat(window.product("P00010")).isEmpty();
    assertThat(window.stores().values()).first().extracting("type").isEqualTo(StoreType.WEBSITE);
    assertThat(window.stores().get("SHOP01").openingHours()).contains("Mo-Sa");
  }

  private static Simulation shop() {
    return Simulation.of(SampleProfile.small(), SimulationOptions.of(5, SPRING, 2_000, LONDON));
  }

  private Receipt order(Basket.Line... lines) {
    return shop.counter().order(Basket.of(lines), events::add);
  }

  private long available(String product) {
    return shop.counter().window().product(product).orElseThrow().available();
  }

  private static long unitsSold(String product, List<ShopEvent> events) {
    return events.stream()
        .map(ShopEvent::event)
        .filter(OrderPlaced.class::isInstance)
        .map(OrderPlaced.class::cast)
        .flatMap(order -> order.getLines().stream())
        .filter(line -> line.getProductId().equals(product))
        .count();
  }

  private List<OrderPlaced> orders(String id) {
    return of(OrderPlaced.class).stream().filter(order -> order.getOrderId().equals(id)).toList();
  }

  private <E extends SpecificRecord> List<E> of(Class<E> type) {
    return events.stream().map(ShopEvent::event).filter(type::isInstance).map(type::cast).toList();
  }
}
