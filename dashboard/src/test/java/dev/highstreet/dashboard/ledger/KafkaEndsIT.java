package dev.highstreet.dashboard.ledger;

import dev.highstreet.dashboard.shell.Panel;
import dev.highstreet.dashboard.shell.Problem;
import dev.highstreet.schemas.Topic;
import dev.highstreet.testsupport.Eventually;
import dev.highstreet.testsupport.KafkaExtension;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KafkaEndsIT {
  @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();

  @BeforeEach
  void empty() throws Exception {
    KAFKA.emptyTopics();
  }

  @Test
  void recordsOfAllPartitionsAreAddedUpByTopic() throws Exception {
    send(Topic.ORDERS, 0, 3);
    send(Topic.ORDERS, 3, 4);
    send(Topic.RETURNS, 1, 1);
    send(Topic.DEAD_LETTERS, 0, 1);

    try (KafkaEnds ends = new KafkaEnds(KAFKA.bootstrapServers(), Clock.systemUTC())) {
      Map<String, Long> expected =
          Map.of(
              "highstreet.products", 0L,
              "highstreet.stores", 0L,
              "highstreet.customers", 0L,
              "highstreet.orders", 7L,
              "highstreet.returns", 1L);

      // topics just made anew have no leader yet, now and then
      Eventually.wait(
          Duration.ofSeconds(20),
          "every record to be counted",
          () -> Panel.of(ends::read).found().filter(expected::equals).isPresent(),
          () -> "Now " + Panel.of(ends::read).found());
    }
  }

  @Test
  void missingTopicsAreSaidInWords() throws Exception {
    try (Admin admin =
            Admin.create(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, KAFKA.bootstrapServers()));
        KafkaEnds ends = new KafkaEnds(KAFKA.bootstrapServers(), Clock.systemUTC())) {
      admin.deleteTopics(List.of(Topic.RETURNS.topicName())).all().get();

      // a broker's list of topics may be a moment old
      Eventually.wait(
          Duration.ofSeconds(20),
          "the missing topic to be said",
          () -> {
            Problem problem = Panel.of(ends::read).problem();
            return problem != null && problem.title().equals("The topics are not there yet");
          });
    }
  }

  private static void send(Topic topic, int partition, int records)
      throws InterruptedException, ExecutionException {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, KAFKA.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (int i = 0; i < records; i++) {
        producer
            .send(new ProducerRecord<>(topic.topicName(), partition, null, new byte[] {1}))
            .get();
      }
    }
  }
}
