package dev.highstreet.dashboard.webhook;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.highstreet.dashboard.shell.Problem;
import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.dashboard.shell.Silence;
import dev.highstreet.dashboard.shell.WritingPool;
import io.javalin.http.HttpStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets each delivery be taken once, by whichever dashboard on this database: its id is added to
 * {@code ops.webhook_deliveries} in a transaction that ends when it has been taken. What fails half
 * way, or dies, leaves no row, and may come again.
 *
 * <p>One gap is left: the orders are in Kafka, and the database is lost before the row is written.
 * The delivery may come again then; that its orders count once is up to the till, which knows them.
 */
final class Deliveries implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
  private static final String INSERT =
      """
      INSERT INTO ops.webhook_deliveries (delivery_id, signed_at, transactions)
      VALUES (?, ?, ?)\
      """;

  private static final String TAKEN = "23505"; // there is such a row
  private static final String BEING_TAKEN = "55P03"; // somebody is about to commit one
  private static final int CONNECTIONS = 4;
  private static final int LOCK_MILLIS = 500;

  /** Longer than a till takes: what a dashboard has begun that is gone is let go then. */
  private static final int LONGEST_TAKING_MILLIS = 30_000;

  private final HikariDataSource pool;
  private final Silence silence = new Silence(Clock.systemUTC());

  private Deliveries(HikariDataSource pool) {
    this.pool = pool;
  }

  /** Opens the pool without connecting yet. */
  static Deliveries open(String url, String user, String password) {
    HikariConfig config =
        WritingPool.settings(
            "webhook",
            url,
            user,
            password,
            "-c lock_timeout=%d -c idle_in_transaction_session_timeout=%d"
                .formatted(LOCK_MILLIS, LONGEST_TAKING_MILLIS));
    config.setAutoCommit(false);
    config.setMaximumPoolSize(CONNECTIONS);
    return new Deliveries(new HikariDataSource(config));
  }

  /**
   * Takes a delivery, unless it was taken before.
   *
   * @param taking hands it over; whatever it throws leaves the id free
   * @throws RequestProblem 409 if it was taken before; 503 if it is being taken, or if that cannot
   *     be known
   */
  <T> T once(Delivery delivery, Supplier<T> taking) {
    // the pool rolls back what was not committed when the connection is given back
    try (Connection connection = pool.getConnection()) {
      claim(connection, delivery);
      T taken = taking.get();
      connection.commit();
      silence.ends();
      return taken;
    } catch (SQLException e) {
      throw refusal(delivery, e);
    }
  }

  private static void claim(Connection connection, Delivery delivery) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, delivery.id());
      insert.setObject(2, delivery.timestamp().atOffset(ZoneOffset.UTC));
      insert.setInt(3, delivery.orders().size());
      int unused = insert.executeUpdate();
    }
  }

  private RequestProblem refusal(Delivery delivery, SQLException e) {
    if (TAKEN.equals(e.getSQLState())) {
      return new RequestProblem(
          HttpStatus.CONFLICT,
          "Taken before",
          "A delivery with the id %s was taken: nothing was taken now. Give a new one an id of its own."
              .formatted(delivery.id()));
    }
    if (BEING_TAKEN.equals(e.getSQLState())) {
      return new RequestProblem(
          HttpStatus.SERVICE_UNAVAILABLE,
          "Being taken",
          "A delivery with the id %s is being taken: ask again for what became of it."
              .formatted(delivery.id()));
    }
    LOG.warn("The delivery {} cannot be recorded", delivery.id(), e);
    return RequestProblem.unavailable(
        silence.goesOn(
            new Problem(
                "Nothing can be taken now",
                "Postgres does not keep which deliveries were taken. Send it again under the same"
                    + " id: its orders count once.")));
  }

  @Override
  public void close() {
    pool.close();
  }
}
