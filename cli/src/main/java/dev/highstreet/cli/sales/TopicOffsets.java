package dev.highstreet.cli.sales;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.cli.console.CommandException;
import dev.highstreet.schemas.Topic;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/**
 * One offset in every partition of every topic that the sales job reads.
 *
 * @param byTopic topic, then partition, to offset; written to {@code ops.runs} in this very shape
 */
public record TopicOffsets(Map<String, Map<Integer, Long>> byTopic) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> SALES_TOPICS =
      Topic.SALES.stream().map(Topic::topicName).toList();

  public TopicOffsets {
    Map<String, Map<Integer, Long>> sorted = new TreeMap<>();
    byTopic.forEach((topic, offsets) -> sorted.put(topic, new TreeMap<>(offsets)));
    byTopic = Collections.unmodifiableMap(sorted);
  }

  /** Which Kafka the offsets are of, whatever its address. */
  static String clusterId(Admin kafka) {
    try {
      return kafka.describeCluster().clusterId().get();
    } catch (ExecutionException e) {
      throw CommandException.answerIsNo(
          "Kafka does not say which cluster it is: " + e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandException.answerIsNo("interrupted while asking Kafka for its cluster id", e);
    }
  }

  /** Where each partition begins. */
  public static TopicOffsets beginnings(Admin kafka) {
    return read(kafka, OffsetSpec.earliest());
  }

  /** Where each partition ends now: one after its last record. */
  public static TopicOffsets ends(Admin kafka) {
    return read(kafka, OffsetSpec.latest());
  }

  private static TopicOffsets read(Admin kafka, OffsetSpec which) {
    try {
      Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
      for (TopicDescription topic :
          kafka.describeTopics(SALES_TOPICS).allTopicNames().get().values()) {
        for (TopicPartitionInfo partition : topic.partitions()) {
          asked.put(new TopicPartition(topic.name(), partition.partition()), which);
        }
      }
      Map<String, Map<Integer, Long>> offsets = new TreeMap<>();
      kafka
          .listOffsets(asked)
          .all()
          .get()
          .forEach(
              (partition, info) ->
                  offsets
                      .computeIfAbsent(partition.topic(), topic -> new TreeMap<>())
                      .put(partition.partition(), info.offset()));
      return new TopicOffsets(offsets);
    } catch (ExecutionException e) {
      throw CommandException.answerIsNo(
          "Kafka does not say where its topics end: " + e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandException.answerIsNo("interrupted while asking Kafka for offsets", e);
    }
  }

  /** Records of each topic from these offsets up to others; every topic is named. */
  public Map<String, Long> recordsUpTo(TopicOffsets ends) {
    Map<String, Long> records = new TreeMap<>();
    for (String topic : SALES_TOPICS) {
      records.put(topic, ends.total(topic) - total(topic));
    }
    return records;
  }

  /**
   * Where the account of a run ends that began here: so many records further on, topic by topic.
   * Exact as a sum over a topic, which is what accounts are made of. How many records lie before it
   * in a single partition is an estimate, unless all were counted: a ledger does not count by
   * partition, and an order that waits for its product was read, and is not counted yet.
   *
   * @param counted records of each topic
   * @param ends where the partitions end
   */
  TopicOffsets after(Map<String, Long> counted, TopicOffsets ends) {
    Map<String, Map<Integer, Long>> reached = new TreeMap<>();
    ends.byTopic.forEach(
        (topic, partitions) -> {
          long outstanding = ends.total(topic) - total(topic);
          long left = Math.min(counted.getOrDefault(topic, 0L), outstanding);
          Map<Integer, Long> offsets = new TreeMap<>();
          for (Map.Entry<Integer, Long> end : partitions.entrySet()) {
            long from = byTopic.getOrDefault(topic, Map.of()).getOrDefault(end.getKey(), 0L);
            long here = end.getValue() - from;
            // its share of what is left, rounded down: the last partition takes all the rest
            long share = outstanding == 0 ? 0 : Math.multiplyExact(here, left) / outstanding;
            offsets.put(end.getKey(), from + share);
            left -= share;
            outstanding -= here;
          }
          reached.put(topic, offsets);
        });
    return new TopicOffsets(reached);
  }

  private long total(String topic) {
    return byTopic.getOrDefault(topic, Map.of()).values().stream().mapToLong(Long::longValue).sum();
  }

  /** {@code {"topic": {"partition": offset}}}. */
  String toJson() {
    try {
      return JSON.writeValueAsString(byTopic);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // strings and numbers are always written
    }
  }

  /** Reads what {@link #toJson} wrote. */
  static TopicOffsets fromJson(String json) throws JsonProcessingException {
    return new TopicOffsets(JSON.readValue(json, new TypeReference<>() {}));
  }
}
