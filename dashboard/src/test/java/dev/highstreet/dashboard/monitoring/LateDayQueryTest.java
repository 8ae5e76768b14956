package dev.highstreet.dashboard.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.dashboard.shell.Format;
import dev.highstreet.dashboard.shell.SettlementQuery;
import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.PostgresExtension;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LateDayQueryTest {
  private static final Format LONDON = new Format(ZoneId.of("Europe/London"));
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static InventedShop shop;
  private static Database database;

  @BeforeAll
  static void open() {
    shop = InventedShop.history(POSTGRES);
    database = Database.open(shop.url(), Roles.READER, "");
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @AfterEach
  void forget() {
    shop.execute("DELETE FROM ops.late_events");
  }

  @Test
  void dayOfAMonthThatTheLiveJobStillCountsForIsOpen() {
    late("2011-03-02", 3, "LATE");
    late("2011-02-27", 2, "LATE");
    late("2011-02-27", 1, "BEHIND");

    LateDays late = read();

    assertThat(late.days()).extracting(LateDay::open).containsExactly(true, false);
    assertThat(late.days().get(1).late()).isEqualTo(2);
    assertThat(late.days().get(1).behind()).isEqualTo(1);
    assertThat(late.ready()).extracting(LateDay::day).containsExactly(LocalDate.of(2011, 2, 27));
    assertThat(late.readyEvents()).isEqualTo(3);
  }

  @Test
  void figureOfADayIsRuledOffWhenItIsFinal() {
    late("2011-03-27", 1, "LATE");
    late("2011-03-30", 1, "LATE");

    LateDays late = read();

    assertThat(late.days())
        .extracting(day -> late.ruled(day, LONDON))
        .containsExactly("early", "final");
  }

  @Test
  void dayWithoutSalesHasNoFigure() {
    late("2010-12-25", 1, "LATE");

    LateDay christmas = read().days().get(0);

    assertThat(christmas.netSales()).isNull();
    assertThat(christmas.open()).isFalse();
    assertThat(read().ruled(christmas, LONDON)).isEqualTo("early");
  }

  @Test
  void endOfAllInputOpensNoMonth() {
    late("2011-03-30", 1, "LATE");
    shop.watermark("infinity");
    try {
      assertThat(read().days().get(0).open()).isFalse();
    } finally {
      shop.watermark("2011-03-29 16:00:00+01");
    }
  }

  private static LateDays read() {
    return new LateDays(new LateDayQuery(database).days(), new SettlementQuery(database).read());
  }

  private static void late(String day, int events, String kind) {
    shop.execute(
        """
        INSERT INTO ops.late_events
        SELECT 'highstreet.orders', 0, (SELECT coalesce(max("offset"), 0) FROM ops.late_events) + n, '%s',
               gen_random_uuid(), now(), now(), '%s', '', 1, now()
        FROM generate_series(1, %d) AS n
        """
            .formatted(kind, day, events));
  }
}
