package dev.highstreet.dashboard.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.dashboard.alerts.Alert.Kind;
import dev.highstreet.dashboard.flink.AnsweringFlink;
import dev.highstreet.dashboard.flink.Cluster;
import dev.highstreet.dashboard.ledger.Ledger;
import dev.highstreet.dashboard.reconciliation.ReconciliationQuery;
import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.dashboard.shell.Panel;
import dev.highstreet.dashboard.shell.SettableClock;
import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.PostgresExtension;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The rules, on a real database and a cluster that says what it is told to. */
class AlertWatchTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private final AnsweringFlink flink = new AnsweringFlink();
  private final SettableClock clock = new SettableClock();
  private InventedShop shop;
  private Database database;
  private Ledger ledger;
  private AlertWatch watch;

  @BeforeEach
  void open() throws SQLException {
    POSTGRES.emptyTables();
    shop = InventedShop.empty(POSTGRES);
    shop.startRun();
    shop.execute(
        "INSERT INTO ops.run_counts SELECT run_id, 'highstreet.orders', 'ACCEPTED', '', 10, 10,"
            + " now() FROM ops.runs");
    database = Database.open(shop.url(), Roles.READER, "");
    ledger = new Ledger(database, "127.0.0.1:1", clock);
    ReconciliationQuery reconciliation = new ReconciliationQuery(database);
    watch =
        new AlertWatch(
            new Cluster(flink.address(), clock),
            ledger,
            () -> Panel.of(reconciliation::newest),
            clock,
            Optional.empty());
    flink.runsSales("RUNNING", clock.instant().toEpochMilli());
  }

  @AfterEach
  void close() {
    watch.close();
    ledger.close();
    database.close();
    flink.close();
  }

  @Test
  void nothingIsWrongWhileTheJobRunsAndItsCheckpointsComplete() {
    lookForAWhile();

    assertThat(watch.board().standing()).isEmpty();
  }

  @Test
  void jobThatRestartsIsDownAndNamed() {
    flink.runsSales("RESTARTING", clock.instant().toEpochMilli());
    lookForAWhile();

    assertThat(watch.board().standing())
        .extracting(Alert::kind, Alert::words)
        .containsExactly(tuple(Kind.JOB_DOWN, "Sales marts, live (run 1) is restarting."));
  }

  @Test
  void jobThatFlinkDoesNotKnowIsDownUnlessSomebodyStoppedIt() {
    long run = newestRun();
    flink.answer("/jobs/overview", "{\"jobs\":[]}");
    lookForAWhile();
    assertThat(watch.board().standing())
        .extracting(Alert::words)
        .containsExactly(
            "Flink knows no job of run %d of sales, which nobody has stopped.".formatted(run));

    shop.execute("UPDATE ops.runs SET outcome = 'STOPPED'");
    lookForAWhile();
    assertThat(watch.board().standing()).isEmpty();
  }

  @Test
  void silentClusterMayHideThatTheJobIsDown() {
    flink.status(503);
    lookForAWhile();

    assertThat(watch.board().standing()).extracting(Alert::kind).containsExactly(Kind.JOB_DOWN);
  }

  @Test
  void checkpointsFailUntilOneIsCompleted() {
    long now = clock.instant().toEpochMilli();
    flink.checkpoints(now - 60_000, now);
    lookForAWhile();
    assertThat(watch.board().standing())
        .extracting(Alert::words)
        .containsExactly(
            "The newest checkpoint of Sales marts, live (run 1) failed: Checkpoint expired before"
                + " completing.");

    flink.checkpoints(now + 1, now);
    lookForAWhile();
    assertThat(watch.board().standing()).isEmpty();
  }

  @Test
  void differenceFromTheAnswerKeyStandsUntilAComparisonFindsNone() {
    compared(1, 9);
    lookForAWhile();
    assertThat(watch.board().standing())
        .extracting(Alert::words)
        .containsExactly(
            "1 of 1 tables differ from the answer key; the first is mart.daily_sales.");

    compared(2, 10);
    lookForAWhile();
    assertThat(watch.board().standing()).isEmpty();
  }

  @Test
  void nothingIsAlertedOfThatSilentPostgresWouldTell() {
    compared(1, 9);
    database.close();
    lookForAWhile();

    assertThat(watch.board().standing()).isEmpty();
  }

  private void compared(int id, int equal) {
    shop.execute(
        "INSERT INTO ops.reconciliations VALUES (%d, now(), 'FINAL', '2011-02-20', '2011-03-31', 'mart.daily_sales', 10, %d, 0, 0, %d, '[]', 0.4)"
            .formatted(id, equal, 10 - equal));
  }

  private long newestRun() {
    return database
        .row("SELECT max(run_id) AS run_id FROM ops.runs", row -> row.getLong("run_id"))
        .orElseThrow();
  }

  private void lookForAWhile() {
    for (int time = 0; time < 4; time++) {
      watch.look();
      clock.advance(Duration.ofSeconds(5));
    }
  }
}
