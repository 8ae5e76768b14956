package dev.highstreet.simulator.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.platform.EmbeddedKafka;
import dev.highstreet.platform.Topics;
import dev.highstreet.schemas.ClockTick;
import dev.highstreet.schemas.EventDecoder;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.replay.Replay;
import dev.highstreet.simulator.replay.ReplayOptions;
import dev.highstreet.simulator.replay.ReplayReport;
import dev.highstreet.testsupport.KafkaExtension;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class KafkaEventSinkIT {
  @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();

  private static final Path FILE = Path.of("..", "samples", "corner-shop.csv");
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  @TempDir Path folder;

  @BeforeEach
  void begin() throws Exception {
    KAFKA.emptyTopics();
  }

  @Test
  void everyEventReachesItsTopicInOrderOfTimeAndEveryTickEveryPartition() throws Exception {
    ReplayReport report = replay();
    EventDecoder decoder = new EventDecoder();
    Map<Topic, Long> events = new HashMap<>();
    Map<TopicPartition, Long> ticks = new HashMap<>();
    Map<TopicPartition, Long> latest = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : everything()) {
      TopicPartition partition = new TopicPartition(record.topic(), record.partition());
      SpecificRecord event = decoder.decode(record.value());
      assertThat(record.timestamp()).isEqualTo(((Instant) event.get(2)).toEpochMilli());
      assertThat(record.timestamp()).isGreaterThanOrEqualTo(latest.getOrDefault(partition, 0L));
      latest.put(partition, record.timestamp());
      if (event instanceof ClockTick) {
        ticks.merge(partition, 1L, Long::sum);
      } else {
        events.merge(Topic.named(record.topic()).orElseThrow(), 1L, Long::sum);
      }
    }
    assertThat(events).isEqualTo(report.produced());
    assertThat(ticks)
        .hasSize(Topic.EVENTS.size() * Topics.PARTITIONS)
        .allSatisfy((at, count) -> assertThat(count).isEqualTo(report.ticks()));
    assertThat(latest.values()).containsOnly(report.last().toEpochMilli());
  }

  @Test
  void secondReplaySendsTheSameKeysAndValuesAgain() throws Exception {
    replay();
    List<String> once = contents();
    replay();
    List<String> twice = contents();
    List<String> expected = new ArrayList<>(once);
    expected.addAll(once);
    assertThat(twice).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void missingTopicIsNamedAndNotCreated() throws Exception {
    try (EmbeddedKafka bare = EmbeddedKafka.start(folder.resolve("bare"), 0);
        Admin admin = Admin.create(Map.of("bootstrap.servers", bare.bootstrapServers()))) {
      assertThatThrownBy(() -> KafkaEventSink.connect(bare.bootstrapServers()))
          .isInstanceOf(EmitException.class)
          .hasMessage(
              "Kafka at %s has no topic highstreet.products: create the topics of the contract first"
                  .formatted(bare.bootstrapServers()));
      assertThat(admin.listTopics().names().get()).isEmpty();
    }
  }

  @Test
  void addressWhereNobodyAnswersIsNamed() throws Exception {
    String address;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      address = "127.0.0.1:" + free.getLocalPort();
    }
    assertThatThrownBy(() -> KafkaEventSink.connect(address, PATIENCE))
        .isInstanceOf(EmitException.class)
        .hasMessageStartingWith("no Kafka answers at " + address + " within 1 seconds:");
  }

  private ReplayReport replay() throws Exception {
    Replay replay = Replay.open(ReplayOptions.of(FILE, folder.resolve("rejects.csv")));
    try (KafkaEventSink sink = KafkaEventSink.connect(KAFKA.bootstrapServers())) {
      return replay.run(sink, progress -> {});
    }
  }

  private static List<String> contents() {
    return everything().stream()
        .map(
            record ->
                "%s/%s/%s"
                    .formatted(
                        new TopicPartition(record.topic(), record.partition()),
                        record.key() == null
                            ? ""
                            : new String(record.key(), StandardCharsets.UTF_8),
                        new String(record.value(), StandardCharsets.ISO_8859_1)))
        .toList();
  }

  /** All records that the event topics hold, each partition's in order. */
  private static List<ConsumerRecord<byte[], byte[]>> everything() {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", KAFKA.bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          Topic.EVENTS.stream()
              .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long end = consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
      long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
      while (records.size() < end) {
        assertThat(System.nanoTime())
            .as("%d of %d records", records.size(), end)
            .isLessThan(deadline);
        consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
      }
    }
    return records;
  }
}
