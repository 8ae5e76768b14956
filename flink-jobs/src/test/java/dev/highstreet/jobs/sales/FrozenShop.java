package dev.highstreet.jobs.sales;

import static dev.highstreet.jobs.sales.Wire.id;

import dev.highstreet.jobs.sales.FrozenRecords.Frozen;
import dev.highstreet.platform.Topics;
import dev.highstreet.schemas.ClockTick;
import dev.highstreet.schemas.CustomerRevised;
import dev.highstreet.schemas.EventEncoder;
import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.OrderReturned;
import dev.highstreet.schemas.PaymentMethod;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.ReturnLine;
import dev.highstreet.schemas.StoreRevised;
import dev.highstreet.schemas.StoreType;
import dev.highstreet.schemas.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * Four days of a small shop, in two parts: after the first, the live job has something in each kind
 * of its state, and the second has to do with all of it. What is frozen was written by this; the
 * test reads what is frozen.
 */
final class FrozenShop {
  private static final Instant OPENING = Instant.parse("2011-11-01T09:00:00Z");

  private final EventEncoder encoder = new EventEncoder();
  private final List<Frozen> records = new ArrayList<>();

  private FrozenShop() {}

  /** What the savepoint has read. */
  static List<Frozen> before() {
    FrozenShop shop = new FrozenShop();
    shop.add(Topic.STORES, 0, OPENING, store("web", StoreType.WEBSITE, OPENING));
    shop.add(Topic.PRODUCTS, 1, OPENING, teapot(1, 1_200_000, OPENING));
    shop.add(Topic.CUSTOMERS, 2, OPENING, customer("alice"));
    for (int number = 0; number < 8; number++) {
      Instant time = Instant.parse("2011-11-01T10:00:00Z").plusSeconds(600L * number);
      shop.add(order("first-" + number, time, number % 2 == 0 ? "alice" : "bob"), number % 4);
    }
    shop.add(order("first-3", Instant.parse("2011-11-01T10:30:00Z"), "bob"), 3); // a copy
    shop.tick(Instant.parse("2011-11-04T08:00:00Z")); // the first of November is closed
    for (int number = 0; number < 8; number++) {
      Instant time = Instant.parse("2011-11-04T08:00:00Z").plusSeconds(900L * number);
      shop.add(order("open-" + number, time, number % 2 == 0 ? "alice" : "carol"), number % 4);
    }
    shop.add(takenBack("return-1", Instant.parse("2011-11-04T10:30:00Z")), 1);
    Instant unsoundAt = Instant.parse("2011-11-04T10:31:00Z");
    shop.add(order("unsound", unsoundAt, "dave", line().setQuantity(0)).build(), 2);
    byte[] corrupt = shop.encoder.encode(order("corrupt", OPENING, "dave"));
    shop.add(
        Topic.ORDERS,
        0,
        Instant.parse("2011-11-04T10:32:00Z"),
        Arrays.copyOf(corrupt, corrupt.length - 3));
    shop.add(
        order("late", Instant.parse("2011-11-01T11:00:00Z"), "erin", line())
            .setReceivedAt(Instant.parse("2011-11-04T10:33:00Z"))
            .build(),
        1);
    shop.add(
        order(
                "waits-for-product",
                Instant.parse("2011-11-04T10:40:00Z"),
                "fred",
                line().setProductRevision(2))
            .build(),
        2);
    shop.add(
        order("waits-for-store", Instant.parse("2011-11-04T10:41:00Z"), "fred", line())
            .setStoreId("kiosk")
            .build(),
        3);
    return shop.records;
  }

  /** What comes after it. */
  static List<Frozen> after() {
    FrozenShop shop = new FrozenShop();
    // behind: forgotten with the closed day, and the restored watermark alone can tell
    shop.add(order("first-1", Instant.parse("2011-11-01T10:10:00Z"), "bob"), 1);
    shop.add(order("open-2", Instant.parse("2011-11-04T08:30:00Z"), "alice"), 2); // repeated
    shop.add(order("unsound", Instant.parse("2011-11-04T10:31:00Z"), "dave"), 2); // mended
    Instant noon = Instant.parse("2011-11-04T12:00:00Z");
    shop.add(Topic.PRODUCTS, 1, noon, teapot(1, 1_200_000, OPENING)); // repeated
    shop.add(Topic.PRODUCTS, 1, noon, teapot(2, 1_500_000, noon));
    shop.add(Topic.STORES, 0, noon, store("kiosk", StoreType.SHOP, noon));
    shop.add(order("next-1", noon, "alice"), 0); // a known customer of an open day
    shop.add(order("next-2", noon.plusSeconds(60), "gina"), 1);
    shop.tick(Instant.parse("2011-11-20T00:00:00Z"));
    return shop.records;
  }

  private void add(OrderPlaced order, int partition) {
    add(Topic.ORDERS, partition, order.getReceivedAt(), order);
  }

  private void add(OrderReturned returned, int partition) {
    add(Topic.RETURNS, partition, returned.getReceivedAt(), returned);
  }

  private void add(Topic topic, int partition, Instant time, SpecificRecord event) {
    add(topic, partition, time, encoder.encode(event));
  }

  private void add(Topic topic, int partition, Instant time, byte[] bytes) {
    records.add(new Frozen(topic, partition, time, bytes));
  }

  private void tick(Instant time) {
    ClockTick tick =
        ClockTick.newBuilder()
            .setEventId(id("tick " + time))
            .setOccurredAt(time)
            .setReceivedAt(time)
            .build();
    for (Topic topic : Topic.SALES) {
      for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
        add(topic, partition, time, tick);
      }
    }
  }

  private static OrderPlaced order(String orderId, Instant time, String customer) {
    return order(orderId, time, customer, line()).build();
  }

  private static OrderPlaced.Builder order(
      String orderId, Instant time, String customer, OrderLine.Builder line) {
    return OrderPlaced.newBuilder()
        .setEventId(id("order " + orderId))
        .setOccurredAt(time)
        .setReceivedAt(time)
        .setOrderId(orderId)
        .setCustomerId(customer)
        .setStoreId("web")
        .setPaymentMethod(PaymentMethod.CARD)
        .setLines(List.of(line.build()));
  }

  /** Two teapots at 2.55. */
  private static OrderLine.Builder line() {
    return OrderLine.newBuilder()
        .setLineNumber(1)
        .setProductId("teapot")
        .setProductRevision(1)
        .setQuantity(2)
        .setUnitPriceMicros(2_550_000);
  }

  /** One teapot, for 2.55. */
  private static OrderReturned takenBack(String returnId, Instant time) {
    return OrderReturned.newBuilder()
        .setEventId(id("return " + returnId))
        .setOccurredAt(time)
        .setReceivedAt(time)
        .setReturnId(returnId)
        .setStoreId("web")
        .setLines(
            List.of(
                ReturnLine.newBuilder()
                    .setProductId("teapot")
                    .setProductRevision(1)
                    .setQuantity(1)
                    .setRefundMicros(2_550_000)
                    .build()))
        .build();
  }

  private static StoreRevised store(String storeId, StoreType type, Instant time) {
    return StoreRevised.newBuilder()
        .setEventId(id("store " + storeId))
        .setOccurredAt(time)
        .setReceivedAt(time)
        .setStoreId(storeId)
        .setRevision(1)
        .setName(storeId)
        .setType(type)
        .setOpenedAt(time)
        .build();
  }

  private static ProductRevised teapot(int revision, long unitCostMicros, Instant time) {
    return ProductRevised.newBuilder()
        .setEventId(id("teapot " + revision))
        .setOccurredAt(time)
        .setReceivedAt(time)
        .setProductId("teapot")
        .setRevision(revision)
        .setName("Teapot")
        .setCategory("Kitchen")
        .setListPriceMicros(2_550_000)
        .setUnitCostMicros(unitCostMicros)
        .setEffectiveFrom(time)
        .build();
  }

  private static CustomerRevised customer(String customerId) {
    return CustomerRevised.newBuilder()
        .setEventId(id("customer " + customerId))
        .setOccurredAt(OPENING)
        .setReceivedAt(OPENING)
        .setCustomerId(customerId)
        .setRevision(1)
        .setRegisteredAt(OPENING)
        .setCountry("United Kingdom")
        .build();
  }
}
