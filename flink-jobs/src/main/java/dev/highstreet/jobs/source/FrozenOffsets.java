package dev.highstreet.jobs.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/**
 * Where the topics of sales end now: frozen at the start of a bounded run, and recorded with it.
 * Also tells how many partitions there are to read.
 */
public final class FrozenOffsets {
  private FrozenOffsets() {}

  /**
   * The end of every partition of every topic of sales.
   *
   * @param kafka bootstrap servers, {@code host:port}
   * @throws IllegalStateException if Kafka does not answer, or a topic does not exist
   */
  public static Map<TopicPartition, Long> ends(String kafka) {
    try (Admin admin = admin(kafka)) {
      return ends(admin, EventTopics.NAMES);
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "cannot read the ends of the sales topics from Kafka at %s: %s. Is it running, and have its topics been created (./highstreet up creates them)?"
              .formatted(kafka, e.getCause().getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking Kafka at " + kafka, e);
    }
  }

  /** The end of every partition of these topics. */
  static Map<TopicPartition, Long> ends(Admin admin, Collection<String> topics)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    for (TopicDescription topic : admin.describeTopics(topics).allTopicNames().get().values()) {
      for (TopicPartitionInfo partition : topic.partitions()) {
        asked.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest());
      }
    }
    Map<TopicPartition, Long> ends = new HashMap<>();
    for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end :
        admin.listOffsets(asked).all().get().entrySet()) {
      ends.put(end.getKey(), end.getValue().offset());
    }
    return ends;
  }

  /**
   * How many readers have something to read, of so many at most: one for each partition of the
   * topic that has the most. A reader that has nothing to read would never tell the time, and
   * nothing would ever be final.
   */
  public static int readers(Map<TopicPartition, Long> ends, int most) {
    int partitions = ends.keySet().stream().mapToInt(TopicPartition::partition).max().orElse(0) + 1;
    return Math.min(partitions, most);
  }

  /** The offsets as JSON, {@code {"topic": {"partition": offset}}}, in a fixed order. */
  public static String toJson(Map<TopicPartition, Long> offsets) {
    Map<String, TreeMap<Integer, Long>> topics = new TreeMap<>();
    offsets.forEach(
        (partition, offset) ->
            topics
                .computeIfAbsent(partition.topic(), name -> new TreeMap<>())
                .put(partition.partition(), offset));
    List<String> members = new ArrayList<>();
    topics.forEach(
        (topic, partitions) -> {
          List<String> ends = new ArrayList<>();
          partitions.forEach((number, offset) -> ends.add("\"%d\": %d".formatted(number, offset)));
          members.add("\"%s\": {%s}".formatted(topic, String.join(", ", ends)));
        });
    return "{" + String.join(", ", members) + "}";
  }

  static Admin admin(String kafka) {
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000));
  }
}
