package dev.highstreet.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.jobs.event.Arrival;
import dev.highstreet.schemas.EventEncoder;
import dev.highstreet.schemas.Topic;
import dev.highstreet.testsupport.KafkaExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is asked of Kafka before a job begins. */
class PublishedRevisionsIT {
  @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();

  private static final byte[] BROKEN = {1, 2, 3};

  private final EventEncoder encoder = new EventEncoder();

  @BeforeEach
  void emptyTopics() throws Exception {
    KAFKA.emptyTopics();
  }

  @Test
  void productsAndStoresPublishedSoFarAreHandedOver() throws Exception {
    publish(Topic.PRODUCTS, 0, encoder.encode(WireEvents.product()));
    publish(Topic.PRODUCTS, 3, encoder.encode(WireEvents.tick()), BROKEN);
    publish(Topic.STORES, 1, BROKEN, encoder.encode(WireEvents.store()));
    publish(Topic.CUSTOMERS, 2, encoder.encode(WireEvents.customer()));
    assertThat(load())
        .extracting(arrival -> arrival.revision().entityId())
        .containsExactlyInAnyOrder("product", "store");
  }

  @Test
  void boundedRunKnowsNothingThatIsPublishedAfterItsEnds() throws Exception {
    publish(Topic.STORES, 1, encoder.encode(WireEvents.store()));
    publish(Topic.ORDERS, 0, encoder.encode(WireEvents.order()));
    Map<TopicPartition, Long> ends = FrozenOffsets.ends(KAFKA.bootstrapServers());
    publish(Topic.STORES, 1, encoder.encode(WireEvents.store()));
    publish(Topic.PRODUCTS, 0, encoder.encode(WireEvents.product()));
    List<Arrival> revisions = new ArrayList<>();
    PublishedRevisions.before(KAFKA.bootstrapServers(), ends).load(revisions::add);
    assertThat(revisions)
        .extracting(arrival -> arrival.revision().entityId())
        .containsExactly("store");
  }

  @Test
  void nothingIsWaitedForWhereNothingIsPublished() {
    assertThat(load()).isEmpty();
  }

  @Test
  void boundedRunEndsWhereEveryEventTopicEndsNow() throws Exception {
    publish(Topic.PRODUCTS, 0, encoder.encode(WireEvents.product()));
    publish(Topic.ORDERS, 2, BROKEN, encoder.encode(WireEvents.order()));
    Map<TopicPartition, Long> ends = FrozenOffsets.ends(KAFKA.bootstrapServers());
    assertThat(ends).hasSize(5 * 4);
    assertThat(ends.keySet())
        .extracting(TopicPartition::topic)
        .doesNotContain(Topic.DEAD_LETTERS.topicName());
    assertThat(ends.entrySet().stream().filter(end -> end.getValue() > 0))
        .containsExactlyInAnyOrder(
            Map.entry(new TopicPartition(Topic.PRODUCTS.topicName(), 0), 1L),
            Map.entry(new TopicPartition(Topic.ORDERS.topicName(), 2), 2L));
  }

  private static List<Arrival> load() {
    List<Arrival> revisions = new ArrayList<>();
    PublishedRevisions.soFar(KAFKA.bootstrapServers()).load(revisions::add);
    return revisions;
  }

  private static void publish(Topic topic, int partition, byte[]... values)
      throws InterruptedException, ExecutionException {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, KAFKA.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (byte[] value : values) {
        producer.send(new ProducerRecord<>(topic.topicName(), partition, null, value)).get();
      }
    }
  }
}
