package dev.highstreet.cli.verify;

import dev.highstreet.cli.sales.TopicOffsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;

/** Whether runs have counted every record that Kafka holds, clock ticks among them. */
final class KafkaRecords {
  static final String NAME = "records in Kafka";

  private KafkaRecords() {}

  /**
   * Asks Kafka, and compares a topic a row.
   *
   * @param kafka {@code HOST:PORT}
   * @param run whose counts add up to everything
   */
  static TableVerdict compare(String kafka, Connection connection, SalesRun run)
      throws SQLException {
    long begun = System.nanoTime();
    Map<String, Long> produced;
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
      produced = TopicOffsets.beginnings(admin).recordsUpTo(TopicOffsets.ends(admin));
    }
    Map<String, Long> counted = counted(connection, run);
    List<Difference> differences = new ArrayList<>();
    produced.forEach(
        (topic, records) -> {
          long found = counted.getOrDefault(topic, 0L);
          if (found != records) {
            differences.add(
                new Difference(
                    Difference.Kind.DIFFERENT,
                    Map.of("topic", topic),
                    List.of(
                        new ColumnDifference(
                            "records", Long.toString(records), Long.toString(found)))));
          }
        });
    long different = differences.size();
    return new TableVerdict(
        NAME,
        produced.size() - different,
        0,
        0,
        different,
        differences,
        (System.nanoTime() - begun) / 1e9);
  }

  private static Map<String, Long> counted(Connection connection, SalesRun run)
      throws SQLException {
    Map<String, Long> counted = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet topic =
            statement.executeQuery(
                "SELECT topic, sum(events) FROM ops.run_counts WHERE run_id IN (%s) GROUP BY topic"
                    .formatted(SalesRuns.list(run.chain())))) {
      while (topic.next()) {
        counted.put(topic.getString(1), topic.getLong(2));
      }
    }
    return counted;
  }
}
