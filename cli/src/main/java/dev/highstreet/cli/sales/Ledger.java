package dev.highstreet.cli.sales;

import dev.highstreet.schemas.Topic;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * What a run has counted so far, as {@code ops.run_counts} has it.
 *
 * @param byTopic counts of each topic that the run met
 * @param quarantinedLines faulty lines of orders, by reason
 */
public record Ledger(Map<String, TopicCounts> byTopic, Map<String, Long> quarantinedLines) {
  private static final String ROWS =
      "SELECT topic, outcome, reason, events, lines FROM ops.run_counts WHERE run_id = ?";
  private static final String ORDERS = Topic.ORDERS.topicName();

  static Ledger read(DataSource reader, long runId) throws SQLException {
    Map<String, TopicCounts> byTopic = new TreeMap<>();
    Map<String, Long> lines = new TreeMap<>();
    try (Connection connection = reader.getConnection();
        PreparedStatement statement = connection.prepareStatement(ROWS)) {
      statement.setLong(1, runId);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String topic = row.getString("topic");
          String outcome = row.getString("outcome");
          long events = row.getLong("events");
          byTopic.merge(
              topic,
              TopicCounts.NONE.plus(outcome, events),
              (before, unused) -> before.plus(outcome, events));
          if (outcome.equals("LINE_QUARANTINED") && topic.equals(ORDERS)) {
            lines.merge(row.getString("reason"), row.getLong("lines"), Long::sum);
          }
        }
      }
    }
    return new Ledger(byTopic, lines);
  }

  /** The counts of a topic; nothing yet if the run has not met it. */
  public TopicCounts of(String topic) {
    return byTopic.getOrDefault(topic, TopicCounts.NONE);
  }

  /** Records of all topics. */
  long records() {
    return byTopic.values().stream().mapToLong(TopicCounts::records).sum();
  }

  /** Whether every record is counted. */
  boolean accountsFor(Map<String, Long> records) {
    return records.entrySet().stream()
        .allMatch(topic -> of(topic.getKey()).records() >= topic.getValue());
  }
}
