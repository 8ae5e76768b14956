package dev.highstreet.jobs.sales;

import static dev.highstreet.jobs.event.ShopEvents.ALICE;
import static dev.highstreet.jobs.event.ShopEvents.BOB;
import static dev.highstreet.jobs.event.ShopEvents.FIRST_OF_DECEMBER;
import static dev.highstreet.jobs.event.ShopEvents.LANTERN;
import static dev.highstreet.jobs.event.ShopEvents.LAST_OF_NOVEMBER;
import static dev.highstreet.jobs.event.ShopEvents.SECOND_OF_DECEMBER;
import static dev.highstreet.jobs.event.ShopEvents.TEAPOT;
import static dev.highstreet.jobs.event.ShopEvents.micros;
import static dev.highstreet.jobs.event.ShopEvents.sale;
import static dev.highstreet.jobs.event.ShopEvents.takenBack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.jobs.enrich.Booked;
import dev.highstreet.jobs.event.TransactionBuilder;
import dev.highstreet.jobs.sales.SalesFolding.GroupInBlock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SalesFoldingTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Map<GroupInBlock, SalesPartial> partials = new HashMap<>();

  @Test
  void orderTouchesEveryMartAtEveryGrain() {
    fold(sale("1001"));
    assertThat(partials.keySet())
        .extracting(key -> key.block().mart() + ": " + key.group())
        .containsExactlyInAnyOrder(
            "hourly_sales: ",
            "daily_sales: ",
            "monthly_sales: ",
            "daily_sales_by_product: teapot",
            "monthly_sales_by_product: teapot",
            "daily_sales_by_category: KITCHEN",
            "monthly_sales_by_category: KITCHEN",
            "daily_sales_by_store: web",
            "monthly_sales_by_store: web",
            "daily_sales_by_channel: WEBSITE",
            "monthly_sales_by_channel: WEBSITE");
  }

  @Test
  void orderIsCountedOnceInEachGroupHoweverManyOfItsLinesFallThere() {
    fold(sale("1001").line(TEAPOT, 1, "2.55").line(LANTERN, 1, "0.85").line(TEAPOT, 2, "2.40"));
    assertThat(orders("daily_sales")).isEqualTo(Map.of("", 1L));
    assertThat(orders("daily_sales_by_product")).isEqualTo(Map.of(TEAPOT, 1L, LANTERN, 1L));
    assertThat(orders("monthly_sales_by_category")).isEqualTo(Map.of("KITCHEN", 1L, "GARDEN", 1L));
    assertThat(orders("daily_sales_by_store")).isEqualTo(Map.of("web", 1L));
    assertThat(totals("daily_sales_by_product", TEAPOT).units).isEqualTo(3);
    assertThat(totals("daily_sales_by_product", TEAPOT).grossMicros).isEqualTo(micros("7.35"));
  }

  @Test
  void nothingIsFoldedIntoMartsThatAreNotAskedFor() {
    SalesMart asked = new SalesMart(Grouping.STORE, Grain.DAY);
    new SalesFolding(LONDON, List.of(asked)).fold(Booked.of(sale("1001")), partials);
    assertThat(partials.keySet())
        .extracting(key -> key.block().mart())
        .containsExactly("daily_sales_by_store");
  }

  @Test
  void groupsOfManyDaysAndManyProductsHardlyMeetInOneHash() {
    Set<Integer> hashes = new HashSet<>();
    int groups = 0;
    for (int day = 15_000; day < 15_100; day++) {
      for (int product = 20_000; product < 20_100; product++) {
        String code = Integer.toString(product);
        Block block = Block.of(Grouping.PRODUCT, Grain.DAY, day, code);
        hashes.add(new GroupInBlock(block, code).hashCode());
        groups++;
      }
    }
    assertThat(hashes).hasSizeGreaterThan(groups * 99 / 100);
  }

  @Test
  void ordersOfOnePeriodAreFoldedTogether() {
    fold(sale("1001").by(ALICE), sale("1002").by(ALICE), sale("1003").by(BOB));
    fold(sale("1004").byGuest());
    assertThat(totals("daily_sales", "").orders).isEqualTo(4);
    assertThat(totals("daily_sales", "").customers).containsExactlyInAnyOrder(ALICE, ALICE, BOB);
  }

  @Test
  void ordersOfTwoMonthsShareNoPeriod() {
    fold(sale("1001").at(LAST_OF_NOVEMBER), sale("1002").at(FIRST_OF_DECEMBER));
    assertThat(periods("monthly_sales"))
        .containsExactlyInAnyOrder(day("2011-11-01"), day("2011-12-01"));
    assertThat(periods("daily_sales"))
        .containsExactlyInAnyOrder(day("2011-11-30"), day("2011-12-01"));
  }

  @Test
  void returnIsBookedOnItsOwnDay() {
    fold(
        sale("1001").at(LAST_OF_NOVEMBER),
        takenBack("R1").ofOrder("1001").at(SECOND_OF_DECEMBER).line(TEAPOT, 1, "2.55"));
    Block day = Block.of(Grouping.TOTAL, Grain.DAY, day("2011-12-02"), "");
    SalesPartial totals = partials.get(new GroupInBlock(day, ""));
    assertThat(totals.returnedUnits).isEqualTo(1);
    assertThat(totals.orders).isZero();
  }

  @Test
  void periodIsThatOfTheBusinessZoneNotOfGreenwich() {
    // half an hour after midnight in London's summer
    fold(sale("1001").at(Instant.parse("2011-06-30T23:30:00Z")));
    assertThat(periods("daily_sales")).containsExactly(day("2011-07-01"));
    assertThat(periods("monthly_sales")).containsExactly(day("2011-07-01"));
    assertThat(periods("hourly_sales"))
        .containsExactly(Instant.parse("2011-06-30T23:00:00Z").toEpochMilli());
  }

  @Test
  void blocksOfTheSameGroupAreTheSameAndProductsAreSpread() {
    Block one = Block.of(Grouping.PRODUCT, Grain.DAY, 1, TEAPOT);
    assertThat(Block.of(Grouping.PRODUCT, Grain.DAY, 1, TEAPOT)).isEqualTo(one);
    assertThat(one.shard()).isBetween(0, Grouping.PRODUCT.shards() - 1);
    List<Integer> shards =
        List.of("10002", "10080", "10120", "21730", "22086", "84029G", "85123A", "POST").stream()
            .map(code -> Block.of(Grouping.PRODUCT, Grain.DAY, 1, code).shard())
            .distinct()
            .toList();
    assertThat(shards).hasSizeGreaterThan(3);
    assertThat(Block.of(Grouping.CATEGORY, Grain.DAY, 1, "KITCHEN").shard()).isZero();
  }

  private void fold(TransactionBuilder... transactions) {
    SalesFolding folding = new SalesFolding(LONDON, SalesMart.all());
    for (TransactionBuilder transaction : transactions) {
      folding.fold(Booked.of(transaction), partials);
    }
  }

  private SalesPartial totals(String mart, String group) {
    return partials.entrySet().stream()
        .filter(entry -> entry.getKey().block().mart().equals(mart))
        .filter(entry -> entry.getKey().group().equals(group))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  private Map<String, Long> orders(String mart) {
    return partials.entrySet().stream()
        .filter(entry -> entry.getKey().block().mart().equals(mart))
        .collect(
            Collectors.toMap(entry -> entry.getKey().group(), entry -> entry.getValue().orders));
  }

  private List<Long> periods(String mart) {
    return partials.keySet().stream()
        .map(GroupInBlock::block)
        .filter(block -> block.mart().equals(mart))
        .map(Block::period)
        .toList();
  }

  private static long day(String date) {
    return LocalDate.parse(date).toEpochDay();
  }
}
