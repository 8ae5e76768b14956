package dev.highstreet.jobs.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.testsupport.PostgresExtension;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RoutingIT {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  private static final MartDatabase DATABASE = new MartDatabase(POSTGRES);

  private static final DaySales THURSDAY = DaySales.of("2011-12-08", 3);
  private static final DaySales FRIDAY = DaySales.of("2011-12-09", 1);
  private static final String READ_BY_CHANNEL =
      "SELECT day || ' ' || channel || ': ' || orders FROM mart.daily_sales_by_channel ORDER BY day";

  @BeforeEach
  void emptyTables() throws SQLException {
    POSTGRES.emptyTables();
  }

  @Test
  void everyElementGoesToTheTableThatIsChosenForIt() throws Exception {
    Routing<DaySales> byOrders =
        Routing.choosing(sales -> sales.orders() > 2 ? DaySales.TABLE : DaySales.BY_CHANNEL);
    try (SinkTask<DaySales> task = open(byOrders)) {
      task.send(THURSDAY, FRIDAY).checkpoint();
    }
    assertThat(DATABASE.read(DaySales.READ)).containsExactly("2011-12-08: 3 by 1");
    assertThat(DATABASE.read(READ_BY_CHANNEL)).containsExactly("2011-12-09 WEBSITE: 1");
  }

  @Test
  void rowsOfOneElementAreWrittenTogetherOrNotAtAll() throws Exception {
    Routing<DaySales> both =
        (sales, rows) -> {
          rows.add(DaySales.TABLE, sales);
          rows.add(DaySales.BY_CHANNEL, sales);
        };
    try (SinkTask<DaySales> task = open(both)) {
      task.send(THURSDAY).checkpoint();
      assertThat(DATABASE.read(DaySales.READ)).hasSize(1);
      assertThat(DATABASE.read(READ_BY_CHANNEL)).hasSize(1);

      DATABASE.execute("REVOKE INSERT ON mart.daily_sales_by_channel FROM highstreet_writer");
      task.send(FRIDAY);
      assertThatThrownBy(task::checkpoint).hasMessageContaining("permission denied");
    }
    assertThat(DATABASE.read(DaySales.READ)).containsExactly("2011-12-08: 3 by 1");
    DATABASE.execute("GRANT INSERT ON mart.daily_sales_by_channel TO highstreet_writer");
  }

  private static SinkTask<DaySales> open(Routing<DaySales> routing) throws Exception {
    return SinkTask.of(new UpsertSink<>(DATABASE.writer(), 1, routing));
  }
}
