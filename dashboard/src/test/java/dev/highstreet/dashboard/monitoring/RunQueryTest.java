package dev.highstreet.dashboard.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.dashboard.shell.Format;
import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.PostgresExtension;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RunQueryTest {
  private static final Format LONDON = new Format(ZoneId.of("Europe/London"));
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private InventedShop shop;
  private Database database;
  private RunQuery query;

  @BeforeEach
  void open() throws SQLException {
    POSTGRES.emptyTables();
    shop = InventedShop.empty(POSTGRES);
    database = Database.open(shop.url(), Roles.READER, "");
    query = new RunQuery(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void runsComeNewestFirstAPageAtATime() {
    for (int run = 0; run < 23; run++) {
      shop.startRun();
    }

    RunList first = RunList.of(query.list(Long.MAX_VALUE, RunList.LENGTH + 1));
    assertThat(first.rows()).extracting(RunRow::id).startsWith(23L, 22L).hasSize(10);
    assertThat(first.older()).isEqualTo(OptionalLong.of(14));
    RunList last = RunList.of(query.list(4, RunList.LENGTH + 1));
    assertThat(last.rows()).extracting(RunRow::id).containsExactly(3L, 2L, 1L);
    assertThat(last.older()).isEmpty();
  }

  @Test
  void backfillSaysWhatItCoveredHowLongItTookAndWhatItWrote() {
    shop.execute(
        """
        INSERT INTO ops.runs (job, mode, runtime, time_zone, lateness, clock_skew, started_at, ended_at, outcome,
                              first_day, last_day, rows_written)
        VALUES ('sales', 'BACKFILL', 'BATCH', 'Europe/London', 'PT48H', 'PT5M', '2026-01-05 10:00Z',
                '2026-01-05 10:01:52Z', 'FINISHED', '2011-03-01', '2011-03-04', 4711)
        """);

    RunRow run = only();

    assertThat(run.modeShown()).isEqualTo("backfill, batch");
    assertThat(run.range(LONDON)).isEqualTo("1 Mar – Fri 4 Mar 2011");
    assertThat(run.outcomeShown()).isEqualTo("Finished");
    assertThat(run.took()).contains(Duration.ofSeconds(112));
    assertThat(run.rowsWritten()).contains(4711L);
  }

  @Test
  void runThatHasCountedNothingIsNotSaidToRun() {
    shop.startRun();
    assertThat(only().outcomeShown()).isEqualTo("Has read nothing");
    assertThat(only().range(LONDON)).isEqualTo(Format.NONE);

    shop.watermark("2011-03-29 16:00:00+01");
    shop.execute(
        "INSERT INTO ops.run_counts VALUES (1, 'highstreet.orders', 'ACCEPTED', '', 1, 1, now())");
    assertThat(only().outcomeShown()).isEqualTo("Running");
    assertThat(only().range(LONDON)).isEqualTo("to Tue 29 Mar 2011, 16:00");
  }

  private RunRow only() {
    List<RunRow> runs = query.list(Long.MAX_VALUE, 2);
    assertThat(runs).hasSize(1);
    return runs.get(0);
  }
}
