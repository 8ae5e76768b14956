package dev.highstreet.drills.rig;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a job was stopped.
 *
 * @param path as Flink names it
 * @param offsets the first that it has not read, in every partition
 * @param counted what it has counted, by topic; what waits for something is read, and not counted
 */
public record DrillSavepoint(
    String path, Map<TopicPartition, Long> offsets, Map<String, Long> counted) {

  /** As {@code ops.runs} has them. */
  String offsetsAsJson() {
    Map<String, Map<Integer, Long>> topics = new TreeMap<>();
    offsets.forEach(
        (at, offset) ->
            topics
                .computeIfAbsent(at.topic(), topic -> new TreeMap<>())
                .put(at.partition(), offset));
    return topics.entrySet().stream()
        .map(topic -> "\"%s\": {%s}".formatted(topic.getKey(), members(topic.getValue())))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String members(Map<Integer, Long> partitions) {
    return partitions.entrySet().stream()
        .map(partition -> "\"%d\": %d".formatted(partition.getKey(), partition.getValue()))
        .collect(Collectors.joining(", "));
  }
}
