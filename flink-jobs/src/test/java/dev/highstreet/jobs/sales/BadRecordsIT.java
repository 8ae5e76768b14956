package dev.highstreet.jobs.sales;

import static dev.highstreet.jobs.sales.Wire.OPENING;
import static dev.highstreet.jobs.sales.Wire.line;
import static dev.highstreet.jobs.sales.Wire.order;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.schemas.EventId;
import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.OrderReturned;
import dev.highstreet.schemas.ReturnLine;
import dev.highstreet.schemas.Topic;
import dev.highstreet.testsupport.FlinkExtension;
import dev.highstreet.testsupport.KafkaExtension;
import dev.highstreet.testsupport.PostgresExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever is written to the topics, the job runs on, and every record is accounted for. */
class BadRecordsIT {
  @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  @RegisterExtension static final FlinkExtension FLINK = new FlinkExtension();

  private static final Duration AFTER_LATENESS = Duration.ofDays(3);

  private static final Instant NEVER = Instant.ofEpochMilli(Long.MAX_VALUE);

  /** A mebibyte, which is what a producer sends by default, less what Kafka puts around it. */
  private static final int LARGEST_RECORD = (1 << 20) - 100;

  /** Of random digits: Postgres would compress a text that repeats itself, and take it as a key. */
  private static final String LONG_ID =
      new Random(7).ints(10_000, 0, 36).mapToObj(d -> Integer.toString(d, 36)).collect(joining());

  private final WrittenTables tables = new WrittenTables(POSTGRES);
  private final JobWatch watch = new JobWatch(FLINK);
  private SalesRig rig;

  @BeforeEach
  void emptyPlatform() throws Exception {
    KAFKA.emptyTopics();
    POSTGRES.emptyTables();
    rig = new SalesRig(KAFKA, POSTGRES, FLINK);
  }

  @Test
  void everyBadRecordBecomesADeadLetterAndTheJobRunsOn() throws Exception {
    String job = rig.startLive();
    Map<Long, String> expected = new TreeMap<>();
    long good;
    try (Wire wire = new Wire(KAFKA.bootstrapServers())) {
      wire.publishShop();
      byte[] sound = wire.encode(order("sound").build());

      expected.put(wire.write(Topic.ORDERS, OPENING, "no event".getBytes(UTF_8)), "UNDECODABLE");
      expected.put(wire.write(Topic.ORDERS, OPENING, new byte[0]), "UNDECODABLE");
      expected.put(wire.write(Topic.ORDERS, OPENING, null), "UNDECODABLE");
      byte[] cutOff = Arrays.copyOf(sound, sound.length - 5);
      expected.put(wire.write(Topic.ORDERS, OPENING, cutOff), "UNDECODABLE");
      byte[] unknown = sound.clone();
      unknown[5] ^= 0x55;
      expected.put(wire.write(Topic.ORDERS, OPENING, unknown), "UNKNOWN_SCHEMA");

      expected.put(
          wire.write(order("zero").setEventId(new EventId(new byte[16])).build()), "MISSING_FIELD");
      expected.put(wire.write(order(" ").build()), "MISSING_FIELD");
      expected.put(wire.write(order(LONG_ID).build()), "ID_TOO_LONG");
      expected.put(wire.write(order("no store").setStoreId("").build()), "MISSING_FIELD");
      expected.put(wire.write(order("no lines").setLines(List.of()).build()), "MISSING_FIELD");
      expected.put(
          wire.write(order("future").setOccurredAt(OPENING.plus(AFTER_LATENESS)).build()),
          "OCCURRED_IN_FUTURE");
      byte[] ahead =
          wire.encode(
              order("ahead")
                  .setOccurredAt(OPENING.plus(Duration.ofDays(400)))
                  .setReceivedAt(OPENING.plus(Duration.ofDays(400)))
                  .build());
      expected.put(wire.write(Topic.ORDERS, OPENING, ahead), "RECEIVED_IN_FUTURE");
      expected.put(
          wire.write(order("never").setOccurredAt(NEVER).setReceivedAt(NEVER).build()),
          "TIME_OUT_OF_RANGE");
      expected.put(
          wire.write(order("total").setReportedTotalMicros(9_990_000L).build()), "TOTAL_MISMATCH");
      expected.put(wire.write(order("nowhere").setStoreId("nowhere").build()), "UNKNOWN_STORE");

      expected.put(
          wire.write(order("none").setLines(List.of(line(1).setQuantity(0).build())).build()),
          "NO_LINES_LEFT, NON_POSITIVE_QUANTITY");
      expected.put(wire.write(mixed("free", line(2).setUnitPriceMicros(0))), "NON_POSITIVE_PRICE");
      expected.put(
          wire.write(mixed("gift", line(2).setDiscountMicros(6_000_000))),
          "DISCOUNT_EXCEEDS_PRICE");
      expected.put(
          wire.write(mixed("overflow", line(2).setUnitPriceMicros(Long.MAX_VALUE))),
          "AMOUNT_OUT_OF_RANGE");
      expected.put(wire.write(mixed("ghost", line(2).setProductRevision(99))), "UNKNOWN_PRODUCT");

      good = wire.write(order("good").build());
      wire.tick(OPENING.plus(AFTER_LATENESS));
      rig.awaitAllAccountedFor(job);
    }
    assertThat(watch.failure(job)).isEmpty();
    rig.stop(job);

    Map<Long, String> found = new TreeMap<>();
    for (String row :
        tables.rows(
            "SELECT \"offset\", string_agg(reason, ', ' ORDER BY line) FROM ops.dead_letters WHERE topic = 'highstreet.orders' GROUP BY 1")) {
      String[] cells = row.split("\\|", -1);
      found.put(Long.parseLong(cells[0]), cells[1]);
    }
    assertThat(found).isEqualTo(expected);
    assertThat(tables.rows("SELECT order_id FROM core.orders ORDER BY 1"))
        .containsExactly("free", "ghost", "gift", "good", "overflow");
    assertThat(tables.rows("SELECT kafka_offset FROM core.orders WHERE order_id = 'good'"))
        .containsExactly(Long.toString(good));
  }

  @Test
  void aReturnOfAnOrderThatNoIndexCouldHoldIsQuarantined() throws Exception {
    String job = rig.startLive();
    try (Wire wire = new Wire(KAFKA.bootstrapServers())) {
      wire.publishShop();
      wire.write(Topic.RETURNS, OPENING.plusSeconds(3_600), wire.encode(takenBack(LONG_ID)));
      rig.awaitAllAccountedFor(job);
    }
    assertThat(watch.failure(job)).isEmpty();
    rig.stop(job);

    assertThat(tables.rows("SELECT reason, line FROM ops.dead_letters"))
        .containsExactly("ID_TOO_LONG|0");
  }

  @Test
  void aHugeRecordOfFaultyLinesIsKeptOnce() throws Exception {
    String job = rig.startLive();
    List<OrderLine> lines = new ArrayList<>();
    for (int number = 1; number <= 30_000; number++) {
      lines.add(line(number).setQuantity(-number).build());
    }
    byte[] huge;
    try (Wire wire = new Wire(KAFKA.bootstrapServers())) {
      wire.publishShop();
      huge = wire.encode(order("huge").setLines(lines).build());
      wire.write(Topic.ORDERS, OPENING.plusSeconds(3_600), huge);
      wire.write(order("good").build());
      wire.tick(OPENING.plus(AFTER_LATENESS));
      rig.awaitAllAccountedFor(job);
    }
    rig.stop(job);

    assertThat(huge.length).isGreaterThan(400_000);
    assertThat(tables.rows("SELECT count(*), sum(length(bytes)) FROM ops.dead_letters"))
        .containsExactly("30001|" + huge.length);
    assertThat(tables.rows("SELECT order_id FROM core.orders")).containsExactly("good");
  }

  @Test
  void aDeadLetterHoldsTheOriginalBytesInPostgresAndOnItsTopic() throws Exception {
    String job = rig.startLive();
    byte[] bytes = "\u0000 not an event \u00ff".getBytes(UTF_8);
    long offset;
    try (Wire wire = new Wire(KAFKA.bootstrapServers())) {
      offset = wire.write(Topic.RETURNS, OPENING, bytes);
      rig.awaitAllAccountedFor(job);
    }
    rig.stop(job);

    assertThat(
            tables.rows(
                "SELECT topic, partition, \"offset\", line, stage, reason, encode(bytes, 'hex') FROM ops.dead_letters"))
        .containsExactly(
            "highstreet.returns|0|%d|0|DECODE|UNDECODABLE|%s"
                .formatted(offset, HexFormat.of().formatHex(bytes)));
    ConsumerRecord<byte[], byte[]> letter = onlyLetter();
    assertThat(letter.value()).isEqualTo(bytes);
    assertThat(header(letter, "topic")).isEqualTo("highstreet.returns");
    assertThat(header(letter, "offset")).isEqualTo(Long.toString(offset));
    assertThat(header(letter, "stage")).isEqualTo("DECODE");
    assertThat(header(letter, "reason")).isEqualTo("UNDECODABLE");
    assertThat(header(letter, "detail")).contains("marker c301");
  }

  @Test
  void aDeadLetterOfTheLargestRecordThatATopicTakesIsSentWhole() throws Exception {
    String job = rig.startLive();
    byte[] bytes = new byte[LARGEST_RECORD];
    new Random(7).nextBytes(bytes);
    try (Wire wire = new Wire(KAFKA.bootstrapServers())) {
      wire.write(Topic.ORDERS, OPENING, bytes);
      rig.awaitAllAccountedFor(job);
    }
    rig.stop(job);

    assertThat(watch.failure(job)).isEmpty();
    assertThat(onlyLetter().value()).isEqualTo(bytes);
    assertThat(tables.rows("SELECT length(bytes) FROM ops.dead_letters"))
        .containsExactly(Integer.toString(LARGEST_RECORD));
  }

  private static OrderPlaced mixed(String orderId, OrderLine.Builder bad) {
    return order(orderId).setLines(List.of(line(1).build(), bad.build())).build();
  }

  private static OrderReturned takenBack(String orderId) {
    Instant time = OPENING.plusSeconds(3_600);
    return OrderReturned.newBuilder()
        .setEventId(Wire.id("return of " + orderId))
        .setOccurredAt(time)
        .setReceivedAt(time)
        .setReturnId("R1")
        .setOrderId(orderId)
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

  private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), UTF_8);
  }

  private static ConsumerRecord<byte[], byte[]> onlyLetter() {
    Map<String, Object> settings =
        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, KAFKA.bootstrapServers());
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topic.DEAD_LETTERS.topicName()).stream()
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(200)).forEach(letters::add);
      }
      assertThat(letters).hasSize(1);
      return letters.get(0);
    }
  }
}
