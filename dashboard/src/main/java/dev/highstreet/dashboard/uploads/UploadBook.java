package dev.highstreet.dashboard.uploads;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.dashboard.shell.WritingPool;
import io.javalin.http.HttpStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down in {@code ops.uploads} what becomes of each file, and lets no content be taken twice,
 * by whichever dashboard on this database: the row of a file that is taken is added in a
 * transaction that ends when its rows have been handed over. What fails half way, or dies, leaves
 * no row, and is tried again.
 */
final class UploadBook implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UploadBook.class);
  private static final String UPLOAD =
      """
      INSERT INTO ops.uploads (upload_id, file, kind, state, bytes, sha256, rows, rejected)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

  private static final String FAULT =
      """
      INSERT INTO ops.upload_faults (upload_id, number, line, cell, reason)
      VALUES (?, ?, ?, ?, ?)""";

  private static final String TAKEN = "23505"; // there is such a row
  private static final int LOCK_MILLIS = 500;

  /** Longer than a till takes: what a process has begun that is gone is let go then. */
  private static final int LONGEST_TAKING_MILLIS = 30_000;

  private final HikariDataSource pool;

  private UploadBook(HikariDataSource pool) {
    this.pool = pool;
  }

  /** Opens the pool without connecting yet; the role may add to the two tables. */
  static UploadBook open(String url, String user, String password) {
    HikariConfig config =
        WritingPool.settings(
            "uploads",
            url,
            user,
            password,
            "-c lock_timeout=%d -c idle_in_transaction_session_timeout=%d"
                .formatted(LOCK_MILLIS, LONGEST_TAKING_MILLIS));
    config.setAutoCommit(false);
    config.setMaximumPoolSize(1);
    return new UploadBook(new HikariDataSource(config));
  }

  /** The same content was taken before. */
  static final class TakenBefore extends Exception {
    private static final long serialVersionUID = 1L;

    private TakenBefore(SQLException cause) {
      super("there is a row of this content", cause);
    }
  }

  /**
   * Takes a file without faults.
   *
   * @param taking hands its rows over; whatever it throws leaves no row
   * @throws TakenBefore if its content was taken; nothing is handed over then
   * @throws RequestProblem 503 if that cannot be known or written down now
   */
  void take(DroppedFile file, long bytes, CheckedFile checked, Runnable taking) throws TakenBefore {
    // the pool rolls back what was not committed when the connection is given back
    try (Connection connection = pool.getConnection()) {
      add(connection, file, Upload.State.TAKEN, bytes, checked);
      taking.run();
      connection.commit();
    } catch (SQLException e) {
      if (TAKEN.equals(e.getSQLState())) {
        throw new TakenBefore(e);
      }
      throw silent(file, e);
    }
  }

  /**
   * Writes down that a file was refused, and why.
   *
   * @throws RequestProblem 503 if that cannot be written down now
   */
  void refuse(DroppedFile file, long bytes, CheckedFile checked) {
    try (Connection connection = pool.getConnection()) {
      add(connection, file, Upload.State.REFUSED, bytes, checked);
      add(connection, file, checked.faults().kept());
      connection.commit();
    } catch (SQLException e) {
      throw silent(file, e);
    }
  }

  private static void add(
      Connection connection, DroppedFile file, Upload.State state, long bytes, CheckedFile checked)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(UPLOAD)) {
      insert.setString(1, file.id());
      insert.setString(2, file.name());
      insert.setString(3, checked.kind().map(UploadKind::name).orElse(null));
      insert.setString(4, state.name());
      insert.setLong(5, bytes);
      insert.setBytes(6, checked.sha256().orElse(null));
      insert.setLong(7, checked.rows());
      insert.setLong(8, checked.faults().lines());
      int unused = insert.executeUpdate();
    }
  }

  private static void add(Connection connection, DroppedFile file, List<Fault> faults)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(FAULT)) {
      int number = 0;
      for (Fault fault : faults) {
        insert.setString(1, file.id());
        insert.setInt(2, ++number);
        insert.setLong(3, fault.line());
        insert.setString(4, fault.column());
        insert.setString(5, fault.reason());
        insert.addBatch();
      }
      int[] unused = insert.executeBatch();
    }
  }

  private static RequestProblem silent(DroppedFile file, SQLException e) {
    LOG.warn("What became of {} cannot be written down", file.onDisk(), e);
    return new RequestProblem(
        HttpStatus.SERVICE_UNAVAILABLE,
        "Nothing can be taken now",
        "Postgres does not keep which files were taken.");
  }

  @Override
  public void close() {
    pool.close();
  }
}
