package dev.highstreet.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.PaymentMethod;
import dev.highstreet.simulator.market.Promotion;
import dev.highstreet.simulator.profile.Costs;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.SampleProfile;
import dev.highstreet.simulator.shopper.Demand;
import dev.highstreet.simulator.shopper.Purchase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Product 3 of the sample costs 1.25 in January, product 1 costs 0.75. */
class OrderDeskTest {
  private static final Profile SHOP = SampleProfile.small();
  private static final Costs COSTS = SHOP.world().costs();
  private static final LocalDate JANUARY = LocalDate.of(2025, 1, 10);
  private static final String HOME = "United Kingdom";
  private static final int WEBSITE = 0;
  private static final int A_SHOP = 3;
  private static final Stockroom FULL = (product, quantity, store) -> quantity;
  private static final Stockroom EMPTY = (product, quantity, store) -> 0;

  private final List<ShopEvent> events = new ArrayList<>();
  private ShopFloor floor;
  private OrderDesk desk;

  @BeforeEach
  void theShopHasItsCatalogueAndACustomer() {
    SimulationOptions options = SimulationOptions.of(7, JANUARY, 10, SHOP.zone());
    Demand demand = Demand.of(SHOP, 7, 10, JANUARY, null, SHOP.zone());
    floor = new ShopFloor(SHOP, options, demand);
    floor.runUntil(floor.now(), events::add);
    floor.catalogue().turnTo(JANUARY);
    floor.customers().meet(0, HOME);
    floor.customers().register(0);
    desk =
        new OrderDesk(floor, floor.catalogue(), floor.customers(), floor.promotions(), COSTS, HOME);
  }

  @Test
  void unitsThatAreMissingTakeTheirShareOfTheDiscountWithThem() {
    Stockroom half = (product, quantity, store) -> quantity / 2;

    PlacedOrder order = desk.take(draft(3, 10, 4_000_000, WEBSITE, HOME), null, half).orElseThrow();

    assertThat(order.quantities()).containsExactly(5);
    assertThat(order.discountsMicros()).containsExactly(2_000_000);
    assertThat(order.netMicros()).isEqualTo(5 * 1_250_000 - 2_000_000);
  }

  @Test
  void orderOfWhichNothingIsThereIsNotPlaced() {
    Optional<PlacedOrder> order = desk.take(draft(3, 10, 0, WEBSITE, HOME), null, EMPTY);

    assertThat(order).isEmpty();
    assertThat(events).isEmpty();
  }

  @Test
  void productThatIsNotOnOfferIsLeftOut() {
    assertThat(desk.take(draft(9, 1, 0, WEBSITE, HOME), null, FULL)).isEmpty();
  }

  @Test
  void eventSaysWhatTheOrderSays() {
    PlacedOrder order = desk.take(draft(3, 4, 500_000, WEBSITE, HOME), "S1", FULL).orElseThrow();

    OrderPlaced event = (OrderPlaced) events.get(0).event();
    assertThat(events).hasSize(1);
    assertThat(event.getOrderId()).isEqualTo(order.id());
    assertThat(event.getSessionId()).isEqualTo("S1");
    assertThat(event.getReportedTotalMicros()).isEqualTo(4_500_000);
    assertThat(event.getLines().get(0).getDiscountMicros()).isEqualTo(500_000);
    assertThat(event.getCustomerId()).isEqualTo("C000001");
  }

  @Test
  void aSixthOfWhatIsSoldAtHomeIsTaxAndNothingOfWhatGoesAbroad() {
    assertThat(tax(HOME)).isEqualTo(10 * 1_250_000 / 6);
    assertThat(tax("France")).isZero();
  }

  @Test
  void deliveryIsFreeFromASumOnAndInAShop() {
    assertThat(fee(draft(3, 1, 0, WEBSITE, HOME))).isEqualTo(COSTS.deliveryFeeMicros());
    assertThat(fee(draft(3, 40, 0, WEBSITE, HOME))).isZero();
    assertThat(fee(draft(3, 40, 0, WEBSITE, "France"))).isEqualTo(COSTS.deliveryAbroadMicros());
    assertThat(fee(draft(3, 1, 0, A_SHOP, HOME))).isZero();
  }

  @Test
  void deliveryIsFreeForLoyalCustomers() {
    floor.customers().spend(0, 5_000_000_000L);

    assertThat(fee(draft(3, 1, 0, WEBSITE, HOME))).isZero();
  }

  @Test
  void promotionComesOnTopOfTradeDiscountsAndIsNamed() {
    BitSet promoted = new BitSet();
    promoted.set(3);
    floor.promotions().begin(new Promotion("spring", promoted, 200));

    PlacedOrder order = desk.take(draft(3, 10, 2_500_000, WEBSITE, HOME), null, FULL).orElseThrow();

    assertThat(order.discountsMicros()).containsExactly(2_500_000 + 2_000_000);
    OrderPlaced event = (OrderPlaced) events.get(0).event();
    assertThat(event.getLines().get(0).getPromotionId()).isEqualTo("spring");
  }

  private long tax(String shippingCountry) {
    events.clear();
    assertThat(desk.take(draft(3, 10, 0, WEBSITE, shippingCountry), null, FULL)).isPresent();
    return ((OrderPlaced) events.get(0).event()).getTaxIncludedMicros();
  }

  private long fee(OrderDraft draft) {
    return desk.take(draft, null, FULL).orElseThrow().shippingFeeMicros();
  }

  private OrderDraft draft(
      int product, int quantity, long discount, int store, String shippingCountry) {
    return new OrderDraft(
        1,
        0,
        store,
        floor.now(),
        new int[] {product},
        new int[] {quantity},
        new long[] {discount},
        PaymentMethod.CARD,
        null,
        null,
        null,
        HOME,
        shippingCountry);
  }

  @Test
  void guestHasNoCustomer() {
    OrderDraft someone = draft(3, 1, 0, WEBSITE, HOME);
    OrderDraft guest =
        new OrderDraft(
            2,
            Purchase.GUEST,
            WEBSITE,
            floor.now(),
            someone.products(),
            someone.quantities(),
            someone.discountsMicros(),
            PaymentMethod.CARD,
            null,
            null,
            null,
            HOME,
            HOME);

    desk.take(guest, null, FULL);

    assertThat(((OrderPlaced) events.get(0).event()).getCustomerId()).isNull();
  }
}
