package dev.highstreet.jobs.source;

import dev.highstreet.schemas.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What a run reads of the topics of orders and returns: in each partition, from an offset up to,
 * and without, another.
 *
 * @param starts the first offset in each partition
 * @param ends the offset after the last, at least the first
 */
public record TransactionOffsets(Map<TopicPartition, Long> starts, Map<TopicPartition, Long> ends) {
  /** The topics of orders and returns. */
  static final List<String> TOPICS = List.of(Topic.ORDERS.topicName(), Topic.RETURNS.topicName());

  public TransactionOffsets {
    starts = Map.copyOf(starts);
    ends = Map.copyOf(ends);
    for (Map.Entry<TopicPartition, Long> start : starts.entrySet()) {
      Long end = ends.get(start.getKey());
      if (end == null || end < start.getValue()) {
        throw new IllegalArgumentException(
            "%s is read from %d to %s".formatted(start.getKey(), start.getValue(), end));
      }
    }
  }

  /** How many readers have something to read, of so many at most; at least one. */
  public int readers(int most) {
    long partitions =
        starts.entrySet().stream()
            .filter(start -> start.getValue() < ends.get(start.getKey()))
            .count();
    return (int) Math.max(1, Math.min(partitions, most));
  }

  /** The same, and all of the orders and returns that an upload brings. */
  public TransactionOffsets with(UploadTopics upload) {
    Map<TopicPartition, Long> alsoFrom = new HashMap<>(starts);
    Map<TopicPartition, Long> alsoTo = new HashMap<>(ends);
    upload.transactions().keySet().forEach(partition -> alsoFrom.put(partition, 0L));
    alsoTo.putAll(upload.transactions());
    return new TransactionOffsets(alsoFrom, alsoTo);
  }

  /** The topics that are read. */
  List<String> topics() {
    return starts.keySet().stream().map(TopicPartition::topic).distinct().sorted().toList();
  }

  /** The same, read on to behind these offsets where it would end before. */
  TransactionOffsets upToBehind(Map<TopicPartition, Long> offsets) {
    Map<TopicPartition, Long> further = new HashMap<>(ends);
    offsets.forEach(
        (partition, offset) ->
            further.computeIfPresent(partition, (key, end) -> Math.max(end, offset + 1)));
    return new TransactionOffsets(starts, further);
  }
}
