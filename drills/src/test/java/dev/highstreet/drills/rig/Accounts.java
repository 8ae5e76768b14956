package dev.highstreet.drills.rig;

import dev.highstreet.platform.Topics;
import dev.highstreet.schemas.Topic;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What Kafka holds, and what a run has made of it, by topic. */
final class Accounts {
  private static final String GROUP = "highstreet-sales";
  private static final String COUNTS =
      """
      SELECT topic, sum(events) FROM ops.run_counts
      WHERE run_id = (SELECT max(run_id) FROM ops.runs WHERE mode = 'LIVE') GROUP BY topic\
      """;

  private Accounts() {}

  /** Where each partition of the sales topics ends. */
  static Map<TopicPartition, Long> ends(String kafka)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    for (Topic topic : Topic.SALES) {
      for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
        asked.put(new TopicPartition(topic.topicName(), partition), OffsetSpec.latest());
      }
    }
    Map<TopicPartition, Long> ends = new HashMap<>();
    try (Admin admin = admin(kafka)) {
      admin.listOffsets(asked).all().get().forEach((at, end) -> ends.put(at, end.offset()));
    }
    return ends;
  }

  /** Up to where the job's newest completed checkpoint has read; it tells Kafka so. */
  static Map<TopicPartition, Long> committed(String kafka)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, Long> committed = new HashMap<>();
    try (Admin admin = admin(kafka)) {
      for (Map.Entry<TopicPartition, OffsetAndMetadata> offset :
          admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get().entrySet()) {
        committed.put(offset.getKey(), offset.getValue().offset());
      }
    }
    return committed;
  }

  /** Records of each topic before these offsets. */
  static Map<String, Long> byTopic(Map<TopicPartition, Long> offsets) {
    Map<String, Long> records = new TreeMap<>();
    offsets.forEach((at, offset) -> records.merge(at.topic(), offset, Long::sum));
    return records;
  }

  /** Records of each topic that the newest live run has counted. */
  static Map<String, Long> counted(DataSource reader) throws SQLException {
    Map<String, Long> counted = new TreeMap<>();
    try (Connection connection = reader.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(COUNTS)) {
      while (row.next()) {
        counted.put(row.getString(1), row.getLong(2));
      }
    }
    return counted;
  }

  private static Admin admin(String kafka) {
    return Admin.create(Map.of("bootstrap.servers", kafka));
  }
}
