package dev.highstreet.simulator.emit.fault;

import dev.highstreet.schemas.EventId;
import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.simulator.engine.RandomStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Sound events, one every ten seconds from {@link #OPENING} on. */
final class ShopDay {
  static final Instant OPENING = Instant.parse("2011-11-01T09:00:00Z");
  private static final Duration BETWEEN = Duration.ofSeconds(10);

  private ShopDay() {}

  static Instant time(int number) {
    return OPENING.plus(BETWEEN.multipliedBy(number));
  }

  static List<OrderPlaced> orders(int count) {
    return IntStream.range(0, count).mapToObj(ShopDay::order).toList();
  }

  static OrderPlaced order(int number) {
    return OrderPlaced.newBuilder()
        .setEventId(id(number))
        .setOccurredAt(time(number))
        .setReceivedAt(time(number))
        .setOrderId("order-" + number)
        .setStoreId("web")
        .setReportedTotalMicros(10_200_000L)
        .setDeviceId("device")
        .setLines(List.of(line(1), line(2)))
        .build();
  }

  static ProductRevised product(int number) {
    return ProductRevised.newBuilder()
        .setEventId(id(number))
        .setOccurredAt(time(number))
        .setReceivedAt(time(number))
        .setProductId("product-" + number)
        .setRevision(1)
        .setName("Teapot")
        .setCategory("Kitchen")
        .setListPriceMicros(2_550_000)
        .setUnitCostMicros(1_200_000)
        .setEffectiveFrom(time(number))
        .build();
  }

  private static OrderLine line(int number) {
    return OrderLine.newBuilder()
        .setLineNumber(number)
        .setProductId("teapot")
        .setProductRevision(1)
        .setQuantity(2)
        .setUnitPriceMicros(2_550_000)
        .build();
  }

  private static EventId id(int number) {
    long high = RandomStream.mix(number, 1);
    return new EventId(ByteBuffer.allocate(16).putLong(high).putLong(number).array());
  }
}
