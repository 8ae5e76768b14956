package dev.highstreet.dashboard.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.testsupport.PostgresExtension;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PipelineQueryTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  private static InventedShop shop;
  private static Database database;
  private static PipelineQuery query;

  @BeforeAll
  static void open() {
    shop = InventedShop.history(POSTGRES);
    database = Database.open(shop.url(), "highstreet_reader", "");
    query = new PipelineQuery(database);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void reasonsComeWithTheMostFrequentFirst() {
    assertThat(query.reasons(1))
        .containsExactly(
            new Reason("NO_LINES_LEFT", 12, 0),
            new Reason("UNDECODABLE", 3, 0),
            new Reason("NON_POSITIVE_QUANTITY", 0, 40));
  }

  @Test
  void newestDaysComeInOrderWithWhatIsLateForThem() {
    shop.execute(
        """
        INSERT INTO ops.late_events
        VALUES ('highstreet.orders', 0, 1, 'LATE', gen_random_uuid(), now(), now(), '2011-03-30', '', 1, now()),
               ('highstreet.orders', 0, 2, 'BEHIND', gen_random_uuid(), now(), now(), '2011-03-30', '', 1, now())
        """);
    try {
      List<PipelineQuery.RecentDay> days = query.days(3);

      assertThat(days).extracting(day -> day.day().getDayOfMonth()).containsExactly(29, 30, 31);
      assertThat(days).extracting(PipelineQuery.RecentDay::late).containsExactly(0L, 2L, 0L);
    } finally {
      shop.execute("DELETE FROM ops.late_events");
    }
  }

  @Test
  void martsAreCounted() {
    assertThat(query.marts().tables()).isEqualTo(11);
  }
}
