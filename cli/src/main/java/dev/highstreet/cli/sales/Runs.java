package dev.highstreet.cli.sales;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.local.Databases;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The rows of {@code ops.runs}, which a job opens and whoever stops it closes. */
final class Runs {
  private final Databases databases;

  Runs(Databases databases) {
    this.databases = databases;
  }

  /** The newest live run: that of the job submitted last. */
  long newestLive() {
    String query = "SELECT max(run_id) FROM ops.runs WHERE mode = 'LIVE'";
    try (Connection connection = databases.reader().connections().getConnection();
        PreparedStatement statement = connection.prepareStatement(query);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  /**
   * A run that was stopped at a savepoint.
   *
   * @param run its number
   * @param reached where its account ends
   */
  record Stopped(long run, TopicOffsets reached) {}

  /** The run that left a savepoint; empty where that is none of this database. */
  Optional<Stopped> stoppedAt(Savepoint savepoint) {
    String query =
        """
        SELECT run_id, end_offsets::text FROM ops.runs
        WHERE savepoint = ? AND end_offsets IS NOT NULL ORDER BY run_id DESC LIMIT 1
        """;
    try (Connection connection = databases.reader().connections().getConnection();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, savepoint.location());
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(new Stopped(row.getLong(1), TopicOffsets.fromJson(row.getString(2))))
            : Optional.empty();
      }
    } catch (SQLException | JsonProcessingException e) {
      throw unusable(e);
    }
  }

  /** Where a run's account begins, if it does not begin with the first record. */
  Optional<TopicOffsets> startOf(long runId) {
    String query = "SELECT start_offsets::text FROM ops.runs WHERE run_id = ?";
    try (Connection connection = databases.reader().connections().getConnection();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setLong(1, runId);
      try (ResultSet row = statement.executeQuery()) {
        String start = row.next() ? row.getString(1) : null;
        return start == null ? Optional.empty() : Optional.of(TopicOffsets.fromJson(start));
      }
    } catch (SQLException | JsonProcessingException e) {
      throw unusable(e);
    }
  }

  /** Whether there is such a run: its rows are in this database. */
  boolean has(long runId) {
    String query = "SELECT 1 FROM ops.runs WHERE run_id = ?";
    try (Connection connection = databases.reader().connections().getConnection();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setLong(1, runId);
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  /** Says where a run began that did not begin with the first record. */
  void setStart(long runId, TopicOffsets offsets) {
    update(
        "UPDATE ops.runs SET start_offsets = ?::jsonb WHERE run_id = ?", offsets.toJson(), runId);
  }

  /** Says that somebody ended a run, and how; one that has ended before keeps what was said. */
  void end(long runId, Ending ending) {
    end(runId, ending.name());
  }

  /** Says that a run did not come to run. */
  void fail(long runId) {
    end(runId, "FAILED");
  }

  private void end(long runId, String outcome) {
    update(
        "UPDATE ops.runs SET outcome = ?, ended_at = now() WHERE run_id = ? AND outcome = 'RUNNING'",
        outcome,
        runId);
  }

  /** Says where a run was stopped, for another one to go on from there. */
  void stop(long runId, Savepoint savepoint, TopicOffsets reached) {
    String stopped =
        """
        UPDATE ops.runs
        SET outcome = 'STOPPED', ended_at = now(), savepoint = ?, end_offsets = ?::jsonb WHERE run_id = ?""";
    try (Connection connection = databases.writer().connections().getConnection();
        PreparedStatement update = connection.prepareStatement(stopped)) {
      update.setString(1, savepoint.location());
      update.setString(2, reached.toJson());
      update.setLong(3, runId);
      update.executeUpdate();
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  /**
   * Closes the runs that were open when their platform ended; nothing else may be running jobs. A
   * bounded run whose input had ended was done, others were not.
   */
  void endAllAbandoned() {
    update(
        """
        UPDATE ops.runs
        SET outcome = CASE WHEN watermark = 'infinity' THEN 'FINISHED' ELSE ? END, ended_at = now()
        WHERE run_id > ? AND outcome = 'RUNNING'
        """,
        "FAILED",
        0);
  }

  private void update(String statement, String value, long runId) {
    try (Connection connection = databases.writer().connections().getConnection();
        PreparedStatement update = connection.prepareStatement(statement)) {
      update.setString(1, value);
      update.setLong(2, runId);
      update.executeUpdate();
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  private CommandException unusable(Exception e) {
    return CommandException.answerIsNo(
        "no use of ops.runs in %s: %s".formatted(databases.url(), e.getMessage()), e);
  }
}
