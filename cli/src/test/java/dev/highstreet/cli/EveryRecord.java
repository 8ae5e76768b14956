package dev.highstreet.cli;

import dev.highstreet.cli.local.Addresses;
import dev.highstreet.cli.local.DataDirectory;
import dev.highstreet.cli.local.Databases;
import dev.highstreet.schemas.Topic;
import dev.highstreet.testsupport.Eventually;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/**
 * What Kafka holds for the sales job and what that has counted of it, seen from outside a running
 * platform.
 */
final class EveryRecord {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final List<String> SALES_TOPICS =
      Topic.SALES.stream().map(Topic::topicName).toList();

  private EveryRecord() {}

  /** Waits until the first run on new data has counted all; nobody may go on sending. */
  static void awaitAccountedFor(Path data) throws Exception {
    Addresses platform = DataDirectory.at(data).running().orElseThrow().addresses();
    DataSource reader = Databases.trusting(platform.database()).reader().connections();
    try (Admin kafka = Admin.create(Map.of("bootstrap.servers", platform.kafka()))) {
      long sent = sent(kafka);
      Eventually.wait(
          PATIENCE,
          "the ledger to account for %d records".formatted(sent),
          () -> counted(reader) == sent);
    }
  }

  /** Records in all topics of the job. */
  static long sent(Path data) throws Exception {
    return sent(DataDirectory.at(data).running().orElseThrow().addresses().kafka());
  }

  /** Records in all topics of the job, in the Kafka at {@code HOST:PORT}. */
  static long sent(String bootstrapServers) throws Exception {
    try (Admin kafka = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      return sent(kafka);
    }
  }

  /** A query for how many records a run has counted, and those that it went on from before it. */
  static String countedUpTo(long run) {
    return """
        SELECT coalesce((SELECT sum(offsets.value::bigint) FROM ops.runs,
                           jsonb_each(start_offsets) AS topic, jsonb_each_text(topic.value) AS offsets WHERE run_id = %1$d), 0)
             + coalesce((SELECT sum(events) FROM ops.run_counts WHERE run_id = %1$d), 0)"""
        .formatted(run);
  }

  private static long sent(Admin kafka) throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> ends =
        kafka.describeTopics(SALES_TOPICS).allTopicNames().get().values().stream()
            .flatMap(EveryRecord::partitions)
            .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
    return kafka.listOffsets(ends).all().get().values().stream()
        .mapToLong(ListOffsetsResultInfo::offset)
        .sum();
  }

  private static Stream<TopicPartition> partitions(TopicDescription topic) {
    return topic.partitions().stream()
        .map(partition -> new TopicPartition(topic.name(), partition.partition()));
  }

  private static long counted(DataSource reader) throws SQLException {
    try (Connection connection = reader.getConnection();
        Statement statement = connection.createStatement();
        ResultSet sum = statement.executeQuery("SELECT sum(events) FROM ops.run_counts")) {
      sum.next();
      return sum.getLong(1);
    }
  }
}
