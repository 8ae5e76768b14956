package dev.highstreet.simulator.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.highstreet.schemas.PaymentAttempted;
import dev.highstreet.schemas.PaymentMethod;
import dev.highstreet.schemas.PaymentOutcome;
import dev.highstreet.simulator.engine.PlacedOrder;
import dev.highstreet.simulator.engine.ShopPart;
import dev.highstreet.simulator.engine.World;
import dev.highstreet.simulator.fulfilment.Rehearsal;
import dev.highstreet.simulator.profile.PaymentProfile;
import dev.highstreet.simulator.shopper.Purchase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PaymentsTest {
  private static final PaymentProfile PRIORS = PaymentProfile.priors();

  @Test
  void everyOrderIsPaidInFullAndOnceByItsLastAttempt() {
    Rehearsal shop = shop(1).live(20, 200).finish();
    Map<String, List<PaymentAttempted>> attempts = attempts(shop);

    assertThat(attempts).hasSameSizeAs(shop.orders());
    for (PlacedOrder order : shop.orders()) {
      List<PaymentAttempted> ofOrder = attempts.get(order.id());
      assertThat(ofOrder.get(ofOrder.size() - 1).getOutcome()).isEqualTo(PaymentOutcome.AUTHORISED);
      assertThat(ofOrder.subList(0, ofOrder.size() - 1))
          .allMatch(attempt -> attempt.getOutcome() == PaymentOutcome.DECLINED)
          .allMatch(attempt -> attempt.getDeclineReason() != null);
      assertThat(ofOrder)
          .allMatch(attempt -> attempt.getAmountMicros() == order.totalMicros())
          .allMatch(attempt -> attempt.getOccurredAt().toEpochMilli() >= order.at());
    }
  }

  @Test
  void asManyCardsAreDeclinedAtFirstAsTheProfileSays() {
    Rehearsal shop = shop(2).live(60, 300).finish();
    Map<String, List<PaymentAttempted>> attempts = attempts(shop);
    List<PlacedOrder> byCard =
        shop.orders().stream()
            .filter(order -> order.paymentMethod() == PaymentMethod.CARD)
            .toList();

    long declined = byCard.stream().filter(order -> attempts.get(order.id()).size() > 1).count();

    double p = PRIORS.declinedShare();
    assertThat(declined / (double) byCard.size())
        .isCloseTo(p, within(5 * Math.sqrt(p * (1 - p) / byCard.size())));
  }

  @Test
  void aCustomerPaysWithTwoCardsAtMostAndNobodyElseHasThem() {
    Rehearsal shop = shop(3).live(60, 200).finish();
    Map<String, PlacedOrder> orders =
        shop.orders().stream().collect(Collectors.toMap(PlacedOrder::id, order -> order));
    Map<String, Integer> owners = new HashMap<>();
    Map<Integer, Map<String, Integer>> cards = new HashMap<>();

    for (PaymentAttempted attempt : shop.events(PaymentAttempted.class)) {
      int customer = orders.get(attempt.getOrderId()).draft().customer();
      if (attempt.getCardFingerprint() != null && customer != Purchase.GUEST) {
        assertThat(owners.merge(attempt.getCardFingerprint(), customer, (a, b) -> a))
            .isEqualTo(customer);
        cards
            .computeIfAbsent(customer, key -> new HashMap<>())
            .merge(attempt.getCardFingerprint(), 1, Integer::sum);
      }
    }

    assertThat(cards).hasSizeGreaterThan(300);
    assertThat(cards.values()).allMatch(fingerprints -> fingerprints.size() <= 2);
  }

  @Test
  void saleInAShopIsPaidAtOnceAndShippedNowhere() {
    Rehearsal shop = shop(4).live(10, 100).finish();
    Map<String, List<PaymentAttempted>> attempts = attempts(shop);

    assertThat(shop.orders())
        .filteredOn(order -> order.draft().store() == Rehearsal.SHOP)
        .isNotEmpty()
        .allSatisfy(
            order -> {
              PaymentAttempted attempt = attempts.get(order.id()).get(0);
              assertThat(attempt.getOccurredAt().toEpochMilli()).isEqualTo(order.at());
              assertThat(attempt.getShippingCountry()).isNull();
              assertThat(attempt.getCardFingerprint()).isNull(); // cash
            });
  }

  @Test
  void whatWasToldBeforehandHappensAtTheTill() {
    Rehearsal shop = new Rehearsal(5, 10);
    Payments payments = new Payments(PRIORS);
    shop.with((product, quantity, store) -> quantity, new PayOnly(payments));
    long entity = 77;
    payments.expect(
        entity, new CheckoutScript(new long[] {1_000, 3_000}, new String[] {"one", "two"}));

    shop.runUntil(shop.draft(entity).at());
    shop.at(shop.draft(entity).at(), now -> shop.place(shop.draft(entity)));
    shop.finish();

    assertThat(shop.events(PaymentAttempted.class))
        .extracting(PaymentAttempted::getCardFingerprint)
        .containsExactly("one", "two");
  }

  @Test
  void scriptWhoseTimesDoNotRiseIsRefused() {
    assertThatThrownBy(
            () -> new CheckoutScript(new long[] {2_000, 2_000}, new String[] {"one", "two"}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "an attempt 2000 ms after the order follows one at 2000 ms: give rising times above 0");
  }

  private static Rehearsal shop(long seed) {
    return new Rehearsal(seed, 50)
        .with((product, quantity, store) -> quantity, new PayOnly(new Payments(PRIORS)));
  }

  private static Map<String, List<PaymentAttempted>> attempts(Rehearsal shop) {
    return shop.events(PaymentAttempted.class).stream()
        .collect(Collectors.groupingBy(PaymentAttempted::getOrderId));
  }

  private record PayOnly(Payments payments) implements ShopPart {
    @Override
    public void orderPlaced(World world, PlacedOrder order) {
      payments.pay(world, order);
    }
  }
}
