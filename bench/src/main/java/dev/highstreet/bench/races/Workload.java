package dev.highstreet.bench.races;

import dev.highstreet.schemas.EventIdentity;
import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.PaymentMethod;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.StoreRevised;
import dev.highstreet.schemas.StoreType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * A year of orders of an invented shop, the same ones for the same size: 2.5 lines an order on
 * average, 5,000 products of which some sell more than others, 12 stores, 50,000 customers. Orders
 * come in order of time, evenly over the year. Money is in micros, whole pence.
 *
 * @param orders how many
 */
record Workload(int orders) {
  static final int PRODUCTS = 5_000;
  static final int STORES = 12;

  private static final int CUSTOMERS = 50_000;
  private static final int CATEGORIES = 40;
  private static final int GUESTS_PERCENT = 10;
  private static final long PENNY = 10_000;
  private static final long SEED = 7;
  private static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");
  private static final Duration YEAR = Duration.ofDays(365);

  Workload {
    if (orders < 1) {
      throw new IllegalArgumentException("orders is %d; it must be 1 or more".formatted(orders));
    }
  }

  /** When the last order has been received, and later: what a clock that moved on would say. */
  static Instant end() {
    return FROM.plus(YEAR);
  }

  /** Each product, of which there is one revision. */
  void eachProduct(Consumer<ProductRevised> out) {
    EventIdentity identity = new EventIdentity();
    for (int i = 0; i < PRODUCTS; i++) {
      out.accept(
          identity.assign(
              ProductRevised.newBuilder()
                  .setEventId(EventIdentity.none())
                  .setOccurredAt(FROM)
                  .setReceivedAt(FROM)
                  .setProductId(product(i))
                  .setRevision(1)
                  .setName("Product " + i)
                  .setCategory("Category " + i % CATEGORIES)
                  .setListPriceMicros(price(i))
                  .setUnitCostMicros(price(i) / 2)
                  .setUnitCostAssumed(false)
                  .setActive(true)
                  .setEffectiveFrom(FROM)
                  .build()));
    }
  }

  /** Each store. */
  void eachStore(Consumer<StoreRevised> out) {
    EventIdentity identity = new EventIdentity();
    StoreType[] types = StoreType.values();
    for (int i = 0; i < STORES; i++) {
      out.accept(
          identity.assign(
              StoreRevised.newBuilder()
                  .setEventId(EventIdentity.none())
                  .setOccurredAt(FROM)
                  .setReceivedAt(FROM)
                  .setStoreId("STORE-" + i)
                  .setRevision(1)
                  .setName("Store " + i)
                  .setType(types[i % types.length])
                  .setOpenedAt(FROM)
                  .build()));
    }
  }

  /** Each order, the earliest first. */
  void eachOrder(Consumer<OrderPlaced> out) {
    EventIdentity identity = new EventIdentity();
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < orders; i++) {
      out.accept(identity.assign(order(i, random)));
    }
  }

  private OrderPlaced order(int i, SplittableRandom random) {
    Instant time = FROM.plusMillis((long) ((double) i / orders * YEAR.toMillis()));
    List<OrderLine> lines = lines(random);
    return OrderPlaced.newBuilder()
        .setEventId(EventIdentity.none())
        .setOccurredAt(time)
        .setReceivedAt(time)
        .setOrderId("ORDER-" + i)
        .setCustomerId(
            random.nextInt(100) < GUESTS_PERCENT ? null : "CUSTOMER-" + random.nextInt(CUSTOMERS))
        .setStoreId("STORE-" + random.nextInt(STORES))
        .setLines(lines)
        .setPaymentMethod(PaymentMethod.CARD)
        .build();
  }

  private static List<OrderLine> lines(SplittableRandom random) {
    int count = 1 + random.nextInt(4); // 1 to 4: 2.5 on average
    List<OrderLine> lines = new ArrayList<>(count);
    for (int number = 1; number <= count; number++) {
      double rank = random.nextDouble();
      int product = (int) (PRODUCTS * rank * rank); // the first ones sell most
      int quantity = 1 + random.nextInt(5);
      boolean discounted = random.nextInt(10) == 0;
      lines.add(
          OrderLine.newBuilder()
              .setLineNumber(number)
              .setProductId(product(product))
              .setProductRevision(1)
              .setQuantity(quantity)
              .setUnitPriceMicros(price(product))
              .setDiscountMicros(discounted ? PENNY * quantity : 0)
              .build());
    }
    return lines;
  }

  private static String product(int i) {
    return "PRODUCT-" + i;
  }

  private static long price(int i) {
    return PENNY * 2 * (50 + i * 37L % 5_000);
  }
}
