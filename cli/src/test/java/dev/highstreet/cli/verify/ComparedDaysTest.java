package dev.highstreet.cli.verify;

import static dev.highstreet.cli.verify.JudgedWorld.verdictOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.local.Databases;
import dev.highstreet.testsupport.PostgresExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Which days, runs and truths are compared, and which are refused. */
class ComparedDaysTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final LocalDate SATURDAY = SmallWorld.FIRST_DAY;
  private static final LocalDate MONDAY = SATURDAY.plusDays(2);

  @TempDir Path directory;
  private JudgedWorld world;

  @BeforeEach
  void begin() throws SQLException {
    POSTGRES.emptyTables();
    world = JudgedWorld.in(directory, POSTGRES);
  }

  @Test
  void ofSomeDaysWhatBelongsToThemIsCompared() throws Exception {
    world.left(
        """
        UPDATE mart.daily_sales SET units = 0 WHERE day = '2025-04-01';
        UPDATE core.order_lines SET quantity = 9 WHERE order_id = 'O5';
        UPDATE mart.hourly_sales SET units = 0 WHERE hour = '2025-03-31 23:00:00Z'""");
    Verdict march = world.verify(Optional.of(SATURDAY), Optional.of(MONDAY));
    assertThat(march.holds()).isTrue();
    assertThat(march.tables()).extracting(TableVerdict::table).contains("mart.monthly_sales");
    assertThat(march.notCompared())
        .extracting(Verdict.NotCompared::table)
        .contains("core.products", "ops.run_counts");
    Verdict april = world.verify(Optional.of(MONDAY.plusDays(1)), Optional.empty());
    assertThat(april.differences()).isEqualTo(3);
    assertThat(april.notCompared())
        .extracting(Verdict.NotCompared::why)
        .contains("no whole month lies within the days compared");
  }

  @Test
  void whileTheJobGoesOnClosedDaysAreCompared() throws Exception {
    world.left(
        """
        UPDATE ops.runs SET outcome = 'RUNNING', watermark = '2025-03-31 22:59:59.999Z';
        UPDATE ops.run_counts SET events = events + 7;
        DELETE FROM core.orders WHERE order_id IN ('O4', 'O5')""");
    Verdict verdict = world.verify();
    assertThat(verdict.lastDay()).isEqualTo(SATURDAY.plusDays(1));
    assertThat(verdict.holds()).isTrue();
    assertThatThrownBy(() -> world.verify(Optional.empty(), Optional.of(MONDAY)))
        .hasMessage(
            "--to is 2025-03-31; while the job goes on, closed days can be compared: 2025-03-29 to 2025-03-30");
    world.run("UPDATE ops.runs SET watermark = '2025-03-31 23:00:00Z'");
    assertThat(verdictOn(world.verify(), "core.orders").missing()).isOne();
  }

  @Test
  void rowsThatAreOnTheirWayAreLookedForAgain() throws Exception {
    world.left("UPDATE ops.runs SET outcome = 'RUNNING'; UPDATE core.customers SET revision = 7");
    Verdict verdict =
        Verification.of(world.truth(), Databases.trusting(POSTGRES.url()))
            .onProgress(this::letThemArrive)
            .run();
    assertThat(verdict.holds()).isTrue();
  }

  private void letThemArrive(String doing) {
    if (doing.startsWith("looking again")) {
      try {
        world.run("UPDATE core.customers SET revision = 1");
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void daysThatCannotBeComparedAreRefused() throws Exception {
    world.left("");
    assertThatThrownBy(() -> world.verify(Optional.of(MONDAY), Optional.of(SATURDAY)))
        .isInstanceOf(CommandException.class)
        .hasMessage("--from 2025-03-31 is after --to 2025-03-29: exchange them");
    assertThatThrownBy(() -> world.verify(Optional.of(SATURDAY.minusDays(1)), Optional.empty()))
        .hasMessage("--from is 2025-03-28; the truth tells of days 2025-03-29 to 2025-04-01");
  }

  @Test
  void truthOfSomethingElseIsRefused() throws Exception {
    assertThatThrownBy(world::verify)
        .hasMessage("no sales job has run on this database: there is nothing to compare");
    world.left("UPDATE ops.runs SET time_zone = 'Asia/Tokyo'");
    assertThatThrownBy(world::verify).hasMessageContaining("run 1 keeps days in Asia/Tokyo");
    world.run("UPDATE ops.runs SET time_zone = 'Europe/London', lateness = '1 hour'");
    assertThatThrownBy(world::verify).hasMessageContaining("run 1 allows 3600 seconds to be late");
    Files.delete(world.truth().resolve("_truth.json"));
    assertThatThrownBy(world::verify)
        .hasMessageStartingWith("there is no truth in " + world.truth());
  }

  @Test
  void countsOfRunsThatWentOnFromOneAnotherAddUpAndThoseReadAgainDoNot() throws Exception {
    world.left(
        """
        INSERT INTO ops.runs (job, mode, runtime, time_zone, lateness, clock_skew, outcome, start_offsets)
        SELECT 'sales', 'LIVE', 'STREAMING', 'Europe/London', '48 hours', '5 minutes', outcome, '{"highstreet.orders": {"0": 1, "1": 1}}'
        FROM (VALUES ('FAILED'), ('STOPPED')) AS runs (outcome);
        INSERT INTO ops.run_counts SELECT 2, topic, outcome, reason, 1, 0, now() FROM ops.run_counts WHERE topic = 'highstreet.orders';
        INSERT INTO ops.run_counts SELECT 3, topic, outcome, reason, 2, 0, now() FROM ops.run_counts WHERE run_id = 2;
        UPDATE ops.run_counts SET events = events - 2 WHERE run_id = 1 AND topic = 'highstreet.orders'""");
    assertThat(verdictOn(world.verify(), "ops.run_counts").first()).isEmpty();
  }
}
