package dev.highstreet.jobs.source;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.schemas.Topic;
import dev.highstreet.testsupport.KafkaExtension;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TransactionLogIT {
  @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();

  private static final Instant ONE = Instant.parse("2011-11-01T00:00:00Z");
  private static final Instant TWO = ONE.plusSeconds(1);
  private static final Instant THREE = ONE.plusSeconds(2);
  private static final TopicPartition ORDERS = partition(Topic.ORDERS, 1);
  private static final TopicPartition RETURNS = partition(Topic.RETURNS, 2);

  private TransactionLog log;

  @BeforeEach
  void open() throws Exception {
    KAFKA.emptyTopics();
    log = TransactionLog.open(KAFKA.bootstrapServers());
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void emptyTopicsHaveNoTimeAndNothingToRead() {
    assertThat(log.newest()).isEmpty();
    assertThat(log.cameTo()).isEmpty();
    assertThat(log.lacksSome(ONE)).isEmpty();
    TransactionOffsets nothing = log.between(ONE, THREE, Map.of());
    assertThat(nothing.ends()).hasSize(8).isEqualTo(nothing.starts());
    assertThat(nothing.readers(4)).isEqualTo(1);
  }

  @Test
  void topicsHaveComeAsFarAsTheirSlowestPartitionThatHoldsRecords() throws Exception {
    write(ORDERS, THREE, ONE);
    write(RETURNS, TWO);
    write(partition(Topic.PRODUCTS, 0), ONE.minusSeconds(60), THREE.plusSeconds(60));
    assertThat(log.newest()).contains(THREE);
    assertThat(log.cameTo()).contains(TWO);
  }

  @Test
  void recordsOfATimeAreBetweenTheFirstOfItAndTheFirstAfterIt() throws Exception {
    write(ORDERS, ONE, TWO, TWO, THREE);
    write(RETURNS, ONE);
    TransactionOffsets found = log.between(TWO, THREE, Map.of());
    assertThat(read(found)).isEqualTo(Map.of(ORDERS, "1-3"));
    assertThat(found.starts()).hasSize(8);
    assertThat(found.readers(4)).isEqualTo(1);
  }

  @Test
  void whatComesBeforeARecordOfTheTimeIsNotReadAndAllThatComesAfterItIs() throws Exception {
    write(ORDERS, ONE, THREE, TWO, ONE);
    assertThat(read(log.between(TWO, THREE.plusMillis(1), Map.of())))
        .isEqualTo(Map.of(ORDERS, "1-4"));
  }

  @Test
  void placesBeyondAreReadToo() throws Exception {
    write(ORDERS, ONE, TWO, THREE, THREE, THREE);
    write(RETURNS, ONE, TWO, THREE);
    TransactionOffsets found = log.between(ONE, TWO, Map.of(ORDERS, 3L));
    assertThat(read(found)).isEqualTo(Map.of(ORDERS, "0-4", RETURNS, "0-1"));
    assertThat(found.readers(4)).isEqualTo(2);
    assertThat(found.readers(1)).isEqualTo(1);
  }

  @Test
  void partitionWhoseFirstRecordsWereRemovedIsNamedIfTheyWereOfTheTime() throws Exception {
    write(ORDERS, ONE, TWO, THREE);
    write(RETURNS, THREE);
    remove(ORDERS, 1);
    assertThat(log.lacksSome(TWO)).isEmpty();
    assertThat(log.lacksSome(TWO.minusMillis(1)))
        .contains("highstreet.orders-1 begins at offset 1, with a record of 2011-11-01T00:00:01Z");
    remove(ORDERS, 3);
    assertThat(log.lacksSome(THREE)).contains("highstreet.orders-1 has lost all its records");
  }

  private static Map<TopicPartition, String> read(TransactionOffsets offsets) {
    return offsets.starts().entrySet().stream()
        .filter(start -> start.getValue() < offsets.ends().get(start.getKey()))
        .collect(
            toMap(
                Map.Entry::getKey,
                start -> start.getValue() + "-" + offsets.ends().get(start.getKey())));
  }

  private static TopicPartition partition(Topic topic, int number) {
    return new TopicPartition(topic.topicName(), number);
  }

  private static void write(TopicPartition partition, Instant... times) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, KAFKA.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (Instant time : times) {
        producer
            .send(
                new ProducerRecord<>(
                    partition.topic(),
                    partition.partition(),
                    time.toEpochMilli(),
                    null,
                    new byte[1]))
            .get();
      }
    }
  }

  private static void remove(TopicPartition partition, long before) throws Exception {
    try (Admin admin =
        Admin.create(
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, KAFKA.bootstrapServers()))) {
      admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(before))).all().get();
    }
  }
}
