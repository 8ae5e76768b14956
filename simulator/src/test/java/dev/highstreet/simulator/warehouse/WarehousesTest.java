package dev.highstreet.simulator.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.schemas.MovementKind;
import dev.highstreet.schemas.StockMoved;
import dev.highstreet.simulator.engine.PlacedOrder;
import dev.highstreet.simulator.engine.ShopPart;
import dev.highstreet.simulator.engine.World;
import dev.highstreet.simulator.fulfilment.Rehearsal;
import dev.highstreet.simulator.profile.StockProfile;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WarehousesTest {
  private static final int PRODUCTS = 60;
  private static final int ORDERS = 40;
  // 40 orders of 3 lines of about 5 units over 60 products
  private static final double UNITS_A_DAY = 10;

  @Property(tries = 25)
  void stockIsNeverNegativeAndLeavesFirstInFirstOutWhateverIsForecast(
      @ForAll @IntRange(min = 0, max = 1_000_000) int seed,
      @ForAll @DoubleRange(min = 0.01, max = 30) double forecast) {
    Rehearsal shop = shop(seed, StockProfile.priors(), forecast).live(60, ORDERS).finish();

    StockBooks books = StockBooks.of(shop.events(StockMoved.class));

    assertThat(books.onLorries()).isZero();
  }

  @Test
  void goodForecastsTurnLittleDemandAway() {
    Rehearsal shop = shop(1, StockProfile.priors(), UNITS_A_DAY).live(200, ORDERS);
    long asked = 0;
    long sold = 0;

    for (PlacedOrder order : shop.orders()) {
      for (int quantity : order.draft().quantities()) {
        asked += quantity;
      }
      for (int quantity : order.quantities()) {
        sold += quantity;
      }
    }

    assertThat(sold / (double) asked).isBetween(0.97, 0.9999);
  }

  @Test
  void poorForecastsAreLearntFrom() {
    Rehearsal shop = shop(2, StockProfile.priors(), UNITS_A_DAY / 10).live(200, ORDERS);

    double first = soldShare(shop, 0, 30);
    double last = soldShare(shop, 120, 200);
    assertThat(first).as("then %s", last).isLessThan(0.9);
    assertThat(last).isGreaterThan(0.97);
  }

  @Test
  void everyKindOfMoveHappensInAYear() {
    Rehearsal shop = shop(3, StockProfile.priors(), UNITS_A_DAY).live(365, ORDERS);
    Map<MovementKind, Long> kinds =
        shop.events(StockMoved.class).stream()
            .collect(Collectors.groupingBy(StockMoved::getKind, Collectors.counting()));

    assertThat(kinds)
        .containsKeys(
            MovementKind.RECEIVED,
            MovementKind.PICKED,
            MovementKind.TRANSFERRED,
            MovementKind.ADJUSTED);
    assertThat(shop.events(StockMoved.class))
        .filteredOn(move -> move.getKind() == MovementKind.ADJUSTED)
        .anyMatch(move -> move.getQuantity() < 0)
        .anyMatch(move -> move.getQuantity() > 0);
  }

  @Test
  void goodsComeInAndAreCountedOnWorkingDaysOnly() {
    Rehearsal shop = shop(4, StockProfile.priors(), UNITS_A_DAY).live(100, ORDERS);
    WorkingDays days = shop.days();

    assertThat(shop.events(StockMoved.class))
        .filteredOn(move -> move.getKind() != MovementKind.PICKED)
        .filteredOn(
            move -> move.getOccurredAt().toEpochMilli() > Rehearsal.startOf(Rehearsal.FIRST))
        .allMatch(move -> days.isWorked(days.dayOf(move.getOccurredAt().toEpochMilli())));
  }

  @Test
  void sameSeedMovesTheSameUnitsAndAnotherSeedOthers() {
    StockProfile profile = StockProfile.priors();
    List<StockMoved> moves = shop(5, profile, 8).live(60, ORDERS).events(StockMoved.class);

    assertThat(shop(5, profile, 8).live(60, ORDERS).events(StockMoved.class)).isEqualTo(moves);
    assertThat(shop(6, profile, 8).live(60, ORDERS).events(StockMoved.class)).isNotEqualTo(moves);
  }

  @Test
  void customersAreServedFromTheirOwnRegionFirst() {
    Rehearsal shop = shop(7, StockProfile.priors(), 10 * UNITS_A_DAY).live(5, ORDERS);
    Map<String, PlacedOrder> orders =
        shop.orders().stream().collect(Collectors.toMap(PlacedOrder::id, order -> order));

    assertThat(shop.events(StockMoved.class))
        .filteredOn(move -> move.getKind() == MovementKind.PICKED)
        .filteredOn(move -> orders.get(move.getOrderId()).draft().customer() % 4 == 0)
        .filteredOn(move -> orders.get(move.getOrderId()).draft().customer() % 20 != 0)
        .filteredOn(
            move -> orders.get(move.getOrderId()).draft().shippingCountry().equals(Rehearsal.HOME))
        .isNotEmpty()
        .extracting(StockMoved::getWarehouseId)
        .filteredOn("WARRINGTON"::equals) // Manchester's
        .hasSizeGreaterThan(20);
  }

  private static double soldShare(Rehearsal shop, int fromDay, int toDay) {
    long from = Rehearsal.startOf(Rehearsal.FIRST.plusDays(fromDay));
    long to = Rehearsal.startOf(Rehearsal.FIRST.plusDays(toDay));
    long asked = 0;
    long sold = 0;
    for (PlacedOrder order : shop.orders()) {
      if (order.at() >= from && order.at() < to) {
        for (int quantity : order.draft().quantities()) {
          asked += quantity;
        }
        for (int quantity : order.quantities()) {
          sold += quantity;
        }
      }
    }
    return sold / (double) asked;
  }

  private static Rehearsal shop(long seed, StockProfile profile, double dailyUnits) {
    Rehearsal shop = new Rehearsal(seed, PRODUCTS);
    Warehouses warehouses =
        new Warehouses(profile, (product, day) -> dailyUnits, shop.days(), Rehearsal.HOME);
    return shop.with(warehouses, warehouses, new PickAtOnce(warehouses));
  }

  /** Picks what is ordered. */
  private record PickAtOnce(Warehouses warehouses) implements ShopPart {
    @Override
    public void orderPlaced(World world, PlacedOrder order) {
      Allocation allocation = warehouses.promise(order);
      warehouses.pick(order, allocation, 0, allocation.parts(), null);
    }
  }
}
