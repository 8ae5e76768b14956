package dev.highstreet.cli.verify;

import dev.highstreet.cli.console.CommandException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
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

  private static final long LATENESS = 48 * 3600;
  private static final long SKEW = 5 * 60;

  /** Counts what the truth tells of, which takes a moment. */
  @FunctionalInterface
  interface EventCount {
    long count() throws SQLException;
  }

  private SalesRuns() {}

  /**
   * The newest run. One that was not stopped has read all if it has counted exactly what the truth
   * tells: fewer, and some are on their way; more, and the shop goes on.
   *
   * @param events how many events and copies there are in the truth
   * @throws CommandException if there is none, or none that the truth can speak of
   */
  static SalesRun newest(Connection connection, Truth truth, EventCount events)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet run = statement.executeQuery(RUNS)) {
      if (!run.next()) {
        throw CommandException.usedWrongly(
            "no sales job has run on this database: there is nothing to compare");
      }
      refuseOtherRules(run, truth);
      long id = run.getLong("run_id");
      String outcome = run.getString("outcome");
      Optional<Instant> watermark = watermark(run);
      List<Long> chain = chain(run);
      boolean ended = outcome.equals("STOPPED") || outcome.equals("FINISHED");
      return new SalesRun(
          id,
          chain,
          outcome.equals("RUNNING"),
          ended || counted(connection, chain) == events.count(),
          watermark);
    }
  }

  /**
   * The truth tells what a correct pipeline makes of each fault by the contract's defaults, and its
   * days are those of one time zone.
   */
  private static void refuseOtherRules(ResultSet run, Truth truth) throws SQLException {
    if (!run.getString("time_zone").equals(truth.zone().getId())) {
      throw CommandException.usedWrongly(
          "run %d keeps days in %s, and the truth in %s tells of days in %s: it is not the truth of what is in this database"
              .formatted(
                  run.getLong("run_id"), run.getString("time_zone"), truth.folder(), truth.zone()));
    }
    if (run.getLong("lateness") != LATENESS || run.getLong("skew") != SKEW) {
      throw CommandException.usedWrongly(
          "run %d allows %d seconds to be late and %d between two clocks; the truth tells what becomes of events by %d and %d"
              .formatted(
                  run.getLong("run_id"),
                  run.getLong("lateness"),
                  run.getLong("skew"),
                  LATENESS,
                  SKEW));
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

  private static long counted(Connection connection, List<Long> chain) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet sum =
            statement.executeQuery(
                "SELECT sum(events) FROM ops.run_counts WHERE outcome <> 'TICK' AND run_id IN (%s)"
                    .formatted(list(chain)))) {
      sum.next();
      return sum.getLong(1);
    }
  }

  /** Run ids, separated by commas. */
  static String list(List<Long> runs) {
    return String.join(", ", runs.stream().map(Object::toString).toList());
  }
}
