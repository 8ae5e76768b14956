package dev.highstreet.cli.verify;

import dev.highstreet.cli.console.CommandException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds in {@code ops.runs} whose counts and rows are there. */
final class SalesRuns {
  /**
   * Live runs, newest first, or bounded ones where none was live, with what their times mean. How
   * many records came before a run is the sum of its offsets.
   */
  private static final String RUNS =
      """
      SELECT run_id, outcome, time_zone, watermark, isfinite(watermark) AS finite,
             extract(epoch FROM lateness)::bigint AS lateness, extract(epoch FROM clock_skew)::bigint AS skew,
             coalesce((SELECT sum(offsets.value::bigint)
                       FROM jsonb_each(start_offsets) AS topics, jsonb_each_text(topics.value) AS offsets), 0) AS read_before
      FROM ops.runs
      WHERE mode = CASE WHEN EXISTS (SELECT 1 FROM ops.runs WHERE mode = 'LIVE') THEN 'LIVE' ELSE 'BOUNDED' END
      ORDER BY run_id DESC\
      """;

  private SalesRuns() {}

  /**
   * The newest run. One that was not stopped has read all if the answer key knows of nothing that
   * it has not counted.
   *
   * @throws CommandException if there is none, or none that the answer key can speak of
   */
  static SalesRun newest(Connection connection, KeyDatabase key) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet run = statement.executeQuery(RUNS)) {
      if (!run.next()) {
        throw CommandException.usedWrongly(
            "no sales job has run on this database: there is nothing to compare");
      }
      long id = run.getLong("run_id");
      key.refuseOther(
          new RunRules(
              id, run.getString("time_zone"), run.getLong("lateness"), run.getLong("skew")));
      String outcome = run.getString("outcome");
      Optional<Instant> watermark = watermark(run);
      List<Long> chain = chain(run);
      boolean ended = outcome.equals("STOPPED") || outcome.equals("FINISHED");
      return new SalesRun(
          id,
          chain,
          outcome.equals("RUNNING"),
          ended || key.isAllOf(counted(connection, chain)),
          watermark);
    }
  }

  private static Optional<Instant> watermark(ResultSet run) throws SQLException {
    if (run.getObject("watermark") == null) {
      return Optional.empty();
    }
    return Optional.of(
        run.getBoolean("finite")
            ? run.getObject("watermark", OffsetDateTime.class).toInstant()
            : Instant.MAX);
  }

  /** Back to the run that began with the first record; one that another read again is left out. */
  private static List<Long> chain(ResultSet run) throws SQLException {
    List<Long> chain = new ArrayList<>();
    long readBefore = Long.MAX_VALUE;
    do {
      long before = run.getLong("read_before");
      if (before < readBefore) {
        chain.add(run.getLong("run_id"));
        readBefore = before;
      }
    } while (readBefore > 0 && run.next());
    return chain;
  }

  private static Map<String, Long> counted(Connection connection, List<Long> chain)
      throws SQLException {
    Map<String, Long> counted = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet topic =
            statement.executeQuery(
                "SELECT topic, sum(events) FROM ops.run_counts WHERE outcome <> 'TICK' AND run_id IN (%s) GROUP BY topic"
                    .formatted(list(chain)))) {
      while (topic.next()) {
        counted.put(topic.getString(1), topic.getLong(2));
      }
    }
    return counted;
  }

  /** Run ids, separated by commas. */
  static String list(List<Long> runs) {
    return String.join(", ", runs.stream().map(Object::toString).toList());
  }
}
