package dev.highstreet.simulator.fraud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.highstreet.schemas.FraudLabelled;
import dev.highstreet.schemas.PaymentAttempted;
import dev.highstreet.schemas.PaymentOutcome;
import dev.highstreet.simulator.engine.PlacedOrder;
import dev.highstreet.simulator.engine.ShopPart;
import dev.highstreet.simulator.engine.World;
import dev.highstreet.simulator.fulfilment.Rehearsal;
import dev.highstreet.simulator.payment.Payments;
import dev.highstreet.simulator.profile.FraudProfile;
import dev.highstreet.simulator.profile.PaymentProfile;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FraudTest {
  private static final FraudProfile PRIORS = FraudProfile.priors();
  private static final long DAY = 86_400_000;
  private static final int PRODUCTS = 60;

  @Property(tries = 15)
  void labelsComeLaterThanTheirOrdersAndTellTheTruth(
      @ForAll @IntRange(min = 0, max = 1_000_000) int seed,
      @ForAll @DoubleRange(min = 0, max = 1) double difficulty) {
    Shop shop = new Shop(seed, PRIORS.withDifficulty(difficulty));
    shop.rehearsal.live(30, 100).finish();
    Map<String, PlacedOrder> orders = shop.orders();

    for (FraudLabelled label : shop.labels()) {
      PlacedOrder order = orders.get(label.getOrderId());
      long days = (label.getOccurredAt().toEpochMilli() - order.at()) / DAY;
      assertThat(days).isBetween(1L, 120L);
      assertThat(label.getFraudulent()).isEqualTo(isFraud(order));
      assertThat(label.getPattern() != null).isEqualTo(label.getFraudulent());
    }
    assertThat(shop.labels()).extracting(FraudLabelled::getOrderId).doesNotHaveDuplicates();
    assertThat(shop.labels().stream().filter(FraudLabelled::getFraudulent))
        .hasSize((int) orders.values().stream().filter(FraudTest::isFraud).count());
  }

  @Test
  void asManyOrdersAreFraudulentAsTheProfileSays() {
    Shop shop = new Shop(1, PRIORS);
    shop.rehearsal.live(200, 500).finish();
    double all = shop.rehearsal.orders().size();
    long frauds = shop.rehearsal.orders().stream().filter(FraudTest::isFraud).count();

    // attacks of several orders: the variance of their number is about 3.4 times the mean
    double error = Math.sqrt(3.4 * PRIORS.share() / all);
    assertThat(frauds / all).isCloseTo(PRIORS.share(), within(5 * error));
  }

  @Test
  void everyPatternHappensAndSomeHonestOrdersAreClearedSooner() {
    Shop shop = new Shop(2, PRIORS);
    shop.rehearsal.live(100, 300).finish();
    Set<String> patterns =
        shop.labels().stream()
            .map(FraudLabelled::getPattern)
            .filter(pattern -> pattern != null)
            .collect(Collectors.toSet());
    Map<String, PlacedOrder> orders = shop.orders();

    assertThat(patterns)
        .hasSameSizeAs(FraudPattern.values())
        .containsAll(Arrays.stream(FraudPattern.values()).map(Enum::name).toList());
    assertThat(median(shop, orders, true)).isCloseTo(30 * DAY, within(5 * DAY));
    assertThat(median(shop, orders, false)).isLessThan(8 * DAY);
    assertThat(shop.labels())
        .filteredOn(label -> !label.getFraudulent())
        .hasSizeGreaterThan(30)
        .anyMatch(label -> isPresent(orders.get(label.getOrderId())))
        .anyMatch(label -> !isPresent(orders.get(label.getOrderId())));
  }

  @Test
  void cardTestersTryTenToSixtyCardsAMinuteAndMostAreDeclined() {
    Shop shop = new Shop(3, PRIORS.withDifficulty(0));
    shop.rehearsal.live(60, 300).finish();
    Set<String> tests =
        shop.labels().stream()
            .filter(label -> FraudPattern.CARD_TESTING.name().equals(label.getPattern()))
            .map(FraudLabelled::getOrderId)
            .collect(Collectors.toSet());
    Map<String, List<PaymentAttempted>> attempts =
        shop.rehearsal.events(PaymentAttempted.class).stream()
            .filter(attempt -> tests.contains(attempt.getOrderId()))
            .collect(Collectors.groupingBy(PaymentAttempted::getOrderId));

    assertThat(tests).hasSizeGreaterThan(10);
    attempts.forEach(
        (order, tried) -> {
          double minutes =
              (tried.get(tried.size() - 1).getOccurredAt().toEpochMilli()
                      - tried.get(0).getOccurredAt().toEpochMilli())
                  / 60_000.0;
          assertThat((tried.size() - 1) / minutes).isBetween(10.0, 60.0);
          long declined =
              tried.stream()
                  .filter(attempt -> attempt.getOutcome() == PaymentOutcome.DECLINED)
                  .count();
          assertThat(declined / (double) tried.size()).isGreaterThan(0.7);
          assertThat(tried)
              .extracting(PaymentAttempted::getCardFingerprint)
              .doesNotHaveDuplicates();
        });
    long usual = medianNet(shop, order -> !isFraud(order));
    assertThat(medianNet(shop, order -> tests.contains(order.id()))).isLessThan(usual / 2);
  }

  @Test
  void attackMultipliesFraudsUntilItEndsOrIsCalledOff() {
    Shop shop = new Shop(4, PRIORS);
    shop.rehearsal.live(30, 200);
    int before = shop.frauds();

    shop.fraud.attack(shop.rehearsal, shop.rehearsal.now() + 10 * DAY, 2);
    shop.rehearsal.live(1, 200);
    int during = shop.frauds() - before;
    shop.fraud.cease(shop.rehearsal);
    shop.rehearsal.live(1, 200);
    int after = shop.frauds() - before - during;

    // usually 1.6 a day; forty times that is 64, though rings take longer
    assertThat(before).isLessThan(120);
    assertThat(during).isGreaterThan(25);
    assertThat(after).isLessThan(12);
  }

  @Test
  void sameSeedGivesTheSameFraudsAndAnotherSeedOthers() {
    List<String> frauds = frauds(5);

    assertThat(frauds).isNotEmpty().isEqualTo(frauds(5)).isNotEqualTo(frauds(6));
  }

  @Test
  void noTwoOrdersShareAnEntity() {
    Shop shop = new Shop(7, PRIORS);
    shop.rehearsal.live(60, 300).finish();
    Set<Long> entities = new HashSet<>();

    assertThat(shop.rehearsal.orders()).allMatch(order -> entities.add(order.entity()));
  }

  private static List<String> frauds(long seed) {
    Shop shop = new Shop(seed, PRIORS);
    shop.rehearsal.live(30, 200).finish();
    return shop.rehearsal.orders().stream()
        .filter(FraudTest::isFraud)
        .map(order -> order.at() + " " + order.draft().deviceId() + " " + order.netMicros())
        .toList();
  }

  private static boolean isFraud(PlacedOrder order) {
    return order.entity() < 0;
  }

  private static boolean isPresent(PlacedOrder order) {
    return !order.draft().shippingCountry().equals(order.draft().country());
  }

  private static long median(Shop shop, Map<String, PlacedOrder> orders, boolean fraudulent) {
    long[] delays =
        shop.labels().stream()
            .filter(label -> label.getFraudulent() == fraudulent)
            .mapToLong(
                label -> label.getOccurredAt().toEpochMilli() - orders.get(label.getOrderId()).at())
            .sorted()
            .toArray();
    return delays[delays.length / 2];
  }

  private static long medianNet(Shop shop, Predicate<PlacedOrder> which) {
    long[] values =
        shop.rehearsal.orders().stream()
            .filter(which)
            .mapToLong(PlacedOrder::netMicros)
            .sorted()
            .toArray();
    return values[values.length / 2];
  }

  /** A shop whose goods never run out, with fraudsters in it. */
  private static final class Shop {
    final Rehearsal rehearsal;
    final Fraud fraud;

    Shop(long seed, FraudProfile profile) {
      rehearsal = new Rehearsal(seed, PRODUCTS);
      Payments payments = new Payments(PaymentProfile.priors());
      fraud = new Fraud(profile, Rehearsal.COUNTRIES, payments);
      rehearsal.with((product, quantity, store) -> quantity, new PayOnly(payments), fraud);
    }

    List<FraudLabelled> labels() {
      return rehearsal.events(FraudLabelled.class);
    }

    Map<String, PlacedOrder> orders() {
      return rehearsal.orders().stream().collect(Collectors.toMap(PlacedOrder::id, order -> order));
    }

    int frauds() {
      return (int) rehearsal.orders().stream().filter(FraudTest::isFraud).count();
    }
  }

  private record PayOnly(Payments payments) implements ShopPart {
    @Override
    public void orderPlaced(World world, PlacedOrder order) {
      payments.pay(world, order);
    }
  }
}
