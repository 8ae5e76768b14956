package dev.highstreet.jobs.sales;

import dev.highstreet.schemas.ClockTick;
import dev.highstreet.schemas.EventEncoder;
import dev.highstreet.schemas.EventId;
import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.PaymentMethod;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.StoreRevised;
import dev.highstreet.schemas.StoreType;
import dev.highstreet.schemas.Topic;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes records to the event topics, sound ones and any others, and remembers nothing. */
final class Wire implements AutoCloseable {
  static final Instant OPENING = Instant.parse("2011-11-01T09:00:00Z");

  private final EventEncoder encoder = new EventEncoder();
  private final KafkaProducer<byte[], byte[]> producer;
  private final List<Future<RecordMetadata>> underWay = new ArrayList<>();

  Wire(String bootstrapServers) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Writes these bytes as they are, into partition 0; returns the offset. */
  long write(Topic topic, Instant time, byte[] bytes) throws Exception {
    return producer
        .send(new ProducerRecord<>(topic.topicName(), 0, time.toEpochMilli(), null, bytes))
        .get()
        .offset();
  }

  /** Writes an order into partition 0 of its topic; returns the offset. */
  long write(OrderPlaced order) throws Exception {
    return write(Topic.ORDERS, order.getReceivedAt(), encoder.encode(order));
  }

  /** Publishes a store and a teapot at 2.55 that costs 1.20. */
  void publishShop() throws Exception {
    write(
        Topic.STORES,
        OPENING,
        encoder.encode(
            StoreRevised.newBuilder()
                .setEventId(id("store web"))
                .setOccurredAt(OPENING)
                .setReceivedAt(OPENING)
                .setStoreId("web")
                .setRevision(1)
                .setName("Web shop")
                .setType(StoreType.WEBSITE)
                .setOpenedAt(OPENING)
                .build()));
    write(
        Topic.PRODUCTS,
        OPENING,
        encoder.encode(
            ProductRevised.newBuilder()
                .setEventId(id("teapot 1"))
                .setOccurredAt(OPENING)
                .setReceivedAt(OPENING)
                .setProductId("teapot")
                .setRevision(1)
                .setName("Teapot")
                .setCategory("Kitchen")
                .setListPriceMicros(2_550_000)
                .setUnitCostMicros(1_200_000)
                .setEffectiveFrom(OPENING)
                .build()));
  }

  /** Moves the shop's clock, on every partition of every event topic. */
  void tick(Instant time) throws Exception {
    ClockTick tick =
        ClockTick.newBuilder()
            .setEventId(id("tick " + time))
            .setOccurredAt(time)
            .setReceivedAt(time)
            .build();
    byte[] bytes = encoder.encode(tick);
    for (Topic topic : Topic.EVENTS) {
      producer
          .partitionsFor(topic.topicName())
          .forEach(
              partition ->
                  underWay.add(
                      producer.send(
                          new ProducerRecord<>(
                              topic.topicName(),
                              partition.partition(),
                              time.toEpochMilli(),
                              null,
                              bytes))));
    }
    for (Future<RecordMetadata> record : underWay) {
      record.get();
    }
    underWay.clear();
  }

  /** An order of one teapot an hour after opening, to be changed by the test. */
  static OrderPlaced.Builder order(String orderId) {
    Instant time = OPENING.plusSeconds(3_600);
    return OrderPlaced.newBuilder()
        .setEventId(id("order " + orderId))
        .setOccurredAt(time)
        .setReceivedAt(time)
        .setOrderId(orderId)
        .setStoreId("web")
        .setPaymentMethod(PaymentMethod.CARD)
        .setLines(List.of(line(1).build()));
  }

  /** A line of two teapots at 2.55. */
  static OrderLine.Builder line(int number) {
    return OrderLine.newBuilder()
        .setLineNumber(number)
        .setProductId("teapot")
        .setProductRevision(1)
        .setQuantity(2)
        .setUnitPriceMicros(2_550_000);
  }

  byte[] encode(SpecificRecord event) {
    return encoder.encode(event);
  }

  static EventId id(String name) {
    long half = name.hashCode();
    return new EventId(ByteBuffer.allocate(16).putLong(half).putLong(name.length()).array());
  }

  @Override
  public void close() {
    producer.close();
  }
}
