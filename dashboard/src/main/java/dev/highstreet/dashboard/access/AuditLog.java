package dev.highstreet.dashboard.access;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.highstreet.dashboard.shell.WritingPool;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** Adds rows to {@code ops.audit}, in which every change is written down. */
final class AuditLog implements AutoCloseable {
  private static final String INSERT =
      """
      INSERT INTO ops.audit (change_id, actor, address, action, target, outcome, detail)
      VALUES (?, ?, ?, ?, ?, ?, ?)""";

  private static final int CONNECTIONS = 2;
  private static final int LONGEST = 1_000;

  private final HikariDataSource pool;

  private AuditLog(HikariDataSource pool) {
    this.pool = pool;
  }

  /** Opens the pool without connecting yet. */
  static AuditLog open(String url, String user, String password) {
    HikariConfig config = WritingPool.settings("audit", url, user, password, "");
    config.setMaximumPoolSize(CONNECTIONS);
    return new AuditLog(new HikariDataSource(config));
  }

  /** How a change stands. */
  enum Outcome {
    ASKED,
    DONE,
    REFUSED,
    FAILED
  }

  /** Who asks for what. */
  record Entry(UUID change, String actor, String address, String action, String target) {
    Entry {
      requireNonNull(change, "change is null");
      requireNonNull(actor, "actor is null");
      requireNonNull(address, "address is null");
      requireNonNull(action, "action is null");
      requireNonNull(target, "target is null");
    }
  }

  /** Writes down how a change stands; what is longer than 1,000 characters is cut. */
  void write(Entry entry, Outcome outcome, String detail) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, entry.change());
      insert.setString(2, storable(entry.actor()));
      insert.setString(3, storable(entry.address()));
      insert.setString(4, storable(entry.action()));
      insert.setString(5, storable(entry.target()));
      insert.setString(6, outcome.name());
      insert.setString(7, storable(detail));
      int unused = insert.executeUpdate();
    }
  }

  /** Postgres holds no NUL. */
  private static String storable(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return cut.replace('\0', '\ufffd');
  }

  @Override
  public void close() {
    pool.close();
  }
}
