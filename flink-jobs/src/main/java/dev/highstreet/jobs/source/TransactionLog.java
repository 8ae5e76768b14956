package dev.highstreet.jobs.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/**
 * What the topics of orders and returns hold, by record time, which is {@code receivedAt}. Asks for
 * offsets only: reads no record.
 */
public final class TransactionLog implements AutoCloseable {
  private final String kafka;
  private final Admin admin;

  private TransactionLog(String kafka, Admin admin) {
    this.kafka = kafka;
    this.admin = admin;
  }

  /**
   * Of this Kafka.
   *
   * @param kafka bootstrap servers, {@code host:port}
   */
  public static TransactionLog open(String kafka) {
    return new TransactionLog(kafka, FrozenOffsets.admin(kafka));
  }

  /** The time of the newest record; empty where there is none. */
  public Optional<Instant> newest() {
    return newestOfPartitions().stream().max(Comparator.naturalOrder());
  }

  /**
   * Up to when every partition has come, of those that hold records: the time of its newest record,
   * of the one that has come least far. Empty where there are no records.
   */
  public Optional<Instant> cameTo() {
    return newestOfPartitions().stream().min(Comparator.naturalOrder());
  }

  private List<Instant> newestOfPartitions() {
    return list(OffsetSpec.maxTimestamp()).values().stream()
        .filter(newest -> newest.offset() >= 0)
        .map(newest -> Instant.ofEpochMilli(newest.timestamp()))
        .toList();
  }

  /**
   * Whether records since a time may have been removed from the topics.
   *
   * @return a partition that begins later than it once did, and with a record after that time; in
   *     words
   */
  public Optional<String> lacksSome(Instant since) {
    Map<TopicPartition, ListOffsetsResultInfo> begins = list(OffsetSpec.earliest());
    Map<TopicPartition, ListOffsetsResultInfo> first = list(OffsetSpec.forTimestamp(0));
    return begins.entrySet().stream()
        .filter(partition -> partition.getValue().offset() > 0)
        .filter(
            partition ->
                first.get(partition.getKey()).offset() < 0
                    || first.get(partition.getKey()).timestamp() > since.toEpochMilli())
        .min(Comparator.comparing(partition -> partition.getKey().toString()))
        .map(
            partition ->
                first.get(partition.getKey()).offset() < 0
                    ? "%s has lost all its records".formatted(partition.getKey())
                    : "%s begins at offset %d, with a record of %s"
                        .formatted(
                            partition.getKey(),
                            partition.getValue().offset(),
                            Instant.ofEpochMilli(first.get(partition.getKey()).timestamp())));
  }

  /**
   * From the first record of a time or later, up to the first of another time or later, or to where
   * a partition ends.
   *
   * @param beyond offsets that are read, too, with all that is before them
   */
  public TransactionOffsets between(Instant from, Instant to, Map<TopicPartition, Long> beyond) {
    Map<TopicPartition, Long> latest = offsets(list(OffsetSpec.latest()), Map.of());
    Map<TopicPartition, Long> starts =
        offsets(list(OffsetSpec.forTimestamp(from.toEpochMilli())), latest);
    Map<TopicPartition, Long> ends =
        offsets(list(OffsetSpec.forTimestamp(to.toEpochMilli())), latest);
    starts.forEach((partition, start) -> ends.merge(partition, start, Math::max));
    return new TransactionOffsets(starts, ends).upToBehind(beyond);
  }

  private static Map<TopicPartition, Long> offsets(
      Map<TopicPartition, ListOffsetsResultInfo> found, Map<TopicPartition, Long> otherwise) {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    found.forEach(
        (partition, info) ->
            offsets.put(partition, info.offset() < 0 ? otherwise.get(partition) : info.offset()));
    return offsets;
  }

  private Map<TopicPartition, ListOffsetsResultInfo> list(OffsetSpec which) {
    try {
      Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
      for (TopicPartition partition : partitions()) {
        asked.put(partition, which);
      }
      return admin.listOffsets(asked).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "cannot ask Kafka at %s for offsets of %s: %s. Is it running, and have its topics been created (./highstreet up creates them)?"
              .formatted(kafka, TransactionOffsets.TOPICS, e.getCause().getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking Kafka at " + kafka, e);
    }
  }

  private List<TopicPartition> partitions() throws ExecutionException, InterruptedException {
    List<TopicPartition> partitions = new ArrayList<>();
    for (TopicDescription topic :
        admin.describeTopics(TransactionOffsets.TOPICS).allTopicNames().get().values()) {
      topic
          .partitions()
          .forEach(
              partition -> partitions.add(new TopicPartition(topic.name(), partition.partition())));
    }
    return partitions;
  }

  @Override
  public void close() {
    admin.close();
  }
}
