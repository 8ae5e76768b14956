package dev.highstreet.cli;

import dev.highstreet.schemas.EventEncoder;
import dev.highstreet.schemas.EventIdentity;
import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.PaymentMethod;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.StoreRevised;
import dev.highstreet.schemas.StoreType;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.emit.KafkaEventSink;
import java.time.Instant;
import java.util.List;

/** Sends a shop that sells nothing but teapots, at 2.55, two at a time. */
final class TeapotShop implements AutoCloseable {
  private static final Instant OPENING = Instant.parse("2011-11-01T09:00:00Z");

  private final EventIdentity identity = new EventIdentity();
  private final KafkaEventSink sink;

  TeapotShop(String kafka) {
    sink = KafkaEventSink.connect(kafka);
  }

  /** Publishes the store, and a revision of the teapot. */
  void publish(int revision) {
    sink.emit(
        Topic.STORES,
        "web",
        identity.assign(
            StoreRevised.newBuilder()
                .setEventId(EventIdentity.none())
                .setOccurredAt(OPENING)
                .setReceivedAt(OPENING)
                .setStoreId("web")
                .setRevision(1)
                .setName("Web shop")
                .setType(StoreType.WEBSITE)
                .setOpenedAt(OPENING)
                .build()));
    sink.emit(
        Topic.PRODUCTS,
        "teapot",
        identity.assign(
            ProductRevised.newBuilder()
                .setEventId(EventIdentity.none())
                .setOccurredAt(OPENING)
                .setReceivedAt(OPENING)
                .setProductId("teapot")
                .setRevision(revision)
                .setName("Teapot")
                .setCategory("Kitchen")
                .setListPriceMicros(2_550_000)
                .setUnitCostMicros(1_200_000)
                .setEffectiveFrom(OPENING)
                .build()));
    sink.flush();
  }

  /** Sells a revision of the teapot. */
  void sell(String orderId, Instant time, int revision) {
    sink.emit(Topic.ORDERS, orderId, order(orderId, time, revision));
    sink.flush();
  }

  /** Sends an order under a schema's fingerprint that nobody knows. */
  void sellInAnUnknownTongue(String orderId, Instant time) {
    byte[] bytes = new EventEncoder().encode(order(orderId, time, 1));
    bytes[5] ^= 0x55;
    sink.emitBytes(Topic.ORDERS, orderId, time, bytes);
    sink.flush();
  }

  /** Lets the shop's clock go on to a time. */
  void tick(Instant time) {
    sink.tick(time);
    sink.flush();
  }

  private OrderPlaced order(String orderId, Instant time, int revision) {
    return identity.assign(
        OrderPlaced.newBuilder()
            .setEventId(EventIdentity.none())
            .setOccurredAt(time)
            .setReceivedAt(time)
            .setOrderId(orderId)
            .setStoreId("web")
            .setPaymentMethod(PaymentMethod.CARD)
            .setLines(
                List.of(
                    OrderLine.newBuilder()
                        .setLineNumber(1)
                        .setProductId("teapot")
                        .setProductRevision(revision)
                        .setQuantity(2)
                        .setUnitPriceMicros(2_550_000)
                        .build()))
            .build());
  }

  @Override
  public void close() {
    sink.close();
  }
}
