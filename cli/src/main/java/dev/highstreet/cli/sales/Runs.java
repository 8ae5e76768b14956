package dev.highstreet.cli.sales;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.local.Databases;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

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

  /** Says that a run was stopped, and how: STOPPED at a savepoint, or CANCELLED. */
  void end(long runId, String outcome) {
    update(
        "UPDATE ops.runs SET outcome = ?, ended_at = now() WHERE run_id = ? AND outcome = 'RUNNING'",
        outcome,
        runId);
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

  private CommandException unusable(SQLException e) {
    return CommandException.answerIsNo(
        "no use of ops.runs in %s: %s".formatted(databases.url(), e.getMessage()), e);
  }
}
