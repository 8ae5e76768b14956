package dev.highstreet.jobs.sales;

import dev.highstreet.schemas.EventId;
import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.OrderReturned;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.ReturnLine;
import dev.highstreet.schemas.StoreRevised;
import dev.highstreet.schemas.StoreType;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.emit.EventSink;
import dev.highstreet.simulator.engine.RandomStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Sends sound orders and returns of one to three lines, one every ten minutes, ticking daily. */
final class FaultyShop {
  static final int PRODUCTS = 20;
  private static final Instant OPENING = Instant.parse("2011-10-15T09:00:00Z");
  private static final Duration BETWEEN = Duration.ofMinutes(10);
  private static final int DAY = 144;

  private FaultyShop() {}

  static void run(EventSink sink, int transactions) {
    sink.emit(Topic.STORES, "web", store());
    for (int product = 0; product < PRODUCTS; product++) {
      sink.emit(Topic.PRODUCTS, "product-" + product, product(product));
    }
    goOn(sink, 0, transactions);
  }

  /** Sends on, after so many transactions, up to so many. */
  static void goOn(EventSink sink, int after, int upTo) {
    for (int number = after + 1; number <= upTo; number++) {
      Instant time = OPENING.plus(BETWEEN.multipliedBy(number));
      if (number % DAY == 0) {
        sink.tick(time);
      }
      if (number % 5 == 0) {
        sink.emit(Topic.RETURNS, "return-" + number, takenBack(number, time));
      } else {
        sink.emit(Topic.ORDERS, "order-" + number, order(number, time));
      }
    }
  }

  private static StoreRevised store() {
    return StoreRevised.newBuilder()
        .setEventId(id("store", 0))
        .setOccurredAt(OPENING)
        .setReceivedAt(OPENING)
        .setStoreId("web")
        .setRevision(1)
        .setName("Web shop")
        .setType(StoreType.WEBSITE)
        .setOpenedAt(OPENING)
        .build();
  }

  private static ProductRevised product(int number) {
    return ProductRevised.newBuilder()
        .setEventId(id("product", number))
        .setOccurredAt(OPENING)
        .setReceivedAt(OPENING)
        .setProductId("product-" + number)
        .setRevision(1)
        .setName("Product")
        .setCategory("Kitchen")
        .setListPriceMicros(2_550_000)
        .setUnitCostMicros(1_200_000)
        .setEffectiveFrom(OPENING)
        .build();
  }

  private static OrderPlaced order(int number, Instant time) {
    List<OrderLine> lines = new ArrayList<>();
    for (int line = 1; line <= 1 + number % 3; line++) {
      lines.add(
          OrderLine.newBuilder()
              .setLineNumber(line)
              .setProductId("product-" + (number + line) % PRODUCTS)
              .setProductRevision(1)
              .setQuantity(line)
              .setUnitPriceMicros(2_550_000)
              .setDiscountMicros(50_000)
              .build());
    }
    return OrderPlaced.newBuilder()
        .setEventId(id("order", number))
        .setOccurredAt(time)
        .setReceivedAt(time)
        .setOrderId("order-" + number)
        .setStoreId("web")
        .setLines(lines)
        .setReportedTotalMicros(
            lines.stream()
                .mapToLong(line -> line.getQuantity() * 2_550_000L - line.getDiscountMicros())
                .sum())
        .build();
  }

  private static OrderReturned takenBack(int number, Instant time) {
    List<ReturnLine> lines = new ArrayList<>();
    for (int line = 1; line <= 1 + number % 3; line++) {
      lines.add(
          ReturnLine.newBuilder()
              .setProductId("product-" + (number + line) % PRODUCTS)
              .setProductRevision(1)
              .setQuantity(line)
              .setRefundMicros(2_550_000)
              .build());
    }
    return OrderReturned.newBuilder()
        .setEventId(id("return", number))
        .setOccurredAt(time)
        .setReceivedAt(time)
        .setReturnId("return-" + number)
        .setStoreId("web")
        .setLines(lines)
        .build();
  }

  private static EventId id(String kind, int number) {
    long high = RandomStream.mix(kind.hashCode(), number);
    return new EventId(ByteBuffer.allocate(16).putLong(high).putLong(number + 1).array());
  }
}
