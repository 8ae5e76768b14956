package dev.highstreet.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.OrderReturned;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.StoreRevised;
import dev.highstreet.schemas.StoreType;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.counter.Basket;
import dev.highstreet.simulator.counter.Counter;
import dev.highstreet.simulator.counter.Intake;
import dev.highstreet.simulator.counter.ProductRevision;
import dev.highstreet.simulator.counter.RefusedException;
import dev.highstreet.simulator.counter.Return;
import dev.highstreet.simulator.counter.Revision;
import dev.highstreet.simulator.counter.Sale;
import dev.highstreet.simulator.counter.ShopWindow;
import dev.highstreet.simulator.counter.StoreRevision;
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

/**
 * Others sell kettles, in a shop on Mars; the present is a quarter past nine on the second of June.
 */
class OutsideRevisionsTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final LocalDate MAY = LocalDate.of(2025, 5, 30);
  private static final Instant PRESENT = Instant.parse("2025-06-02T08:15:00Z");
  private static final int NEXT = Revision.NEXT;

  private final List<ShopEvent> events = new ArrayList<>();
  private final Simulation shop =
      Simulation.of(SampleProfile.small(), SimulationOptions.of(5, MAY, 100, LONDON));

  /** A kettle at a price of some units of currency, which costs half of it. */
  static ProductRevision product(String id, int price) {
    return product(id, NEXT, price * 1_000_000L, price * 500_000L);
  }

  private static ProductRevision product(String id, int number, long price, long cost) {
    return new ProductRevision(
        id, number, "Kettle", "Kitchen", "Boilwell", null, price, cost, false, true);
  }

  private static StoreRevision store(int number, StoreType type, Double rating, Instant opened) {
    return new StoreRevision(
        "MARS", number, "Olympus Mons", type, "Tharsis", null, null, null, null, rating, opened);
  }

  @BeforeEach
  void timePasses() {
    shop.advanceTo(PRESENT, event -> {});
  }

  @Test
  void productIsToldOfAsItIsAndInForceFromThePresent() {
    Intake intake = revise(product("kettle", 20));

    assertThat(intake).isEqualTo(new Intake(PRESENT, List.of("kettle"), List.of()));
    assertThat(events)
        .singleElement()
        .matches(event -> event.topic() == Topic.PRODUCTS && event.key().equals("kettle"));
    ProductRevised event = (ProductRevised) events.get(0).event();
    assertThat(event.getRevision()).isOne();
    assertThat(event.getListPriceMicros()).isEqualTo(20_000_000);
    assertThat(event.getUnitCostMicros()).isEqualTo(10_000_000);
    assertThat(event.getUnitCostAssumed()).isFalse();
    assertThat(event.getEffectiveFrom())
        .isEqualTo(event.getOccurredAt())
        .isEqualTo(event.getReceivedAt())
        .isEqualTo(PRESENT);
  }

  @Test
  void storeIsToldOfAndOpensWhenItIsFirstToldOfUnlessItSaysWhen() {
    revise(store(NEXT, StoreType.SHOP, 4.5, null));
    shop.advanceTo(PRESENT.plus(Duration.ofDays(1)), event -> {});
    revise(store(NEXT, StoreType.SHOP, 4.4, null));
    revise(store(NEXT, StoreType.SHOP, 4.4, PRESENT.minusSeconds(9)));
    revise(store(NEXT, StoreType.SHOP, 4.3, null));

    assertThat(events)
        .extracting(event -> ((StoreRevised) event.event()).getOpenedAt())
        .containsExactly(PRESENT, PRESENT, PRESENT.minusSeconds(9), PRESENT.minusSeconds(9));
    assertThat(events)
        .extracting(event -> ((StoreRevised) event.event()).getRevision())
        .containsExactly(1, 2, 3, 4);
    assertThat(events).extracting(event -> event.event().get(0)).doesNotHaveDuplicates();
  }

  @Test
  void whatIsKnownAlreadyIsRepeatedAndNotSentAgain() {
    revise(product("kettle", 20), product("kettle", 21));
    shop.advanceTo(PRESENT.plus(Duration.ofDays(1)), event -> {});

    Intake again = revise(product("kettle", 21), product("kettle", 1, 20_000_000, 10_000_000));

    assertThat(again.taken()).isEmpty();
    assertThat(again.repeated()).containsExactly("kettle", "kettle");
    assertThat(events).hasSize(2);
    assertThat(revise(product("kettle", 20)).taken()).containsExactly("kettle");
    assertThat(((ProductRevised) events.get(2).event()).getRevision()).isEqualTo(3);
  }

  @Test
  void transactionMayNameWhatOthersHaveToldOf() {
    revise(product("kettle", 20), product("kettle", 21), store(NEXT, StoreType.SHOP, 4.5, null));
    Sale.Line kettles = new Sale.Line("kettle", null, 2, 19_000_000, 0, null);
    Sale.Line teapot = new Sale.Line("P00001", null, 1, 5_000_000, 0, null);
    Return.Line back = new Return.Line("kettle", 1, 1, 20_000_000);

    Intake intake =
        shop.counter()
            .take(
                List.of(
                    new Sale(
                        "s1", null, "MARS", null, List.of(kettles, teapot), 0, 0, null, null, null),
                    new Return("r1", null, "s1", "MARS", null, List.of(back), null)),
                events::add);

    assertThat(intake.taken()).containsExactly("s1", "r1");
    OrderPlaced order = (OrderPlaced) events.get(3).event();
    assertThat(order.getStoreId()).isEqualTo("MARS");
    assertThat(order.getLines().get(0).getProductRevision()).isEqualTo(2);
    assertThat(((OrderReturned) events.get(4).event()).getLines().get(0).getProductRevision())
        .isOne();
  }

  @Test
  void transactionThatNamesWhatNobodyHasToldOfIsRefused() {
    revise(product("kettle", 20));

    assertThatThrownBy(() -> take("WEB", new Sale.Line("kettle", 2, 1, 1, 0, null)))
        .hasMessageContaining("lines[0].productRevision is 2: kettle has revisions 1 to 1");
    assertThatThrownBy(() -> take("MARS", new Sale.Line("kettle", 1, 1, 1, 0, null)))
        .hasMessageContaining("storeId is \"MARS\": there is no such store");
  }

  @Test
  void goodsThatCostMoreThanSumsCanHoldAreRefusedByTheirDearestRevision() {
    revise(
        product("gold", NEXT, 90_000_000_000_000L, 80_000_000_000_000L),
        product("gold", NEXT, 90_000_000_000_000L, 1));

    assertThatThrownBy(() -> take("WEB", new Sale.Line("gold", null, 2, 1, 0, null)))
        .hasMessageContaining("goods up to here cost more than 100000000000000 micros");
  }

  @Test
  void shopDoesNotSellWhatOthersSell() {
    revise(product("kettle", 20), store(NEXT, StoreType.SHOP, 4.5, null));

    ShopWindow window = shop.counter().window();

    assertThat(window.product("kettle")).isEmpty();
    assertThat(window.stores()).doesNotContainKey("MARS");
    assertThat(window.others()).containsOnlyKeys("kettle").containsValue("Kettle");
    assertThatThrownBy(
            () -> shop.counter().order(Basket.of(new Basket.Line("kettle", 1)), events::add))
        .hasMessage(
            "lines[0].productId is \"kettle\", which others sell: this shop has none of it");
    assertThatThrownBy(
            () ->
                shop.counter()
                    .order(
                        new Basket(
                            List.of(new Basket.Line("P00001", 1)), "MARS", null, null, null, null),
                        events::add))
        .hasMessage("storeId is \"MARS\", which others run: nobody can buy of this shop there");
  }

  @Test
  void shopsOwnProductsAndStoresAreNotRevisedFromOutside() {
    String notYetLaunched = "P00010";
    for (String ours : List.of("P00001", notYetLaunched)) {
      assertThatThrownBy(() -> revise(product("kettle", 20), product(ours, 20)))
          .isInstanceOfSatisfying(
              RefusedException.class,
              refused -> assertThat(refused.field()).isEqualTo("revisions[1].id"))
          .hasMessage(
              "revisions[1]: id is \"%s\", which is one of this shop's own, and it alone revises those: give another",
              ours);
    }
    StoreRevision web =
        new StoreRevision(
            "WEB", NEXT, "Ours?", StoreType.WEBSITE, null, null, null, null, null, null, null);
    assertThatThrownBy(() -> revise(web)).hasMessageContaining("id is \"WEB\", which is one of");
  }

  @Test
  void allAreTakenOrNone() {
    revise(product("kettle", 20));
    events.clear();

    assertThatThrownBy(
            () ->
                revise(
                    product("kettle", 21),
                    product("kettle", 22),
                    product("pot", 5),
                    store(NEXT, StoreType.SHOP, null, null),
                    product("P00001", 1)))
        .isInstanceOf(RefusedException.class);

    assertThat(events).isEmpty();
    assertThat(shop.counter().window().others()).containsOnlyKeys("kettle");
    revise(product("kettle", 23), product("pot", 5), store(1, StoreType.MARKETPLACE, null, null));
    assertThat(events).extracting(event -> event.event().get(4)).containsExactly(2, 1, 1);
  }

  @Test
  void factThatIsKnownIsNotChanged() {
    revise(product("kettle", 20), store(NEXT, StoreType.SHOP, 4.5, null));

    assertThatThrownBy(() -> revise(product("kettle", 1, 21_000_000, 1)))
        .hasMessageContaining("revision is 1, and revision 1 of kettle says something else");
    assertThatThrownBy(() -> revise(store(NEXT, StoreType.MARKETPLACE, 4.5, null)))
        .hasMessageContaining("type is MARKETPLACE, and MARS is a SHOP: a store never changes");
  }

  @Test
  void numbersHaveNoGaps() {
    assertThatThrownBy(() -> revise(product("kettle", 2, 1, 1)))
        .hasMessageContaining("revision is 2, and kettle has none yet: give 1, or none");
    revise(product("kettle", 1, 1, 1));
    assertThatThrownBy(() -> revise(product("kettle", 3, 2, 1)))
        .hasMessageContaining("revision is 3, and kettle has revisions 1 to 1: give 2, or none");
  }

  @Test
  void whatBreaksTheContractIsNoRevision() {
    assertThatThrownBy(() -> product("kettle", NEXT, -1, 0))
        .hasMessageStartingWith("listPriceMicros is -1: give a whole number from 0 to");
    assertThatThrownBy(() -> product("kettle", NEXT, 0, 100_000_000_000_001L))
        .hasMessageStartingWith("unitCostMicros is 100000000000001");
    assertThatThrownBy(() -> product(" ", 1)).hasMessage("id is missing: give an id");
    assertThatThrownBy(
            () -> new ProductRevision("k", NEXT, "K\0", "c", null, null, 1, 1, false, true))
        .hasMessageStartingWith("name holds a control character");
    assertThatThrownBy(() -> store(NEXT, null, null, null))
        .hasMessageStartingWith("type is missing");
    assertThatThrownBy(() -> store(NEXT, StoreType.SHOP, Double.NaN, null))
        .hasMessage("rating is NaN: give a number from 1 to 5");
    assertThatThrownBy(() -> store(NEXT, StoreType.SHOP, 4.0, Instant.MAX))
        .hasMessageStartingWith("openedAt is +1000000000-12-31");
  }

  @Test
  void batchIsBounded() {
    assertThatThrownBy(() -> revise()).hasMessage("revisions has 0 entries: give 1 to 100000");
    List<Revision> many = Collections.nCopies(Counter.MOST_REVISIONS + 1, product("kettle", 1));
    assertThatThrownBy(() -> shop.counter().revise(many, events::add))
        .hasMessage("revisions has 100001 entries: give 1 to 100000");
  }

  @Test
  void shopThatHasNotOpenedTakesNothing() {
    Simulation closed =
        Simulation.of(SampleProfile.small(), SimulationOptions.of(5, MAY, 100, LONDON));
    assertThatThrownBy(() -> closed.counter().revise(List.of(product("kettle", 1)), events::add))
        .hasMessage("the shop has not opened yet: try again in a moment");
  }

  private Intake revise(Revision... revisions) {
    return shop.counter().revise(List.of(revisions), events::add);
  }

  private Intake take(String store, Sale.Line line) {
    Sale sale = new Sale("s1", null, store, null, List.of(line), 0, 0, null, null, null);
    return shop.counter().take(List.of(sale), events::add);
  }
}
