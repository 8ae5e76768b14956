package dev.highstreet.simulator.payment;

import dev.highstreet.schemas.PaymentMethod;
import dev.highstreet.simulator.engine.PlacedOrder;
import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.profile.PaymentProfile;
import dev.highstreet.simulator.profile.Weighted;
import dev.highstreet.simulator.shopper.Purchase;
import java.util.Arrays;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * How honest people pay. An order is paid in the end, since only such orders count as orders: a
 * card may be declined first, and is then tried again, or another one is. An invoice counts as paid
 * once credit is granted, which takes no longer than a card.
 */
final class PaymentPlanner {
  private static final int PAYMENT = "payment".hashCode();
  private static final int MOST_ATTEMPTS = 6;
  private static final double SECOND = 1_000;
  private static final double HOUR = 3_600_000;
  private static final double LONGEST_RETRY = HOUR;
  private static final double LONGEST_TRANSFER = 240 * HOUR;

  private final PaymentProfile profile;
  private final long seed;
  private final String[] reasons;
  private final double[] cumulative;

  PaymentPlanner(PaymentProfile profile, long seed) {
    this.profile = profile;
    this.seed = seed;
    this.reasons = profile.declineReasons().stream().map(Weighted::name).toArray(String[]::new);
    this.cumulative = profile.declineReasons().stream().mapToDouble(Weighted::weight).toArray();
    Arrays.parallelPrefix(cumulative, Double::sum);
  }

  PaymentPlan plan(PlacedOrder order, boolean inShop) {
    RandomStream random = RandomStream.of(seed, PAYMENT, order.entity());
    boolean byCard =
        order.paymentMethod() == PaymentMethod.CARD
            || order.paymentMethod() == PaymentMethod.WALLET;
    if (!byCard) {
      return once(order.at() + delay(order, inShop, random), null);
    }
    long first = order.at() + (inShop ? 0 : delay(order, false, random));
    int card = random.nextDouble() < profile.secondCardShare() ? 1 : 0;
    if (inShop || random.nextDouble() >= profile.declinedShare()) {
      return once(first, card(order, card));
    }
    return declinedFirst(order, first, card, random);
  }

  private PaymentPlan declinedFirst(
      PlacedOrder order, long first, int firstCard, RandomStream random) {
    long[] times = new long[MOST_ATTEMPTS];
    String[] cards = new String[MOST_ATTEMPTS];
    String[] declined = new String[MOST_ATTEMPTS];
    int attempts = 0;
    long time = first;
    int card = firstCard;
    do {
      times[attempts] = time;
      cards[attempts] = card(order, card);
      declined[attempts++] = reason(random);
      double wait = profile.retryMedianSeconds() * SECOND * spread(profile.retryLogSd(), random);
      time += (long) Math.max(SECOND, Math.min(LONGEST_RETRY, wait));
      card = random.nextDouble() < profile.otherCardShare() ? 1 - card : card;
    } while (attempts < MOST_ATTEMPTS - 1 && random.nextDouble() < profile.declinedAgainShare());
    times[attempts] = time;
    cards[attempts++] = card(order, card);
    return new PaymentPlan(
        Arrays.copyOf(times, attempts),
        Arrays.copyOf(cards, attempts),
        Arrays.copyOf(declined, attempts));
  }

  /** A reason to decline, as often as the profile says. */
  String reason(RandomStream random) {
    double at = random.nextDouble() * cumulative[cumulative.length - 1];
    int i = 0;
    while (cumulative[i] <= at && i < cumulative.length - 1) {
      i++;
    }
    return reasons[i];
  }

  private long delay(PlacedOrder order, boolean inShop, RandomStream random) {
    if (inShop) {
      return 0;
    }
    if (order.paymentMethod() == PaymentMethod.BANK_TRANSFER) {
      double wait = profile.transferMedianHours() * HOUR * spread(profile.transferLogSd(), random);
      return (long) Math.min(LONGEST_TRANSFER, wait) + 1;
    }
    return 1_000L + random.nextInt(4_000);
  }

  private static double spread(double logSd, RandomStream random) {
    return Math.exp(logSd * ZigguratSampler.NormalizedGaussian.of(random).sample());
  }

  private String card(PlacedOrder order, int nth) {
    int customer = order.draft().customer();
    // a guest is somebody else each time
    long owner = customer == Purchase.GUEST ? RandomStream.mix(order.entity(), -1) : customer;
    return Cards.fingerprint(seed, owner, nth);
  }

  private static PaymentPlan once(long time, String card) {
    return new PaymentPlan(new long[] {time}, new String[] {card}, new String[1]);
  }
}
