package dev.highstreet.jobs.sales;

import dev.highstreet.jobs.event.Arrival;
import dev.highstreet.jobs.event.ShopEvents;
import dev.highstreet.jobs.event.TransactionBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A winter of a small shop, invented from a seed and as dirty as can be: faulty lines and orders,
 * repeats, late events, unknown products, products published after the orders that name them, and
 * everything received out of order, within what the rules of time allow.
 */
final class RandomShop {
  private static final Instant OPENING = ShopEvents.OPENING;
  private static final Duration SEASON = Duration.ofDays(160);
  private static final int PRODUCTS = 12;
  private static final int CUSTOMERS = 9;
  private static final String[] STORES = {"WEBSITE", "SHOP", "MARKETPLACE"};

  /** When a record reaches the topic, which is not quite the order of receivedAt. */
  private record Sent(Arrival arrival, long at) {}

  private final SplittableRandom random;
  private final List<Sent> sent = new ArrayList<>();

  private RandomShop(long seed) {
    random = new SplittableRandom(seed);
  }

  /** All records of the winter, in the order in which they are read. */
  static List<Arrival> winter(long seed, int transactions) {
    RandomShop shop = new RandomShop(seed);
    shop.publish();
    for (int i = 0; i < transactions; i++) {
      shop.trade(i);
    }
    return shop.sent.stream()
        .sorted(Comparator.comparingLong(Sent::at))
        .map(Sent::arrival)
        .toList();
  }

  private void publish() {
    for (String type : STORES) {
      send(ShopEvents.store(type, type), OPENING.toEpochMilli());
    }
    for (int product = 0; product < PRODUCTS; product++) {
      for (int revision = 1; revision <= 3; revision++) {
        String category = "category-" + (product + revision) % 4;
        // some are published only when the first orders that name them have been read
        long delay = random.nextInt(3) == 0 ? Duration.ofHours(3).toMillis() : 0;
        send(
            ShopEvents.product("product-" + product, revision, category, "0." + (10 + product)),
            OPENING.toEpochMilli() + delay);
      }
    }
  }

  private void trade(int number) {
    boolean takenBack = random.nextInt(8) == 0;
    Instant time = OPENING.plusSeconds(random.nextLong(SEASON.toSeconds()));
    // mostly at once, sometimes hours later, now and then too late
    int delay = random.nextInt(20);
    Duration receivedAfter =
        delay < 14
            ? Duration.ZERO
            : delay < 19 ? Duration.ofHours(random.nextInt(47)) : Duration.ofHours(60);
    TransactionBuilder transaction =
        (takenBack ? ShopEvents.takenBack("return-" + number) : ShopEvents.sale("order-" + number))
            .at(time)
            .receivedAfter(receivedAfter)
            .in(random.nextInt(60) == 0 ? "nowhere" : STORES[random.nextInt(STORES.length)]);
    if (random.nextInt(4) == 0) {
      transaction.byGuest();
    } else {
      transaction.by("customer-" + random.nextInt(CUSTOMERS));
    }
    for (int line = random.nextInt(6); line >= 0; line--) {
      addLine(transaction);
    }
    Arrival arrival = transaction.arrival();
    long at = arrival.receivedAt() + random.nextLong(Duration.ofMinutes(3).toMillis());
    send(arrival, at);
    if (random.nextInt(5) == 0) {
      send(arrival, at + random.nextLong(Duration.ofMinutes(1).toMillis()));
    }
  }

  private void addLine(TransactionBuilder transaction) {
    String product = random.nextInt(80) == 0 ? "unheard-of" : "product-" + random.nextInt(PRODUCTS);
    int quantity = random.nextInt(15) == 0 ? -1 : 1 + random.nextInt(30);
    String amount =
        random.nextInt(15) == 0
            ? "0"
            : "%d.%02d".formatted(1 + random.nextInt(9), random.nextInt(100));
    transaction.line(product, 1 + random.nextInt(3), quantity, amount, "0");
  }

  private void send(Arrival arrival, long at) {
    sent.add(new Sent(ShopEvents.readAt(arrival, 0, sent.size()), at));
  }
}
